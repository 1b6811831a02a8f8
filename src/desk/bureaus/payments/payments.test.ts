import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { changeAccount, keptBureaus } from '../../../bureaus/index.ts'
import { adopted, afterPollingDay, aMember, aPollingBureau } from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { AssignmentId } from '../../../platform/ids.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

let trial: DeskTrial
let clerk: Visitor
let chair: AssignmentId
let assessor: AssignmentId
let batchPage: string
const iban = 'BE68539007547034'

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const here = () => ({ election: trial.election.code })

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await adopted(deps, election, [{ ...aPollingBureau(1), votingMode: 'DIGITAL' }])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const seatFor = (role: string) => bureau!.seats.find((seat) => seat.role === role)!.seatId
  const came = async (n: number, role: string, account?: string) =>
    afterPollingDay(deps, {
      ...{ election, seatId: seatFor(role), memberId: await aMember(deps, election, n), iban: account },
      arrivedAt: new Date('2029-06-10T04:45:00Z'),
    })
  chair = await came(1, 'CHAIR', iban)
  assessor = await came(2, 'ASSESSOR')
  deps.clock.moveTo('2029-06-12T08:00:00Z')
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const pageOf = async (address: string) => {
  const text = await (await clerk.get(address)).text()
  expect(await htmlFaults(text)).toEqual([])
  return text.replaceAll('\u00a0', ' ')
}

test('only who keeps the bureaus sees what people are paid', async () => {
  for (const role of ['griffier', 'magistraat', 'beheerder', 'medewerker'] as const)
    for (const address of [paths.claims(here()), paths.payments(here())])
      expect((await (await trial.visitor(role)).get(address)).status, role).toBe(403)
  const elsewhere = await trial.visitor('stembureaus', { at: 'elsewhere' })
  expect((await elsewhere.get(paths.claims(here()))).status).toBe(404)
})

test('the list says what is missing, and leads there', async () => {
  const page = await pageOf(paths.claims(here()))
  for (const said of ['de Staat betaalt', 'Onvolledig', '2 vergoedingen', '1 vergoeding', 'rekeningnummer'])
    expect(page).toContain(said)
  const without = await pageOf(`${paths.claims(here())}?toon=incomplete&mist=account`)
  expect(without).toContain(paths.claim({ ...here(), assignment: assessor }))
  expect(without).not.toContain(paths.claim({ ...here(), assignment: chair }))
})

test('what is wrong is told beside its field, and what was typed stays', async () => {
  const address = paths.claim({ ...here(), assignment: assessor })
  const wrong = await clerk.post(address, { woont: 'elders', km: 'ver', rekening: 'BE00 1234' })
  const text = await wrong.text()
  expect(wrong.status).toBe(422)
  for (const said of ['Schrijf een aantal kilometers', 'Dit rekeningnummer klopt niet', 'value="ver"'])
    expect(text).toContain(said)
  expect(await htmlFaults(text)).toEqual([])
})

test('completed, the amounts stand there with their source', async () => {
  const note = async (assignment: AssignmentId, fields: Record<string, string>) =>
    clerk.post(paths.claim({ ...here(), assignment }), fields)
  expect((await note(chair, { woont: 'hier', km: '', rekening: '' })).status).toBe(303)
  expect((await note(assessor, { woont: 'elders', km: '12,5', rekening: iban })).status).toBe(303)
  const page = await pageOf(paths.claim({ ...here(), assignment: assessor }))
  for (const said of ['37,50', 'Noteer 0 kilometer', 'value="12,5"']) expect(page).toContain(said)
  expect(page).not.toContain(iban)
  expect((await note(assessor, { woont: 'elders', km: '0', rekening: '' })).status).toBe(303)
  expect(await pageOf(`${paths.claims(here())}?toon=complete`)).toContain('60,00')
})

test('an account that the member changed after the clerk typed one is told, without the account', async () => {
  const address = paths.claim({ ...here(), assignment: assessor })
  expect(await pageOf(address)).not.toContain('gaf zelf een ander op')
  const { deps, election } = trial
  const change = { election, assignmentId: assessor, iban, by: 'citizen' }
  expect(await changeAccount(deps, change)).toEqual({ ok: true })
  const page = await pageOf(address)
  expect(page).toContain('gaf zelf een ander op')
  expect(page).not.toContain(iban)
})

test('an account that two people gave is told without the account, and each page leads to the other', async () => {
  const page = await pageOf(`${paths.claims(here())}?rekening=gedeeld`)
  for (const said of ['Bij 2 vergoedingen', 'Dat mag', 'zelfde rekening als iemand anders'])
    expect(page).toContain(said)
  const one = await pageOf(paths.claim({ ...here(), assignment: chair }))
  expect(one).toContain(paths.claim({ ...here(), assignment: assessor }))
  expect(one).not.toContain('Peeters 2')
  for (const shown of [page, one]) expect(shown).not.toMatch(/BE68|7547/)
})

test('a batch leaves with its files; pressed again there is nothing to pay', async () => {
  const order = { naam: 'FOD', nummer: '', rekening: 'BE71 0961 2345 6769' }
  const day = { 'dag-day': '1', 'dag-month': '7', 'dag-year': '2029' }
  const past = { 'dag-day': '1', 'dag-month': '1', 'dag-year': '2029' }
  expect(await (await clerk.post(paths.payments(here()), { ...order, ...past })).text()).toContain(
    'Deze dag is voorbij',
  )
  const wrong = await clerk.post(paths.payments(here()), { ...order, ...day, nummer: '1234.567.890' })
  expect(await wrong.text()).toContain('Dit is geen ondernemingsnummer')
  const unread = await clerk.post(paths.payments(here()), { ...order, ...day, naam: 'Министерство' })
  expect([unread.status, (await unread.text()).includes('letters die geen bank leest')]).toEqual([422, true])
  const made = await clerk.post(paths.payments(here()), { ...order, ...day, nummer: '1999.000.744' })
  expect(made.status).toBe(303)
  const again = await clerk.post(paths.payments(here()), { ...order, ...day })
  expect([again.status, (await again.text()).includes('iemand anders was u voor')]).toEqual([422, true])
  batchPage = made.headers.get('Location')!.split('?')[0]!
  const page = await pageOf(batchPage)
  for (const said of ['97,50', 'FOD', 'Nog geen antwoord']) expect(page).toContain(said)
  expect(await pageOf(paths.payments(here()))).toContain(batchPage)
  const csv = await clerk.get(`${batchPage}/csv`)
  expect(csv.headers.get('Cache-Control')).toBe('no-store')
  expect(await csv.text()).toContain(iban)
  expect(await (await clerk.get(`${batchPage}/xml`)).text()).toContain('<CtrlSum>97.50</CtrlSum>')
  expect((await clerk.get(`${batchPage}/pdf`)).status).toBe(404)
})

test('the answer of who pays is read back, with what was not taken row by row', async () => {
  const csv = await (await clerk.get(`${batchPage}/csv`)).text()
  const [first, second] = csv
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(';')[0]!)
  const rows = `betaling;toestand\n${first};betaald\n${second};geweigerd\nKLP0;betaald\n`
  const upload = async (file: string) => {
    const answer = await clerk.upload(`${batchPage}/antwoord`, 'bestand', file)
    const text = await answer.text()
    expect(await htmlFaults(text)).toEqual([])
    return [answer.status, text] as const
  }
  const [status, text] = await upload(rows)
  expect(status).toBe(200)
  for (const said of ['1 betaald, 1 teruggekomen', 'Deze betaling zit niet in deze reeks', 'Wat terugkwam'])
    expect(text).toContain(said)
  expect((await upload(rows))[1]).toContain('0 betaald, 0 teruggekomen')
  expect(await upload('dit is geen antwoord')).toEqual([422, expect.stringContaining('geen pain.002')])
  expect(await pageOf(`${paths.claims(here())}?mist=came-back`)).toContain('betaling kwam terug')
})
