import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { keptBureaus, listExcuses, requestExcuse } from '../../../bureaus/index.ts'
import { aCalledMember, adopted, afterPollingDay, aMember, aPollingBureau } from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { ExcuseId } from '../../../platform/ids.ts'
import { createWeb } from '../../../server.ts'
import { testNumber } from '../../../voters/testing.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

let trial: DeskTrial
let clerk: Visitor
let excuse: ExcuseId

const here = () => ({ election: trial.election.code })
const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await adopted(deps, election, [{ ...aPollingBureau(1, 2), votingMode: 'DIGITAL' }])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const [chair, assessor] = bureau!.seats
  const arrivedAt = new Date('2029-06-10T04:45:00Z')
  const memberId = await aMember(deps, election, 1)
  await afterPollingDay(deps, { election, seatId: chair!.seatId, memberId, arrivedAt })
  const second = { election, seatId: assessor!.seatId, memberId: await aMember(deps, election, 2) }
  const assignmentId = await aCalledMember(deps, second)
  const request = { ground: 'TWICE_SERVED', text: 'Ik zat er in 2024 twee keer.' } as const
  const asked = { election, assignmentId, by: 'citizen', authority: 'person' } as const
  await requestExcuse(deps, { ...asked, request, channel: 'PORTAL' })
  const [open] = await inTown((db) => listExcuses(db, election, { areOpen: true }))
  excuse = open!.excuseId
  deps.clock.moveTo('2029-06-12T08:00:00Z')
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const pageOf = async (address: string) => {
  const text = await (await clerk.get(address)).text()
  expect(await htmlFaults(text)).toEqual([])
  return text.replaceAll('\u00a0', ' ')
}

test('the services of this election are taken over, and the list for the register has no account', async () => {
  expect(await pageOf(paths.services(here()))).toContain('Er is nog niets bewaard')
  const done = await clerk.post(paths.recordServices(here()))
  expect(done.status).toBe(303)
  const page = await pageOf(paths.services(here()))
  expect(page).toContain('10 juni 2029')
  const list = await clerk.get(paths.serviceList(here()))
  expect(list.headers.get('content-disposition')).toContain('diensten.csv')
  expect(await list.text()).toContain('CHAIR;ja')
  expect(await pageOf(paths.absences(here()))).toContain(paths.services(here()))
})

test('a file of the register with a fault is refused whole, by row and column', async () => {
  const header = 'national_number;polling_day;bureau;role;served'
  const wrong = await clerk.upload(
    paths.services(here()),
    'bestand',
    `${header}\n123;2024-06-09;POLLING;KING;ja\n`,
  )
  const text = await wrong.text()
  for (const said of ['verbeter eerst de fouten', 'Dit is geen rijksregisternummer', 'Dit is geen functie'])
    expect(text).toContain(said)
  const none = await clerk.upload(paths.services(here()), 'iets', 'x')
  expect(await none.text()).toContain('Kies een bestand')
  const other = await clerk.upload(paths.services(here()), 'bestand', 'naam\nx\n')
  expect(await other.text()).toContain('geen CSV-bestand met deze kolommen')
})

test('who asks because of it is shown with what is known, and not as a decision', async () => {
  expect(await pageOf(paths.excuse({ ...here(), excuse }))).toContain('zetelde nog niet vaak genoeg')
  const header = 'national_number;polling_day;bureau;role;served'
  const row = (day: string) => `${testNumber(2)};${day};POLLING;ASSESSOR;ja`
  const file = [header, row('2024-06-09'), row('2024-10-13'), ''].join('\n')
  expect((await clerk.upload(paths.services(here()), 'bestand', file)).status).toBe(303)
  const page = await pageOf(paths.excuse({ ...here(), excuse }))
  for (const said of ['Eerder gezeteld', '2 keer; de wet vraagt er 2', 'Dit is een uittreksel'])
    expect(page).toContain(said)
})

test('who may not keep the bureaus sees none of it', async () => {
  const magistrate = await trial.visitor('magistraat')
  expect((await magistrate.get(paths.services(here()))).status).toBe(403)
  expect(await (await magistrate.get(paths.absences(here()))).text()).not.toContain(paths.services(here()))
})
