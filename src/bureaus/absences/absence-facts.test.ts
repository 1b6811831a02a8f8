import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import {
  type AssignmentId,
  type MemberId,
  type MunicipalityId,
  newId,
  type SeatId,
} from '../../platform/ids.ts'
import { closeTerms } from '../answering/close-terms.ts'
import { designate } from '../assignments/designate.ts'
import { noteAbsent } from '../assignments/note-absent.ts'
import { noteDelivered } from '../assignments/note-delivered.ts'
import { sendCall } from '../assignments/send-call.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import { noteDeed } from '../polling-day/note-deed.ts'
import { aDayOf } from '../polling-day/testing.ts'
import {
  aCalledMember,
  adopted,
  afterPollingDay,
  aLocalElection,
  aMember,
  aPollingBureau,
  aProposal,
  bureauDeps,
} from '../testing.ts'
import { absenceDocument } from './absence-document.ts'
import { absenceFileOf } from './absence-facts.ts'
import type { AbsenceFile } from './absence-file.ts'
import { absenceCounts } from './absence-store.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let bureau: KeptBureau
let seats: SeatId[]

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(7, 2)])
  bureau = (await database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election)))[0]!
  seats = bureau.seats.map(({ seatId }) => seatId)
})
afterAll(() => database.close())

const fileNow = () =>
  database.inScope(staffOf(firstMunicipality), (db) => absenceFileOf(db, deps, election, bureau))
const member = (n: number): Promise<MemberId> => aMember(deps, election, n)

test('as long as somebody who is expected is not noted there is no file', async () => {
  const arrivedAt = new Date('2030-10-13T05:50:00Z')
  await afterPollingDay(deps, { election, seatId: seats[0]!, memberId: await member(1), arrivedAt })
  const silent = await aCalledMember(deps, { election, seatId: seats[1]!, memberId: await member(2) })
  deps.clock.moveTo('2030-10-10T08:00:00Z')
  await closeTerms(deps, election)
  expect(await fileNow()).toBe('attendance-not-closed')
  deps.clock.moveTo('2030-10-13T18:00:00Z')
  const step = { election, assignmentId: silent, by: 'chair', authority: 'chair' } as const
  expect(await noteAbsent(deps, step)).toMatchObject({ ok: true })
})

test('a bureau that closed its day closed its attendance: who is not noted is unknown, told, and not absent', async () => {
  const closes = async (checkpoint: 'OPENED' | 'CLOSED', at: string) => {
    const deed = { kind: 'checkpoint', checkpoint, id: newId<string>(), at } as const
    const author = { by: 'chair', authority: 'chair' } as const
    const later = bureauDeps(database, '2030-10-13T20:00:00Z')
    const noted = await noteDeed(later, { election: other, bureauId: second.bureauId, deed, ...author })
    expect(noted).toMatchObject({ ok: true, noted: { refusedFor: null } })
  }
  const other = await aLocalElection(database, 2 as MunicipalityId)
  const inOther = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(other.municipalityId), work)
  const before = bureauDeps(database)
  await adopted(before, other, [aPollingBureau(8, 2)])
  const [second] = (await inOther((db) => keptBureaus(db, other))) as [KeptBureau]
  const [chair, assessor] = second.seats
  await afterPollingDay(before, {
    election: other,
    seatId: chair!.seatId,
    memberId: await aMember(before, other, 11),
  })
  await aCalledMember(before, {
    election: other,
    seatId: assessor!.seatId,
    memberId: await aMember(before, other, 12),
  })
  await closeTerms(bureauDeps(database, '2030-10-10T08:00:00Z'), other)
  const file = () => inOther((db) => absenceFileOf(db, before, other, second))
  await closes('OPENED', '2030-10-13T06:00:00.000Z')
  expect(await file()).toBe('attendance-not-closed')
  await closes('CLOSED', '2030-10-13T11:00:00.000Z')
  expect(await file()).toMatchObject({
    bureau: { attendanceClosedAt: new Date('2030-10-13T11:00:00Z') },
    reported: [{ name: 'Lotte Peeters 11', fact: 'ABSENT' }],
    unknown: [{ name: 'Lotte Peeters 12', role: 'ASSESSOR' }],
  })
  const counts = await inOther((db) => absenceCounts(db, other, { most: 10 }))
  expect(counts).toMatchObject([{ number: '8', absent: 1, unknown: 1 }])
})

test('local: for the justice of the peace by the third day, with what the timeline proves', async () => {
  const file = await fileNow()
  expect(file).toMatchObject({
    ...{ addressee: 'justice-of-the-peace', passedOnTo: ['public-prosecutor'], sendBy: '2030-10-16' },
    bureau: { number: '7', attendanceClosedAt: new Date('2030-10-13T18:00:00Z') },
  })
  const reported = typeof file === 'string' ? [] : file.reported
  expect(reported).toHaveLength(2)
  const late = reported.find(({ fact }) => fact === 'LATE')
  expect(late).toMatchObject({ minutesLate: 20, weaknesses: [], designatedOn: '2030-08-20' })
  expect(late).toMatchObject({
    addressLines: ['Kerkstraat 1', '9999 Zonnedorp'],
    notedBy: { authority: 'chair', at: new Date('2030-10-13T18:00:00Z') },
  })
  const document = absenceDocument(election, file as AbsenceFile)
  const lines = document.parts.flatMap((part) => part.lines)
  expect(lines).toContainEqual({ label: 'Adres', text: 'Kerkstraat 1, 9999 Zonnedorp' })
  const said = lines.find(({ label }) => label === 'Genoteerd')
  expect(said!.text).toContain('door de voorzitter van het bureau')
  expect(late!.told).toMatchObject([
    { sentOn: '2030-08-20', arrived: { at: new Date('2030-08-20T08:00:00Z') } },
  ])
  expect(reported.find(({ fact }) => fact === 'ABSENT')).toMatchObject({ weaknesses: [] })
})

describe('how somebody was told', () => {
  const third = 3 as MunicipalityId
  const inThird = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(third), work)
  const inAugust = () => bureauDeps(database)
  let other: Election
  let bureaus: KeptBureau[]

  beforeAll(async () => {
    other = await aLocalElection(database, third)
    await adopted(inAugust(), other, [aPollingBureau(9, 1), aPollingBureau(10, 1)])
    bureaus = await inThird((db) => keptBureaus(db, other))
  })

  /** Everybody of the bureau came at half past one, by this way. */
  async function fileAfter(
    { bureauId, seats: of, ...kept }: KeptBureau,
    tell: (step: { election: Election; assignmentId: AssignmentId }) => Promise<unknown>,
  ) {
    const late = bureauDeps(database, '2030-10-13T20:00:00Z')
    for (const [place, { seatId }] of of.entries()) {
      const memberId = await aMember(inAugust(), other, Number(kept.section) * 10 + place)
      const step = {
        election: other,
        assignmentId: await aProposal(inAugust(), { election: other, seatId, memberId }),
      }
      expect(await designate(inAugust(), { ...step, by: 'm', authority: 'magistrate' })).toMatchObject({
        ok: true,
      })
      await tell(step)
      const deed = { kind: 'check-in', id: newId<string>(), at: '2030-10-13T11:30:00.000Z' } as const
      const noted = await noteDeed(late, {
        ...{ election: other, bureauId, by: 'chair', authority: 'chair' },
        deed: { ...deed, assignmentId: step.assignmentId },
      })
      expect(noted).toMatchObject({ ok: true, noted: { refusedFor: null } })
    }
    const file = await inThird((db) =>
      absenceFileOf(db, inAugust(), other, bureaus.find((b) => b.bureauId === bureauId)!),
    )
    if (typeof file === 'string') throw new Error(file)
    return file
  }

  test('a call by e-Box is one, with its receipt', async () => {
    const { reported } = await fileAfter(bureaus[0]!, async (step) => {
      const job = { ...step, by: 'member-letters', authority: 'system' } as const
      await sendCall(inAugust(), { ...step, by: 'clerk', authority: 'municipality' })
      await noteDelivered(inAugust(), { ...job, details: { channel: 'mailbox', proof: 'receipt-1' } })
    })
    expect(reported.length).toBeGreaterThan(0)
    for (const { told } of reported)
      expect(told).toMatchObject([{ channel: 'e-box', arrived: { proof: 'receipt-1' } }])
  })

  test('who was never called and came all the same is not late, and no letter is invented', async () => {
    const { reported, notTold } = await fileAfter(bureaus[1]!, async () => undefined)
    expect(reported).toEqual([])
    expect(notTold).toHaveLength(bureaus[1]!.seats.length)
    const [none] = await inThird((db) => absenceCounts(db, other, { after: bureaus[0]!.bureauId, most: 1 }))
    expect(none).toMatchObject({ open: 0 })
  })

  test('who was called up to an empty seat is told with what was noted in the seat before', async () => {
    const summer = inAugust()
    const own = await aLocalElection(database, 4 as MunicipalityId)
    const town = await aDayOf(database, own, [11], 40)
    const inOwn = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(own.municipalityId), work)
    const came = (assignmentId: AssignmentId) => ({ kind: 'check-in', assignmentId }) as const
    const [kept] = town.bureaus as [KeptBureau]
    const substitute = town.calledFor(kept, 'SUBSTITUTE')
    const deeds = [
      ['07:10', came(town.calledFor(kept, 'CHAIR'))],
      ['07:35', { kind: 'note-absent', assignmentId: town.calledFor(kept, 'ASSESSOR') }],
      ['07:42', came(substitute)],
      ['07:50', { kind: 'call-up', assignmentId: substitute, seatId: town.seatFor(kept, 'ASSESSOR') }],
    ] as const
    for (const [hour, doing] of deeds)
      expect(await town.note(kept, hour, doing)).toMatchObject({ noted: { refusedFor: null } })
    const file = await inOwn((db) => absenceFileOf(db, summer, own, kept))
    if (typeof file === 'string') throw new Error(file)
    expect(file.reported.find(({ fact }) => fact === 'LATE')).toMatchObject({
      ...{ role: 'ASSESSOR', minutesLate: 12, arrivedAt: new Date('2030-10-13T05:42:00Z'), weaknesses: [] },
      notedBy: { authority: 'chair', at: new Date('2030-10-13T05:42:00Z') },
      told: [{ sentOn: '2030-08-20', arrived: { at: new Date('2030-08-20T08:00:00Z') } }],
    })
  })
})
