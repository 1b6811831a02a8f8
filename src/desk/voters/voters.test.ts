import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { importPlaces } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { csrfField } from '../../platform/http/components/index.ts'
import { createWeb } from '../../server.ts'
import { acceptList, listPresets, listsOf } from '../../voters/index.ts'
import { aRow, csvOf } from '../../voters/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { texts } from './texts.nl.ts'

let trial: DeskTrial
let clerk: Visitor
const election = () => ({ election: trial.election.code })

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  await aPlace(trial)
})
afterAll(() => trial.close())
beforeEach(async () => {
  clerk = await trial.visitor('medewerker')
})

test('each way to make a list that the program knows is named in Dutch', () => {
  expect(Object.keys(texts.upload.presetTitles).sort()).toEqual(
    listPresets()
      .map(({ name }) => name)
      .sort(),
  )
})

test('the first way is that of a real municipality; imitations come last, and nowhere in production', async () => {
  const page = async () => (await clerk.get(paths.votersUpload(election()))).text()
  const values = [...(await page()).matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value)
  expect(values[0]).toBe('')
  expect(values).toContain('imitation-dutch-headers')
  const { config } = trial.deps
  const production = { ...config, KIESLOKET_ENV: 'production' as const }
  const web = createWeb({ ...trial.deps, config: production })
  const answer = await web.request(paths.votersUpload(election()), {
    headers: { Cookie: clerk.cookie },
  })
  const html = await answer.text()
  expect(html).toContain(texts.upload.onlyOwnFormat)
  expect(html).not.toContain('imitation-')
})

async function aPlace({ deps, election: one }: DeskTrial): Promise<void> {
  const header = 'section;room;place_code;place_name;street;house_number;postcode;city\n'
  const rows = [1, 2].map((n) => `${n};Lokaal ${n};school;De Linde;Schoolstraat;1;9999;Zonnedorp\n`)
  const stream = Readable.from([Buffer.from(header + rows.join(''))])
  const places = await importPlaces(deps, { election: one, stream, by: 'test' })
  if (!places.ok) throw new Error(JSON.stringify(places))
}

/** Sends a file as a browser does: the token stands before it. */
async function send(
  visitor: Visitor,
  address: string,
  file: { readonly field: string; readonly text: string; readonly name?: string },
  {
    token = visitor.csrf,
    headers = {},
    preset = '',
  }: { token?: string; headers?: Record<string, string>; preset?: string } = {},
): Promise<Response> {
  const form = new FormData()
  form.set(csrfField, token)
  form.set('preset', preset)
  form.set(file.field, new File([file.text], file.name ?? 'kiezers.csv'))
  return trial.web.request(address, {
    method: 'POST',
    headers: { Cookie: visitor.cookie, Origin: 'http://localhost', ...headers },
    body: form,
  })
}

async function whenRead(): Promise<string> {
  for (;;) {
    const answer = await clerk.get(paths.votersReading(election()))
    if (answer.status === 303) return answer.headers.get('Location')!
    await setTimeout(50)
  }
}

const upload = (text: string) => send(clerk, paths.votersUpload(election()), { field: 'list', text })
const pageText = async (address: string) => (await clerk.get(address)).text()

test('a list is sent, read while one looks elsewhere, and reported', async () => {
  const sent = await upload(csvOf([aRow(0), aRow(1, { first_names: '' }), aRow(2)]))
  expect(sent.status, await sent.clone().text()).toBe(303)
  expect(sent.headers.get('Location')).toBe(paths.votersReading(election()))
  expect(await whenRead()).toBe(paths.votersReport(election()))
  const report = await pageText(paths.votersReport(election()))
  expect(report).toContain('Deze lijst kan aanvaard worden')
  expect(report).toMatch(/1 × .*voornaam/)
  expect(await pageText(paths.votersAccept(election()))).toContain('3 kiezers')
})

test('what stands in the rows of a report is shown to who asks, which is written down, and to nobody else', async () => {
  const wrong = { section: '9', last_name: 'Zonnebloem', first_names: 'Noor' }
  const hidden = { address_kind: 'PROTECTED', street: 'Geheimstraat', postcode: 'x' }
  const rows = [aRow(0), aRow(1, wrong), aRow(2, { national_number: '61010100199' }), aRow(3, hidden)]
  await upload(csvOf(rows))
  await whenRead()
  const address = paths.votersReport(election())
  expect(await pageText(address)).not.toContain('Zonnebloem')
  const shown = await (await clerk.post(address)).text()
  expect(shown).toMatch(
    />2<\/td><td[^>]*>Zonnebloem, Noor<\/td><td[^>]*>Stemafdeling \(section\)<\/td><td[^>]*><span class="breaks">9</,
  )
  expect(shown).toContain('niet getoond')
  for (const secret of ['61010100199', 'Geheimstraat', '>x<']) expect(shown).not.toContain(secret)
  const here = staffOf(trial.here)
  const [event] = await trial.database.inScope(here, (db) => latestAuditEvents(db, trial.here, 1))
  expect(event).toMatchObject({ action: 'voters.rows-shown', actor: clerk.staffId, details: { rows: 3 } })
  expect((await (await trial.visitor('loket')).post(address)).status).toBe(403)
})

test('a refused list is told by cause with its rows, and mended with its own sheet', async () => {
  await upload(csvOf([aRow(0), aRow(1, { section: '9' }), aRow(2, { section: '9' })]))
  await whenRead()
  const report = await pageText(paths.votersReport(election()))
  expect(report).toContain('Deze lijst is geweigerd')
  expect(report).toContain('2 × ')
  expect(report).toContain(paths.votersSheet(election()))
  const findings = await clerk.get(paths.votersFindings(election()))
  expect(findings.headers.get('Content-Disposition')).toContain('attachment')
  expect(await findings.text()).toContain('unknown-section')
  expect(report).toContain('Stemafdeling (section)')
  const sheet = await (await clerk.get(paths.votersSheet(election()))).text()
  const filled = sheet.replaceAll(/^(\d+;[^;]*;[^;]*;section;9;)/gm, '$12')
  expect(filled).not.toBe(sheet)
  const back = await send(clerk, paths.votersMend(election()), {
    field: 'sheet',
    text: filled,
    name: 'x.csv',
  })
  expect(back.headers.get('Location')).toBe(paths.votersReading(election()))
  await whenRead()
  expect(await pageText(paths.votersReport(election()))).toContain('Deze lijst kan aanvaard worden')
})

test('an upload without our token, without a file or far too large changes nothing', async () => {
  const address = paths.votersUpload(election())
  const list = { field: 'list', text: csvOf([aRow(0)]) }
  const before = await lists()
  expect((await send(clerk, address, list, { token: 'forged' })).status).toBe(403)
  expect((await send(clerk, address, { field: 'other', text: 'x' })).status).toBe(422)
  const large = await send(clerk, address, list, { headers: { 'Content-Length': String(2 ** 30) } })
  expect(large.status).toBe(422)
  expect(await large.text()).toContain('groter dan 256 MB')
  expect(await lists()).toEqual(before)
})

test('a preset of three files asks for the others, one by one', async () => {
  const list = { field: 'list', text: 'RRNR;NAAM\n' }
  const preset = 'imitation-persons-and-addresses'
  const sent = await send(clerk, paths.votersUpload(election()), list, { preset })
  const beside = sent.headers.get('Location')!
  expect(beside).toContain(paths.votersBeside(election()))
  expect(await pageText(beside)).toContain('Nog één bestand')
  const second = await send(clerk, beside, list)
  expect(second.headers.get('Location')).toContain('bestand=moved')
  const third = await send(clerk, second.headers.get('Location')!, list)
  expect(third.headers.get('Location')).toBe(paths.votersReading(election()))
  await whenRead()
  const unknown = await send(clerk, paths.votersUpload(election()), list, { preset: 'no-such' })
  expect(unknown.status).toBe(422)
})

test('of a list without the right columns is told which are missing, in Dutch, and where the format is described', async () => {
  await upload(csvOf([aRow(0)]).replace('national_number;', 'number;'))
  await whenRead()
  const report = await pageText(paths.votersReport(election()))
  expect(report).toContain('national_number (rijksregisternummer of bisnummer)')
  expect(report).toContain('misschien bedoeld met “number”')
  expect(report).not.toContain('comes nearest to a header')
  expect(report).toContain(`href="${paths.votersUpload(election())}#formaat"`)
  expect(await pageText(paths.votersUpload(election()))).toContain('id="formaat"')
})

test('a workbook that unpacks to far more than a list is refused', async () => {
  const { zipSync } = await import('fflate')
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(100 * 2 ** 20) }, { level: 9 })
  expect(bomb.length).toBeLessThan(2 ** 20)
  const form = new FormData()
  form.set(csrfField, clerk.csrf)
  form.set('list', new File([bomb as Uint8Array<ArrayBuffer>], 'kiezers.xlsx'))
  const headers = { Cookie: clerk.cookie, Origin: 'http://localhost' }
  await trial.web.request(paths.votersUpload(election()), { method: 'POST', headers, body: form })
  await whenRead()
  const report = await pageText(paths.votersReport(election()))
  expect(report).toContain('Deze lijst is geweigerd')
  expect(report).toContain('it unpacks to far more than a list can be')
})

test('accepting and closing each ask first, and each needs its own right', async () => {
  await upload(csvOf([aRow(0), aRow(1, { last_name: 'Vandevelde', first_names: 'Zoë' }), aRow(2)]))
  await whenRead()
  const address = paths.votersAccept(election())
  expect((await clerk.post(address, {})).status).toBe(422)
  expect((await clerk.post(address, { gelezen: 'ja', lijst: 'another' })).status).toBe(422)
  const [list] = await lists()
  const accepted = await clerk.post(address, { gelezen: 'ja', lijst: list!.listId })
  expect(accepted.headers.get('Location')).toContain('voters-accepted')
  const releaser = await trial.visitor('vrijgever')
  expect((await releaser.get(paths.votersClose(election()))).status).toBe(403)
  expect(await pageText(paths.votersClose(election()))).toContain('kan niet ongedaan gemaakt worden')
  expect((await clerk.post(paths.votersClose(election()), {})).status).toBe(422)
})

test('who would close the list before the day of the law reads which day that is', async () => {
  const { clock } = trial.deps
  expect(await pageText(paths.votersClose(election()))).not.toContain('De wet legt de lijst pas vast')
  clock.moveTo('2029-03-02T10:00:00Z')
  const early = await trial.visitor('medewerker')
  const page = await (await early.get(paths.votersClose(election()))).text()
  clock.moveTo('2029-05-02T10:00:00Z')
  expect(page).toContain('De wet legt de lijst pas vast op zondag 1 april 2029. Dat is over 30 dagen.')
})

test('a voter is found with a typing error, and opened for a reason that is kept; no name in an address', async () => {
  const asked = { naam: 'van de veldde zoe', reden: 'Vraagt een duplicaat' }
  const found = await clerk.post(paths.voterSearch(election()), asked)
  const html = await found.text()
  expect(html).toContain('Vandevelde, Zoë')
  expect(html).not.toMatch(/(href|action)="[^"]*(velde|Zo(ë|%))/i)
  const kiezer = /name="kiezer" value="([^"]+)"/.exec(html)![1]!
  const opened = await clerk.post(paths.voter(election()), { kiezer, reden: asked.reden })
  expect(await opened.text()).toContain('Zoë Vandevelde')
  expect(await events(3)).toEqual(expect.arrayContaining(['voters.searched', 'voters.opened']))
  expect((await clerk.post(paths.voter(election()), { kiezer, reden: '' })).status).toBe(422)
  expect((await clerk.post(paths.voter(election()), { kiezer: 'nobody', reden: 'x' })).status).toBe(404)
})

test('a search needs a reason and one way of asking, and says which field is wrong', async () => {
  const address = paths.voterSearch(election())
  for (const [fields, name] of [
    [{ naam: 'Peeters' }, 'reden'],
    [{ naam: 'Peeters', volgnummer: '1', reden: 'x' }, 'naam'],
    [{ insz: '123', reden: 'x' }, 'insz'],
    [{ volgnummer: 'abc', reden: 'x' }, 'volgnummer'],
    [{ naam: 'Peeters', geboren: '31/02/1980', reden: 'x' }, 'geboren'],
  ] as const) {
    const answer = await clerk.post(address, fields)
    expect(answer.status, name).toBe(422)
    expect(await answer.text(), name).toContain(`href="#${name}"`)
  }
})

test('the next list is compared with the one in use, in numbers and voter by voter', async () => {
  await upload(csvOf([aRow(0), aRow(1, { last_name: 'Vandevelde', first_names: 'Zoë' }), aRow(5)]))
  await whenRead()
  expect(await pageText(paths.votersReport(election()))).toContain('Samen verschillen 2 kiezers')
  const shown = await clerk.post(paths.votersDifference(election()), { soort: 'gone' })
  expect(await shown.text()).toContain('staat er niet op')
  expect(await events(2)).toContain('voters.compared')
})

test('while a newer list waits to be accepted, whoever closes the older one is told which, and can go there first', async () => {
  const [newer, older] = await lists()
  expect([newer!.state, older!.state]).toEqual(['imported', 'accepted'])
  const shown = await pageText(paths.votersClose(election()))
  expect(shown).toContain('Er wacht een nieuwere lijst: kiezers.csv, met 3 kiezers, ingeladen op ')
  expect(shown).toContain(`href="${paths.votersAccept(election())}"`)
  const unseen = await clerk.post(paths.votersClose(election()), { zeker: 'ja', lijst: older!.listId })
  expect(unseen.status).toBe(422)
  expect(await unseen.text()).toContain(texts.close.newerCame)
  expect((await lists()).map(({ state }) => state)).toEqual(['imported', 'accepted'])
})

test('a closed list takes no other, and says so', async () => {
  await acceptList(trial.deps, { election: trial.election, by: 'test' })
  const [list] = await lists()
  const closed = await clerk.post(paths.votersClose(election()), { zeker: 'ja', lijst: list!.listId })
  expect(closed.headers.get('Location'), await closed.text()).toContain('voters-closed')
  expect(await pageText(paths.voters(election()))).toContain('verandert alleen nog met een beslissing')
  const refused = await upload(csvOf([aRow(0)]))
  expect(refused.status).toBe(200)
  expect(await refused.text()).toContain('De kiezerslijst is afgesloten')
})

function lists() {
  const { municipalityId, electionId } = trial.election
  return trial.database.inScope(staffOf(municipalityId), (db) => listsOf(db, municipalityId, electionId))
}

async function events(most: number): Promise<string[]> {
  const found = await trial.database.inScope(staffOf(trial.here), (db) =>
    latestAuditEvents(db, trial.here, most),
  )
  return found.map(({ action }) => action)
}
