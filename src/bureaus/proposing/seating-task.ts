import { type Election, getSections } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { BureauToFill, ListedPerson, SoftWishes, ToAssign } from '../assigning/seating.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import type { CandidatesOfLists } from './candidates-of-lists.ts'
import { around, householdAt, type SeatCandidate } from './seat-candidate.ts'
import type { SeatingChoice } from './seating-choice-store.ts'
import { sittersOf } from './sitters-overview.ts'
import { bureausToFill } from './to-assign.ts'

/** What a division is made from, each with a hash, so that what changed since can be told. */
export const seatingSources = ['seats', 'listA', 'listB', 'volunteers', 'choices', 'rules'] as const
export type SeatingSource = (typeof seatingSources)[number]
export type SourceHashes = Readonly<Record<SeatingSource, string>>

export interface SeatingTask {
  readonly task: ToAssign
  /** Seats that nobody has. */
  readonly free: ReadonlySet<string>
  readonly people: ReadonlyMap<string, SeatCandidate>
  /** Number of the bureau, by seat. */
  readonly numbers: ReadonlyMap<string, string>
  readonly sources: SourceHashes
}

interface ToSeat {
  readonly election: Election
  readonly candidates: CandidatesOfLists
  readonly choices?: readonly SeatingChoice[]
  readonly wishes?: SoftWishes | undefined
  /** The division that is kept where it can be: the person of each seat. */
  readonly before?: ReadonlyMap<string, string>
}

/** Everybody without a seat, and every seat without somebody; who sits already stays, and counts for the wishes. */
export async function seatingTask(
  db: Db,
  { election, candidates, choices = [], wishes, before }: ToSeat,
): Promise<SeatingTask> {
  const rules = loadBureauRules(election.ruleset)
  const kept = await keptBureaus(db, election)
  const sections = await getSections(db, election.municipalityId, election.electionId)
  const bureaus = bureausToFill(kept, sections)
  const asked = new Map(bureaus.flatMap((bureau) => bureau.seats.map(({ id }) => [id, bureau] as const)))
  const sitters = (await sittersOf(db, election)).filter(({ seatId }) => asked.has(seatId))
  const seated = new Set(sitters.map(({ person }) => person))
  const all = [...candidates.volunteers, ...candidates.listB, ...candidates.listA] // of two lists the first counts
  const people = new Map(
    all.filter(({ person }) => !seated.has(person.id)).map((one) => [one.person.id, one]),
  )
  const taken = new Map(sitters.map(({ seatId, person }) => [seatId as string, person]))
  const keep = choices.filter(({ choice, person }) => choice === 'KEEP' && people.has(person))
  const fixedByHand = keep.filter(({ seatId }) => asked.has(seatId) && !taken.has(seatId))
  const notIn = Map.groupBy(
    choices.filter(({ choice, seatId }) => choice === 'NOT_HERE' && asked.has(seatId)),
    ({ person }) => person,
  )
  const listed = [...people.values()].map(({ person }) => {
    const away = notIn.get(person.id)?.map(({ seatId }) => asked.get(seatId)!.id)
    return away ? { ...person, notIn: away } : person
  })
  const task: ToAssign = {
    ...{ rules, bureaus, wishes, before },
    people: [...listed, ...sitters.map(asSitting)],
    fixed: new Map([
      ...taken,
      ...fixedByHand.map(({ seatId, person }) => [seatId as string, person] as const),
    ]),
  }
  return {
    ...{ task, people },
    free: new Set([...asked.keys()].filter((id) => !taken.has(id))),
    numbers: new Map(kept.flatMap(({ number, seats }) => seats.map(({ seatId }) => [seatId, number]))),
    sources: sourcesOf(task, candidates, choices, taken),
  }
}

/** Somebody who has a seat: nothing is asked of them any more, but where they live counts. */
function asSitting({
  person,
  address,
  experienced,
}: Awaited<ReturnType<typeof sittersOf>>[number]): ListedPerson {
  return {
    ...{ id: person, list: 'OTHER', belgian: true, age: 100, candidate: false, voterOf: around },
    ...{ experienced, sitsAlready: true },
    household: address && householdAt(address),
  }
}

function sourcesOf(
  { rules, bureaus }: { rules: ToAssign['rules']; bureaus: readonly BureauToFill[] },
  { listA, listB, volunteers }: CandidatesOfLists,
  choices: readonly SeatingChoice[],
  taken: ReadonlyMap<string, string>,
): SourceHashes {
  const hash = (value: unknown) => sha256OfJson(JSON.parse(JSON.stringify(value))).toString('hex')
  const sorted = <T>(all: readonly T[], key: (one: T) => string) =>
    all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const of = (all: readonly SeatCandidate[]) =>
    hash(
      sorted(
        all.map(({ person }) => person),
        ({ id }) => id,
      ),
    )
  return {
    seats: hash([
      sorted(
        bureaus.map((one) => ({ ...one, seats: sorted(one.seats, ({ id }) => id) })),
        ({ id }) => id,
      ),
      sorted([...taken], ([seat]) => seat),
    ]),
    listA: of(listA),
    listB: of(listB),
    volunteers: of(volunteers),
    choices: hash(
      sorted(
        choices.map(({ seatId, person, choice }) => ({ seatId, person, choice })),
        ({ seatId, person }) => seatId + person,
      ),
    ),
    rules: hash([rules.members, rules.categories, rules.categorySelection, rules.seating]),
  }
}
