import type { ChannelPolicy } from '../../elections/index.ts'
import type { SectionCount } from '../../voters/index.ts'

/**
 * Does every voter have exactly one letter, on each channel? Digitally
 * `voters = delivered + inactive + unreachable + exceptions`, on paper `voters who get paper = printed + exceptions`,
 * in every section. The left side comes from the voters list alone, the right side from letters, deliveries and
 * print files, so that the two can differ.
 */
export interface Reconciliation {
  readonly list: ListSum
  readonly policy: ChannelPolicy
  readonly digital: DigitalSum
  readonly paper: PaperSum
  readonly sections: readonly SectionSums[]
  readonly faults: readonly FaultCount[]
}

/** `inactive`: published in a box that was never opened. `waiting`: not sent yet. */
export type DigitalOutcome = 'delivered' | 'inactive' | 'unreachable' | 'refused' | 'unconfirmed' | 'waiting'

export type PaperOutcome = 'printed' | 'exception'

/** Voters of one section whose current letters fared alike. */
export interface Tally<Outcome extends string> {
  readonly section: number
  readonly outcome: Outcome
  /** Empty where the outcome says enough. */
  readonly reason: string
  readonly count: number
}

/** Numbers of voters by reason or code. */
export type Reasons = Readonly<Record<string, number>>

/** `voters = frozen + added − struck − withoutBallot`. */
export type ListSum = Omit<SectionCount, 'section'>

export interface DigitalSum {
  readonly voters: number
  readonly delivered: number
  readonly inactive: number
  readonly unreachable: Reasons
  readonly refused: Reasons
  readonly unconfirmed: Reasons
  readonly waiting: Reasons
}

export interface PaperSum {
  /** To whom the channel policy gives paper. */
  readonly voters: number
  readonly printed: number
  readonly exceptions: Reasons
}

export interface SectionSums {
  readonly section: number
  readonly list: ListSum
  readonly digital: DigitalSum
  readonly paper: PaperSum
}

/** `missing`: a voter without something. `double`: a voter with two of it. `surplus`: a letter that is nobody's. */
export interface FaultCount {
  readonly channel: 'digital' | 'paper'
  readonly kind: 'missing' | 'double' | 'surplus'
  readonly why: FaultReason
  readonly count: number
}

export type FaultReason =
  | 'no-letter'
  | 'letter-not-released'
  | 'letter-not-handed-over'
  | 'two-current-letters'
  | 'letter-handed-over-twice'
  | 'same-person-twice-on-list'
  /** It was given for this letter and for another one, and so proves neither. */
  | 'same-receipt-twice'
  | 'letter-without-voter'
  | 'not-printed'
  | 'printed-without-need'

/** One voter behind a fault, by the number on the voters list. */
export interface Fault extends Omit<FaultCount, 'count'> {
  readonly section: number
  readonly listNumber: number
}

export interface Counted {
  readonly policy: ChannelPolicy
  /** Voters on the list when it was closed, as written down then. */
  readonly frozen: number
  readonly list: readonly SectionCount[]
  readonly digital: readonly Tally<DigitalOutcome>[]
  readonly paper: readonly Tally<PaperOutcome>[]
  readonly faults: readonly FaultCount[]
}

/** Puts what was counted into sums, per section (in order) and for the whole. */
export function reconcile(counted: Counted): Reconciliation {
  const digitalOf = Map.groupBy(counted.digital, (tally) => tally.section)
  const paperOf = Map.groupBy(counted.paper, (tally) => tally.section)
  const listOf = new Map(counted.list.map(({ section, ...list }) => [section, list]))
  const numbers = new Set([...listOf.keys(), ...digitalOf.keys(), ...paperOf.keys()])
  const sections = [...numbers]
    .sort((a, b) => a - b)
    .map((section) => {
      const list = listOf.get(section) ?? nobody
      return { section, list, ...sumsOf(counted.policy, list, digitalOf.get(section), paperOf.get(section)) }
    })
  const counts = sections.reduce((sum, section) => addLists(sum, section.list), nobody)
  const list = { ...counts, frozen: counted.frozen }
  const { policy, faults } = counted
  return { list, policy, ...sumsOf(policy, list, counted.digital, counted.paper), sections, faults }
}

/** Every voter accounted for once, on both channels, in every section. One missing never outweighs one double. */
export function isBalanced({ list, digital, paper, sections, faults }: Reconciliation): boolean {
  const whole = { list, digital, paper }
  return faults.length === 0 && [whole, ...sections].every(addsUp)
}

/** Letters that are still to be sent: the campaign is under way, or was stopped. */
export function stillWaiting(sum: DigitalSum): number {
  return total(sum.waiting)
}

/** Exceptions of the digital channel: sent in vain, perhaps sent, not sent yet. */
export function digitalExceptions(sum: DigitalSum): number {
  return total(sum.refused) + total(sum.unconfirmed) + total(sum.waiting)
}

export function total(reasons: Reasons): number {
  return Object.values(reasons).reduce((sum, count) => sum + count, 0)
}

function addsUp({ list, digital, paper }: Pick<SectionSums, 'list' | 'digital' | 'paper'>): boolean {
  return (
    list.voters === list.frozen + list.added - list.struck - (list.withoutBallot ?? 0) &&
    digital.voters ===
      digital.delivered + digital.inactive + total(digital.unreachable) + digitalExceptions(digital) &&
    paper.voters === paper.printed + total(paper.exceptions)
  )
}

function sumsOf(
  policy: ChannelPolicy,
  list: ListSum,
  digitalTallies: readonly Tally<DigitalOutcome>[] = [],
  paperTallies: readonly Tally<PaperOutcome>[] = [],
): { digital: DigitalSum; paper: PaperSum } {
  const digitalBy = reasonsOf(digitalTallies)
  const paperBy = reasonsOf(paperTallies)
  const delivered = total(digitalBy('delivered'))
  const digital = {
    voters: list.voters,
    delivered,
    inactive: total(digitalBy('inactive')),
    unreachable: digitalBy('unreachable'),
    refused: digitalBy('refused'),
    unconfirmed: digitalBy('unconfirmed'),
    waiting: digitalBy('waiting'),
  }
  const paper = {
    voters: policy === 'paper-for-all' ? list.voters : list.voters - delivered,
    printed: total(paperBy('printed')),
    exceptions: paperBy('exception'),
  }
  return { digital, paper }
}

function reasonsOf<Outcome extends string>(tallies: readonly Tally<Outcome>[]) {
  const byOutcome = Map.groupBy(tallies, (tally) => tally.outcome)
  return (outcome: Outcome): Reasons => {
    const reasons: Record<string, number> = {}
    for (const { reason, count } of byOutcome.get(outcome) ?? [])
      reasons[reason] = (reasons[reason] ?? 0) + count
    return Object.fromEntries(Object.entries(reasons).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

const nobody: ListSum = { frozen: 0, added: 0, struck: 0, voters: 0 }

function addLists(a: ListSum, b: ListSum): ListSum {
  const withoutBallot = (a.withoutBallot ?? 0) + (b.withoutBallot ?? 0)
  return {
    frozen: a.frozen + b.frozen,
    added: a.added + b.added,
    struck: a.struck + b.struck,
    voters: a.voters + b.voters,
    ...(withoutBallot > 0 && { withoutBallot }),
  }
}
