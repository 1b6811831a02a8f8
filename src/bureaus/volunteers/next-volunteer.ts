import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Offer } from '../assigning/seating.ts'
import type { SealedMember } from '../assignments/member-store.ts'
import type { List } from '../bureau-rules.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { listBSections } from '../listing/list-b-overview.ts'
import { memberLists } from '../listing/member-list-store.ts'
import { type NextPerson, nextInQueue, type SeatToFill } from '../listing/next-in-queue.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { functionsFor } from './volunteer.ts'
import { lockAccepted } from './volunteer-store.ts'
import { inFile, type ShownVolunteer, selectVolunteers } from './volunteers-overview.ts'

/** Whether the rules let another than who is on a list sit here, and volunteers with them. */
export function isForVolunteers(election: Pick<Election, 'ruleset'>, { kind, role }: SeatToFill): boolean {
  const rules = loadBureauRules(election.ruleset)
  return rules.volunteers.allowed.value && listsOf(election, { kind, role }).has('OTHER')
}

function listsOf({ ruleset }: Pick<Election, 'ruleset'>, { kind, role }: SeatToFill): ReadonlySet<List> {
  const { seating } = loadBureauRules(ruleset)
  return new Set(
    seating.filter((rule) => rule.kind === kind && rule.role === role).flatMap((rule) => rule.lists),
  )
}

/**
 * Whether the lists that the law names for a seat still come first: they are not made yet, or somebody on them may still be called. Who
 * was drawn after the names that the law asks is no longer on list B, but next in its order.
 */
export async function listsComeFirst(db: Db, election: Election, seat: SeatToFill): Promise<boolean> {
  const next = await nextInQueue(db, election, seat)
  if (!next) return !(await areListsMade(db, election, seat))
  if (next.origin !== 'DRAW') return true
  const sections = await listBSections(db, election)
  const places = sections?.find(({ section }) => section === seat.section)?.places ?? 0
  return next.drawRank! <= places
}

async function areListsMade(db: Db, election: Election, seat: SeatToFill): Promise<boolean> {
  const lists = listsOf(election, seat)
  const isDrawn = (await currentDraw(db, election))?.state === 'DRAWN'
  if (lists.has('B') && !isDrawn) return false
  if (!lists.has('A')) return true
  const [listA] = await memberLists(db, election, 'A')
  const isOrdered = loadBureauRules(election.ruleset).categorySelection.value !== 'RANDOM' || isDrawn
  return isOrdered && listA !== undefined && listA.state !== 'DRAFT'
}

/** Accepted volunteers who can have this seat now: who offered exactly this first, and of those who offered it first. */
export async function volunteersFor(db: Db, election: Election, seat: SeatToFill): Promise<ShownVolunteer[]> {
  if (!isForVolunteers(election, seat)) return []
  return fittingFor(seat, await selectVolunteers(db, election, inFile('ACCEPTED', undefined)))
}

function fittingFor(seat: SeatToFill, accepted: readonly ShownVolunteer[]): ShownVolunteer[] {
  const fitting = functionsFor(seat)
  const placeOf = ({ functions }: ShownVolunteer) => fitting.findIndex((one) => functions.includes(one))
  return accepted
    .filter((one) => one.whyNot.length === 0 && placeOf(one) >= 0)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
}

/**
 * The volunteer for a seat of which the lists have nobody left: the reserve. Who was proposed before, or is on list A and comes by it, is
 * passed over.
 */
export async function nextVolunteer(
  db: Db,
  election: Election,
  seat: SeatToFill,
): Promise<NextPerson | undefined> {
  if (!isForVolunteers(election, seat) || !(await areListsMade(db, election, seat))) return undefined
  await lockAccepted(db, election)
  const able = await volunteersFor(db, election, seat)
  const next = able.find(comesAsVolunteer)
  return next && { origin: 'VOLUNTEER', member: memberFrom(next), contactSealed: next.contactSealed }
}

/** Who was proposed before does not come again by itself, and who is on list A comes by that list. */
function comesAsVolunteer({ wasProposed, remarks }: ShownVolunteer): boolean {
  return !wasProposed && !remarks.includes('list-a')
}

export interface VolunteerToSeat {
  readonly volunteer: ShownVolunteer
  /** The seats that they offered to take and of which the lists are made; none yet: these come first. */
  readonly offers: readonly Offer[]
}

/** Accepted volunteers who may be divided over seats, for each kind of seat in the order in which they would be proposed one by one. */
export async function volunteersToSeat(db: Db, election: Election): Promise<VolunteerToSeat[]> {
  const accepted = await selectVolunteers(db, election, inFile('ACCEPTED', undefined))
  const able = accepted.filter((one) => one.whyNot.length === 0 && comesAsVolunteer(one))
  const offers = new Map(able.map((one) => [one, [] as Offer[]]))
  const rules = loadBureauRules(election.ruleset).seating
  for (const { kind, role } of new Map(rules.map((rule) => [`${rule.kind} ${rule.role}`, rule])).values()) {
    if (!isForVolunteers(election, { kind, role }) || !(await areListsMade(db, election, { kind, role })))
      continue
    for (const [at, one] of fittingFor({ kind, role }, able).entries())
      offers.get(one)!.push({ kind, role, place: at + 1 })
  }
  return [...offers].map(([volunteer, own]) => ({ volunteer, offers: own }))
}

/** Named as the voters list names them, where it has them. */
export function memberFrom(one: ShownVolunteer): SealedMember {
  const { voter, voterId, nrnCipher, nrnIndex, birthDate, lastName, firstNames } = one
  const name = voter ? { lastName: voter.lastName, firstNames: voter.firstNames } : { lastName, firstNames }
  return {
    ...{ nrnCipher, nrnIndex, birthDate, ...name },
    ...(voter?.address && { address: voter.address }),
    ...(voterId && { voterId }),
  }
}
