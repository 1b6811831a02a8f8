import {
  type BureauCount,
  bureauCounts,
  type Headline,
  headlineCounts,
  isFilledByChair,
  type KeptBureau,
  keptBureaus,
  lastDayToDesignate,
  loadBureauRules,
  type MayNotSit,
  peopleKeptOut,
} from '../../bureaus/index.ts'
import { type Election, getSections } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'

export interface BureauRow extends KeptBureau {
  readonly count: BureauCount
  /** Seats that the law asks for, that a magistrate fills, and that nobody has. */
  readonly open: number
}

export interface BureausFacts {
  readonly bureaus: readonly BureauRow[]
  readonly states: StateCounts
  readonly missing: Missing
  readonly keptOut: readonly MayNotSit[]
}

/** People by how far they are: somebody who answered was called as well, and is counted once. */
export interface StateCounts {
  readonly seats: number
  readonly open: number
  readonly proposed: number
  readonly designated: number
  readonly called: number
  readonly answered: number
  readonly asking: number
  readonly excused: number
  /** Stayed away or came late, and in no file yet. */
  readonly unreported: number
}

export interface Missing {
  readonly seatsUnknown: readonly string[]
  readonly noPlace: readonly string[]
  readonly noBureau: readonly number[]
  readonly noSection: readonly string[]
  readonly lastDay: string
}

/** Every bureau with how far it is filled, how many people are where, and what is missing. */
export async function bureausFacts(db: Db, election: Election): Promise<BureausFacts> {
  const kept = await keptBureaus(db, election)
  const counts = await bureauCounts(db, election)
  const sections = (await getSections(db, election.municipalityId, election.electionId)).map(
    ({ section }) => section,
  )
  const rules = loadBureauRules(election.ruleset)
  const bureaus = kept.map((bureau) => ({
    ...bureau,
    count: counts.get(bureau.bureauId) ?? { bureauId: bureau.bureauId, ...none },
    open: bureau.seats.filter(
      ({ optional, isTaken, role }) => !optional && !isTaken && !isFilledByChair(rules, bureau.kind, role),
    ).length,
  }))
  return {
    bureaus,
    states: stateCounts(bureaus, await headlineCounts(db, election)),
    keptOut: await peopleKeptOut(db, election),
    missing: {
      seatsUnknown: numbers(kept.filter(({ seats }) => seats.length === 0)),
      noPlace: numbers(kept.filter(({ kind, place }) => kind !== 'RESERVE' && !place)),
      noBureau: sections.filter((section) => !kept.some((one) => one.section === section)),
      noSection: numbers(kept.filter(({ section }) => section !== undefined && !sections.includes(section))),
      lastDay: lastDayToDesignate(rules, election),
    },
  }
}

const none = { seats: 0, optional: 0, filled: 0, designated: 0, confirmed: 0 }

const numbers = (bureaus: readonly KeptBureau[]) => bureaus.map(({ number }) => number)

function stateCounts(bureaus: readonly BureauRow[], by: ReadonlyMap<Headline, number>): StateCounts {
  const sum = (...names: readonly Headline[]) => names.reduce((all, name) => all + (by.get(name) ?? 0), 0)
  return {
    seats: bureaus.reduce((all, { count }) => all + count.seats, 0),
    open: bureaus.reduce((all, { open }) => all + open, 0),
    proposed: sum('PROPOSED'),
    designated: sum('DESIGNATED'),
    called: sum('NOTIFIED', 'UNDELIVERED', 'DELIVERED', 'NO_REPLY'),
    answered: sum('ACKNOWLEDGED', 'CONFIRMED', 'CALLED_UP', 'EXCUSE_PENDING'),
    asking: sum('EXCUSE_PENDING'),
    excused: sum('EXCUSED', 'EXCUSED_AFTER'),
    unreported: sum('ABSENT', 'LATE', 'LEFT'),
  }
}
