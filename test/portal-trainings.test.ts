import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  cancelTraining,
  changeTraining,
  enrol,
  keptBureaus,
  listTrainings,
  makeTraining,
  myCalls,
  noteTrainingAttendance,
  recordMember,
} from '../src/bureaus/index.ts'
import { aCalledMember, adopted, aPollingBureau, aTraining } from '../src/bureaus/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import type { AssignmentId, MemberId, TrainingId } from '../src/platform/ids.ts'
import { languages } from '../src/platform/language.ts'
import type { NationalNumber } from '../src/platform/national-number.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { testNumber } from '../src/voters/testing.ts'
import { browserOf, type TestCitizen } from './citizen.ts'
import { htmlFaults } from './html-faults.ts'

/** What who sits in a bureau sees of trainings, and does with them, as a browser without script sees it. */

interface Called {
  readonly browser: Pick<TestCitizen, 'get' | 'post'>
  readonly call: AssignmentId
  readonly memberId: MemberId
}

let trial: DeskTrial
let training: TrainingId
let chairs: Called[]
let assessor: Called

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const portalDeps = () => ({ ...trial.deps, findMyConvocations: myCalls })
const plan = aTraining({
  ...{ startsAt: new Date('2029-05-22T17:00:00Z'), endsAt: new Date('2029-05-22T19:00:00Z') },
  ...{ enrolUntil: new Date('2029-05-20T22:00:00Z'), capacity: 1, link: 'https://meet.example/zaal' },
})

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await adopted(
    deps,
    election,
    [1, 2, 3].map((section) => aPollingBureau(section)),
  )
  const bureaus = await inTown((db) => keptBureaus(db, election))
  const called = async (at: number, role: string, n: number): Promise<Called> => {
    const nationalNumber = testNumber(n) as NationalNumber
    const member = { nationalNumber, lastName: `Claes ${n}`, firstNames: 'Bo' }
    const memberId = await recordMember(deps, { election, member, by: 'test' })
    const { seatId } = bureaus[at]!.seats.find((seat) => seat.role === role)!
    const call = await aCalledMember(deps, { election, seatId, memberId })
    return { call, memberId, browser: await browserOf(portalDeps(), nationalNumber) }
  }
  chairs = [await called(0, 'CHAIR', 1), await called(1, 'CHAIR', 2), await called(2, 'CHAIR', 3)]
  assessor = await called(0, 'ASSESSOR', 4)
  const made = await makeTraining(deps, { election, plan, by: 'test' })
  if (!made.ok) throw new Error(made.because)
  training = made.trainingId
})
afterAll(() => trial.close())

const page = async ({ browser, call }: Called, language = 'nl') => {
  const { status, text } = await browser.get(`${paths.trainings({ call })}?taal=${language}`)
  expect([status, await htmlFaults(text)]).toEqual([200, []])
  return text.replaceAll('\u00a0', ' ')
}
const address = ({ call }: Called) => ({ call, training })
const enrols = (who: Called) => who.browser.post(paths.enrolTraining(address(who)))

test('the call leads to the trainings of the function, and of nobody else', async () => {
  const first = chairs[0]!
  const call = (await first.browser.get(paths.call({ call: first.call }))).text
  expect(call).toContain(paths.trainings({ call: first.call }))
  const others = (await assessor.browser.get(paths.call({ call: assessor.call }))).text
  expect(others).not.toContain(paths.trainings({ call: assessor.call }))
  expect(await page(assessor)).toContain('Er is nu geen opleiding voor je functie.')
  expect((await enrols(assessor)).status).toBe(404)
  for (const path of [paths.trainings, paths.trainingAppointment, paths.trainingCertificate])
    expect((await assessor.browser.get(path(address(first)))).status).toBe(404)
  expect((await assessor.browser.post(paths.enrolTraining(address(first)))).status).toBe(404)
})

test('who comes first has the place, the next two wait, and each reads it in four languages', async () => {
  expect(await page(chairs[0]!)).toContain(
    'Nog 1 plaats vrij. Inschrijven kan tot en met zondag 20 mei 2029.',
  )
  for (const one of chairs) expect((await enrols(one)).status).toBe(303)
  expect(await page(chairs[0]!)).toContain('Je bent ingeschreven. Je hebt een plaats.')
  expect(await page(chairs[2]!)).toContain('op de wachtlijst, op plaats 2')
  const again = await enrols(chairs[0]!)
  expect([again.status, again.text.includes('Je bent al ingeschreven.')]).toEqual([422, true])
  for (const language of languages) for (const one of chairs) await page(one, language)
})

test('only who has a place gets it for the calendar, with the address on the internet and no name', async () => {
  const file = await chairs[0]!.browser.get(paths.trainingAppointment(address(chairs[0]!)))
  expect(file.headers.get('Content-Type')).toContain('text/calendar')
  for (const said of ['DTSTART:20290522T170000Z', 'DTEND:20290522T190000Z', 'Raadzaal', 'meet.example'])
    expect(file.text).toContain(said)
  expect(file.text).not.toContain('Claes')
  expect((await chairs[1]!.browser.get(paths.trainingAppointment(address(chairs[1]!)))).status).toBe(404)
  expect(await page(chairs[1]!)).not.toContain('meet.example')
})

test('who leaves makes room for who waits longest, who reads since when', async () => {
  const left = await chairs[0]!.browser.post(paths.leaveTraining(address(chairs[0]!)))
  expect(left.status).toBe(303)
  expect(await page(chairs[1]!)).toContain('kwam er een plaats vrij voor jou')
  expect(await page(chairs[2]!)).toContain('op plaats 1')
  expect(await page(chairs[0]!)).toContain('Zet me op de wachtlijst')
  const again = await chairs[0]!.browser.post(paths.leaveTraining(address(chairs[0]!)))
  expect([again.status, again.text.includes('niet meer ingeschreven')]).toEqual([422, true])
})

test('another place is read by who was enrolled before, and not by who comes after', async () => {
  const { deps, election } = trial
  trial.deps.clock.moveTo('2029-05-02T10:05:00Z')
  const [{ version } = { version: 0 }] = await inTown((db) => listTrainings(db, election))
  const moved = { ...plan, place: 'Sporthal', capacity: 2 }
  const change = { election, trainingId: training, version, plan: moved, by: 'clerk' }
  expect(await changeTraining(deps, change)).toMatchObject({ ok: true, isElsewhere: true, enrolled: 2 })
  expect(await page(chairs[1]!)).toContain('Let op: de dag, het uur of de plaats veranderde')
  await enrols(chairs[0]!)
  expect(await page(chairs[0]!)).not.toContain('Let op: de dag')
})

test('the last moment is kept by the server; who wants to leave still can until it begins', async () => {
  trial.deps.clock.moveTo('2029-05-20T22:00:00Z')
  const { deps, election } = trial
  const late = chairs[0]!
  const browser = await browserOf(portalDeps(), testNumber(1))
  await browser.post(paths.leaveTraining(address(late)))
  const answer = await browser.post(paths.enrolTraining(address(late)))
  expect([answer.status, answer.text.includes('Bel je gemeente')]).toEqual([422, true])
  const phoned = { election, trainingId: training, memberId: late.memberId, channel: 'PHONE' } as const
  expect(await enrol(deps, { ...phoned, by: 'clerk' })).toMatchObject({ ok: true })
})

test('who was there downloads the certificate, who was not reads that, and the own data tell of both', async () => {
  trial.deps.clock.moveTo('2029-05-22T19:30:00Z')
  const { deps, election } = trial
  const [, there, away] = chairs as [Called, Called, Called]
  const noted = new Map([
    [there.memberId, 'PRESENT'],
    [away.memberId, 'ABSENT'],
  ] as const)
  const note = { election, trainingId: training, noted, by: 'clerk' }
  expect(await noteTrainingAttendance(deps, note)).toMatchObject({ ok: true, changed: 2 })
  const one = { ...there, browser: await browserOf(portalDeps(), testNumber(2)) }
  const other = { ...away, browser: await browserOf(portalDeps(), testNumber(3)) }
  expect(await page(one)).toContain('Je was op deze opleiding.')
  const certificate = await one.browser.get(paths.trainingCertificate(address(one)))
  expect([certificate.status, certificate.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  expect(await page(other)).toContain('Je was niet op deze opleiding.')
  expect((await other.browser.get(paths.trainingCertificate(address(other)))).status).toBe(404)
  const data = (await one.browser.get(`${paths.myData()}?taal=nl`)).text
  for (const said of [
    'noteerde of je op een opleiding was',
    'Je haalde een bewijs van je opleiding',
    'gaf je een plaats',
  ])
    expect(data).toContain(said)
})

test('one that is cancelled says so, and offers nothing', async () => {
  const { deps, election } = trial
  const coming = { startsAt: new Date('2029-06-01T17:00:00Z'), endsAt: new Date('2029-06-01T19:00:00Z') }
  const made = await makeTraining(deps, {
    election,
    plan: { ...plan, ...coming, title: 'Herhaling' },
    by: 'x',
  })
  if (!made.ok) throw new Error(made.because)
  const { trainingId } = made
  await enrol(deps, { election, trainingId, memberId: chairs[1]!.memberId, channel: 'PHONE', by: 'clerk' })
  await cancelTraining(deps, { election, trainingId, version: 1, by: 'clerk' })
  const one = { ...chairs[1]!, browser: await browserOf(portalDeps(), testNumber(2)) }
  expect(await page(one)).toContain('Deze opleiding gaat niet door.')
  const of = { call: one.call, training: trainingId }
  expect((await one.browser.get(paths.trainingAppointment(of))).status).toBe(404)
})
