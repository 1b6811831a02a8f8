import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  becomeReader,
  decideExcuse,
  keptBureaus,
  latestExcuse,
  loadBureauRules,
  mostBytes,
  myCalls,
  noteDeed,
  recordMember,
  showAssignment,
  showExcuse,
} from '../src/bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  afterPollingDay,
  aPollingBureau,
  aProposal,
  withSections,
} from '../src/bureaus/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { type AssignmentId, newId, type SeatId, type StaffId } from '../src/platform/ids.ts'
import { languages } from '../src/platform/language.ts'
import type { NationalNumber } from '../src/platform/national-number.ts'
import { aSmallPdf } from '../src/platform/pdf/testing.ts'
import { texts as noticeTexts } from '../src/portal/notices/texts.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { testNumber } from '../src/voters/testing.ts'
import { browserOf, type TestCitizen } from './citizen.ts'
import { htmlFaults } from './html-faults.ts'

/** What who is called for a bureau reads, answers and sends, as a browser without script sees it. */

let trial: DeskTrial
const seats: SeatId[] = []
const numbers = ['85610100147', '90620701067', testNumber(3)]
const pdf = new File([aSmallPdf('griep')], 'burn-out.pdf')

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  await withSections(deps.database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 2, 3)])
  const [bureau] = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  seats.push(...bureau!.seats.map(({ seatId }) => seatId))
})
afterAll(() => trial.close())

type Browser = Pick<TestCitizen, 'get' | 'post' | 'upload'>

/** A citizen who is called, at the page of the call. */
async function aCalled(at: number): Promise<{ browser: Browser; call: AssignmentId }> {
  const { deps, election } = trial
  const nationalNumber = numbers[at] as NationalNumber
  const member = { nationalNumber, lastName: 'Peeters', firstNames: 'Lotte' }
  const memberId = await recordMember(deps, { election, member, by: 'test' })
  const call = await aCalledMember(deps, { election, seatId: seats[at]!, memberId })
  return { browser: await browserOf(portalDeps(), nationalNumber), call }
}

const portalDeps = () => ({ ...trial.deps, findMyConvocations: myCalls })

let one: Awaited<ReturnType<typeof aCalled>>
let other: Awaited<ReturnType<typeof aCalled>>
beforeAll(async () => {
  one = await aCalled(0)
  other = await aCalled(1)
})

test('the call stands on the first page and leads to its own, in four valid languages', async () => {
  const first = await one.browser.get(paths.elections())
  expect(first.text).toContain(paths.call({ call: one.call }))
  expect(first.text).toContain('Je hebt nog niet geantwoord.')
  for (const language of languages)
    for (const path of [paths.call, paths.answerCall, paths.askExcuse]) {
      const { status, text } = await one.browser.get(`${path({ call: one.call })}?taal=${language}`)
      expect(status).toBe(200)
      expect(await htmlFaults(text), `${language} ${path.pattern}`).toEqual([])
    }
  const { text } = await one.browser.get(`${paths.call({ call: one.call })}?taal=nl`)
  expect(text).toContain('In een bureau zitten is een plicht')
  expect(text).toContain('Gewoon weigeren kan niet')
})

test('the call of somebody else is not there, and neither is one that is no id', async () => {
  for (const call of [other.call, newId<AssignmentId>(), 'x'])
    for (const path of [paths.call, paths.answerCall, paths.askExcuse, paths.addEvidence]) {
      expect((await one.browser.get(path({ call }))).status).toBe(404)
    }
  expect(
    (await one.browser.post(paths.answerCall({ call: other.call }), { telefoon: '0470123456' })).status,
  ).toBe(404)
})

test('what is wrong in the contact details is said, and what was typed stays', async () => {
  const typed = { telefoon: '12', mail: 'lotte', rekening: 'BE68539007547035' }
  const answer = await one.browser.post(paths.answerCall({ call: one.call }), typed)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Dit is geen telefoonnummer')
  expect(answer.text).toContain('Er is een fout in dit rekeningnummer')
  for (const value of Object.values(typed)) expect(answer.text).toContain(`value="${value}"`)
  expect(await htmlFaults(answer.text)).toEqual([])
})

test('an answer is kept and can be changed', async () => {
  const address = paths.answerCall({ call: one.call })
  const done = await one.browser.post(address, { telefoon: '0470 12 34 56', rekening: 'BE68 5390 0754 7034' })
  expect(done.status).toBe(303)
  expect((await one.browser.get(paths.call({ call: one.call }))).text).toContain('Je liet weten dat je komt.')
  expect((await one.browser.get(address)).text).toContain('value="BE68 5390 0754 7034"')
})

test('an excuse without a reason is asked again with what was typed', async () => {
  const answer = await one.browser.post(paths.askExcuse({ call: one.call }), { uitleg: 'Ik moet rusten.' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Kies een reden.')
  expect(answer.text).toContain('Ik moet rusten.')
})

test('an excuse is asked, gets documents one by one, and is taken back', async () => {
  const { browser, call } = one
  const asked = await browser.post(paths.askExcuse({ call }), { grond: 'MEDICAL', uitleg: 'Ik moet rusten.' })
  expect(asked.headers.get('Location')).toBe(paths.addEvidence({ call }))
  const address = paths.addEvidence({ call })
  const tooEarly = await browser.upload(address, 'bewijs', pdf)
  expect([tooEarly.status, tooEarly.text.includes('bel je gemeente')]).toEqual([422, true])
  const visitor = await trial.visitor('griffier')
  const staff = {
    staffId: visitor.staffId,
    municipalityId: trial.here,
    name: '',
    rights: ['bureaus.decide'],
  } as const
  await becomeReader(trial.deps, { staff, passphrase: 'zeven grijze ganzen' })
  expect((await browser.upload(address, 'bewijs', pdf)).status).toBe(303)
  const page = (await browser.get(address)).text
  expect(page).toContain('PDF, 1 kB')
  expect(page).not.toContain('burn-out')
  const [takeBack] = /[^"]+\/terugnemen/.exec(page)!
  expect((await other.browser.post(takeBack)).headers.get('Location'), 'of somebody else').not.toBe(address)
  for (const language of languages) {
    const { text } = await browser.get(`${address}?taal=${language}`)
    expect([text.includes(takeBack), await htmlFaults(text)], language).toEqual([true, []])
  }
  expect((await browser.get(`${address}?taal=nl`)).text).toContain(takeBack)
  const gone = await browser.post(takeBack)
  expect([gone.status, gone.headers.get('Location')]).toEqual([303, address])
  const without = (await browser.get(address)).text
  expect([without.includes('nog geen bewijs'), without.includes('/terugnemen')]).toEqual([true, false])
  expect((await browser.post(takeBack)).headers.get('Location'), 'pressed twice').toBe(address)
  expect((await browser.upload(address, 'bewijs', pdf)).status).toBe(303)
  const web = await browser.upload(address, 'bewijs', new File(['<html>'], 'bewijs.pdf'))
  expect([web.status, web.text.includes('Dit is geen PDF, JPEG of PNG')]).toEqual([422, true])
  const cut = await browser.upload(
    address,
    'bewijs',
    new File([aSmallPdf('griep').subarray(0, 200)], 'a.pdf'),
  )
  expect([cut.status, cut.text.includes('Deze PDF gaat niet open')]).toEqual([422, true])
  const large = await browser.upload(address, 'bewijs', new File([Buffer.alloc(mostBytes + 1)], 'groot.pdf'))
  expect([large.status, large.text.includes('groter dan 10 MB')]).toEqual([422, true])
  const none = await browser.upload(address, 'anders', pdf)
  expect([none.status, none.text.includes('Kies eerst een bestand.')]).toEqual([422, true])
  expect((await browser.post(paths.withdrawExcuse({ call }))).status).toBe(303)
  expect((await browser.get(paths.call({ call }))).text).toContain('Je liet weten dat je komt.')
  const excuse = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestExcuse(db, trial.election, call),
  )
  expect(excuse).toMatchObject({ outcome: 'WITHDRAWN', channel: 'PORTAL' })
})

test('an upload from another site, or without the token of the session, adds nothing', async () => {
  const { browser, call } = other
  await browser.post(paths.askExcuse({ call }), { grond: 'WORK', uitleg: 'Ik werk.' })
  const web = createWeb(portalDeps())
  const body = new FormData()
  body.set('bewijs', pdf)
  const answer = await web.request(paths.addEvidence({ call }), { method: 'POST', body })
  expect(answer.headers.get('Location')).toContain(paths.signIn())
  expect((await browser.get(paths.addEvidence({ call }))).text).toContain('nog geen bewijs')
})

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const myData = async ({ browser }: Pick<typeof one, 'browser'>, language = 'nl') =>
  words((await browser.get(`${paths.myData()}?taal=${language}`)).text)

test('who looked at the call and at the excuse, in which role and why, stands in the own data of who is called', async () => {
  const { deps, election } = trial
  const clerk = await trial.visitor('stembureaus')
  const excuse = await deps.database.inScope(staffOf(trial.here), (db) =>
    latestExcuse(db, election, other.call),
  )
  const { excuseId } = excuse!
  await showAssignment(deps, { election, assignmentId: other.call, by: clerk.staffId })
  await showExcuse(deps, { election, excuseId, by: clerk.staffId })
  const page = await myData(other)
  expect(page).toMatch(/Medewerker stembureaus .* bekeek je aanwijzing voor een bureau/)
  expect(page).toMatch(/bekeek je verontschuldiging\. +Waarom: Om je verontschuldiging te behandelen\./)
  expect(page).toContain('Je antwoordde op je oproeping voor een bureau')
  expect(page).not.toContain('gebruikte je gegevens')
  expect(page).toContain('twaalf maanden na de verkiezing')
  expect(page, 'of who is on no list').not.toContain('minstens 90 dagen na de verkiezing')
  expect(await myData(one), 'of somebody else').not.toContain('bekeek je aanwijzing')
  for (const language of languages)
    expect(await htmlFaults((await other.browser.get(`${paths.myData()}?taal=${language}`)).text)).toEqual([])
})

test('who is proposed and was not written to yet does not learn it from who looked', async () => {
  const { deps, election } = trial
  const nationalNumber = '90620701166' as NationalNumber
  const member = { nationalNumber, lastName: 'Claes', firstNames: 'Bo' }
  const memberId = await recordMember(deps, { election, member, by: 'test' })
  const assignmentId = await aProposal(deps, { election, seatId: seats[2]!, memberId })
  await showAssignment(deps, { election, assignmentId, by: 'test' })
  const browser = await browserOf(portalDeps(), nationalNumber)
  expect(await myData({ browser })).toContain('We hebben nu geen gegevens van jou')
})

test('the privacy notice says what is kept of who sits in a bureau, and until when', async () => {
  const { text } = await one.browser.get(paths.privacyOf({ municipality: 'zonnedorp-1' }))
  const { title, data, retention } = noticeTexts.nl.privacy.bureaus
  for (const said of [title, ...data]) expect(text).toContain(said)
  for (const { key } of loadBureauRules(trial.election.ruleset).retention)
    expect(text, key).toContain((retention as Readonly<Record<string, { data: string }>>)[key]!.data)
})

test('who served gets a statement of it, and nobody else gets that one', async () => {
  const { deps, election } = trial
  const member = { nationalNumber: numbers[2] as NationalNumber, lastName: 'Maes', firstNames: 'Ann' }
  const memberId = await recordMember(deps, { election, member, by: 'test' })
  const arrivedAt = new Date(`${election.pollingDay}T04:30:00Z`)
  const call = await afterPollingDay(deps, { election, seatId: seats[3]!, memberId, arrivedAt })
  const browser = await browserOf(portalDeps(), numbers[2]!)
  const stranger = await browserOf(portalDeps(), numbers[0]!)
  const first = await browser.get(paths.elections())
  expect(first.text).toContain('Haal je bewijs van dienst')
  for (const language of languages) {
    const { text } = await browser.get(`${paths.call({ call })}?taal=${language}`)
    expect(text).toContain(paths.serviceStatement({ call }))
    expect(await htmlFaults(text), language).toEqual([])
  }
  expect((await browser.get(paths.serviceStatement({ call }))).text).toContain('%PDF')
  expect((await stranger.get(paths.serviceStatement({ call }))).status).toBe(404)
  expect((await stranger.get(paths.serviceStatement({ call: one.call }))).status).toBe(404)
})

test('who left early reads that it was noted in four languages, can say why, and has a statement until then', async () => {
  const { deps, election, here } = trial
  const nationalNumber = testNumber(6) as NationalNumber
  const member = { nationalNumber, lastName: 'Maes', firstNames: 'Lies' }
  const memberId = await recordMember(deps, { election, member, by: 'test' })
  const arrivedAt = new Date(`${election.pollingDay}T04:30:00Z`)
  const call = await afterPollingDay(deps, { election, seatId: seats[4]!, memberId, arrivedAt })
  const before = deps.clock.now()
  deps.clock.moveTo(`${election.pollingDay}T20:00:00Z`)
  const [bureau] = await deps.database.inScope(staffOf(here), (db) => keptBureaus(db, election))
  const at = `${election.pollingDay}T09:00:00.000Z`
  const noted = await noteDeed(deps, {
    ...{ election, bureauId: bureau!.bureauId, by: 'chair', authority: 'chair' },
    deed: { kind: 'leave', id: newId<string>(), at, assignmentId: call, reason: 'onwel' },
  })
  expect(noted).toMatchObject({ ok: true, noted: { refusedFor: null } })
  const browser = await browserOf(portalDeps(), nationalNumber)
  expect((await browser.get(paths.elections())).text).toContain('Je ging eerder weg uit je bureau')
  const said = {
    nl: 'Er is genoteerd dat je wegging voor het einde.',
    fr: 'Il est noté que vous êtes parti avant la fin.',
    de: 'Es ist notiert, dass Sie vor dem Ende weggegangen sind.',
    en: 'It was noted that you left before the end.',
  }
  for (const language of languages) {
    const { text } = await browser.get(`${paths.call({ call })}?taal=${language}`)
    for (const part of [said[language], paths.askExcuse({ call }), paths.serviceStatement({ call })])
      expect(text, language).toContain(part)
    expect(await htmlFaults(text), language).toEqual([])
  }
  expect((await browser.get(paths.serviceStatement({ call }))).text).toContain('%PDF')
  deps.clock.moveTo(before.toISOString())
})

test('who stayed away finds the call afterwards, says why, and adds a document; who decides takes it', async () => {
  const { deps, election, here } = trial
  const [nationalNumber, seatId] = [testNumber(4) as NationalNumber, seats.at(-1)!]
  const member = { nationalNumber, lastName: 'Maes', firstNames: 'Sien' }
  const memberId = await recordMember(deps, { election, member, by: 'test' })
  const call = await afterPollingDay(deps, { election, seatId, memberId })
  const before = deps.clock.now()
  deps.clock.moveTo('2030-10-16T08:00:00Z')
  const browser = await browserOf(portalDeps(), nationalNumber)
  expect((await browser.get(paths.elections())).text).toContain(paths.call({ call }))
  const page = (await browser.get(paths.call({ call }))).text
  expect(page).toContain('Er is genoteerd dat je niet kwam.')
  expect(page).not.toContain('Moet je komen?')
  expect(await htmlFaults(page)).toEqual([])
  const typed = { grond: 'MEDICAL', uitleg: 'Ik lag in het ziekenhuis.' }
  const asked = await browser.post(paths.askExcuse({ call }), typed)
  expect(asked.headers.get('Location')).toBe(paths.addEvidence({ call }))
  expect((await browser.upload(paths.addEvidence({ call }), 'bewijs', pdf)).status).toBe(303)
  const again = await browser.post(paths.askExcuse({ call }), typed)
  expect(again.headers.get('Location')).toBe(paths.call({ call }))
  const excuse = await deps.database.inScope(staffOf(here), (db) => latestExcuse(db, election, call))
  expect(excuse).toMatchObject({ isAfter: true, inTime: false, outcome: null })
  const staff = {
    staffId: 'm' as StaffId,
    municipalityId: here,
    name: 'm',
    rights: ['bureaus.decide'],
  } as const
  const decision = { election, assignmentId: call, staff, grants: true, authority: 'de vrederechter' }
  const decided = { ...deps, portalUrl: 'https://kiesloket.example' }
  expect(await decideExcuse(decided, { ...decision, reason: 'Attest gezien.' })).toMatchObject({
    ...{ ok: true, letterId: undefined },
    assignment: { axes: { attendance: 'ABSENT', sanction: 'EXCUSED_AFTER', designation: 'DESIGNATED' } },
  })
  const after = (await browser.get(paths.call({ call }))).text
  expect(after).toContain('Je reden is aanvaard.')
  expect(after).not.toContain('Geef mijn reden')
  deps.clock.moveTo(before.toISOString())
})
