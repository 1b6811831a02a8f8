import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { keptBureaus, timelineOf } from '../../../bureaus/index.ts'
import { aCalledMember, adopted, aMember, aPollingBureau } from '../../../bureaus/testing.ts'
import { latestAuditEvents } from '../../../platform/audit.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { type AssignmentId, newId } from '../../../platform/ids.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

let trial: DeskTrial
let clerk: Visitor
let of: { election: string; number: string }
const called = new Map<string, AssignmentId>()

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await adopted(deps, election, [aPollingBureau(1)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  of = { election: election.code, number: bureau!.number }
  for (const [at, { seatId, role }] of bureau!.seats.entries()) {
    const memberId = await aMember(deps, election, at + 1)
    called.set(role, await aCalledMember(deps, { election, seatId, memberId }))
  }
  deps.clock.moveTo('2029-06-10T05:00:00Z')
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const page = async (wat?: string) => {
  const text = await (await clerk.get(paths.phonedDeed(of) + (wat ? `?wat=${wat}` : ''))).text()
  expect(await htmlFaults(text)).toEqual([])
  return text
}
const note = (fields: Record<string, string>) =>
  clerk.post(paths.phonedDeed(of), { id: newId<string>(), beller: 'CHAIR', ...fields })
const refusal = async (fields: Record<string, string>) => {
  const answer = await note(fields)
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(await htmlFaults(text)).toEqual([])
  return text
}

test('the day of a bureau leads to it, and each deed has its own valid form', async () => {
  expect(await (await clerk.get(paths.bureauDay(of))).text()).toContain(paths.phonedDeed(of))
  const kinds = [...(await page()).matchAll(/\?wat=([a-z-]+)/g)].map(([, kind]) => kind!)
  expect(kinds).toHaveLength(10)
  for (const kind of kinds) expect(await page(kind)).toContain('Wie belde?')
  const magistrate = await trial.visitor('magistraat')
  expect((await magistrate.get(paths.phonedDeed(of))).status).toBe(403)
})

test('what is missing is said, and what was typed stays', async () => {
  const about = { kind: 'check-in', assignmentId: called.get('CHAIR')! }
  expect(await refusal({ ...about, beller: '' })).toContain('Kies wie belde.')
  expect(await refusal({ ...about, hour: 'zeven' })).toContain('Schrijf het uur zoals 7:25.')
  expect(await refusal({ ...about, hour: '23:50' })).toMatch(/href="#hour"[^>]*>Dat uur moet nog komen/)
  expect(await refusal({ kind: 'check-in', hour: '6:50' })).toContain('value="6:50"')
  expect(await refusal({ kind: 'incident', incident: 'QUEUE', note: '' })).toContain('Beschrijf wat er')
  const number = await refusal({ kind: 'incident', incident: 'QUEUE', note: 'bij 85.61.01-001.47' })
  expect(number).toContain('rijksregisternummer')
})

test('a deed that was phoned counts once, with who phoned and who wrote it down', async () => {
  const assignmentId = called.get('CHAIR')!
  const fields = { id: newId<string>(), kind: 'check-in', assignmentId, hour: '6:50' }
  for (const _ of [1, 2]) expect((await note(fields)).headers.get('Location')).toContain('phoned-noted')
  const steps = await inTown((db) => timelineOf(db, trial.election, assignmentId))
  expect(steps.filter(({ transition }) => transition === 'check-in')).toHaveLength(1)
  expect(steps.at(-1)).toMatchObject({ actor: clerk.staffId, authority: 'chair' })
  const events = await inTown((db) => latestAuditEvents(db, trial.here, 10))
  expect(events.find(({ action }) => action === 'bureaus.day-noted')).toMatchObject({
    actor: clerk.staffId,
    details: { kind: 'check-in', phonedBy: 'CHAIR', outcome: 'done' },
  })
  expect(await refusal({ ...fields, id: newId<string>() })).toContain('beller')
})

test('what only a chair decides is refused when somebody else phones', async () => {
  const assignmentId = called.get('ASSESSOR')!
  await note({ kind: 'check-in', assignmentId, beller: 'OTHER' })
  const home = { kind: 'dismiss', assignmentId, reason: 'het bureau is volledig' }
  await refusal({ ...home, beller: 'OTHER' })
  expect((await note(home)).status).toBe(303)
  expect((await inTown((db) => timelineOf(db, trial.election, assignmentId))).at(-1)!.transition).toBe(
    'dismiss',
  )
})

test('who left early is noted by anybody who phones, and comes back with an hour or never went, as the timeline says', async () => {
  const assignmentId = called.get('SUBSTITUTE')!
  await note({ kind: 'check-in', assignmentId, hour: '6:50', beller: 'OTHER' })
  const leaves = { kind: 'leave', assignmentId, reason: 'onwel', beller: 'OTHER' }
  expect(await refusal({ ...leaves, reason: '' })).toContain('Schrijf waarom')
  expect(await refusal({ ...leaves, hour: '6:40' })).toContain('vroeger dan het uur van aankomst')
  const back = { kind: 'correct', assignmentId, beller: 'OTHER' }
  for (const [hour, more] of [
    ['6:52', { to: 'THERE', hour: '6:55' }],
    ['6:56', { to: 'STAYED' }],
  ] as const) {
    expect((await note({ ...leaves, hour })).status).toBe(303)
    expect(await page('correct')).toContain(assignmentId)
    expect((await note({ ...back, ...more })).status).toBe(303)
  }
  const { election } = of
  const timeline = await (
    await clerk.get(paths.bureauAssignment({ election, assignment: assignmentId }))
  ).text()
  for (const said of ['Ging eerder weg', 'was terug op', '06:55', 'Verbeterd: ging niet weg', 'onwel'])
    expect(timeline).toContain(said)
})

test('what was noted wrongly is corrected by phone, and both stay in the timeline', async () => {
  const assignmentId = called.get('CHAIR')!
  trial.deps.clock.moveTo('2029-06-10T07:00:00Z')
  clerk = await trial.visitor('stembureaus')
  const text = await page('correct')
  expect(text).toContain(assignmentId)
  expect(await refusal({ kind: 'correct', assignmentId })).toContain('Kies wat het moest zijn')
  for (const to of ['ABSENT', 'THERE'])
    expect((await note({ kind: 'correct', assignmentId, to, hour: '8:55' })).status).toBe(303)
  const steps = await inTown((db) => timelineOf(db, trial.election, assignmentId))
  expect(steps.slice(-3).map(({ transition }) => transition)).toEqual([
    ...['check-in', 'correct-to-absent', 'correct-to-late'],
  ])
  expect(steps.at(-1)).toMatchObject({ actor: clerk.staffId, authority: 'chair' })
  const events = await inTown((db) => latestAuditEvents(db, trial.here, 30))
  expect(events.find(({ action }) => action === 'bureaus.assignment-stepped')).toMatchObject({
    details: { transition: 'correct-to-late', headline: 'LATE' },
  })
})
