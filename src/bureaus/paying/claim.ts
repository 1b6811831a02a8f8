import type { Mark, VotingMode } from '../../elections/index.ts'
import type { SeatRole } from '../bureau-rules.ts'
import type { Attendance, FeeRow, PaidBureau, PayRules, TravelRules } from './pay-rules.ts'
import { travelCents } from './travel-cents.ts'

/** What is known of one person in one bureau on polling day. */
export interface ClaimFacts {
  readonly bureau: PaidBureau
  readonly votingMode: VotingMode
  /** As it was exercised: a deputy who chaired is the chair, and a substitute who took a seat stays a substitute. */
  readonly role: SeatRole
  /** Absent until attendance is closed. */
  readonly attendance?: Attendance | undefined
  /** Of a substitute who took a seat, or was called apart from the designation. */
  readonly needed?: 'seated' | 'called' | undefined
  /** For how many assemblies the bureau worked. */
  readonly assemblies: number
  readonly livesInMunicipality: boolean
  /** There and back, as declared; 0: no travel is claimed. */
  readonly metres?: number | undefined
  readonly accountKnown: boolean
  /** The last payment came back, and nobody looked at the claim since. */
  readonly cameBack?: boolean | undefined
  /** What the payer decided where the rules leave it open. */
  readonly decided?: 'paid' | 'unpaid' | undefined
}

/** A rule that made the amount what it is. */
export interface ClaimReason {
  readonly rule: string
  readonly source: string
  readonly mark: Mark
}

/** What keeps a claim from being paid. */
export const claimGaps = [
  'attendance',
  'decision',
  'fee',
  'distance',
  'travel-rate',
  'account',
  'came-back',
] as const
export type ClaimGap = (typeof claimGaps)[number]

/** What somebody is owed, in cents. It can be paid when nothing is missing; nothing is owed where the total is 0 then. */
export interface Claim {
  readonly fee: number
  readonly travel: number
  readonly total: number
  readonly missing: readonly ClaimGap[]
  readonly reasons: readonly ClaimReason[]
}

interface Part {
  readonly cents: number
  readonly missing: readonly ClaimGap[]
  readonly reasons: readonly ClaimReason[]
}

const none: Part = { cents: 0, missing: [], reasons: [] }

/** What one person is owed by these rules for one polling day, and why. */
export function claimOf(rules: PayRules, facts: ClaimFacts): Claim {
  const due = isDue(rules, facts)
  if (due.verdict !== 'paid') return claim(due, none, none, [])
  return claim(due, feeOf(rules, facts), travelOf(rules.travel, facts), accountGaps(facts))
}

function claim(due: Due, fee: Part, travel: Part, account: readonly ClaimGap[]): Claim {
  const missing = [...due.missing, ...fee.missing, ...travel.missing, ...account]
  return {
    fee: fee.cents,
    travel: travel.cents,
    total: fee.cents + travel.cents,
    missing,
    reasons: [...due.reasons, ...fee.reasons, ...travel.reasons],
  }
}

function accountGaps({ accountKnown, cameBack }: ClaimFacts): ClaimGap[] {
  return [...(accountKnown ? [] : ['account' as const]), ...(cameBack ? ['came-back' as const] : [])]
}

interface Due {
  readonly verdict: 'paid' | 'unpaid' | 'unknown'
  readonly missing: readonly ClaimGap[]
  readonly reasons: readonly ClaimReason[]
}

/** Who was absent first; then whether a substitute was needed; then what was decided on who was sent home or left. */
function isDue({ attendance, substitutes }: PayRules, facts: ClaimFacts): Due {
  if (!facts.attendance) return { verdict: 'unknown', missing: ['attendance'], reasons: [] }
  const rule = attendance[facts.attendance]
  const byAttendance = reasonOf(`attendance.${facts.attendance}`, rule)
  if (rule.value === 'unpaid') return { verdict: 'unpaid', missing: [], reasons: [byAttendance] }
  const isSubstitute = facts.role === 'SUBSTITUTE'
  const bySubstitutes = isSubstitute ? [reasonOf('substitutes', substitutes)] : []
  const isNeeded = substitutes.value === 'always' || (substitutes.value === 'needed' && facts.needed)
  if (isSubstitute && !isNeeded) return { verdict: 'unpaid', missing: [], reasons: bySubstitutes }
  const reasons = [...bySubstitutes, byAttendance]
  if (rule.value === 'paid') return { verdict: 'paid', missing: [], reasons }
  if (!facts.decided) return { verdict: 'unknown', missing: ['decision'], reasons }
  return { verdict: facts.decided, missing: [], reasons }
}

function feeOf({ fees, simultaneous }: PayRules, { bureau, votingMode, role, assemblies }: ClaimFacts): Part {
  const row = fees.find((one) => one.bureaus.includes(bureau) && one.votingModes.includes(votingMode))
  const cents = row?.cents[role === 'SUBSTITUTE' ? 'ASSESSOR' : role]
  if (!row || cents === undefined) return { cents: 0, missing: ['fee'], reasons: row ? [feeReason(row)] : [] }
  const times = simultaneous.value === 'a-fee-each' ? assemblies : 1
  const more = assemblies > 1 ? [reasonOf('simultaneous', simultaneous)] : []
  return { cents: cents * times, missing: [], reasons: [feeReason(row), ...more] }
}

function travelOf({ who, rate, rounding }: TravelRules, { livesInMunicipality, metres }: ClaimFacts): Part {
  const entitled = who.value === 'everybody' || (who.value === 'living-elsewhere' && !livesInMunicipality)
  if (!entitled || metres === 0) return none
  const reasons = [reasonOf('travel.who', who)]
  if (metres === undefined) return { cents: 0, missing: ['distance'], reasons }
  if (rate.value === null) return { cents: 0, missing: ['travel-rate'], reasons }
  reasons.push(reasonOf('travel.rate', rate), reasonOf('travel.rounding', rounding))
  return { cents: travelCents(metres, rate.value, rounding.value), missing: [], reasons }
}

function feeReason({ key, article, mark }: FeeRow): ClaimReason {
  return { rule: `pay.fees.${key}`, source: article, mark }
}

function reasonOf(rule: string, { source, mark }: { source: string; mark: Mark }): ClaimReason {
  return { rule: `pay.${rule}`, source, mark }
}
