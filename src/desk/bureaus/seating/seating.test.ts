import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { lastSeatingRun, showSeating, workSeatings } from '../../../bureaus/index.ts'
import { adopted, aPollingBureau, aTownToSeat, candidatesAre } from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

/** A division on the desk: asked for, computed by a worker, changed by hand with the rest in its place, and proposed whole or not at all. */

let trial: DeskTrial
let clerk: Visitor
let here: { election: string }

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  here = { election: trial.election.code }
  const { database, election, deps } = trial
  const town = { database, election, sections: 3, voters: 30, onListA: [3, 10, 6, 1, 8] }
  await aTownToSeat(deps, { ...town, assessors: [2, 1, 1], substitutes: 1 })
  const main = {
    ...({ kind: 'MAIN', code: 'MAIN_CANTON', number: 'HK', votingMode: 'PAPER' } as const),
    seats: { CHAIR: 1, ASSESSOR: 1 },
  }
  await adopted(deps, election, [...[2, 1, 1].map((many, at) => aPollingBureau(at + 1, many, 1)), main])
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const read = async (address = paths.seating(here)) => (await clerk.get(address)).text()
const asks = (fields: Readonly<Record<string, string>> = {}) =>
  clerk.post(paths.seating(here), { vorige: 'houden', ...fields })
const works = (signal = new AbortController().signal) =>
  workSeatings(trial.deps, { municipalityId: trial.here, signal })
const runNow = () => inTown((db) => lastSeatingRun(db, trial.election))
const divisionNow = async () => (await inTown((db) => showSeating(db, trial.election))).division!
const seatsNow = async () =>
  (await divisionNow()).bureaus.flatMap(({ bureau, seats }) =>
    seats.map((seat) => ({ ...seat, number: bureau.number })),
  )
const proposals = async () => {
  const { rows } = await inTown((db) => sql`select from bureaus.assignment`.execute(db))
  return rows.length
}
const proposes = async (voorstel?: string) =>
  clerk.post(paths.proposeSeating(here), { voorstel: voorstel ?? (await runNow())!.runId })

test('who can be divided stands on the page, and what each wish may cost', async () => {
  const page = await read()
  expect(page).toContain('10 zitplaatsen')
  expect(page).toContain('In hoofdbureaus zijn er nog 2 vrij')
  expect(page).toContain('het college stelde ze nog niet vast')
  expect(page).toContain('5 personen kunnen opgeroepen worden')
  expect(page).toContain('Daarvoor mag er tot 5 km verder gereisd worden')
  expect(page).toContain('van het gebouw waar iemand stemt')
  expect(page).toContain('Er is niemand aanvaard die nog voorgedragen kan worden')
  expect(await htmlFaults(page)).toEqual([])
})

test('it is asked once, stopped, and begins again after a worker was killed', async () => {
  expect((await asks({ wens: 'household' })).status).toBe(303)
  expect(await (await asks()).text()).toContain('Er wordt al een voorstel berekend')
  expect(await read()).toContain('Het voorstel wordt berekend: stap 0 van')
  await works(AbortSignal.abort())
  expect((await runNow())?.state, 'another worker takes it').toBe('running')
  expect((await clerk.post(paths.stopSeating(here), {})).status).toBe(303)
  await works()
  expect((await runNow())?.state).toBe('stopped')
  expect(await read()).toContain('Het berekenen is gestopt')
})

test('a worker computes it; nobody is proposed by that', async () => {
  await asks({ wens: 'household' })
  await works()
  expect(await runNow()).toMatchObject({ state: 'done', gap: 0, wishes: { household: 5000 } })
  const page = await read()
  expect(page).toContain('Stel deze 10 personen voor')
  expect(page).toContain('Beter kan niet met deze wensen')
  expect(await htmlFaults(page)).toEqual([])
  expect(await proposals()).toBe(0)
  const bureau = await read(paths.seatingOfBureau({ ...here, number: '2' }))
  expect(bureau).toMatch(/geloot op lijst A: plaats \d van 5 die hier konden zitten/)
  expect(bureau).toMatch(/Als nummer 1 geloot op lijst B/)
  expect(bureau).toContain('Peeters Lotte')
  expect(await htmlFaults(bureau)).toEqual([])
})

test('the same lists give the same division', async () => {
  const before = await seatsNow()
  await asks({ wens: 'household', vorige: 'opnieuw' })
  await works()
  const now = await seatsNow()
  expect(now.map(({ person }) => person)).toEqual(before.map(({ person }) => person))
  expect(now.filter(({ isChanged }) => isChanged)).toEqual([])
})

test('who is moved by hand sits there, the others stay, and it is taken back', async () => {
  const seats = await seatsNow()
  const chairs = seats.filter(({ role }) => role === 'CHAIR')
  const [first, , third] = chairs
  const at = paths.seatingOfBureau({ ...here, number: first!.number })
  const moves = (naar: string) =>
    clerk.post(at, { verplaats: first!.seatId, [`naar-${first!.seatId}`]: naar })
  expect(await (await moves('99')).text()).toContain('Er is geen bureau met dat nummer')
  expect((await moves(third!.number)).status).toBe(303)
  await asks({ wens: 'household' })
  await works()
  const now = await seatsNow()
  const chairIn = (number: string) => now.find((one) => one.number === number && one.role === 'CHAIR')!.person
  expect(chairIn(third!.number)).toBe(first!.person)
  const changed = now.filter(({ isChanged }) => isChanged)
  expect(changed.map(({ role }) => role)).toEqual(['CHAIR', 'CHAIR'])
  expect(await read()).toMatch(/Anders dan vorige keer<\/dt><dd><span>2</)
  const [, keuze] = /name="keuze" value="([\w-]{36})"/.exec(await read())!
  expect((await clerk.post(paths.dropSeatingChoice(here), { keuze: keuze! })).status).toBe(303)
  expect(await read()).not.toContain('Keuzes met de hand')
})

test('who is kept out of a bureau sits elsewhere, by the same order of the law', async () => {
  const chair = (await seatsNow()).find(({ role }) => role === 'CHAIR')!
  const at = paths.seatingOfBureau({ ...here, number: chair.number })
  await clerk.post(at, { niet: chair.seatId })
  await asks()
  await works()
  const now = await seatsNow()
  const where = now.filter(({ person }) => person === chair.person)
  expect(where).toHaveLength(1)
  expect(where[0]!.number).not.toBe(chair.number)
})

test('what changed since is told, and nobody is proposed', async () => {
  await candidatesAre(trial.deps, trial.election, 3)
  expect((await proposes()).status).toBe(303)
  await works()
  expect(await runNow()).toMatchObject({ proposed: null, proposalRefused: { changed: ['listA'] } })
  expect(await proposals()).toBe(0)
  const page = await read()
  expect(page).toContain('Niemand is voorgedragen')
  expect(page).toContain('lijst A, of wie daarvan nog opgeroepen kan worden')
})

test('computed anew everybody is proposed at once, and an older division is not proposed', async () => {
  const old = (await runNow())!.runId
  await asks()
  await works()
  expect(await (await proposes(old)).text()).toContain('Dit is niet meer het laatste voorstel')
  expect((await proposes()).status).toBe(303)
  expect(await (await proposes()).text()).toContain('al voorgedragen, of dat gebeurt nu')
  await works()
  expect(await runNow()).toMatchObject({ proposed: 10, proposalRefused: null })
  expect(await proposals()).toBe(10)
  const page = await read()
  expect(page).toContain('10 personen van dit voorstel zijn voorgedragen')
  expect(page).toContain('Er is geen vrije zitplaats om te verdelen')
  expect(await (await asks()).text()).toContain('Er is geen vrije zitplaats om te verdelen')
})
