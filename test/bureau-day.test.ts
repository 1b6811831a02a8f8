import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptBureaus, noteDeed, recordMember, useCode } from '../src/bureaus/index.ts'
import { aCalledMember, adopted, aPollingBureau, withSections } from '../src/bureaus/testing.ts'
import { paths as deskPaths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { type AssignmentId, newId } from '../src/platform/ids.ts'
import type { NationalNumber } from '../src/platform/national-number.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { testNumber } from '../src/voters/testing.ts'
import { htmlFaults } from './html-faults.ts'

/** The day of a bureau as a clerk and a chair go through it, without script: the code, the page, the telephone that is lost. */

let trial: DeskTrial
let clerk: Visitor
let address: { election: string; number: string }
const called: AssignmentId[] = []
const slug = 'zonnedorp-1'
const onPaper = paths.openBureau({ municipality: slug })

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election } = trial
  clerk = await trial.visitor('stembureaus')
  await withSections(deps.database, election, [1, 2])
  await adopted(deps, election, [aPollingBureau(1), aPollingBureau(2)])
  const bureaus = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  address = { election: election.code, number: bureaus[0]!.number }
  for (const [at, { seatId }] of bureaus.flatMap(({ seats }) => seats).entries()) {
    const member = {
      nationalNumber: testNumber(at) as NationalNumber,
      lastName: `Peeters ${at}`,
      firstNames: 'Lotte',
    }
    const memberId = await recordMember(deps, { election, member, by: 'test' })
    called.push(await aCalledMember(deps, { election, seatId, memberId }))
  }
})
afterAll(() => trial.close())

/** A telephone: it keeps the one cookie that it gets. */
function aTelephone() {
  let cookie = ''
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { Cookie: cookie, Origin: 'http://localhost', ...init.headers }
    const answer = await trial.web.request(path, { ...init, headers })
    const given = answer.headers.get('Set-Cookie')
    if (given) cookie = given.split(';')[0]!
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const form = (fields: Readonly<Record<string, string>>, headers = {}) => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
  let csrf = ''
  return {
    open: (code: string, headers = {}) => ask(onPaper, form({ code }, headers)),
    async page() {
      const page = await ask(paths.bureauDay())
      csrf = /name="_csrf" value="([^"]*)"/.exec(page.text)?.[1] ?? csrf
      return page
    },
    note: (fields: Readonly<Record<string, string>>) =>
      ask(paths.bureauDay(), form({ _csrf: csrf, id: newId<string>(), ...fields })),
    send(deeds: readonly Readonly<Record<string, string>>[], token = csrf) {
      const body = JSON.stringify({ csrf: token, deeds })
      const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }
      return ask(paths.sendBureauDay(), { method: 'POST', headers, body })
    },
  }
}

async function aCode(voor = 'CHAIR', number = address.number): Promise<string> {
  const made = await clerk.post(deskPaths.chairAccess({ ...address, number }), { voor })
  expect(made.status).toBe(200)
  return /chair-code">([^<]+)</.exec(await made.text())![1]!
}

/** A clerk who logged in that morning. */
async function onTheDay(hour: string) {
  trial.deps.clock.moveTo(`${trial.election.pollingDay}T${hour}:00+02:00`)
  clerk = await trial.visitor('stembureaus')
}
let chair: ReturnType<typeof aTelephone>

test('a code on paper opens one bureau: its people by name, and nothing else of them', async () => {
  const code = await aCode()
  chair = aTelephone()
  expect((await chair.page()).text).toContain('geen bureau geopend')
  const opened = await chair.open(code)
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, paths.bureauDay()])
  const early = (await chair.page()).text
  expect(early).toContain('Klaar.')
  expect(early).not.toContain('Peeters')
  const dayBefore = Temporal.PlainDate.from(trial.election.pollingDay).subtract({ days: 1 })
  trial.deps.clock.moveTo(`${dayBefore}T17:59:00+02:00`)
  expect((await chair.page()).text).not.toContain('Peeters')
  trial.deps.clock.moveTo(`${dayBefore}T18:00:00+02:00`)
  const eve = (await chair.page()).text
  expect(eve).toContain('Lotte Peeters 0')
  expect(await htmlFaults(eve)).toEqual([])
  const tooSoon = await chair.note({ kind: 'check-in', assignmentId: called[0]! })
  expect([tooSoon.status, tooSoon.text.includes('alleen op de verkiezingsdag')]).toEqual([422, true])
  expect((await chair.page()).text).not.toContain('Wat niet lukte')
  await onTheDay('07:00')
  const { text, headers } = await chair.page()
  for (const name of ['Lotte Peeters 0', 'Lotte Peeters 1', 'Lotte Peeters 2']) expect(text).toContain(name)
  expect(text).not.toContain('Peeters 3')
  for (let at = 0; at < 6; at++) expect(text).not.toContain(testNumber(at))
  expect(headers.get('Kiesloket-Until')).toMatch(/^\d+$/)
  expect(await htmlFaults(text)).toEqual([])
})

test('what the chair notes stands on the page, and what does not fit is said and stays typed', async () => {
  expect((await chair.note({ kind: 'check-in', assignmentId: called[0]! })).status).toBe(303)
  const late = { kind: 'check-in', assignmentId: called[1]! }
  const wrong = await chair.note({ ...late, [`hour.${called[1]}`]: '7 uur' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="7 uur"')
  expect(await htmlFaults(wrong.text)).toEqual([])
  await onTheDay('08:00')
  expect((await chair.note({ ...late, [`hour.${called[1]}`]: '7:50' })).status).toBe(303)
  expect((await chair.page()).text).toMatch(/5 minuten te laat/)
  const reasonless = await chair.note({
    kind: 'dismiss',
    assignmentId: called[1]!,
    [`reason.${called[1]}`]: '',
  })
  expect([reasonless.status, reasonless.text.includes('Schrijf waarom')]).toEqual([422, true])
  const elsewhere = await chair.note({ kind: 'check-in', assignmentId: called[4]! })
  expect([elsewhere.status, elsewhere.text.includes('Dat hoort niet bij dit bureau.')]).toEqual([422, true])
  const page = await clerk.get(deskPaths.bureauDay(address))
  const html = await page.text()
  expect(html).toContain('5 min. te laat')
  expect(html).toContain('Wat niet lukte')
  expect(await htmlFaults(html)).toEqual([])
})

test('what a telephone kept comes in once, in its order, each with its answer', async () => {
  const at = new Date(`${trial.election.pollingDay}T07:20:00+02:00`).toISOString()
  const deeds = [
    { kind: 'check-in', id: newId<string>(), at, assignmentId: called[2]! },
    { kind: 'swear', id: newId<string>(), at, assignmentId: called[2]! },
    { kind: 'incident', id: newId<string>(), at, incident: 'QUEUE', note: `Van ${testNumber(1)}` },
    { kind: 'check-in', id: newId<string>(), at, assignmentId: called[5]! },
  ]
  const first = JSON.parse((await chair.send(deeds)).text).answers
  expect(first).toEqual([
    { id: deeds[0]!.id },
    { id: deeds[1]!.id },
    { id: deeds[2]!.id, error: expect.stringContaining('rijksregisternummer'), isNotKept: true },
    { id: deeds[3]!.id, error: 'Dat hoort niet bij dit bureau.' },
  ])
  expect(JSON.parse((await chair.send(deeds)).text).answers).toEqual(first)
  expect((await chair.page()).text).toContain('eed afgelegd om 07:20')
  expect((await chair.send(deeds, 'another')).status).toBe(400)
  expect((await chair.note({ ...deeds[0]!, _csrf: 'another' })).headers.get('Location')).toBe(
    paths.bureauDay(),
  )
})

test('the board says which bureau is complete and what the other misses, and so does its stream', async () => {
  const of = { election: trial.election.code }
  const page = await (await clerk.get(deskPaths.bureauBoard(of))).text()
  expect(page).toContain('data-live="state-1">volledig<')
  expect(page).toContain('data-live="state-2">1 voorzitter, 1 bijzitter<')
  expect(page).toContain('data-live="incidents-1">0<')
  expect(await htmlFaults(page)).toEqual([])
  const stream = await clerk.get(deskPaths.bureauBoardStream(of))
  const reader = stream.body!.getReader()
  const told = new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  const { done, total, texts } = JSON.parse(/data: (.*)/.exec(told)![1]!)
  expect([done, total, texts['state-2'], texts['there-1']]).toEqual([
    1,
    2,
    '1 voorzitter, 1 bijzitter',
    '3 / 3',
  ])
  const open = await (await clerk.get(`${deskPaths.bureauBoard(of)}?toon=onvolledig`)).text()
  expect(open).not.toContain('state-1"')
  expect(open).toContain('state-2"')
})

test('a substitute of a complete bureau is sent to the seat that is empty, once somebody looked up the number', async () => {
  const { deps, election, database } = trial
  const phone = '0470123456'
  const [, bureau] = await database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const seat = bureau!.seats.find(({ role }) => role === 'ASSESSOR')!.seatId
  const place = { ...address, number: '2', seat }
  const onPage = async () => (await clerk.get(deskPaths.reserveForSeat(place))).text()
  // The substitute of bureau 1 is there; the one of bureau 2 never answered, and is not awaited yet.
  const before = await onPage()
  expect(before).toContain('Peeters 2')
  expect(before).toContain('niet gekend')
  expect(await htmlFaults(before)).toEqual([])
  await database.inScope(staffOf(trial.here), (db) =>
    sql`insert into bureaus.contact (municipality_id, election_id, member_id, phone_sealed, changed_at)
      select a.municipality_id, a.election_id, a.member_id, ${deps.vault.seal(phone)}, now()
      from bureaus.assignment a where a.assignment_id = ${called[2]!}`.execute(db),
  )
  expect(await onPage()).toContain('href="tel:0470123456"')
  const events = await database.inScope(staffOf(trial.here), (db) => latestAuditEvents(db, trial.here, 20))
  expect(events).toContainEqual(
    expect.objectContaining({ action: 'bureaus.phone-shown', subject: called[2] }),
  )
  expect((await clerk.post(deskPaths.reserveForSeat(place), { wie: called[5]! })).status).toBe(422)
  expect((await clerk.post(deskPaths.reserveForSeat(place), { wie: called[2]! })).status).toBe(422)
  const away = { kind: 'note-absent', assignmentId: called[4]!, id: newId<string>() } as const
  const noted = await noteDeed(deps, {
    ...{ election, bureauId: bureau!.bureauId, by: 'chair', authority: 'chair' },
    deed: { ...away, at: deps.clock.now().toISOString() },
  })
  expect(noted).toMatchObject({ ok: true, noted: { refusedFor: null } })
  expect((await clerk.post(deskPaths.reserveForSeat(place), { wie: called[2]! })).status).toBe(303)
  const day = await (await clerk.get(deskPaths.bureauDay({ ...address, number: '2' }))).text()
  expect(day).toContain('Peeters 2')
})

test('a wrong code says what is wrong; after ten in a minute one waits, and a form of another site does nothing', async () => {
  const other = await aCode('REPLACEMENT')
  const telephone = aTelephone()
  const foreign = await telephone.open(other, { Origin: 'https://elsewhere.example' })
  expect(foreign.status).toBe(403)
  const slip = await telephone.open(other.slice(1))
  expect([slip.status, slip.text.includes('Kijk de code na')]).toEqual([422, true])
  expect(await htmlFaults(slip.text)).toEqual([])
  for (let more = 0; more < 9; more++) await telephone.open(other.slice(1))
  expect((await telephone.open(other)).status).toBe(429)
  expect((await telephone.page()).text).toContain('geen bureau geopend')
})

test('who is sent home stands with hour and reason, nowhere as late; who goes on without a formed bureau is warned', async () => {
  await onTheDay('08:05')
  const reason = 'Er zijn bijzitters genoeg.'
  const early = { kind: 'swear', assignmentId: called[1]!, [`hour.eed-${called[1]}`]: '7:52' }
  expect((await chair.note(early)).status).toBe(303)
  expect((await chair.page()).text).toContain('eed afgelegd om 07:52')
  expect(
    (await chair.note({ kind: 'dismiss', assignmentId: called[1]!, [`reason.${called[1]}`]: reason })).status,
  ).toBe(303)
  expect((await chair.page()).text).toContain('Ga je toch verder')
  expect((await chair.note({ kind: 'checkpoint', checkpoint: 'OPENED' })).status).toBe(303)
  const onPhone = (await chair.page()).text
  expect(onPhone).toContain(`naar huis gestuurd om 08:05: ${reason}`)
  expect(onPhone).not.toContain('minuten te laat')
  expect(onPhone).toContain('niet genoteerd dat het bureau gevormd was')
  expect(await htmlFaults(onPhone)).toEqual([])
  const onDesk = await (await clerk.get(deskPaths.bureauDay(address))).text()
  expect(onDesk).toContain(`om 08:05: ${reason}`)
  expect(onDesk).not.toContain('min. te laat')
  expect(onDesk).toContain('niet genoteerd dat het gevormd was')
  expect(await (await clerk.get(deskPaths.bureauDayList(address))).text()).toContain(reason)
})

test('who goes home early stands with hour and reason, the seat is open, and each moment says who was there', async () => {
  await onTheDay('11:30')
  const of = called[0]!
  const about = { kind: 'leave', assignmentId: of }
  const [reason, hour] = [`reason.weg-${of}`, `hour.weg-${of}`]
  const without = await chair.note({ ...about, [reason]: '', [hour]: '' })
  expect([without.status, without.text.includes('Schrijf waarom')]).toEqual([422, true])
  expect(await htmlFaults(without.text)).toEqual([])
  const early = await chair.note({ ...about, [reason]: 'onwel', [hour]: '6:00' })
  expect([early.status, early.text.includes('vroeger dan het uur van aankomst')]).toEqual([422, true])
  expect((await chair.note({ ...about, [reason]: 'onwel', [hour]: '11:20' })).status).toBe(303)
  expect((await chair.note({ kind: 'checkpoint', checkpoint: 'CLOSED' })).status).toBe(303)
  const kept = { ...about, at: trial.deps.clock.now().toISOString(), reason: 'naar huis' }
  const deeds = [
    { ...kept, id: newId<string>() },
    { ...kept, id: newId<string>(), assignmentId: called[1]! },
  ]
  expect(
    JSON.parse((await chair.send(deeds)).text).answers.map(({ error }: { error: string }) => error),
  ).toEqual([
    'Dat stond er al: iemand anders noteerde het eerder. Dat blijft zo staan.',
    'Deze persoon is al naar huis gestuurd.',
  ])
  const onPhone = (await chair.page()).text
  expect(onPhone).toContain('weggegaan om 11:20: onwel')
  expect(onPhone).toMatch(/Niet: .*Lotte Peeters 0 \(weg sinds 11:20\)/)
  expect(await htmlFaults(onPhone)).toEqual([])
  const onDesk = await (await clerk.get(deskPaths.bureauDay(address))).text()
  expect(onDesk).toContain('om 11:20: onwel')
  expect(onDesk).toContain('Peeters 0 Lotte (weg sinds 11:20)')
  expect(await htmlFaults(onDesk)).toEqual([])
  const list = await (await clerk.get(deskPaths.bureauDayList(address))).text()
  for (const word of ['Weg om', '11:20', 'Handtekening', 'Geopend']) expect(list).toContain(word)
  expect(await htmlFaults(list)).toEqual([])
  const board = await (await clerk.get(deskPaths.bureauBoard({ election: address.election }))).text()
  expect(board).toMatch(/data-live="state-1">[^<]*1 voorzitter/)
})

test('a telephone that is lost sees nothing from the moment that the clerk says so', async () => {
  const page = await (await clerk.get(deskPaths.bureauDay(address))).text()
  expect(page).not.toContain('meteen niets meer')
  expect(page).toContain('Zonder internet blijven de namen van dit bureau er leesbaar')
  const accesses = [...page.matchAll(/name="toegang" value="([^"]+)"/g)].map(([, id]) => id!)
  expect(accesses).toHaveLength(2)
  for (const toegang of accesses)
    expect((await clerk.post(deskPaths.revokeChairAccess(address), { toegang })).status).toBe(303)
  expect((await chair.send([])).status).toBe(403)
  const closed = await chair.page()
  expect(closed.status, 'which the script loads after it wiped').toBe(403)
  expect(closed.text).toContain('trok de toegang van deze telefoon in')
  expect((await chair.send([])).status).toBe(401)
})

test('only who keeps the bureaus makes an access; a magistrate and a clerk of another town do not', async () => {
  for (const other of [await trial.visitor('magistraat'), await trial.visitor('loket')]) {
    expect((await other.post(deskPaths.chairAccess(address), { voor: 'CHAIR' })).status).toBe(403)
  }
  const elsewhere = await trial.visitor('stembureaus', { at: 'elsewhere' })
  expect((await elsewhere.get(deskPaths.bureauDay(address))).status).toBe(404)
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 200),
  )
  const actions = new Set(events.map(({ action }) => action))
  for (const action of ['made', 'used', 'revoked']) expect(actions).toContain(`bureaus.access-${action}`)
})

test('the list on paper names everybody with room to write', async () => {
  const html = await (await clerk.get(deskPaths.bureauDayList(address))).text()
  expect(html).toContain('Peeters 0')
  expect(html).toContain('Ik zweer')
  expect(await htmlFaults(html)).toEqual([])
})

test('codes for all bureaus that have none, and the lists of all, come in one go; nobody else gets them', async () => {
  const of = { election: trial.election.code }
  const board = await (await clerk.get(deskPaths.bureauBoard(of))).text()
  expect(board).toContain('Maak de codes voor alle voorzitters')
  const made = await clerk.post(deskPaths.chairAccesses(of), { voor: 'CHAIR' })
  const html = await made.text()
  expect(await htmlFaults(html)).toEqual([])
  const codes = [...html.matchAll(/chair-code">([^<]+)</g)].map(([, code]) => code!)
  expect(new Set(codes).size).toBe(2)
  expect(await useCode(trial.deps, { municipalityId: trial.here, code: codes[1]! })).toMatchObject({
    ok: true,
  })
  const again = await (await clerk.post(deskPaths.chairAccesses(of), { voor: 'CHAIR' })).text()
  expect(again).not.toContain('chair-code')
  expect(again).toContain('Elk bureau heeft al een code')
  const lists = await (await clerk.get(deskPaths.bureauDayLists(of))).text()
  expect(lists.match(/class="bureau-sheet"/g)).toHaveLength(2)
  for (const name of ['Peeters 0', 'Peeters 3']) expect(lists).toContain(name)
  expect(await htmlFaults(lists)).toEqual([])
  const loket = await trial.visitor('loket')
  expect((await loket.post(deskPaths.chairAccesses(of), { voor: 'CHAIR' })).status).toBe(403)
  expect((await loket.get(deskPaths.bureauDayLists(of))).status).toBe(403)
  const events = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, 50),
  )
  expect(events.filter(({ action }) => action === 'bureaus.access-made').length).toBeGreaterThanOrEqual(2)
})
