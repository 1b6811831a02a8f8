import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { answerCall, keptBureaus, listTrainings } from '../../../bureaus/index.ts'
import { aCalledMember, adopted, aMember, aPollingBureau } from '../../../bureaus/testing.ts'
import { latestAuditEvents } from '../../../platform/audit.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { MemberId } from '../../../platform/ids.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

let trial: DeskTrial
let clerk: Visitor
let magistrate: Visitor
const chairs: MemberId[] = []

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const here = () => ({ election: trial.election.code })

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await adopted(
    deps,
    election,
    [1, 2, 3, 4].map((section) => aPollingBureau(section, 1)),
  )
  for (const [at, { seats }] of (await inTown((db) => keptBureaus(db, election))).entries()) {
    const { seatId } = seats.find(({ role }) => role === 'CHAIR')!
    const memberId = await aMember(deps, election, at + 1)
    const assignmentId = await aCalledMember(deps, { election, seatId, memberId })
    const contact = { phone: `+3247000000${at}` }
    await answerCall(deps, { election, assignmentId, contact, by: 'citizen', authority: 'person' })
    chairs.push(memberId)
  }
  clerk = await trial.visitor('stembureaus')
  magistrate = await trial.visitor('magistraat')
})
afterAll(() => trial.close())

const pageOf = async (visitor: Visitor, address: string) => {
  const text = await (await visitor.get(address)).text()
  expect(await htmlFaults(text)).toEqual([])
  return text.replaceAll('\u00a0', ' ')
}
const refusal = async (address: string, fields: Record<string, string>) => {
  const answer = await clerk.post(address, fields)
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(await htmlFaults(text)).toEqual([])
  return text
}

const typed = {
  ...{ naam: 'Voorzitter zijn', bureaus: 'POLLING', functies: 'CHAIR', van: '19', tot: '21:00' },
  ...{ 'dag-day': '22', 'dag-month': '5', 'dag-year': '2029', plaats: 'Raadzaal', plaatsen: '2' },
  ...{ 'laatste-day': '20', 'laatste-month': '5', 'laatste-year': '2029' },
}
const first = async () => (await inTown((db) => listTrainings(db, trial.election)))[0]!
const address = async () => ({ ...here(), training: (await first()).trainingId })
const version = async () => String((await first()).version)

test('before there is one the list says what to do, and to who may not make one that there is none', async () => {
  expect(await pageOf(clerk, paths.trainings(here()))).toContain('Maak een opleiding')
  const page = await pageOf(magistrate, paths.trainings(here()))
  expect(page).toContain('maakte nog geen opleiding')
  expect(page).toContain('4 voorzitters volgden nog geen opleiding')
  expect((await magistrate.post(paths.newTraining(here()), typed)).status).toBe(403)
  expect(await pageOf(clerk, paths.bureaus(here()))).toContain(paths.trainings(here()))
})

test('what is wrong is said beside its field, and what was typed stays', async () => {
  for (const [wrong, said] of [
    [{ naam: '' }, 'Geef de opleiding een naam'],
    [{ 'dag-day': '31', 'dag-month': '4' }, 'Vul een dag in die bestaat'],
    [{ van: '25' }, 'Vul in hoe laat'],
    [{ tot: '18:00' }, 'Het einde moet na het begin komen'],
    [{ plaats: '' }, 'Vul een plaats'],
    [{ adres: 'http://x.example' }, 'geen adres op internet'],
    [{ plaatsen: 'veel' }, 'een aantal in van 1 tot 1000'],
    [{ 'laatste-day': '23' }, 'komt na de opleiding'],
    [{ 'dag-year': '2028', 'laatste-year': '2028' }, 'al voorbij'],
    [{ bureaus: 'anders' }, 'Kies voor welke bureaus'],
    [{ plaats: 'bij 85.61.01-001.47' }, 'rijksregisternummer'],
  ] as const) {
    const text = await refusal(paths.newTraining(here()), { ...typed, ...wrong })
    expect(text, said).toContain(said)
    expect(text).toContain('value="21:00"'.replace('21:00', 'tot' in wrong ? wrong.tot : '21:00'))
  }
})

test('the form is filled with what the law says of whom is taught', async () => {
  const form = await pageOf(clerk, paths.newTraining(here()))
  expect(form).toContain('KWB 101')
  expect(form).toMatch(/value="CHAIR" checked/)
  expect(form).not.toMatch(/value="ASSESSOR" checked/)
})

test('a training is made, and stands in the list with the places that are left', async () => {
  const made = await clerk.post(paths.newTraining(here()), typed)
  expect(made.headers.get('Location')).toContain('training-made')
  const list = await pageOf(clerk, paths.trainings(here()))
  for (const said of ['Voorzitter zijn', 'dinsdag 22 mei 2029, 19:00 tot 21:00', 'open'])
    expect(list).toContain(said)
  const page = await pageOf(magistrate, paths.training(await address()))
  expect(page).toContain('0 van de 2 plaatsen ingenomen')
  expect(page).toContain('zondag 20 mei 2029')
  expect(page).not.toContain('Gelast af')
})

const enrolled = async (at: number, hoe = 'PHONE') =>
  clerk.post(paths.enrolMember(await address()), {
    ...{ bureau: String(at + 1), stap: 'inschrijven', lid: chairs[at]!, hoe },
  })

test('somebody who phones is found by bureau and enrolled; the third waits', async () => {
  const to = paths.enrolMember(await address())
  expect(await refusal(to, { bureau: '99' })).toContain('Dit bureau is er niet')
  const found = await (await clerk.post(to, { bureau: '1' })).text()
  expect(found).toContain('Peeters 1')
  expect(await htmlFaults(found)).toEqual([])
  const bare = await refusal(to, { bureau: '1', stap: 'inschrijven' })
  for (const said of ['Kies wie u inschrijft', 'Kies hoe deze persoon']) expect(bare).toContain(said)
  const stranger = { bureau: '1', stap: 'inschrijven', lid: chairs[1]!, hoe: 'PHONE' }
  expect(await refusal(to, stranger)).toContain('Kies wie u inschrijft')
  for (const at of [0, 1]) expect((await enrolled(at)).headers.get('Location')).toContain('training-enrolled')
  expect((await enrolled(2, 'COUNTER')).headers.get('Location')).toContain('training-waits')
  expect(await refusal(to, { bureau: '1', stap: 'inschrijven', lid: chairs[0]!, hoe: 'PHONE' })).toContain(
    'al ingeschreven',
  )
  const page = await pageOf(clerk, paths.training(await address()))
  for (const said of ['volzet', 'wacht als 1e', 'aan het loket', '1 persoon op de wachtlijst'])
    expect(page).toContain(said)
})

test('the list on paper has a line for each signature, and the file no formula and no number of a person', async () => {
  const list = await pageOf(magistrate, paths.trainingList(await address()))
  for (const said of ['Peeters 1', 'Handtekening', 'Op de wachtlijst']) expect(list).toContain(said)
  expect((await magistrate.get(paths.trainingFile(await address()))).status).toBe(403)
  const { deps, election } = trial
  const answer = await clerk.get(paths.trainingFile(await address()))
  const csv = await answer.text()
  expect(csv).toContain('ja;Peeters 1;Lotte;Voorzitter;Stembureau 1;')
  expect(csv).toContain('wachtlijst 1;Peeters 3;')
  expect(csv).not.toMatch(/\d{11}/)
  expect(answer.headers.get('Content-Disposition')).toContain('opleiding.csv')
  expect(deps.clock.now() < new Date(`${election.pollingDay}T00:00:00Z`)).toBe(true)
})

test('whom a number is shown of leaves an event each, and only who keeps the bureaus sees them', async () => {
  expect((await magistrate.get(paths.trainingPhones(await address()))).status).toBe(403)
  const page = await pageOf(clerk, paths.trainingPhones(await address()))
  expect(page).toContain('tel:+32470000000')
  const events = await inTown((db) => latestAuditEvents(db, trial.here, 10))
  const shown = events.filter(({ action }) => action === 'bureaus.training-phone-shown')
  expect(new Set(shown.map(({ subject }) => subject))).toEqual(new Set(chairs.slice(0, 3)))
})

test('who is taken out makes room, and the page says whom to phone', async () => {
  const to = paths.leaveTraining({ ...(await address()), member: chairs[0]! })
  expect(await pageOf(clerk, to)).toContain('Wie het langst wacht')
  expect((await clerk.post(to)).headers.get('Location')).toContain('training-left-moved-up')
  expect(await pageOf(clerk, paths.training(await address()))).toContain('schoof op van de wachtlijst')
  expect(await refusal(to, {})).toContain('niet meer ingeschreven')
  expect((await clerk.get(paths.leaveTraining({ ...(await address()), member: 'x' }))).status).toBe(404)
})

test('another day is told to stand on the page until it was held; what another saw differently is refused', async () => {
  const to = paths.changeTraining(await address())
  expect(await pageOf(clerk, to)).toContain('2 personen hebben al een plaats')
  const stand = await version()
  trial.deps.clock.moveTo('2029-05-02T10:05:00Z')
  const moved = await clerk.post(to, { ...typed, 'dag-day': '23', stand })
  expect(moved.headers.get('Location')).toContain('training-moved')
  const page = await pageOf(clerk, paths.training(await address()))
  for (const said of ['Dag, uur of plaats veranderde', 'ingeschreven voor de wijziging', 'woensdag 23 mei'])
    expect(page).toContain(said)
  expect(await refusal(to, { ...typed, stand })).toContain('Iemand anders was u voor')
  const fewer = { ...typed, 'dag-day': '23', plaatsen: '1', stand: await version() }
  expect(await refusal(to, fewer)).toContain('meer mensen ingeschreven')
  const renamed = { ...typed, 'dag-day': '23', naam: 'Voorzitten', stand: await version() }
  expect((await clerk.post(to, renamed)).headers.get('Location')).toContain('training-changed')
})

test('attendance is noted from the beginning on, the rest in one tick, and corrected', async () => {
  const to = paths.trainingAttendance(await address())
  expect(await pageOf(clerk, to)).toContain('nog niet begonnen')
  expect(await refusal(to, { rest: 'aanwezig' })).toContain('nog niet begonnen')
  trial.deps.clock.moveTo('2029-05-23T18:00:00Z')
  clerk = await trial.visitor('stembureaus')
  const field = `lid-${chairs[1]}`
  expect((await clerk.post(to, { rest: 'aanwezig', [field]: 'ABSENT' })).status).toBe(303)
  const page = await pageOf(clerk, paths.training(await address()))
  for (const said of ['aanwezig', 'afwezig', '1 aanwezig']) expect(page).toContain(said)
  const certificate = (at: number) =>
    address().then((of) => clerk.get(paths.trainingCertificate({ ...of, member: chairs[at]! })))
  expect((await certificate(1)).status).toBe(404)
  expect((await certificate(2)).headers.get('Content-Type')).toBe('application/pdf')
  expect((await clerk.post(to, { [field]: 'PRESENT' })).status).toBe(303)
  expect((await certificate(1)).status).toBe(200)
})

test('chairs who were in none stand in a list of their own', async () => {
  magistrate = await trial.visitor('magistraat')
  const page = await pageOf(magistrate, paths.untrainedChairs(here()))
  expect(page).toContain('Peeters 1')
  expect(page).not.toContain('Peeters 2')
  expect(page).toContain('nergens ingeschreven')
})

test('one is cancelled after it says how many are enrolled, and can be changed no more', async () => {
  const again = { ...typed, 'dag-day': '30', 'laatste-day': '30' }
  await clerk.post(paths.newTraining(here()), again)
  const [, second] = await inTown((db) => listTrainings(db, trial.election))
  const of = { ...here(), training: second!.trainingId }
  const who = { bureau: '4', stap: 'inschrijven', lid: chairs[3]!, hoe: 'PHONE' }
  await clerk.post(paths.enrolMember(of), who)
  expect(await pageOf(clerk, paths.cancelTraining(of))).toContain('1 persoon is ingeschreven')
  expect(await refusal(paths.cancelTraining(of), { stand: '9' })).toContain('Iemand anders was u voor')
  const stand = String(second!.version)
  expect((await clerk.post(paths.cancelTraining(of), { stand })).headers.get('Location')).toContain(
    'training-cancelled',
  )
  const page = await pageOf(clerk, paths.training(of))
  expect(page).toContain('Deze opleiding is afgelast')
  expect(page).not.toContain('Schrijf iemand in')
  expect(await refusal(paths.enrolMember(of), who)).toContain('afgelast')
})

test('a training of another municipality, or one that is no id, is not there', async () => {
  const elsewhere = await trial.visitor('stembureaus', { at: 'elsewhere' })
  const training = (await first()).trainingId
  const other = { election: trial.otherElection.code, training }
  expect((await elsewhere.get(paths.training(other))).status).toBe(404)
  expect((await clerk.get(paths.training({ ...here(), training: 'x' }))).status).toBe(404)
})
