import type { BureauRules } from '../bureau-rules.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import type { AuthorityKind, Granted } from './authority.ts'
import type { AuthorityDeed, AuthorityRule, Reach, Share } from './authority-rules.ts'

type Rules = Pick<BureauRules, 'authorities'>

/** What tells which bureau it is to a court or main bureau. */
export type BureauInArea = Pick<KeptBureau, 'kind' | 'code'> & {
  readonly district?: string | null | undefined
}

/** Whether the law of an election lets such an authority designate members, decide on excuses, or hold the draw. */
export function mayAsAuthority({ authorities }: Rules, kind: AuthorityKind, deed: AuthorityDeed): boolean {
  return authorities[deed].value.includes(kind)
}

/** What the law of an election says of such an authority; absent where it has none of that kind. */
export function authorityRule({ authorities }: Rules, kind: AuthorityKind): AuthorityRule | undefined {
  return authorities.kinds.find(({ key }) => key === kind)
}

/** Whether it opens every bureau, and not only a part of them. */
export function opensAll(rules: Rules, { kind, district }: Granted): boolean {
  return authorityRule(rules, kind)?.opens.value === 'all' && district === undefined
}

/** Whether it sees how this bureau stands, or opens it to see who sits there. */
export function mayLookAt(
  rules: Rules,
  granted: Granted,
  look: 'sees' | 'opens',
  bureau: BureauInArea,
): boolean {
  const rule = authorityRule(rules, granted.kind)
  return rule !== undefined && isInReach(rule[look].value, granted, bureau)
}

/** What it gets of who sits where: whether somebody with this role in this bureau is in it. */
export function isHandedOver(
  rules: Rules,
  granted: Granted,
  { bureau, role }: { readonly bureau: BureauInArea; readonly role: NonNullable<Share['roles']>[number] },
): boolean {
  const share = authorityRule(rules, granted.kind)?.receives.value
  if (!share || !isInReach(share.bureaus, granted, bureau)) return false
  return share.roles?.includes(role) ?? true
}

/** Whether this is the main bureau that it is itself. */
export function isOwnBureau(rules: Rules, granted: Granted, bureau: BureauInArea): boolean {
  const own = authorityRule(rules, granted.kind)?.own
  return own !== undefined && isInReach([{ kind: 'MAIN', code: own }], granted, bureau)
}

function isInReach(reach: Reach, { district }: Granted, bureau: BureauInArea): boolean {
  if (district !== undefined && bureau.district !== district) return false
  return (
    reach === 'all' ||
    reach.some(({ kind, code = bureau.code }) => kind === bureau.kind && code === bureau.code)
  )
}
