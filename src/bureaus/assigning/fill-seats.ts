import type { Highs } from 'highs'
import type { CategorySelection, SeatingRule } from '../bureau-rules.ts'
import { divide } from './divide.ts'
import type { Division } from './division.ts'
import { type Hall, sitDown } from './hall.ts'
import { legalOrder } from './legal-order.ts'
import { openBureaus } from './may-sit.ts'
import { type OpenBureau, openSeats } from './open-seats.ts'
import { placeCost, tieBreakers } from './place-cost.ts'
import type { SoftWishes, ToAssign } from './seating.ts'
import { metresBetween } from './travel.ts'
import { type Member, type Members, whoSits } from './who-sits.ts'
import { circlesOf } from './wished-circles.ts'

export interface HowToFill extends ToAssign {
  readonly selection: CategorySelection
  readonly wishes: SoftWishes
}

/** Fills the seats of one rule: the law says who sits, then travel and wishes say where. Answers with the gap. */
export function fillSeats(highs: Highs, how: HowToFill, rule: SeatingRule, hall: Hall): number {
  const open = openSeats(how.bureaus, rule, hall.taken)
  const bureaus = open.map(({ bureau }) => bureau)
  const mayOpen = openBureaus(how.rules, rule, bureaus)
  const free = how.people
    .filter(({ id }) => !hall.seated.has(id))
    .filter((person) => mayOpen(person).length > 0)
  const tiers = legalOrder(how.rules, how.selection, rule, free)
  const capacity = open.map(({ seats }) => seats.length)
  const chosen = whoSits(tiers, mayOpen, capacity)
  const cost = costsOf(how, rule, hall, open, chosen, mayOpen)
  const circles = circlesOf(how.wishes, rule.role, chosen.members, open, hall)
  const start = chosen.members.map((member) => member.start)
  const { places, gap } = divide(highs, { cost, capacity, circles, start, groups: chosen.groups })
  for (const [place, { bureau, seats }] of open.entries()) {
    const members = chosen.members.filter((_, at) => places[at] === place)
    for (const [seat, { person, start: _, ...choice }] of seatByNumber(seats, members, hall)) {
      const nearest = nearestOf(
        person.home,
        mayOpen(person).map((at) => bureaus[at]!.place),
      )
      sitDown(hall, bureau, seat, person, { ...choice, rule: rule.key, list: person.list, nearest })
    }
  }
  return gap
}

function costsOf(
  how: HowToFill,
  { role }: SeatingRule,
  { satBefore, sitting }: Hall,
  open: readonly OpenBureau[],
  { members }: Members,
  mayOpen: ReturnType<typeof openBureaus>,
): Division['cost'] {
  const moment = { role, satBefore, sitting, wishes: how.wishes }
  const tie = tieBreakers(
    members.map(({ person }) => person.id),
    open.map(({ bureau }) => bureau.id),
  )
  return members.map(({ person }, at) => {
    const costs = new Float64Array(open.length).fill(Number.POSITIVE_INFINITY)
    for (const place of mayOpen(person))
      costs[place] = placeCost(moment, person, open[place]!.bureau) + tie(at, place)
    return costs
  })
}

/** Who had one of the seats keeps it; the others take what is left, who comes first by law the lowest number. */
function seatByNumber(
  seats: OpenBureau['seats'],
  members: readonly Member[],
  { satBefore }: Hall,
): [OpenBureau['seats'][number], Member][] {
  const keeps = new Map(
    members.flatMap((member) => {
      const seat = seats.find(({ id }) => id === satBefore.get(member.person.id)?.seat)
      return seat ? [[seat, member] as const] : []
    }),
  )
  const kept = new Set(keeps.values())
  const rest = members.filter((member) => !kept.has(member)).values()
  return seats.flatMap((seat) => {
    const member = keeps.get(seat) ?? rest.next().value
    return member ? [[seat, member] as [typeof seat, Member]] : []
  })
}

function nearestOf(
  home: Parameters<typeof metresBetween>[0],
  places: readonly Parameters<typeof metresBetween>[1][],
) {
  return places
    .map((place) => metresBetween(home, place))
    .filter((metres) => metres !== undefined)
    .reduce<number | undefined>((least, one) => (least === undefined || one < least ? one : least), undefined)
}
