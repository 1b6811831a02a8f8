import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { SeatId } from '../../platform/ids.ts'
import type { Reason, ReasonForEmpty } from '../assigning/seating.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import { kindForRules } from '../kind-for-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import type { KeptBureau, KeptSeat } from '../planning/wanted-bureau.ts'
import { type SeatingChoice, seatingChoices } from './seating-choice-store.ts'
import { type NamedPerson, namesOf } from './seating-names-overview.ts'
import { type SeatingRun, seatingRuns } from './seating-run-store.ts'
import { type DividedSeat, divisionOf } from './seating-seat-store.ts'

/** A seat of a division, beside what the one before it said of the same seat. */
export interface SeatInDivision extends Pick<KeptSeat, 'seatId' | 'role' | 'ordinal'> {
  readonly person: string | null
  readonly because: readonly Reason[] | ReasonForEmpty
  /** Metres to travel, when they are known. */
  readonly metres: number | undefined
  /** Another sat here before, or nobody did. */
  readonly isChanged: boolean
  /** Who that was. */
  readonly before: string | null
}

export interface DividedBureau {
  readonly bureau: KeptBureau
  readonly seats: readonly SeatInDivision[]
}

export interface Division {
  readonly run: SeatingRun
  /** Absent: there was no division before. */
  readonly comparedWith: SeatingRun | undefined
  readonly bureaus: readonly DividedBureau[]
}

export interface SeatingShown {
  /** The run that was asked last, perhaps still under way. */
  readonly run: SeatingRun | undefined
  readonly division: Division | undefined
  readonly choices: readonly (SeatingChoice & { readonly name: NamedPerson | undefined } & Pick<
      KeptSeat,
      'role' | 'ordinal'
    > &
    Pick<KeptBureau, 'kind' | 'number'>)[]
  /** That the law asks for, that nobody has, and that a division fills. */
  readonly freeSeats: number
  /** Free ones that a chair fills, as those of secretaries: no division does. */
  readonly freeOfChairs: number
  /** Seats of main bureaus, that no list and so no division fills. */
  readonly freeElsewhere: number
}

/** How far dividing is, and what came out: seat by seat, without names. */
export async function showSeating(db: Db, election: Election): Promise<SeatingShown> {
  const bureaus = await keptBureaus(db, election)
  const rules = loadBureauRules(election.ruleset)
  const runs = await seatingRuns(db, election)
  const choices = await seatingChoices(db, election)
  const names = await namesOf(
    db,
    election,
    choices.map(({ person }) => person),
  )
  const seats = new Map(
    bureaus.flatMap(({ kind, number, seats }) =>
      seats.map(({ seatId, role, ordinal }) => [seatId, { kind, number, role, ordinal }] as const),
    ),
  )
  return {
    run: runs[0],
    division: await lastDivision(db, election, bureaus, runs),
    choices: choices.flatMap((one) => {
      const seat = seats.get(one.seatId)
      return seat ? [{ ...one, ...seat, name: names.get(one.person) }] : []
    }),
    freeSeats: freeIn(rules, bureaus.filter(kindForRules), false),
    freeOfChairs: freeIn(rules, bureaus.filter(kindForRules), true),
    freeElsewhere: freeIn(
      rules,
      bureaus.filter((one) => !kindForRules(one)),
    ),
  }
}

/** Free seats that the law asks for; only those that a chair fills, or only the others, when that is said. */
function freeIn(
  rules: Pick<BureauRules, 'chosenByChair'>,
  bureaus: readonly KeptBureau[],
  ofChair?: boolean,
): number {
  return bureaus
    .flatMap(({ kind, seats }) => seats.map((seat) => ({ ...seat, kind })))
    .filter(({ isTaken, optional }) => !isTaken && !optional)
    .filter(({ kind, role }) => ofChair === undefined || isFilledByChair(rules, kind, role) === ofChair)
    .length
}

/** What a division says of one bureau, with the names of who is in it. */
export async function showBureauDivision(
  db: Db,
  election: Election,
  number: string,
): Promise<(DividedBureau & { readonly names: ReadonlyMap<string, NamedPerson> }) | undefined> {
  const bureaus = await keptBureaus(db, election)
  const division = await lastDivision(db, election, bureaus, await seatingRuns(db, election))
  const found = division?.bureaus.find(({ bureau }) => bureau.number === number)
  if (!found) return undefined
  const people = found.seats.flatMap(({ person, before }) => [person, before].filter((one) => one !== null))
  return { ...found, names: await namesOf(db, election, people) }
}

async function lastDivision(
  db: Db,
  election: Election,
  bureaus: readonly KeptBureau[],
  runs: readonly SeatingRun[],
): Promise<Division | undefined> {
  const [run, comparedWith] = runs.filter(({ state }) => state === 'done')
  if (!run) return undefined
  const now = new Map((await divisionOf(db, election, run.runId)).map((one) => [one.seatId, one]))
  const earlier = comparedWith ? await divisionOf(db, election, comparedWith.runId) : []
  const before = new Map(earlier.map((one) => [one.seatId, one]))
  return {
    ...{ run, comparedWith: before.size > 0 ? comparedWith : undefined },
    bureaus: bureaus.flatMap((bureau) => {
      const seats = bureau.seats.flatMap((seat) => seatOf(seat, now, before))
      return seats.length > 0 ? [{ bureau, seats }] : []
    }),
  }
}

function seatOf(
  { seatId, role, ordinal }: KeptSeat,
  now: ReadonlyMap<SeatId, DividedSeat>,
  before: ReadonlyMap<SeatId, DividedSeat>,
): SeatInDivision[] {
  const seat = now.get(seatId)
  if (!seat) return []
  const earlier = before.get(seatId)
  const travel = Array.isArray(seat.because)
    ? (seat.because as Reason[]).find(({ code }) => code === 'travel')
    : undefined
  return [
    {
      ...{ seatId, role, ordinal, person: seat.person, because: seat.because },
      metres: travel?.code === 'travel' ? travel.metres : undefined,
      isChanged: earlier !== undefined && earlier.person !== seat.person,
      before: earlier?.person ?? null,
    },
  ]
}
