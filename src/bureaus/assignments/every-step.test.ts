import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { timelineOf } from './assignment-store.ts'
import { proposeMember } from './propose-member.ts'
import { allTransitions, runStep } from './testing.ts'
import { ruleOf, type Transition } from './transitions.ts'

const called: readonly Transition[] = ['designate', 'send', 'note-delivered']
const ready: readonly Transition[] = [...called, 'note-silence', 'confirm']
const paidAtLast: readonly Transition[] = ['export-pay', 'note-bounced', 'export-pay', 'note-paid']
const paths: readonly (readonly Transition[])[] = [
  ['withdraw'],
  ['designate', 'send', 'note-undelivered', 'send', 'note-undelivered', 'revoke'],
  [
    ...called,
    'send-corrected',
    'note-corrected',
    'acknowledge',
    'ask-excuse',
    'find-complete',
    'ask-more',
    'withdraw-request',
    'confirm',
    'revoke',
  ],
  [...called, 'ask-excuse', 'grant'],
  [...called, 'ask-excuse', 'refuse', 'check-in', 'dismiss', ...paidAtLast],
  [
    ...ready,
    'note-absent',
    'explain-after',
    'ask-more-after',
    'refuse-after',
    'report-absence',
    'excuse-after',
  ],
  [...ready, 'check-in-late'],
  [...ready, 'check-in', 'correct-to-absent', 'correct-to-late', 'take-back-attendance', 'check-in-late'],
  [...ready, 'check-in', 'take-back-attendance', 'check-in', 'correct-to-present'],
  [...ready, 'check-in', 'leave', 'return-to-present', 'leave', 'report-absence'],
  [...ready, 'check-in-late', 'leave', 'return-to-late', 'leave', 'explain-after', 'excuse-after'],
  [...ready, 'call-up'],
  [...called, 'ask-move', 'refuse-move', 'ask-move', 'move'],
]
const hours: Partial<Record<Transition, string>> = {
  'note-silence': '2030-09-30T08:00:00Z',
  'check-in': '2030-10-13T05:20:00Z',
  'check-in-late': '2030-10-13T06:20:00Z',
  'correct-to-late': '2030-10-13T06:20:00Z',
  leave: '2030-10-13T09:00:00Z',
  'return-to-present': '2030-10-13T09:30:00Z',
  'return-to-late': '2030-10-13T09:30:00Z',
  'note-absent': '2030-10-13T11:00:00Z',
}

let database: TestDatabase
let election: Election
beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
  const wanted = paths.map((_, at) => aPollingBureau(at + 1))
  await adopted(bureauDeps(database), election, wanted)
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)

/** The seats of the n-th bureau for a substitute and for an assessor. */
async function seatsOf(n: number) {
  const { seats } = (await inScope((db) => keptBureaus(db, election)))[n]!
  const seatFor = (role: string) => seats.find((seat) => seat.role === role)!.seatId
  return { substitute: seatFor('SUBSTITUTE'), assessor: seatFor('ASSESSOR') }
}

describe('every step there is, by its use case', () => {
  test.each(paths.map((steps, n) => ({ steps, n })))('$steps', async ({ steps, n }) => {
    const deps = bureauDeps(database)
    const { substitute, assessor } = await seatsOf(n)
    const memberId = await aMember(deps, election, n)
    const proposal = {
      election,
      by: 'clerk',
      authority: 'municipality',
      origin: 'DRAW',
      drawRank: 7,
    } as const
    const proposed = await proposeMember(deps, { ...proposal, seatId: substitute, memberId })
    if (!proposed.ok) throw new Error(proposed.because)
    const { assignmentId } = proposed.assignment
    for (const transition of steps) {
      deps.clock.moveTo(hours[transition] ?? deps.clock.now().toISOString())
      const act = { by: 'somebody', authority: ruleOf(transition).by[0]!, reason: 'why' }
      const taken = await runStep(transition, deps, { ...act, election, assignmentId, toSeat: assessor })
      expect(taken, transition).toMatchObject({ ok: true })
    }
    const timeline = await inScope((db) => timelineOf(db, election, assignmentId))
    expect(timeline.map(({ transition }) => transition)).toEqual(['propose', ...steps])
  })

  test('and none was forgotten here', () => {
    expect(new Set(paths.flat())).toEqual(new Set(allTransitions))
  })
})
