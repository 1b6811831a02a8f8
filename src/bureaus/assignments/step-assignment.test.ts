import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, MunicipalityId, SeatId } from '../../platform/ids.ts'
import { testNumber, testVault } from '../../voters/testing.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { timelineOf } from './assignment-store.ts'
import { callUp } from './call-up.ts'
import { checkIn } from './check-in.ts'
import { confirm } from './confirm.ts'
import { designate } from './designate.ts'
import { moveMember } from './move-member.ts'
import { noteDelivered } from './note-delivered.ts'
import { noteSilence } from './note-silence.ts'
import { proposeMember } from './propose-member.ts'
import { sendCall } from './send-call.ts'
import type { Stepped } from './step-assignment.ts'
import { bareStep } from './testing.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

const askExcuse = bareStep('ask-excuse')
const grantExcuse = bareStep('grant')

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let seats: Map<string, SeatId>
let people = 0

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
})
afterAll(() => database.close())

/** Each test has a bureau and a clock of its own. */
let section = 0
const wanted: ReturnType<typeof aPollingBureau>[] = []
beforeEach(async () => {
  deps = bureauDeps(database)
  wanted.push(aPollingBureau(++section, 1, 2))
  await adopted(deps, election, wanted)
  const bureau = (await inScope((db) => keptBureaus(db, election))).find((one) => one.section === section)!
  seats = new Map(bureau.seats.map(({ role, ordinal, seatId }) => [`${role} ${ordinal}`, seatId]))
})

const inScope = <T>(work: (db: Db) => Promise<T>, municipality: MunicipalityId = firstMunicipality) =>
  database.inScope(staffOf(municipality), work)

const clerk = { by: 'clerk', authority: 'municipality' } as const
const magistrate = { by: 'magistrate', authority: 'magistrate' } as const
const person = { by: 'person', authority: 'person' } as const

function expectOk(answer: Stepped): AssignmentId {
  if (!answer.ok) throw new Error(`${answer.because} ${answer.detail}`)
  return answer.assignment.assignmentId
}

const step = (assignmentId: AssignmentId) => ({ election, assignmentId })

async function proposed(seat: string): Promise<AssignmentId> {
  const memberId = await aMember(deps, election, ++people)
  const proposal = { ...clerk, election, memberId, origin: 'DRAW', drawRank: 7 } as const
  return expectOk(await proposeMember(deps, { ...proposal, seatId: seats.get(seat)! }))
}

async function delivered(seat: string): Promise<AssignmentId> {
  const id = await proposed(seat)
  expectOk(await designate(deps, { ...step(id), ...magistrate }))
  expectOk(await sendCall(deps, { ...step(id), ...clerk }))
  return expectOk(await noteDelivered(deps, { ...step(id), ...clerk }))
}

async function expected(seat: string): Promise<AssignmentId> {
  deps.clock.moveTo('2030-08-20T08:00:00Z')
  const id = await delivered(seat)
  deps.clock.moveTo('2030-09-30T08:00:00Z')
  expectOk(await noteSilence(deps, { ...step(id), by: 'job', authority: 'system' }))
  return expectOk(await confirm(deps, { ...step(id), by: 'job', authority: 'system' }))
}

describe('a step', () => {
  test('is written with its event and its trace, which tells nothing of the person', async () => {
    const id = await delivered('CHAIR 1')
    const timeline = await inScope((db) => timelineOf(db, election, id))
    expect(timeline.map(({ transition, version, authority }) => [transition, version, authority])).toEqual([
      ...[
        ['propose', 1, 'municipality'],
        ['designate', 2, 'magistrate'],
      ],
      ...[
        ['send', 3, 'municipality'],
        ['note-delivered', 4, 'municipality'],
      ],
    ])
    const { rows } = await inScope((db) =>
      sql<{
        details: object
      }>`select details from platform.audit_event where subject = ${id} order by event_id`.execute(db),
    )
    expect(rows.map(({ details }) => details)).toMatchObject([
      { transition: 'propose', headline: 'PROPOSED' },
      { transition: 'designate', headline: 'DESIGNATED' },
      { transition: 'send', headline: 'NOTIFIED' },
      { transition: 'note-delivered', headline: 'DELIVERED' },
    ])
    expect(JSON.stringify(rows)).not.toContain('Peeters')
  })

  test('that is refused leaves nothing behind', async () => {
    const id = await proposed('CHAIR 1')
    const before = await inScope((db) => selectAssignments(db, election, { assignments: [id] }))
    for (const answer of [
      await designate(deps, { ...step(id), ...clerk }),
      await grantExcuse(deps, { ...step(id), ...magistrate }),
      await withdrawProposal(deps, { ...step(id), ...clerk }),
      await withdrawProposal(deps, { ...step(id), ...clerk, reason: `is ${testNumber(1)}` }),
      await designate(deps, { ...step(id), ...magistrate, version: 2 }),
    ])
      expect(answer.ok).toBe(false)
    expect(await inScope((db) => selectAssignments(db, election, { assignments: [id] }))).toEqual(before)
    expect(await inScope((db) => timelineOf(db, election, id))).toHaveLength(1)
  })

  test('of two who saw the same version one is too late', async () => {
    const id = await proposed('CHAIR 1')
    const sign = () => designate(deps, { ...step(id), ...magistrate, version: 1 })
    const answers = await Promise.all([sign(), sign()])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.because)).sort()).toEqual([
      'changed-meanwhile',
      'ok',
    ])
  })
})

describe('time', () => {
  test('an excuse is in time to the end of the third day, and taken after it too', async () => {
    const [early, late] = [await delivered('CHAIR 1'), await delivered('ASSESSOR 1')]
    deps.clock.moveTo('2030-08-23T21:59:00Z')
    expect(await noteSilence(deps, { ...step(early), ...clerk })).toMatchObject({ because: 'term-not-over' })
    expectOk(await askExcuse(deps, { ...step(early), ...person }))
    deps.clock.moveTo('2030-08-23T22:00:00Z')
    expectOk(await askExcuse(deps, { ...step(late), ...person }))
    const last = async (id: AssignmentId) =>
      (await inScope((db) => timelineOf(db, election, id))).at(-1)!.details
    expect([await last(early), await last(late)]).toEqual([{ inTime: true }, { inTime: false }])
  })

  test('a designation after its last day counts, and says so', async () => {
    const id = await proposed('CHAIR 1')
    deps.clock.moveTo('2030-09-04T08:00:00Z')
    expectOk(await designate(deps, { ...step(id), ...magistrate }))
    expect((await inScope((db) => timelineOf(db, election, id))).at(-1)!.details).toEqual({
      afterLastDay: true,
    })
  })

  test('on polling day who comes after the hour is late, by so many minutes; before that day nobody comes', async () => {
    const [chair, assessor] = [await expected('CHAIR 1'), await expected('ASSESSOR 1')]
    const byChair = { by: 'chair', authority: 'chair' } as const
    expect(await checkIn(deps, { ...step(chair), ...byChair })).toMatchObject({
      because: 'not-on-polling-day',
    })
    deps.clock.moveTo('2030-10-13T05:42:00Z')
    const arrivedAt = new Date('2030-10-13T05:10:00Z')
    expect(await checkIn(deps, { ...step(chair), ...byChair, arrivedAt })).toMatchObject({
      assignment: { axes: { attendance: 'PRESENT' } },
    })
    expect(await checkIn(deps, { ...step(assessor), ...byChair })).toMatchObject({
      assignment: { axes: { attendance: 'LATE' } },
    })
    expect((await inScope((db) => timelineOf(db, election, assessor))).at(-1)!.details).toMatchObject({
      minutesLate: 12,
    })
  })

  test('late is counted by the minute: who comes in the minute of the hour is in time', async () => {
    const [chair, assessor] = [await expected('CHAIR 1'), await expected('ASSESSOR 1')]
    const outcome = async (assignmentId: AssignmentId, at: string) => {
      deps.clock.moveTo(at)
      await checkIn(deps, { ...step(assignmentId), by: 'chair', authority: 'chair' })
      const { axes, details } = (await inScope((db) => timelineOf(db, election, assignmentId))).at(-1)!
      return [axes.attendance, details.minutesLate]
    }
    expect(await outcome(chair, '2030-10-13T05:30:59Z')).toEqual(['PRESENT', 0])
    expect(await outcome(assessor, '2030-10-13T05:31:05Z')).toEqual(['LATE', 1])
  })
})

describe('seats', () => {
  test('one person for one seat, and one seat for one person', async () => {
    await proposed('CHAIR 1')
    const memberId = await aMember(deps, election, people)
    const proposal = { ...clerk, election, memberId, origin: 'OTHER' } as const
    const other = await proposeMember(deps, { ...proposal, seatId: seats.get('ASSESSOR 1')! })
    expect(other).toMatchObject({ because: 'person-has-seat' })
    const another = await aMember(deps, election, ++people)
    const same = await proposeMember(deps, { ...proposal, memberId: another, seatId: seats.get('CHAIR 1')! })
    expect(same).toMatchObject({ because: 'seat-taken' })
  })

  test('who is excused leaves it to the next', async () => {
    const id = await delivered('CHAIR 1')
    expectOk(await askExcuse(deps, { ...step(id), ...person }))
    expectOk(await grantExcuse(deps, { ...step(id), ...magistrate }))
    await proposed('CHAIR 1')
  })

  test('who is called up brings along where things stand; who is moved begins anew', async () => {
    const substitute = await expected('SUBSTITUTE 1')
    const noChair = { ...step(substitute), ...clerk, toSeat: seats.get('CHAIR 1')! }
    expect(await callUp(deps, noChair)).toMatchObject({ because: 'not-from-this-seat' })
    const calledUp = await callUp(deps, {
      ...{ ...step(substitute), ...clerk, toSeat: seats.get('ASSESSOR 1')! },
    })
    expect(calledUp).toMatchObject({
      assignment: {
        ...{
          calledUp: true,
          replaces: substitute,
          origin: 'DRAW',
          drawRank: 7,
          version: 1,
          role: 'ASSESSOR',
        },
        axes: { designation: 'DESIGNATED', delivery: 'DELIVERED', confirmed: true },
      },
    })
    const chair = await expected('CHAIR 1')
    expect(
      await moveMember(deps, { ...step(chair), ...magistrate, toSeat: seats.get('SUBSTITUTE 2')! }),
    ).toMatchObject({
      assignment: { replaces: chair, axes: { delivery: 'NOT_SENT', reply: 'NONE', confirmed: false } },
    })
  })

  test('a move to a taken seat leaves both where they were', async () => {
    const [chair, assessor] = [await delivered('CHAIR 1'), await delivered('ASSESSOR 1')]
    const move = { ...step(chair), ...magistrate, toSeat: seats.get('ASSESSOR 1')! }
    expect(await moveMember(deps, move)).toMatchObject({ because: 'seat-taken' })
    const now = await inScope((db) => selectAssignments(db, election, { assignments: [chair, assessor] }))
    expect(now.map(({ axes }) => axes.designation)).toEqual(['DESIGNATED', 'DESIGNATED'])
  })
})

describe('the database', () => {
  test('changes no event and takes none away', async () => {
    await proposed('CHAIR 1')
    for (const statement of [
      sql`update bureaus.assignment_event set actor = 'other'`,
      sql`delete from bureaus.assignment_event`,
    ])
      await expect(inScope((db) => statement.execute(db))).rejects.toThrow(/permission denied/)
  })

  test('takes no state without its event, and none that the steps do not lead to', async () => {
    const id = await proposed('CHAIR 1')
    const change = (set: string) =>
      inScope((db) =>
        sql`update bureaus.assignment set ${sql.raw(set)} where assignment_id = ${id}`.execute(db),
      )
    await expect(change('version = version + 1')).rejects.toThrow(/no_state_without_its_event/)
    await expect(change(`designation = 'EXCUSED', designated_at = now()`)).rejects.toThrow(
      /only_who_asked_is_excused/,
    )
  })

  test('shows another municipality nothing, and each person what is theirs', async () => {
    const id = await proposed('CHAIR 1')
    const mine = { person: testVault.index(testNumber(people)) }
    const others = { person: testVault.index(testNumber(people + 1)) }
    const seen = (db: Db) => selectAssignments(db, election, { assignments: [id] })
    expect(await inScope(seen, secondMunicipality)).toEqual([])
    expect(await database.inScope(mine, seen)).toHaveLength(1)
    expect(await database.inScope(others, seen)).toEqual([])
  })

  test('keeps the national number sealed', async () => {
    await proposed('CHAIR 1')
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const { rows } = await owner.query('select m::text as text, nrn_cipher from bureaus.member m')
    await owner.end()
    const number = testNumber(people)
    expect(rows.map(({ text }) => text).join()).not.toContain(number)
    expect(rows.map(({ nrn_cipher }) => testVault.open(nrn_cipher))).toContain(number)
  })
})
