import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { addEvidence, documentsOf, keptBureaus, latestExcuse, requestExcuse } from '../../../bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  aMember,
  aPollingBureau,
  aProposal,
  withSections,
} from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { AssignmentId, ExcuseId, SeatId } from '../../../platform/ids.ts'
import { aSmallPdf } from '../../../platform/pdf/testing.ts'
import { createWeb } from '../../../server.ts'
import { passphraseField } from '../../keep-typed.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'
import { texts } from './texts.nl.ts'

let trial: DeskTrial
let seats: SeatId[]
let clerk: Visitor
let magistrate: Visitor
const passphrase = 'zeven grijze ganzen'
const certificate = { name: 'burn-out.pdf', bytes: aSmallPdf('griep') }

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await withSections(trial.database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 3, 3)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  seats = bureau!.seats.map(({ seatId }) => seatId)
  clerk = await trial.visitor('stembureaus')
  magistrate = await trial.visitor('griffier')
})
afterAll(() => trial.close())

const inTown = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const here = () => ({ election: trial.election.code })

let people = 0
async function called(): Promise<AssignmentId> {
  const { deps, election } = trial
  const memberId = await aMember(deps, election, ++people)
  return aCalledMember(deps, { election, seatId: seats[people - 1]!, memberId })
}

async function asking(): Promise<{ assignmentId: AssignmentId; excuse: ExcuseId }> {
  const { deps, election } = trial
  const assignmentId = await called()
  const request = { ground: 'MEDICAL', text: 'Ik moet rusten.' } as const
  const act = { by: 'citizen', authority: 'person' } as const
  await requestExcuse(deps, { election, assignmentId, request, channel: 'PORTAL', ...act })
  return { assignmentId, excuse: (await inTown((db) => latestExcuse(db, election, assignmentId)))!.excuseId }
}

test('who decides makes a key, and the passphrase stands nowhere on the page', async () => {
  const address = paths.readerKey(here())
  const again = `${passphraseField}-nogmaals`
  const short = await magistrate.post(address, { [passphraseField]: 'kort', [again]: 'kort' })
  expect([short.status, (await short.text()).includes('te kort')]).toEqual([422, true])
  const other = await magistrate.post(address, { [passphraseField]: passphrase, [again]: 'een andere zin' })
  const text = await other.text()
  expect([other.status, text.includes('niet gelijk'), text.includes(passphrase)]).toEqual([422, true, false])
  expect(await htmlFaults(text)).toEqual([])
  const made = await magistrate.post(address, { [passphraseField]: passphrase, [again]: passphrase })
  expect(made.status).toBe(303)
  expect((await clerk.get(address)).status).toBe(403)
})

test('the clerk sees who asks and which documents there are, and nothing of what is in them', async () => {
  const { assignmentId, excuse } = await asking()
  await addEvidence(trial.deps, { election: trial.election, assignmentId, file: certificate, by: 'citizen' })
  const list = await (await clerk.get(paths.excuses(here()))).text()
  expect(list).toContain(paths.excuse({ ...here(), excuse }))
  expect(await htmlFaults(list)).toEqual([])
  const page = await (await clerk.get(paths.excuse({ ...here(), excuse }))).text()
  for (const said of ['Medisch', 'Ik moet rusten.', 'Op tijd', 'PDF', 'Er ontbreekt niets'])
    expect(page).toContain(said)
  for (const never of ['burn-out', 'griep', `name="${passphraseField}"`, 'Aanvaardt u de reden?'])
    expect(page).not.toContain(never)
  expect(await htmlFaults(page)).toEqual([])
  const [paper] = await inTown((db) => documentsOf(db, trial.election, excuse))
  const fields = { stuk: paper!.evidenceId, [passphraseField]: passphrase }
  const address = paths.openEvidence({ ...here(), excuse })
  for (const role of ['stembureaus', 'beheerder', 'uitbater', 'medewerker'] as const)
    expect((await (await trial.visitor(role)).post(address, fields)).status, role).toBe(403)
  const elsewhere = await trial.visitor('griffier', { at: 'elsewhere' })
  expect((await elsewhere.post(address, fields)).status).toBe(404)
  const wrong = await magistrate.post(address, { ...fields, [passphraseField]: 'zeven grijze gansen' })
  expect([wrong.status, (await wrong.text()).includes('Deze wachtzin klopt niet')]).toEqual([422, true])
  const opened = await magistrate.post(address, fields)
  expect(Buffer.from(await opened.arrayBuffer())).toEqual(certificate.bytes)
  expect(Object.fromEntries(opened.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="bewijsstuk.pdf"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('the clerk asks for more or finds it complete, and the magistrate decides with a reason', async () => {
  const { assignmentId, excuse } = await asking()
  const address = { ...here(), excuse }
  const empty = await clerk.post(paths.excuseMore(address), { wat: '' })
  expect([empty.status, (await empty.text()).includes('Schrijf op waarom')]).toEqual([422, true])
  const { notYet } = texts.deciding
  const seen = async () => (await magistrate.get(paths.excuse(address))).text()
  expect(await seen()).toContain(notYet.asked)
  expect((await clerk.post(paths.excuseMore(address), { wat: 'Een attest met datum.' })).status).toBe(303)
  expect(await seen()).toContain(notYet.more)
  expect((await clerk.post(paths.excuseComplete(address))).status).toBe(303)
  expect(await seen()).not.toContain(notYet.more)
  expect((await clerk.post(paths.excuseDecision(address), { beslissing: 'ja' })).status).toBe(403)
  const decides = (fields: Readonly<Record<string, string>>) =>
    magistrate.post(paths.excuseDecision(address), { gezag: 'de vrederechter van Zonnedorp', ...fields })
  for (const [fields, said] of [
    [{ reden: 'Geen bewijs.' }, 'Kies of u de reden aanvaardt'],
    [{ beslissing: 'neen' }, 'Schrijf op waarom'],
    [{ beslissing: 'neen', reden: 'Geen bewijs.', gezag: '' }, 'de brief noemt dat'],
  ] as const) {
    const answer = await decides(fields)
    const text = await answer.text()
    expect([answer.status, text.includes(said)], said).toEqual([422, true])
    expect(await htmlFaults(text)).toEqual([])
  }
  const done = await decides({ beslissing: 'neen', reden: 'Geen bewijs.' })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toMatch(/gelukt=excuse-decided$/)
  const timeline = paths.bureauAssignment({ ...here(), assignment: assignmentId })
  expect(await (await clerk.get(timeline)).text()).toContain('Verontschuldiging geweigerd')
  const excuseNow = await inTown((db) => latestExcuse(db, trial.election, assignmentId))
  expect(excuseNow).toMatchObject({ outcome: 'REFUSED', outcomeReason: 'Geen bewijs.' })
  const told = 'Ik moet rusten.'
  const after = paths.excuse(address)
  expect(await (await magistrate.get(after)).text()).toContain(told)
  expect(await (await clerk.get(after)).text(), 'once it is decided').not.toContain(told)
  const decided = await (await clerk.get(`${paths.excuses(here())}?toon=beslist`)).text()
  expect(decided).toContain('Geweigerd')
})

test('who granted reads on the same page who comes instead, or why nobody and where the seat is open', async () => {
  const { excuse } = await asking()
  const address = paths.excuse({ ...here(), excuse })
  const before = await (await magistrate.get(address)).text()
  expect(before).not.toContain(texts.successor.fact)
  const decision = { gezag: 'de vrederechter van Zonnedorp', beslissing: 'ja' }
  expect((await magistrate.post(paths.excuseDecision({ ...here(), excuse }), decision)).status).toBe(303)
  const nobody = texts.successor.because['queue-empty']
  for (const [visitor, leads] of [
    [clerk, true],
    [magistrate, false],
  ] as const) {
    const page = await (await visitor.get(address)).text()
    expect([page.includes(nobody), page.includes(`href="${paths.vacancies(here())}"`)]).toEqual([true, leads])
    expect(await htmlFaults(page)).toEqual([])
  }
  const memberId = await aMember(trial.deps, trial.election, 60)
  await aProposal(trial.deps, { election: trial.election, seatId: seats[people - 1]!, memberId })
  const after = await (await magistrate.get(address)).text()
  expect([after.includes('Lotte Peeters 60, voorgedragen'), after.includes(nobody)]).toEqual([true, false])
})

test('an answer by phone is written down with who and how', async () => {
  const assignmentId = await called()
  const found = await (await clerk.post(paths.answering(here()), { bureau: '1' })).text()
  const address = paths.recordAnswer({ ...here(), assignment: assignmentId })
  expect(found).toContain(address)
  const wrong = await clerk.post(address, { hoe: 'PHONE', antwoord: 'komt', telefoon: '12' })
  const text = await wrong.text()
  expect([wrong.status, text.includes('value="12"')]).toEqual([422, true])
  expect(await htmlFaults(text)).toEqual([])
  const done = await clerk.post(address, { hoe: 'PHONE', antwoord: 'komt', telefoon: '0470 12 34 56' })
  expect(done.status).toBe(303)
  const excused = { hoe: 'COUNTER', antwoord: 'verontschuldigt', grond: 'WORK', uitleg: 'Ik werk.' }
  expect((await clerk.post(address, excused)).status).toBe(303)
  expect(await inTown((db) => latestExcuse(db, trial.election, assignmentId))).toMatchObject({
    channel: 'COUNTER',
  })
})
