import { type Election, heldAssemblies } from '../../elections/index.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { Payment as PaymentAxis } from '../assignments/axes.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { type Claim, claimOf } from './claim.ts'
import { type Attendance, mainBureaus, type PaidBureau, type PayRules } from './pay-rules.ts'

/** Where the claim of one member stands. */
export const claimStates = ['incomplete', 'complete', 'exported', 'paid', 'not-owed'] as const
export type ClaimState = (typeof claimStates)[number]

/** What the database knows that decides on a claim; many members have the same. */
export interface KeptFacts {
  readonly kind: KeptKind
  readonly code: string
  readonly votingMode: 'PAPER' | 'DIGITAL'
  readonly role: SeatRole
  readonly attendance: Attendance
  readonly payment: PaymentAxis
  readonly livesHere: boolean
  readonly metres: number | null
  readonly decided: 'paid' | 'unpaid' | null
  readonly needed: boolean
  readonly accountKnown: boolean
  readonly cameBack: boolean
}

export interface JudgedClaim {
  readonly claim: Claim
  readonly state: ClaimState
}

/** What is owed by these facts, and where that stands. */
export function judgeClaim(rules: PayRules, election: Election, facts: KeptFacts): JudgedClaim {
  const { kind, code, votingMode, role, attendance, livesHere, metres, decided, needed } = facts
  const claim = claimOf(rules, {
    ...{ bureau: paidBureau(kind, code), votingMode, role, attendance, livesInMunicipality: livesHere },
    ...{ metres: metres ?? undefined, decided: decided ?? undefined, needed: needed ? 'called' : undefined },
    ...{ accountKnown: facts.accountKnown, cameBack: facts.cameBack },
    assemblies: heldAssemblies(election).length,
  })
  return { claim, state: stateOf(facts.payment, claim) }
}

function stateOf(payment: PaymentAxis, { missing, total }: Claim): ClaimState {
  if (payment === 'EXPORTED') return 'exported'
  if (payment === 'PAID') return 'paid'
  if (missing.length > 0) return 'incomplete'
  return total === 0 ? 'not-owed' : 'complete'
}

/** A reserve is paid as the bureaus that it is for. Which main bureau one is, its code says; without that it is the municipality's own. */
function paidBureau(kind: KeptKind, code: string): PaidBureau {
  if (kind === 'POLLING' || kind === 'COUNTING') return kind
  if (kind === 'RESERVE') return code === 'COUNTING' ? 'COUNTING' : 'POLLING'
  return mainBureaus.find((main) => main === code) ?? 'MAIN_MUNICIPAL'
}

/** A claim with whose it is. */
export interface ListedClaim extends JudgedClaim {
  readonly assignmentId: AssignmentId
  readonly name: string
  readonly role: SeatRole
  readonly kind: KeptKind
  readonly number: string
  readonly facts: KeptFacts
  /** Claims of other members who gave the same account. */
  readonly sharesAccountWith: readonly AssignmentId[]
  /** Of the batch it is in, cents as they left. */
  readonly payment?: { readonly batchId: string; readonly fee: number; readonly travel: number } | undefined
}
