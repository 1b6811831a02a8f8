/** Courts and main bureaus, and which elections are granted to them. */

export type { AuthorityKind, BureauAuthority, Granted } from './authority.ts'
export type { AuthorityDeed } from './authority-rules.ts'
export { authoritiesOf, electionsGranted } from './authority-store.ts'
export { endAuthority, grantAuthority } from './grant-authority.ts'
export {
  authorityRule,
  type BureauInArea,
  isOwnBureau,
  mayAsAuthority,
  mayLookAt,
  opensAll,
} from './rights-in-election.ts'
