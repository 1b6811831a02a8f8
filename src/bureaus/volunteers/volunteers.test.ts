import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { MunicipalityId, SeatId, VolunteerId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import { testNumber } from '../../voters/testing.ts'
import { contactOf } from '../answering/keep-contact.ts'
import { adoptList } from '../listing/adopt-list.ts'
import { proposeNext } from '../listing/propose-next.ts'
import { aNaming, candidatesAre, importNamings, withVoters } from '../listing/testing.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { memberKeysInUse } from '../sealed/sealed-store.ts'
import { adopted, aLocalElection, aPollingBureau, bureauDeps, withSections } from '../testing.ts'
import {
  confirmByPhone,
  confirmOffer,
  dropUnconfirmedOffers,
  offerOfLink,
  withdrawOffer,
} from './confirm-offer.ts'
import { decideOffer } from './decide-offer.ts'
import { volunteerSecret } from './links.ts'
import { offerAtCounter, offerOnline } from './offer.ts'
import { proposeVolunteer } from './propose-volunteer.ts'
import { showVolunteer, showVolunteers } from './show-volunteers.ts'
import type { Application } from './volunteer.ts'
import { callForVolunteers, openVolunteerCalls } from './volunteer-call.ts'
import { volunteerCounts } from './volunteers-overview.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let municipalityId = 0 as MunicipalityId
let election: Election
const by = 'clerk'

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  deps = bureauDeps(database)
  municipalityId = (municipalityId + 1) as MunicipalityId
  election = await aLocalElection(database, municipalityId)
  await withSections(database, election, [1])
})
afterAll(() => database.close())

const inScope = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(municipalityId), work)

function anOffer(n: number, more: Partial<Application> = {}): Application {
  return {
    ...{ nationalNumber: testNumber(n) as NationalNumber, lastName: `Peeters ${n}`, firstNames: 'Lotte' },
    ...{ birthDate: '1985-03-27', contact: { email: `lotte${n}@voorbeeld.example` } },
    ...{ functions: ['CHAIR', 'POLLING_MEMBER'], training: ['EVENING'], satBefore: true },
    ...more,
  }
}
const openForm = () => callForVolunteers(deps, { election, isOpen: true, by })
const atCounter = (n: number, more: Partial<Application> = {}) =>
  offerAtCounter(deps, { election, application: anOffer(n, more), language: 'nl', by })
const decide = (volunteerId: VolunteerId, accepts: boolean, reason = '') =>
  decideOffer(deps, { election, volunteerId, accepts, reason, by })
async function online(n: number, more: Partial<Application> = {}): Promise<VolunteerId> {
  const offered = await offerOnline(deps, { election, application: anOffer(n, more), language: 'fr' })
  if (!offered.ok) throw new Error(offered.because)
  return offered.volunteerId
}
const linkOf = (id: VolunteerId, purpose: 'confirm' | 'withdraw') =>
  sha256(volunteerSecret(deps.vault, purpose, id))
const stateOf = async (volunteerId: VolunteerId) =>
  (await showVolunteer(deps, { election, volunteerId, by }))?.volunteer.state
async function seatFor(role: string): Promise<SeatId> {
  const [bureau] = await inScope((db) => keptBureaus(db, election))
  return bureau!.seats.find((seat) => seat.role === role)!.seatId
}
const mails = () =>
  inScope(async (db) => {
    const { rows } = await sql<{ kind: string }>`
      select kind from bureaus.volunteer_mail where municipality_id = ${municipalityId} order by kind`.execute(
      db,
    )
    return rows.map(({ kind }) => kind)
  })

describe('the form for everybody', () => {
  test('takes nothing before the municipality switched it on, nor after', async () => {
    const offer = () => offerOnline(deps, { election, application: anOffer(1), language: 'nl' })
    expect(await offer()).toMatchObject({ ok: false, because: 'closed' })
    expect(await openForm()).toMatchObject({ ok: true })
    expect((await openVolunteerCalls(deps, municipalityId)).map(({ code }) => code)).toEqual([election.code])
    expect(await offer()).toMatchObject({ ok: true })
    await callForVolunteers(deps, { election, isOpen: false, by })
    expect(await offer()).toMatchObject({ ok: false, because: 'closed' })
  })

  test('is not switched on, and takes nothing, from polling day on', async () => {
    await openForm()
    deps.clock.moveTo(`${election.pollingDay}T08:00:00Z`)
    expect(await openForm()).toMatchObject({ ok: false, because: 'election-over' })
    expect(await openVolunteerCalls(deps, municipalityId)).toEqual([])
  })

  test('keeps no number, address or wish that can be read in the database', async () => {
    await openForm()
    await online(1, {
      contact: { email: 'lotte@voorbeeld.example', phone: '0470 11 22 33', wish: 'De Linde' },
    })
    const { rows } = await inScope((db) =>
      sql`select v::text as row from bureaus.volunteer v where municipality_id = ${municipalityId}`.execute(
        db,
      ),
    )
    const text = JSON.stringify(rows)
    for (const secret of [testNumber(1), 'lotte@', '0470', 'Linde']) expect(text).not.toContain(secret)
    expect(await inScope((db) => memberKeysInUse(db, municipalityId))).toHaveLength(1)
  })
})

describe('a link', () => {
  test('confirms once, and not after its time', async () => {
    await openForm()
    const [one, late] = [await online(1), await online(2)]
    expect(await stateOf(one)).toBe('NEW')
    expect(await confirmOffer(deps, linkOf(one, 'withdraw'))).toBe(false)
    expect(await confirmOffer(deps, linkOf(one, 'confirm'))).toBe(true)
    expect(await confirmOffer(deps, linkOf(one, 'confirm'))).toBe(false)
    deps.clock.moveTo('2030-08-23T09:00:00Z')
    expect(await confirmOffer(deps, linkOf(late, 'confirm'))).toBe(false)
    await dropUnconfirmedOffers(deps, municipalityId)
    expect([await stateOf(one), await stateOf(late)]).toEqual(['CONFIRMED', undefined])
  })

  test('takes the offer back, and erases how to reach who made it', async () => {
    await openForm()
    const id = await online(1)
    const found = (await offerOfLink(deps, linkOf(id, 'withdraw')))!
    expect(await withdrawOffer(deps, found)).toBe(true)
    expect(await withdrawOffer(deps, found)).toBe(false)
    expect(await confirmOffer(deps, linkOf(id, 'confirm'))).toBe(false)
    expect((await showVolunteer(deps, { election, volunteerId: id, by }))?.contact).toEqual({})
  })

  test('is not needed of who gave no address: the clerk calls', async () => {
    await openForm()
    const id = await online(1, { contact: { phone: '0470112233' } })
    expect(await mails()).toEqual([])
    await dropUnconfirmedOffers(deps, municipalityId)
    const confirming = { election, volunteerId: id, by }
    expect([await confirmByPhone(deps, confirming), await confirmByPhone(deps, confirming)]).toEqual([
      true,
      false,
    ])
  })
})

describe('the decision', () => {
  test('waits for the confirmation, needs a reason for a refusal, and is mailed', async () => {
    await openForm()
    await withVoters(deps, election, 4)
    const id = await online(1)
    expect(await decide(id, true)).toMatchObject({ because: 'not-in-this-state' })
    await confirmOffer(deps, linkOf(id, 'confirm'))
    expect(await decide(id, false)).toMatchObject({ because: 'reason-missing' })
    expect(await decide(id, false, testNumber(3))).toMatchObject({ because: 'number-in-text' })
    expect(await decide(id, true)).toMatchObject({ ok: true })
    expect(await decide(id, true)).toMatchObject({ because: 'not-in-this-state' })
    expect(await decide(id, false, 'kan die dag niet')).toMatchObject({ ok: true })
    expect(await mails()).toEqual(['accepted', 'confirm', 'refused'])
  })

  test('accepts nobody whom the rules keep out, and says why and what else there is to know', async () => {
    await withVoters(deps, election, 6)
    await importNamings(deps, election, aNaming(3))
    await candidatesAre(deps, election, 2)
    const ids = [await atCounter(2), await atCounter(99), await atCounter(1, { lastName: 'Iemand' })]
    const onA = await atCounter(3)
    const shown = await showVolunteers(deps, { election, file: 'CONFIRMED', by })
    const facts = new Map(shown.map(({ volunteerId, whyNot, remarks }) => [volunteerId, { whyNot, remarks }]))
    expect(facts.get(ids[0]!)!.whyNot).toEqual(['candidate'])
    expect(facts.get(ids[1]!)!.whyNot).toEqual(['no-voter'])
    expect(facts.get(ids[2]!)).toMatchObject({ whyNot: [], remarks: expect.arrayContaining(['other-name']) })
    expect(facts.get(onA)!.remarks).toContain('list-a')
    expect(await decide(ids[0]!, true)).toMatchObject({ because: 'may-not-sit', detail: 'candidate' })
    const young = await atCounter(98, { birthDate: '2014-01-01' })
    expect(await decide(young, true)).toMatchObject({ detail: 'no-voter,age' })
  })

  test('accepts a person once, however often they offered', async () => {
    await withVoters(deps, election, 4)
    const [one, again] = [await atCounter(1), await atCounter(1)]
    expect(await decide(one, true)).toMatchObject({ ok: true })
    expect(await decide(again, true)).toMatchObject({ because: 'accepted-before' })
  })
})

describe('a seat', () => {
  beforeEach(async () => {
    await withVoters(deps, election, 12)
    await adopted(deps, election, [aPollingBureau(1)])
  })
  const propose = (volunteerId: VolunteerId, seatId: SeatId) =>
    proposeVolunteer(deps, { election, seatId, volunteerId, by })
  async function accepted(n: number, more: Partial<Application> = {}) {
    const id = await atCounter(n, more)
    expect(await decide(id, true)).toMatchObject({ ok: true })
    return id
  }
  async function listAOf(...people: readonly number[]) {
    await importNamings(deps, election, ...people.map((n) => aNaming(n)))
    const decision = { election, kind: 'A', decision: 'CBS 1', decidedOn: '2030-08-20', by } as const
    expect(await adoptList(deps, decision)).toMatchObject({ ok: true })
  }
  /** How the member who was proposed can be reached. */
  const reachedAt = (proposed: Awaited<ReturnType<typeof propose | typeof next>>) => {
    if (!proposed.ok) throw new Error(proposed.because)
    return inScope((db) => contactOf(db, deps, election, proposed.assignment.memberId))
  }
  const next = (seatId: SeatId) => proposeNext(deps, { election, seatId, by, authority: 'municipality' })

  test('goes to no volunteer while its lists are not made, or have somebody left', async () => {
    const [id, chair] = [await accepted(1), await seatFor('CHAIR')]
    expect(await propose(id, chair)).toMatchObject({ because: 'lists-first' })
    expect(await next(chair)).toMatchObject({ because: 'queue-empty' })
    await listAOf(5)
    expect(await propose(id, chair)).toMatchObject({ because: 'lists-first' })
    expect(await next(chair)).toMatchObject({ ok: true, assignment: { origin: 'CATEGORY' } })
  })

  test('goes to the volunteer who offered it first when list A has nobody left; nobody is taken twice', async () => {
    await listAOf(5)
    await candidatesAre(deps, election, 5)
    const [onA, first] = [await accepted(2, { functions: ['RESERVE'] }), await accepted(1)]
    const chair = await seatFor('CHAIR')
    expect(await propose(onA, chair)).toMatchObject({ because: 'not-offered' })
    const taken = await next(chair)
    expect(taken).toMatchObject({ ok: true, assignment: { origin: 'VOLUNTEER' } })
    expect(await reachedAt(taken)).toEqual({ phone: '', email: 'lotte1@voorbeeld.example' })
    expect(await propose(first, await seatFor('ASSESSOR'))).toMatchObject({ because: 'lists-first' })
    expect(await inScope((db) => volunteerCounts(db, election))).toMatchObject({ ACCEPTED: 1, USED: 1 })
    const used = (await showVolunteer(deps, { election, volunteerId: first, by }))!.volunteer
    expect([used.isUsed, used.whyNot]).toEqual([true, ['seat']])
    expect(await decide(first, false, 'toch niet')).toMatchObject({ because: 'is-used' })
  })

  test('is given by hand to an accepted volunteer only, under the name of the voters list', async () => {
    await listAOf(5)
    await candidatesAre(deps, election, 5)
    const chair = await seatFor('CHAIR')
    expect(await propose(await atCounter(3), chair)).toMatchObject({ because: 'no-such-volunteer' })
    const proposed = await propose(
      await accepted(1, { lastName: 'peeters', contact: { phone: '0470 12 34 56' } }),
      chair,
    )
    expect(proposed).toMatchObject({ ok: true, assignment: { origin: 'VOLUNTEER', role: 'CHAIR' } })
    expect(await reachedAt(proposed)).toMatchObject({ phone: '0470 12 34 56' })
    expect(await propose(await accepted(4), chair)).toMatchObject({ because: 'seat-taken' })
  })
})

test('every look and every deed leaves its event, with no name in it', async () => {
  await openForm()
  const id = await online(1)
  await showVolunteers(deps, { election, file: 'NEW', by })
  await showVolunteer(deps, { election, volunteerId: id, by })
  const events = await inScope((db) => latestAuditEvents(db, municipalityId, 20))
  const actions = events.map(({ action }) => action)
  for (const action of ['call-changed', 'offered', 'shown'])
    expect(actions).toContain(`bureaus.volunteer-${action}`)
  expect(actions).toContain('bureaus.volunteers-shown')
  expect(JSON.stringify(events)).not.toContain('Peeters')
})
