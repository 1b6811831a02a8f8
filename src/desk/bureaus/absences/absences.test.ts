import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { readPdf as readPages } from '../../../../test/read-pdf.ts'
import { closeTerms, keptBureaus, noteDeed, showAssignment, timelineOf } from '../../../bureaus/index.ts'
import { aCalledMember, adopted, afterPollingDay, aMember, aPollingBureau } from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { type AssignmentId, newId } from '../../../platform/ids.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

let trial: DeskTrial
let clerk: Visitor
let magistrate: Visitor
let chair: AssignmentId
let late: AssignmentId
let absent: AssignmentId

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const here = () => ({ election: trial.election.code })
const file = () => paths.absencesOfBureau({ ...here(), number: '1' })

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await adopted(deps, election, [{ ...aPollingBureau(1, 2), votingMode: 'DIGITAL' }])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const seats = Map.groupBy(bureau!.seats, ({ role }) => role)
  const came = async (n: number, role: 'CHAIR' | 'ASSESSOR', at?: string) =>
    afterPollingDay(deps, {
      ...{ election, seatId: seats.get(role)!.shift()!.seatId, memberId: await aMember(deps, election, n) },
      arrivedAt: at ? new Date(at) : undefined,
    })
  chair = await came(1, 'CHAIR', '2029-06-10T04:45:00Z')
  late = await came(2, 'ASSESSOR', '2029-06-10T06:15:00Z')
  absent = await came(3, 'ASSESSOR')
  deps.clock.moveTo('2029-06-12T08:00:00Z')
  clerk = await trial.visitor('stembureaus')
  magistrate = await trial.visitor('magistraat')
})
afterAll(() => trial.close())

const pageOf = async (visitor: Visitor, address: string) => {
  const text = await (await visitor.get(address)).text()
  expect(await htmlFaults(text)).toEqual([])
  return text.replaceAll('\u00a0', ' ')
}
const readPdf = async (answer: Response) => {
  const { pages } = await readPages(new Uint8Array(await answer.arrayBuffer()))
  return pages
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}
const lastStep = async (assignmentId: AssignmentId) =>
  (await inTown((db) => timelineOf(db, trial.election, assignmentId))).at(-1)!.transition
const report = async (version: number) => {
  return readPdf(await clerk.get(paths.absenceReport({ ...here(), number: '1', version: String(version) })))
}

test('the list says where somebody was away, and by when who has to know', async () => {
  const list = await pageOf(clerk, paths.absences(here()))
  for (const said of [
    'Nog geen dossier',
    file(),
    'het hoofdbureau',
    'In de regels staat geen dag',
    'Alles genoteerd',
  ])
    expect(list).toContain(said)
  const page = await pageOf(magistrate, file())
  for (const said of ['Peeters 2', 'minuten te laat', 'Peeters 3', 'Afwezig', 'aangekomen op'])
    expect(page).toContain(said)
  expect(page).not.toContain('Peeters 1')
  expect(page).not.toContain('Maak het dossier')
  expect((await magistrate.post(file())).status).toBe(403)
  expect((await (await trial.visitor('medewerker')).get(file())).status).toBe(403)
})

test('the file reports who is in it once, and is the same document each time', async () => {
  expect((await clerk.post(file())).headers.get('Location')).toContain('absences-reported')
  expect([await lastStep(late), await lastStep(absent)]).toEqual(['report-absence', 'report-absence'])
  expect((await clerk.post(file())).headers.get('Location')).toContain('absences-same')
  const text = await report(1)
  for (const said of ['Peeters 2', 'Peeters 3', 'te laat: 30 minuten', 'afwezig'])
    expect(text).toContain(said)
  expect(text).not.toContain('Peeters 1')
  expect((await clerk.get(paths.absenceReport({ ...here(), number: '1', version: '2' }))).status).toBe(404)
})

test('that the file left is noted by who keeps the bureaus, once, and what is missing is said beside its field', async () => {
  const to = paths.sendAbsences({ ...here(), number: '1' })
  const sent = { aan: 'main-bureau', hoe: 'registered', dossier: '1' }
  const day = { 'op-day': '12', 'op-month': '6', 'op-year': '2029' }
  expect((await magistrate.post(to, { ...sent, ...day })).status).toBe(403)
  for (const [form, said] of [
    [sent, 'Vul de dag in'],
    [{ ...sent, ...day, 'op-day': '32' }, 'Deze dag bestaat niet'],
    [{ ...sent, ...day, 'op-day': '9' }, 'nog niet gemaakt'],
    [{ ...sent, ...day, 'op-day': '13' }, 'moet nog komen'],
    [{ ...sent, ...day, hoe: '' }, 'Kies hoe'],
    [{ ...sent, ...day, aan: 'justice-of-the-peace' }, 'Kies aan wie'],
    [{ ...sent, ...day, aan: 'public-prosecutor' }, 'de vorige bestemming'],
    [{ ...sent, ...day, dossier: '7' }, 'Dit dossier is er niet'],
  ] as const) {
    const answer = await clerk.post(to, form)
    expect([answer.status, (await answer.text()).includes(said)]).toEqual([422, true])
  }
  expect((await clerk.post(to, { ...sent, ...day })).headers.get('Location')).toContain('absences-sent')
  const again = await clerk.post(to, { ...sent, ...day })
  expect([again.status, (await again.text()).includes('heeft dit dossier al')]).toEqual([422, true])
  expect(await pageOf(magistrate, file())).toContain('Dossier 1 verstuurd op dinsdag 12 juni 2029')
  expect(await pageOf(magistrate, file())).not.toContain('Noteer een verzending')
  expect(await pageOf(clerk, paths.absences(here()))).toContain('Bij 1 van 2')
  for (const address of [paths.sendAbsences, paths.remarkAbsence])
    expect((await clerk.post(address({ ...here(), number: '99' }), { ...sent, ...day })).status).toBe(404)
})

test('a reason accepted afterwards is told along the route by the next file', async () => {
  const address = paths.excuseAfter({ ...here(), assignment: absent })
  expect((await clerk.post(address, { waarom: 'ziek' })).status).toBe(403)
  const gezag = 'de voorzitter van het kantonhoofdbureau Zonnedorp'
  for (const [typed, said] of [
    [{ waarom: '', gezag }, 'Schrijf op waarom'],
    [{ waarom: 'Attest' }, 'Schrijf wie beslist'],
    [{ waarom: 'Attest', gezag: 'rechter 85610100147' }, 'rijksregisternummer'],
  ] as const) {
    const bare = await magistrate.post(address, typed)
    expect([bare.status, (await bare.text()).includes(said)], said).toEqual([422, true])
  }
  const taken = await magistrate.post(address, { waarom: 'Attest van het ziekenhuis', gezag })
  expect(taken.headers.get('Location')).toMatch(/gelukt=excused-after$/)
  const asked = { election: trial.election, assignmentId: absent, by: 'test' }
  expect(await showAssignment(trial.deps, asked), 'and the letter says so').toMatchObject({
    letters: [{ kind: 'reason-accepted', facts: { authority: gezag, reason: 'Attest van het ziekenhuis' } }],
  })
  expect(await lastStep(absent)).toBe('excuse-after')
  expect(await pageOf(clerk, file())).toContain('het volgende dossier zegt dat')
  const page = await pageOf(clerk, file())
  expect(page).toContain('Laat dit weten aan het hoofdbureau')
  // The name stands under what is new: not once more under what is gone.
  expect(page).not.toContain('Staat er zo niet meer in')
  expect(page).toContain('Grondslag: zo is het gebruik')
  expect((await clerk.post(file())).headers.get('Location')).toContain('absences-reported')
  const text = await report(2)
  expect(text).toContain('Niet meer te vervolgen: Lotte Peeters 3')
  expect(text).not.toContain('Attest')
})

test('until then a letter takes the report back with who has the file: made, taken along, and noted as sent', async () => {
  const to = { ...here(), number: '1', assignment: absent, addressee: 'main-bureau' }
  const list = await pageOf(clerk, file())
  expect(list).toContain(paths.withdrawal(to))
  expect(list).toContain('Meldingen in te trekken')
  const prosecutor = paths.withdrawal({ ...to, addressee: 'public-prosecutor' })
  expect((await clerk.get(prosecutor)).status, 'who has no file').toBe(404)
  expect((await clerk.get(paths.withdrawalPdf(to))).status, 'not made yet').toBe(404)
  expect((await magistrate.post(paths.withdrawal(to))).status).toBe(403)
  expect(await pageOf(magistrate, paths.withdrawal(to))).not.toContain('Maak de brief')
  expect((await clerk.post(paths.withdrawal(to))).headers.get('Location')).toContain('withdrawal-made')
  const letter = await readPdf(await clerk.get(paths.withdrawalPdf(to)))
  for (const said of ['Aan het hoofdbureau', 'Lotte Peeters 3', 'Wij trekken de melding']) {
    expect(letter).toContain(said)
  }
  expect(letter).not.toContain('Attest')
  const page = await pageOf(clerk, paths.withdrawal(to))
  const brief = /name="brief" value="(\w+)"/.exec(page)![1]!
  const day = { 'op-day': '12', 'op-month': '6', 'op-year': '2029' }
  for (const [form, said] of [
    [{ brief, hoe: 'registered' }, 'Vul de dag in'],
    [{ brief, ...day }, 'Kies hoe'],
    [{ brief, hoe: 'registered', ...day, 'op-day': '11' }, 'nog niet gemaakt'],
    [{ brief: 'f00d', hoe: 'registered', ...day }, 'intussen opnieuw gemaakt'],
  ] as const) {
    const answer = await clerk.post(paths.sendWithdrawal(to), form)
    expect([answer.status, (await answer.text()).includes(said)], said).toEqual([422, true])
  }
  const sent = await clerk.post(paths.sendWithdrawal(to), { brief, hoe: 'registered', ...day })
  expect(sent.headers.get('Location')).toContain('withdrawal-sent')
  expect(await pageOf(clerk, paths.withdrawal(to))).toContain('Verstuurd op dinsdag 12 juni 2029')
  const after = await pageOf(clerk, file())
  expect(after).not.toContain('Laat dit weten')
  expect(after).toContain('Verstuurd op dinsdag 12 juni 2029')
})

test('who came gets a statement, that says nothing of being late; who did not gets none', async () => {
  const statement = (assignment: AssignmentId) => clerk.get(paths.serviceStatement({ ...here(), assignment }))
  for (const [assignment, name] of [
    [chair, 'Peeters 1'],
    [late, 'Peeters 2'],
  ] as const) {
    const page = await pageOf(clerk, paths.bureauAssignment({ ...here(), assignment }))
    expect(page).toContain(paths.serviceStatement({ ...here(), assignment }))
    const text = await readPdf(await statement(assignment))
    expect(text).toContain(name)
    expect(text).not.toMatch(/laat/)
  }
  expect((await statement(absent)).status).toBe(404)
})

test('a bureau that closed without noting everybody: who is unknown is named on the page, and is not absent', async () => {
  const { deps, election } = trial
  const both = [{ ...aPollingBureau(1, 2), votingMode: 'DIGITAL' } as const, aPollingBureau(3, 1)]
  await adopted(deps, election, both)
  const third = (await inTown((db) => keptBureaus(db, election))).find(({ number }) => number === '3')!
  const { bureauId, seats } = third
  const now = deps.clock.now().toISOString()
  deps.clock.moveTo('2029-05-01T08:00:00Z')
  const called = { election, seatId: seats[0]!.seatId, memberId: await aMember(deps, election, 31) }
  await aCalledMember(deps, called)
  deps.clock.moveTo('2029-06-09T08:00:00Z')
  await closeTerms(deps, election)
  const page = () => pageOf(clerk, paths.absencesOfBureau({ ...here(), number: '3' }))
  expect(await page()).toContain('Het bureau is nog niet gesloten')
  deps.clock.moveTo(now)
  const deed = { kind: 'checkpoint', checkpoint: 'CLOSED', id: newId<string>() } as const
  const at = '2029-06-10T14:00:00.000Z'
  await noteDeed(deps, { election, bureauId, deed: { ...deed, at }, by: 'chair', authority: 'chair' })
  const closed = await page()
  for (const said of ['Niet genoteerd of ze kwamen', 'Peeters 31', 'Er is niemand te melden'])
    expect(closed).toContain(said)
  expect(closed).not.toContain('Maak het dossier')
  expect(await pageOf(clerk, paths.absences(here()))).toContain('1 nog te noteren')
})
