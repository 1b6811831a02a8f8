import type { BureauRules } from '../bureau-rules.ts'
import type { AuthorityKind } from './authority.ts'

/** Whether the law of an election lets such an authority designate members, or decide on excuses. */
export function mayAsAuthority(
  { authorities }: Pick<BureauRules, 'authorities'>,
  kind: AuthorityKind,
  deed: keyof BureauRules['authorities'],
): boolean {
  return authorities[deed].value.includes(kind)
}
