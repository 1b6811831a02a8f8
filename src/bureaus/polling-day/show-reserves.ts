import { type Election, getSections } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { isId, type VolunteerId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { contactOf } from '../answering/keep-contact.ts'
import { metresBetween } from '../assigning/travel.ts'
import { holdSeat } from '../assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { pointOf } from '../proposing/to-assign.ts'
import { volunteersInReserve } from '../vacancies/reserve-of-volunteers.ts'
import { openContact } from '../volunteers/show-volunteers.ts'
import { functionsFor } from '../volunteers/volunteer.ts'
import { type Reserve, reservesFor } from './board-overview.ts'
import { seatOf } from './day-deed.ts'
import type { BureauFacts, DaySeat } from './day-of-bureau.ts'

export interface ReserveToCall extends Reserve {
  /** Between the two buildings, as the crow flies; absent: one of them is not on the map. */
  readonly metres?: number
  /** Absent: the person gave none. */
  readonly phone?: string
}

/** Somebody who offered to sit wherever a member is missing: designated by nobody yet. */
export interface StandsBy {
  readonly volunteerId: VolunteerId
  readonly lastName: string
  readonly firstNames: string
  readonly phone?: string | undefined
}

type SeatWithReserves = {
  readonly seat: Pick<DaySeat, 'seatId' | 'role' | 'ordinal'>
  readonly reserves: ReserveToCall[]
  /** Of volunteers, after all who are designated. */
  readonly standsBy: StandsBy[]
}

/** Who could be sent to an empty seat, with how to reach them. Each of whom a number is opened leaves an event. */
export function showReserves(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  facts: { election: Election; bureau: BureauFacts; seatId: string; by: string },
): Promise<Result<SeatWithReserves, 'no-such-seat'>> {
  const { election, bureau, seatId, by } = facts
  const { municipalityId } = election
  if (!isId(seatId)) return Promise.resolve(refused('no-such-seat'))
  return database.inScope(staffOf(municipalityId), async (db) => {
    const seat = await holdSeat(db, election, seatOf(seatId))
    if (seat?.bureauId !== bureau.bureauId) return refused('no-such-seat')
    const reserves: ReserveToCall[] = []
    for (const one of await nearestReserves(db, election, { ...bureau, role: seat.role })) {
      const contact = await contactOf(db, { vault }, election, one.memberId)
      reserves.push({ ...one, ...(contact && { phone: contact.phone }) })
      if (contact)
        await recordAudit(db, {
          ...{ municipalityId, actor: by, action: 'bureaus.phone-shown', subject: one.assignmentId },
        })
    }
    const standsBy = await volunteersFor(db, { ...facts, vault }, { kind: bureau.kind, role: seat.role })
    return { ok: true, seat, reserves, standsBy }
  })
}

/** Who offered to stand by, for a seat that the rules let another than a listed person take. */
async function volunteersFor(
  db: Db,
  { election, by, vault }: { election: Election; by: string; vault: Vault },
  seat: { readonly kind: KeptKind; readonly role: SeatRole },
): Promise<StandsBy[]> {
  if (!functionsFor(seat).includes('RESERVE')) return []
  const able = (await volunteersInReserve(db, election)).filter(({ functions }) =>
    functions.includes('RESERVE'),
  )
  const shown = able.slice(0, mostReserves).map((one): StandsBy => {
    const { volunteerId, lastName, firstNames, contactSealed } = one
    return { volunteerId, lastName, firstNames, phone: openContact(vault, contactSealed).phone }
  })
  const { municipalityId } = election
  for (const { volunteerId, phone } of shown)
    if (phone) {
      const event = { municipalityId, actor: by, action: 'bureaus.reserve-phone-shown' }
      await recordAudit(db, { ...event, subject: volunteerId, details: { as: 'volunteer' } })
    }
  return shown
}

const mostReserves = 10

/** Those of the bureau itself first; then, where it is known how far they are, the nearest, and else in the same building first. */
async function nearestReserves(
  db: Db,
  election: Election,
  bureau: BureauFacts & { readonly role: SeatRole },
): Promise<Omit<ReserveToCall, 'phone'>[]> {
  const sections = await getSections(db, election.municipalityId, election.electionId)
  const kept = (await keptBureaus(db, election)).find(({ bureauId }) => bureauId === bureau.bureauId)
  const here = kept && pointOf(kept, sections)
  const all = (await reservesFor(db, election, bureau)).map((one) => {
    const metres = metresBetween(pointOf(one, sections), here)
    return { ...one, ...(metres !== undefined && { metres }) }
  })
  const rank = ({ number, kind, metres, place }: Omit<ReserveToCall, 'phone'>) => {
    if (number === bureau.number && kind === bureau.kind) return -1
    return metres ?? (place !== null && place === bureau.place ? 0 : Number.MAX_SAFE_INTEGER)
  }
  return all.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostReserves)
}
