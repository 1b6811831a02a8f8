import { type Election, heldAssemblies, type Section, type VotingMode } from '../../elections/index.ts'
import type { BureauKind, BureauRules, CountingKind, CountingRules, Seats } from '../bureau-rules.ts'
import type { MainBureau } from '../paying/pay-rules.ts'
import { countingGroups } from './counting-groups.ts'
import { type PlannedMainBureau, plannedMainBureaus } from './main-bureaus.ts'
import { addedSeats } from './seats.ts'

/** A bureau as the law wants it: nobody sits in it yet. */
export interface PlannedBureau {
  readonly kind: BureauKind
  /** `12` of a polling bureau, `G3` of a counting bureau. */
  readonly number: string
  /** Whose voters vote here, or whose ballots are counted here. */
  readonly sections: readonly number[]
  /** In a city with district councils. */
  readonly district?: string
  readonly place?: string
  readonly room?: string
  readonly votingMode: VotingMode
  /** Absent while it is not known how many seats of the council are to be filled. */
  readonly seats?: Seats
  /** Seats that may be added. */
  readonly extra?: Seats
}

export interface BureauPlan {
  readonly bureaus: readonly PlannedBureau[]
  /** The main bureaus that somebody named. */
  readonly main: readonly PlannedMainBureau[]
  readonly deputyChairs: Readonly<Record<BureauKind, number>>
  /** Who composes the counting bureaus of the plan, or why there are none in it. */
  readonly counted: 'here' | 'by-canton' | 'digitally' | 'by-main-bureau'
}

export interface PlanFacts {
  readonly sections: readonly Section[]
  /** Voters of each section, where the list is known. */
  readonly voters: ReadonlyMap<number, number>
  /** Seats to fill of the council that a kind of counting bureau counts, by its code. */
  readonly seatsToFill: Readonly<Record<string, number>>
  /** The number of the first polling bureau; the canton may give another than 1. */
  readonly firstNumber: number
  /** The number of the first counting bureau of each kind; 1 when absent. */
  readonly firstCounting?: number | undefined
  /** The main bureaus that sit in this municipality. */
  readonly mainBureaus?: readonly MainBureau[] | undefined
}

type PlannedElection = Pick<Election, 'ruleset' | 'votingMode' | 'settings'>

/** The bureaus that an election needs: a polling bureau for every section, and counting bureaus where people count. */
export function planBureaus(rules: BureauRules, election: PlannedElection, facts: PlanFacts): BureauPlan {
  const polling = pollingBureaus(rules, election, facts)
  const counted = whoCounts(rules, election, polling.length)
  const isCounted = counted === 'here' || counted === 'by-canton'
  return {
    bureaus: [...polling, ...(isCounted ? countingBureaus(rules, election, polling, facts) : [])],
    main: plannedMainBureaus(rules, facts.mainBureaus ?? [], districtsOf(facts)),
    deputyChairs: { ...rules.deputyChairs.value, ...(!isCounted && { COUNTING: 0 }) },
    counted,
  }
}

function districtsOf({ sections }: PlanFacts): string[] {
  return [...new Set(sections.flatMap(({ district }) => district ?? []))].sort()
}

function pollingBureaus(
  rules: BureauRules,
  { votingMode }: PlannedElection,
  facts: PlanFacts,
): PlannedBureau[] {
  const inOrder = facts.sections.toSorted((a, b) => a.section - b.section)
  return inOrder.map(({ section, place, room, district }, at) => {
    const extra = addedSeats(rules.extraPolling, votingMode, facts.voters.get(section) ?? 0)
    return {
      kind: 'POLLING',
      number: String(facts.firstNumber + at),
      sections: [section],
      ...(district && { district }),
      place: place.name,
      room,
      votingMode,
      seats: rules.polling[votingMode].value,
      ...(Object.keys(extra).length > 0 && { extra }),
    }
  })
}

function whoCounts(
  { counting }: BureauRules,
  { votingMode }: PlannedElection,
  pollingBureaus: number,
): BureauPlan['counted'] {
  if (!counting.onlyFor.value.includes(votingMode)) return 'digitally'
  if (counting.groups && pollingBureaus < counting.groups.value.fewest) return 'by-main-bureau'
  return counting.composedBy.value === 'canton' ? 'by-canton' : 'here'
}

function countingBureaus(
  { counting }: BureauRules,
  election: PlannedElection,
  polling: readonly PlannedBureau[],
  { seatsToFill, firstCounting = 1 }: PlanFacts,
): PlannedBureau[] {
  return kindsThatCount(counting, election).flatMap(({ code, perDistrict }) => {
    const areas = perDistrict ? [...Map.groupBy(polling, ({ district }) => district).values()] : [polling]
    const groups = counting.groups
      ? areas.flatMap((area) => countingGroups(area, counting.groups!.value))
      : []
    const seats = countingSeats(counting, seatsToFill[code])
    return groups.map(
      (group, at): PlannedBureau => ({
        kind: 'COUNTING',
        number: `${code}${firstCounting + at}`,
        sections: group.flatMap(({ sections }) => sections),
        votingMode: election.votingMode,
        ...(seats && { seats }),
        ...(perDistrict && group[0]?.district && { district: group[0].district }),
      }),
    )
  })
}

/** The kinds of counting bureaus for which there is a vote. */
function kindsThatCount({ kinds }: CountingRules, election: PlannedElection): readonly CountingKind[] {
  const { uncontested = [] } = election.settings
  const voted = heldAssemblies(election)
    .map(({ code }) => code)
    .filter((code) => !uncontested.includes(code))
  return kinds.value.filter(({ assemblies }) => assemblies.some((code) => voted.includes(code)))
}

/** The kinds of counting bureaus of which the seats follow from those of a council, by their code. */
export function kindsOfCouncils({ kinds, seats }: CountingRules): string[] {
  return seats.value.length > 1 ? kinds.value.map(({ code }) => code) : []
}

function countingSeats({ seats }: CountingRules, toFill: number | undefined): Seats | undefined {
  if (seats.value.length === 1) return seats.value[0]!.seats
  if (toFill === undefined) return undefined
  return seats.value.find(({ upTo = Number.POSITIVE_INFINITY }) => toFill <= upTo)?.seats
}
