import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { designate, keptBureaus, lastConvocationRun, workConvocations } from '../../../bureaus/index.ts'
import { adopted, aMember, aPollingBureau, aProposal, withSections } from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { SeatId } from '../../../platform/ids.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

/** The letters that call: looked at, asked for, made by a worker, printed, and proven to have come. */

let trial: DeskTrial
let clerk: Visitor
let here: { election: string }
let seats: SeatId[]
let chairSeat: SeatId
let people = 0
const gezag = 'de voorzitter van het kantonhoofdbureau Zonnedorp'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  here = { election: trial.election.code }
  await withSections(trial.database, trial.election, [1])
  await adopted(trial.deps, trial.election, [aPollingBureau(1, 4, 4)])
  const [bureau] = await inTown((db) => keptBureaus(db, trial.election))
  seats = bureau!.seats.filter(({ role }) => role === 'ASSESSOR').map(({ seatId }) => seatId)
  chairSeat = bureau!.seats.find(({ role }) => role === 'CHAIR')!.seatId
  clerk = await trial.visitor('stembureaus')
  for (let n = 0; n < 3; n++) await aDesignated()
})
afterAll(() => trial.close())

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const read = async (address = paths.memberLetters(here)) => (await clerk.get(address)).text()
const asks = (fields: Readonly<Record<string, string>>) => clerk.post(paths.convokeAll(here), fields)
const works = () =>
  workConvocations(
    { ...trial.deps, portalUrl: 'https://kiesloket.example' },
    { municipalityId: trial.here, signal: new AbortController().signal },
  )
const runNow = () => inTown((db) => lastConvocationRun(db, trial.election))
const statesAre = (state: string, from: string) =>
  inTown((db) =>
    sql`update bureaus.member_letter l set state = ${state}, settled_at = l.sent_at where l.state = ${from}`.execute(
      db,
    ),
  )
const letters = async (query = '') =>
  [...(await read(paths.memberLetters(here) + query)).matchAll(/brieven\/brief\/([\w-]{36})"/g)].map(
    ([, id]) => id!,
  )

const aDesignated = () => aDesignatedIn(seats[people]!)

async function aDesignatedIn(seatId: SeatId): Promise<void> {
  const { deps, election } = trial
  const memberId = await aMember(deps, election, ++people)
  const assignmentId = await aProposal(deps, { election, seatId, memberId })
  await designate(deps, { election, assignmentId, by: 'judge', authority: 'magistrate' })
}

test('who is still to be called is counted by role, with an example of the letter', async () => {
  const page = await read()
  expect(page).toMatch(/Nog op te roepen<\/dt><dd><span>3</)
  expect(await htmlFaults(page)).toEqual([])
  const [, pdf] = /href="([^"]+voorbeeld\.pdf)"/.exec(page)!
  const example = await clerk.get(pdf!)
  expect(
    Buffer.from(await example.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const picture = await clerk.get(pdf!.replace('.pdf', '.png'))
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await clerk.get(pdf!.replace('.pdf', '.exe'))).status).toBe(404)
  expect((await (await trial.visitor('griffier')).get(pdf!)).status).toBe(403)
})

test('calling is asked once and carried out by a worker, which says how far it is', async () => {
  const nameless = await asks({ gezag: '' })
  expect([nameless.status, (await nameless.text()).includes('Schrijf wie aanwees')]).toEqual([422, true])
  expect((await asks({ gezag })).headers.get('location')).toMatch(/gelukt=convocation-asked$/)
  const busy = await read()
  expect(busy).toContain('Bezig met oproepen')
  expect(await htmlFaults(busy)).toEqual([])
  expect((await asks({ gezag })).status).toBe(422)
  await works()
  expect(await runNow()).toMatchObject({ state: 'done', called: 3, notCalled: {} })
  expect(await read()).toContain('3 mensen opgeroepen')
  expect(await letters()).toHaveLength(3)
})

test('it stops when asked, and asked again it goes on with the others', async () => {
  await aDesignated()
  expect((await asks({ gezag })).status).toBe(303)
  expect((await clerk.post(paths.stopConvoking(here))).status).toBe(303)
  expect(await read()).toContain('Het stopt zodra')
  await works()
  expect(await runNow()).toMatchObject({ state: 'stopped', called: 0 })
  expect(await read()).toContain('Roep opnieuw op om verder te gaan')
  expect((await asks({ gezag })).status).toBe(303)
  await works()
  expect(await letters()).toHaveLength(4)
})

test('what reached no mailbox is found by its state and printed as one file', async () => {
  await statesAre('undelivered', 'sent')
  expect(await letters('?stand=sent')).toEqual([])
  expect(await letters('?stand=undelivered')).toHaveLength(4)
  const file = await clerk.post(paths.printMemberLetters(here))
  expect(file.headers.get('content-disposition')).toContain('brieven-aan-leden.pdf')
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await expect.poll(() => letters('?stand=printed')).toHaveLength(4)
  const none = await clerk.post(paths.printMemberLetters(here))
  expect([none.status, (await none.text()).includes('geen brief meer om te drukken')]).toEqual([422, true])
})

test('a letter opens as it was sent, and its proof is written down', async () => {
  const [letter] = await letters()
  const address = { ...here, letter: letter! }
  const pdf = await clerk.get(paths.memberLetterPdf(address))
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const proves = (fields: Readonly<Record<string, string>>) =>
    clerk.post(paths.proveMemberLetter(address), fields)
  const bare = await proves({ nummer: 'RR12' })
  const text = await bare.text()
  expect([bare.status, text.includes('value="RR12"')]).toEqual([422, true])
  expect(await htmlFaults(text)).toEqual([])
  const when = { 'dag-day': '2', 'dag-month': '5', 'dag-year': '2029', uur: '12.00' }
  expect(await (await proves({ hoe: 'registered', ...when })).text()).toContain('Vul het nummer')
  expect(await (await proves({ hoe: 'in-hand', ...when, uur: '11.59' })).text()).toContain('nog niet gemaakt')
  expect((await proves({ hoe: 'registered', nummer: 'RR12', ...when })).status).toBe(303)
  expect(await read(paths.memberLetter(address))).toContain('afgegeven, met bewijs')
})

test('whose room changed after the call is listed with old and new, and gets a corrected call once', async () => {
  expect(await read()).not.toContain('niet meer klopp')
  await inTown((db) => sql`update elections.voting_section set room = 'refter' where section = 1`.execute(db))
  const page = await read()
  expect(page).toMatch(/4 mensen hebben een brief met een andere zaal/)
  expect(page).toMatch(/Zaal: [^<]+ → refter/)
  expect(await htmlFaults(page)).toEqual([])
  expect(await read(paths.bureaus(here))).toContain('4 mensen hebben een oproep die niet meer klopt')
  const corrects = () => clerk.post(paths.correctCalls(here))
  expect((await (await trial.visitor('griffier')).post(paths.correctCalls(here))).status).toBe(403)
  expect((await corrects()).headers.get('location')).toMatch(/gelukt=corrections-asked$/)
  expect(await read()).toContain('Bezig met verbeterde oproepen')
  expect((await corrects()).status, 'asked already').toBe(422)
  await works()
  expect(await read()).toContain('4 mensen kregen een verbeterde oproep')
  expect(await read()).not.toContain('een andere zaal')
  expect((await corrects()).status, 'nobody left').toBe(422)
})

test('who has no known address is named, with the way to complete it', async () => {
  await aDesignatedIn(chairSeat)
  await inTown((db) =>
    sql`update bureaus.member m set address = null from bureaus.assignment a join bureaus.seat s using (seat_id)
        where a.member_id = m.member_id and s.role = 'CHAIR'`.execute(db),
  )
  const page = await read()
  expect(page).toContain('Van 1 persoon is geen adres gekend')
  expect(page).toMatch(/href="[^"]+\/aanwijzing\/[\w-]{36}\/adres">[^<]+<\/a>, voorzitter, 1</)
  expect(await htmlFaults(page)).toEqual([])
})
