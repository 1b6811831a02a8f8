import type { HowToFill } from './fill-seats.ts'
import { givesExperience, type Hall, hasExperience, type Sitter } from './hall.ts'
import { refusalOf } from './may-sit.ts'
import { keptWishes } from './place-cost.ts'
import type {
  BureauToFill,
  EmptySeat,
  ProposedSeating,
  Reason,
  ReasonForEmpty,
  Refusal,
  SeatedPerson,
  SoftWish,
} from './seating.ts'
import { metresBetween } from './travel.ts'

/** Who sits where and why, by bureau and seat. */
export function seatedPeople(how: HowToFill, hall: Hall): SeatedPerson[] {
  return byId(how.bureaus).flatMap((bureau) =>
    byId(bureau.seats).flatMap(({ id }) => {
      const sitter = hall.sitting.get(bureau.id)!.find(({ seat }) => seat === id)
      return sitter
        ? [{ seat: id, person: sitter.person.id, because: reasonsOf(how, hall, bureau, sitter) }]
        : []
    }),
  )
}

function reasonsOf(how: HowToFill, hall: Hall, bureau: BureauToFill, sitter: Sitter): Reason[] {
  return [...whyChosen(how, bureau, sitter), ...whyHere(how, hall, bureau, sitter)]
}

function whyChosen(how: HowToFill, bureau: BureauToFill, { person, role, choice }: Sitter): Reason[] {
  if (!choice) {
    const rules = how.rules.seating.filter((rule) => rule.kind === bureau.kind && rule.role === role)
    const refusals = rules.map((rule) => refusalOf(how.rules, rule, person, bureau))
    return [{ code: 'fixed', ...(refusals.every((one) => one) && { against: refusals.at(-1) }) }]
  }
  const { rule, list, position, of, othersDidNotFit } = choice
  const chosen = { rule, list, position, of }
  const { category, drawRank, offers } = person
  const ranked = list === 'A' && how.selection === 'RANKED' && category
  const drawn = (list !== 'A' || how.selection === 'RANDOM') && drawRank
  return [
    offers
      ? { code: 'by-offer', ...chosen }
      : ranked
        ? { code: 'by-rank', category, ...chosen }
        : drawn
          ? { code: 'by-draw', drawRank, ...chosen }
          : { code: 'by-nearness', ...chosen },
    ...(othersDidNotFit > 0 ? [{ code: 'others-did-not-fit', people: othersDidNotFit } as const] : []),
  ]
}

const codes = { lastChair: 'last-chair', stay: 'stay', household: 'household' } as const

function whyHere(
  { wishes }: HowToFill,
  { satBefore, sitting }: Hall,
  bureau: BureauToFill,
  { person, role, choice }: Sitter,
): Reason[] {
  const metres = metresBetween(person.home, bureau.place)
  const kept = keptWishes({ role, wishes, satBefore, sitting }, person, bureau.id)
  const others = sitting.get(bureau.id)!.filter((other) => other.person !== person)
  const alone = person.experienced && givesExperience(role) && !hasExperience(others)
  return [
    metres === undefined
      ? { code: 'distance-unknown' }
      : {
          ...{ code: 'travel', metres, nearest: choice?.nearest ?? metres },
          ...(person.homeIsWhereTheyVote && { fromWhereTheyVote: true }),
        },
    ...Object.entries(codes).flatMap(([wish, code]): Reason[] => {
      const wasKept = kept[wish as SoftWish]
      return wasKept === undefined || !wishes[wish as SoftWish] ? [] : [{ code, kept: wasKept }]
    }),
    ...(alone && wishes.experience ? [{ code: 'only-experienced' } as const] : []),
  ]
}

/** The seats that nobody has, and why. */
export function emptySeats(how: HowToFill, hall: Hall): EmptySeat[] {
  return byId(how.bureaus).flatMap((bureau) =>
    byId(bureau.seats)
      .filter(({ id }) => !hall.taken.has(id))
      .map(({ id, role }) => ({ seat: id, because: whyEmpty(how, bureau, role) })),
  )
}

function whyEmpty(how: HowToFill, bureau: BureauToFill, role: Sitter['role']): ReasonForEmpty {
  const rules = how.rules.seating.filter((rule) => rule.kind === bureau.kind && rule.role === role)
  if (rules.length === 0) return { code: 'not-from-lists' }
  const refused: Partial<Record<Refusal, number>> = {}
  let people = 0
  for (const person of how.people) {
    if (person.sitsAlready) continue
    const refusals = rules.map((rule) => refusalOf(how.rules, rule, person, bureau))
    // The last rule is the widest: what keeps somebody out there keeps them out.
    const refusal = refusals.every((one) => one) && refusals.at(-1)
    if (refusal) refused[refusal] = (refused[refusal] ?? 0) + 1
    else people++
  }
  return people > 0 ? { code: 'all-sit', people } : { code: 'nobody', refused }
}

export function sumOf({ bureaus, wishes }: HowToFill, { sitting, satBefore }: Hall): ProposedSeating['sum'] {
  const missed = { lastChair: 0, experience: 0, household: 0, stay: 0 }
  let travel = 0
  for (const bureau of bureaus) {
    const sitters = sitting.get(bureau.id)!
    for (const { person, role } of sitters) {
      travel += metresBetween(person.home, bureau.place) ?? 0
      const { household: _, ...kept } = keptWishes({ role, wishes, satBefore, sitting }, person, bureau.id)
      for (const [wish, wasKept] of Object.entries(kept)) if (!wasKept) missed[wish as SoftWish]++
    }
    const households = sitters.flatMap(({ person }) => person.household ?? [])
    missed.household += households.length - new Set(households).size
    if (bureau.seats.some(({ role }) => givesExperience(role)) && !hasExperience(sitters)) missed.experience++
  }
  const counts = (wish: string) => (wishes[wish as SoftWish] ? missed[wish as SoftWish] : 0)
  return {
    travel,
    missed: {
      lastChair: counts('lastChair'),
      experience: counts('experience'),
      household: counts('household'),
      stay: counts('stay'),
    },
  }
}

function byId<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
