import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import {
  answerCall,
  decideOffer,
  keptBureaus,
  offerAtCounter,
  type SeatRole,
} from '../../../bureaus/index.ts'
import { aCalledMember, aMember, aTownToSeat } from '../../../bureaus/testing.ts'
import { latestAuditEvents } from '../../../platform/audit.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { AssignmentId, VolunteerId } from '../../../platform/ids.ts'
import type { NationalNumber } from '../../../platform/national-number.ts'
import { createWeb } from '../../../server.ts'
import { testNumber } from '../../../voters/testing.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

/** Open seats by how urgent they are, and the calls of the last days. */

let trial: DeskTrial
let clerk: Visitor
let here: { election: string }
let substitute: AssignmentId
let volunteer: VolunteerId
const by = 'clerk'

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const seats = async (role: SeatRole) =>
  (await inTown((db) => keptBureaus(db, trial.election)))
    .flatMap((bureau) => bureau.seats)
    .filter((seat) => seat.role === role && !seat.isTaken)
const read = async (address: string) => {
  const page = await (await clerk.get(address)).text()
  expect(await htmlFaults(page)).toEqual([])
  return page
}

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { database, election, deps } = trial
  here = { election: election.code }
  const town = { database, election, sections: 2, voters: 70, onListA: [3] }
  await aTownToSeat(deps, { ...town, assessors: [2, 2], substitutes: 1 })
  const [{ seatId }] = (await seats('SUBSTITUTE')) as [Awaited<ReturnType<typeof seats>>[number]]
  substitute = await aCalledMember(deps, { election, seatId, memberId: await aMember(deps, election, 90) })
  const step = { election, assignmentId: substitute }
  const contact = { phone: '0470 12 34 56' }
  await answerCall(deps, { ...step, contact, by: 'citizen', authority: 'person' })
  const application = {
    ...{ nationalNumber: testNumber(5) as NationalNumber, lastName: 'Willems', firstNames: 'Nora' },
    ...{ birthDate: '1985-03-27', contact: { phone: '0470 65 43 21' }, satBefore: false },
    ...{ functions: ['RESERVE'] as const, training: [] },
  }
  volunteer = await offerAtCounter(deps, { election, application, language: 'nl', by })
  await decideOffer(deps, { election, volunteerId: volunteer, accepts: true, reason: '', by })
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

test('open seats stand by how urgent they are, with who comes next, and a click proposes them', async () => {
  const page = await read(paths.vacancies(here))
  expect(page).toMatch(/Open plaatsen<\/dt><dd>\s*<span>7</)
  const rows = page.slice(page.indexOf('<tbody'))
  expect(rows.indexOf('Voorzitter 1')).toBeLessThan(rows.indexOf('Bijzitter 1'))
  expect(rows).toContain('lijst A')
  expect(rows).toContain('lijst B, nummer 1 van de loting')
  expect(rows).toContain('kan zo niet samenkomen')
  const [chair] = await seats('CHAIR')
  const proposed = await clerk.post(paths.proposeNextForSeat({ ...here, seat: chair!.seatId }), {})
  expect(proposed.headers.get('Location')).toContain('member-proposed')
  const after = await read(paths.vacancies(here))
  expect(after).toContain('niemand meer, of de lijst is nog niet klaar')
  const [other] = await seats('CHAIR')
  const refused = await clerk.post(paths.proposeNextForSeat({ ...here, seat: other!.seatId }), {})
  expect(refused.status).toBe(422)
})

test('the list has the reserve before volunteers, with a number; each number shown leaves an event', async () => {
  const page = await read(paths.reservePhones(here))
  const [first, second] = [page.indexOf('tel:0470123456'), page.indexOf('tel:0470654321')]
  expect(first).toBeGreaterThan(0)
  expect(second).toBeGreaterThan(first)
  expect(page).toContain('Vrijwilliger, wil inspringen')
  expect(page).not.toContain('Roep op')
  const events = await inTown((db) => latestAuditEvents(db, trial.here, 20))
  const shown = events.filter(({ action }) => action === 'bureaus.reserve-phone-shown')
  expect(new Set(shown.map(({ subject }) => subject))).toEqual(new Set([substitute, volunteer]))
})

const phones = (fields: Record<string, string>) => clerk.post(paths.reservePhones(here), fields)

test('what a call came to is kept, and who comes is called up from it, also who only answered', async () => {
  expect((await phones({ wie: substitute })).status).toBe(422)
  expect((await phones({ wie: trial.election.electionId, uitkomst: 'COMES' })).status).toBe(422)
  expect((await phones({ wie: substitute, uitkomst: 'NO_ANSWER' })).status).toBe(303)
  expect(await read(paths.reservePhones(here))).not.toContain('Roep op')
  expect((await phones({ wie: substitute, uitkomst: 'COMES' })).status).toBe(303)
  expect(await read(paths.reservePhones(here))).toContain('Roep op')
  const timeline = await read(paths.bureauAssignment({ ...here, assignment: substitute }))
  expect(timeline).toContain('Telefoongesprekken')
  expect(timeline).toContain('Geen antwoord')
  const [free] = await seats('ASSESSOR')
  const gives = { wie: substitute, als: 'lid', [`plaats-${substitute}`]: free!.seatId }
  const given = await clerk.post(paths.reserveToSeat(here), gives)
  expect(given.headers.get('Location')).toContain('reserve-called-up')
  expect((await seats('ASSESSOR')).map(({ seatId }) => seatId)).not.toContain(free!.seatId)
  expect((await clerk.post(paths.reserveToSeat(here), gives)).status).toBe(422)
})

test('a volunteer who comes is proposed only when the lists have nobody left', async () => {
  expect((await phones({ wie: volunteer, uitkomst: 'COMES' })).status).toBe(303)
  const [free] = await seats('ASSESSOR')
  const gives = { wie: volunteer, als: 'vrijwilliger', [`plaats-${volunteer}`]: free!.seatId }
  const given = await clerk.post(paths.reserveToSeat(here), gives)
  expect(given.status).toBe(422)
  expect(await given.text()).toContain('De lijsten gaan voor')
})

test('who offered to stand by is named for an empty seat, with what has to be done first', async () => {
  const [free] = await seats('ASSESSOR')
  const reserve = { ...here, number: '1', seat: free!.seatId }
  const kept = await inTown((db) => keptBureaus(db, trial.election))
  const { number } = kept.find((bureau) => bureau.seats.some(({ seatId }) => seatId === free!.seatId))!
  const page = await read(paths.reserveForSeat({ ...reserve, number }))
  expect(page).toContain('Willems Nora')
  expect(page).toContain('de magistraat wijst aan')
  trial.deps.clock.moveTo(`${trial.election.pollingDay}T06:00:00Z`)
  clerk = await trial.visitor('stembureaus')
  expect(await read(paths.reserveForSeat({ ...reserve, number }))).toContain(
    'de voorzitter kan daar een kiezer',
  )
})

test('who only reads the bureaus opens neither page', async () => {
  const magistrate = await trial.visitor('magistraat')
  for (const address of [paths.vacancies(here), paths.reservePhones(here)])
    expect((await magistrate.get(address)).status).toBe(403)
})

test('whom nobody can reach is told from whom only mail reaches', async () => {
  const offered = async (n: number, lastName: string, contact: { email?: string }) => {
    const application = {
      ...{ nationalNumber: testNumber(n) as NationalNumber, lastName, firstNames: 'Bo' },
      ...{ birthDate: '1985-03-27', contact, satBefore: false },
      ...{ functions: ['RESERVE'] as const, training: [] },
    }
    const { deps, election } = trial
    const volunteerId = await offerAtCounter(deps, { election, application, language: 'nl', by })
    await decideOffer(deps, { election, volunteerId, accepts: true, reason: '', by })
  }
  await offered(6, 'Stil', {})
  await offered(7, 'Mailt', { email: 'bo@example.org' })
  const page = await read(paths.reservePhones(here))
  expect(page).toMatch(/Stil(?:(?!<\/tr>).)*niet te bereiken: geen nummer en geen e-mail/s)
  expect(page).toMatch(/Mailt(?:(?!<\/tr>).)*geen nummer, wel e-mail/s)
})
