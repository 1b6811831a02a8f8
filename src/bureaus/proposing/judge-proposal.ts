import { type Result, refused } from '../../platform/result.ts'
import type { Origin } from '../assignments/assignment.ts'
import type { BureauRules, List } from '../bureau-rules.ts'
import { isForVotersHere } from '../is-for-voters-here.ts'
import { foldedName } from '../listing/folded-name.ts'
import type { SeatToFill } from '../listing/next-in-queue.ts'
import { whyNotCalled } from '../listing/why-not-called.ts'
import type { KnownPerson } from './known-person-overview.ts'

/** What keeps nobody out, and what who signs has to know. */
export const proposalRemarks = ['not-on-voters-list', 'lists-first', 'not-next'] as const
export type ProposalRemark = (typeof proposalRemarks)[number]

export type ProposalFault = 'may-not-sit' | 'other-name' | 'not-on-its-lists' | 'origin-missing'

/** How a person came to a seat that no list fills, as in a main bureau: only who proposes knows. */
export type ToldOrigin = Extract<Origin, 'EX_OFFICIO' | 'OTHER'>

interface Question {
  readonly rules: BureauRules
  readonly pollingDay: string
  readonly person: KnownPerson
  readonly typed: { readonly lastName: string; readonly firstNames: string }
  /** Absent: no list fills the seat. */
  readonly seat: SeatToFill | undefined
  readonly told?: ToldOrigin | undefined
}

export interface Judged {
  readonly origin: Extract<Origin, 'CATEGORY' | 'DRAW'> | ToldOrigin
  readonly drawRank?: number | undefined
  readonly remarks: readonly ProposalRemark[]
}

/** Whether a person may be proposed for a seat, from where they come by the lists, and what who signs has to know. */
export function judgeProposal(question: Question): Result<Judged, ProposalFault> {
  const { rules, person, pollingDay, typed } = question
  if (!isNamed(person, typed)) return refused('other-name')
  const reasons = whyNotCalled(rules, 'OTHER', pollingDay, person)
  // Who votes elsewhere in the area of the bureau is on no list of this municipality, which says nothing then.
  const isUnknown = reasons.includes('no-voter') && person.hasVotersList
  const { seat } = question
  const mustVoteHere = isUnknown && seat !== undefined && isForVotersHere(rules, seat.kind, seat.role)
  const hard = reasons.filter((code) => code !== 'no-voter' || mustVoteHere)
  if (hard.length > 0) return refused('may-not-sit', hard.join())
  const origin = originOf(question)
  if (!origin.ok) return origin
  return { ...origin, remarks: isUnknown ? ['not-on-voters-list'] : [] }
}

function originOf({ rules, person, seat, told }: Question) {
  const as = (origin: Judged['origin'], drawRank?: number) => ({ ok: true, origin, drawRank }) as const
  if (!seat) return told ? as(told) : refused('origin-missing')
  const lists = listsOf(rules, seat)
  if (person.isOnListA && lists.has('A')) return as('CATEGORY')
  if (person.drawn && lists.has('B')) return as('DRAW', person.drawn.rank)
  return lists.has('OTHER') ? as('OTHER') : refused('not-on-its-lists')
}

function rulesOf({ seating }: Pick<BureauRules, 'seating'>, { kind, role }: SeatToFill) {
  return seating.filter((rule) => rule.kind === kind && rule.role === role)
}

function listsOf(rules: BureauRules, seat: SeatToFill): ReadonlySet<List> {
  return new Set(rulesOf(rules, seat).flatMap((rule) => rule.lists))
}

/** The family name as it is known, and one of the given names when some was typed. */
function isNamed({ lastName, firstNames }: KnownPerson, typed: Question['typed']): boolean {
  if (lastName === undefined) return true
  if (foldedName(lastName) !== foldedName(typed.lastName)) return false
  const given = (names: string | undefined) =>
    (names ?? '')
      .split(/[\s,]+/)
      .map(foldedName)
      .filter(Boolean)
  const [first] = given(typed.firstNames)
  const known = given(firstNames)
  return (
    first === undefined ||
    known.length === 0 ||
    known.includes(first) ||
    foldedName(firstNames ?? '') === foldedName(typed.firstNames)
  )
}
