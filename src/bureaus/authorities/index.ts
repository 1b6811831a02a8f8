/** Courts and main bureaus, and which elections are granted to them. */

export type { AuthorityKind } from './authority.ts'
export { authoritiesOf, electionsGranted } from './authority-store.ts'
export { endAuthority, grantAuthority } from './grant-authority.ts'
export { mayAsAuthority } from './rights-in-election.ts'
