import type { Election } from '../../elections/index.ts'
import { recordAudits } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { VolunteerId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { contactOf } from '../answering/keep-contact.ts'
import { openContact } from '../volunteers/show-volunteers.ts'
import { functionsFor, type VolunteerFunction } from '../volunteers/volunteer.ts'
import type { ShownVolunteer } from '../volunteers/volunteers-overview.ts'
import { callsTo, type ReserveCall } from './reserve-call-store.ts'
import { volunteersInReserve } from './reserve-of-volunteers.ts'
import { type ReserveMember, reserveMembers } from './reserves-overview.ts'
import { openSeats } from './show-vacancies.ts'
import type { Vacancy } from './vacancy.ts'

export const phonesPerPage = 25

export interface ReserveVolunteer {
  readonly volunteerId: VolunteerId
  readonly lastName: string
  readonly firstNames: string
  readonly functions: readonly VolunteerFunction[]
}

/** Somebody to call, with what earlier calls came to and the open seats that they can take. */
export type ToPhone = (ReserveMember | ReserveVolunteer) & {
  /** Absent: the person gave none. */
  readonly phone?: string | undefined
  /** Whether the person gave an address for e-mail. Without one and without a number nobody reaches them. */
  readonly hasEmail: boolean
  readonly calls: readonly ReserveCall[]
  readonly seats: readonly Vacancy[]
}

export const keyOf = (one: ReserveMember | ReserveVolunteer): string =>
  'assignmentId' in one ? one.assignmentId : one.volunteerId

/** A page of who can be called in the last days, in order. Each of whom a number is opened leaves an event. */
export function showPhoneList(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  { election, after, by }: { election: Election; after?: string | undefined; by: string },
): Promise<{ people: ToPhone[]; hasMore: boolean }> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const open = await openSeats(db, election)
    const offered = await volunteersInReserve(db, election)
    const all = [...(await reserveMembers(db, election)), ...offered]
    const rest = all.slice(all.findIndex((one) => keyOf(one) === after) + 1)
    const people: ToPhone[] = []
    for (const one of rest.slice(0, phonesPerPage))
      people.push('assignmentId' in one ? await member(db, one) : await volunteer(db, one))
    const shown = people.filter(({ phone }) => phone !== undefined)
    const event = { municipalityId, actor: by, action: 'bureaus.reserve-phone-shown' }
    await recordAudits(
      db,
      event,
      shown.map((one) => ({
        subject: keyOf(one),
        details: { as: 'assignmentId' in one ? 'member' : 'volunteer' },
      })),
    )
    return { people, hasMore: rest.length > phonesPerPage }

    async function member(db: Db, one: ReserveMember): Promise<ToPhone> {
      const contact = await contactOf(db, { vault }, election, one.memberId)
      const calls = await callsTo(db, election, one)
      const ways = { phone: contact?.phone, hasEmail: Boolean(contact?.email) }
      return { ...one, ...ways, calls, seats: open.filter((seat) => canTake(one, seat)) }
    }

    async function volunteer(db: Db, one: ShownVolunteer): Promise<ToPhone> {
      const { volunteerId, lastName, firstNames, functions, contactSealed } = one
      const { phone, email } = openContact(vault, contactSealed)
      const calls = await callsTo(db, election, one)
      const seats = open.filter(({ bureau, seat: { role } }) =>
        functionsFor({ kind: bureau.kind, role }).some((each) => functions.includes(each)),
      )
      const ways = { phone, hasEmail: Boolean(email) }
      return { volunteerId, lastName, firstNames, functions, ...ways, calls, seats }
    }
  })
}

/** As on polling day: a deputy chair takes the seat of a chair, a substitute any other of a bureau of that kind. */
export function canTake({ role, kind, code }: ReserveMember, { bureau, seat }: Vacancy): boolean {
  const isOfKind = bureau.kind === (kind === 'RESERVE' ? code : kind)
  const takes = role === 'DEPUTY_CHAIR' ? seat.role === 'CHAIR' : seat.role === 'ASSESSOR'
  return isOfKind && takes
}
