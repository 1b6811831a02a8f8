import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { sheetOf, workbookOf } from '../../../../test/workbook.ts'
import { freezeDraw, holdDraw, memberLists } from '../../../bureaus/index.ts'
import {
  adopted,
  aKeeper,
  aNaming,
  aPollingBureau,
  withSections,
  withVoters,
} from '../../../bureaus/testing.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { createWeb } from '../../../server.ts'
import { testNumber } from '../../../voters/testing.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'

/** Lists A and B on the desk: a file looked through before it counts, the decision, where it went, and the drawn voters. */

let trial: DeskTrial
let clerk: Visitor
let election: string
const header = 'national_number;last_name;first_names;category;source;place'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps } = trial
  election = trial.election.code
  await withSections(trial.database, trial.election, [1])
  await withVoters(deps, trial.election, 40)
  await adopted(deps, trial.election, [aPollingBureau(1, 4, 4)])
  clerk = await trial.visitor('stembureaus')
})
afterAll(() => trial.close())

const read = async (address: string) => (await clerk.get(address)).text()
const lists = () => paths.memberLists({ election })
const fileOf = (...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`
const fileA = () => paths.listFile({ election, what: 'list-a' })
const previewA = () => paths.listFilePreview({ election, what: 'list-a' })

async function takeOver(what: 'list-a' | 'candidates', file: string): Promise<void> {
  expect((await clerk.upload(paths.listFile({ election, what }), 'bestand', file)).status).toBe(303)
  const gezien = /name="gezien" value="(\w+)"/.exec(
    await read(paths.listFilePreview({ election, what })),
  )![1]!
  const taken = await clerk.post(paths.listFileTakeOver({ election, what }), { gezien })
  expect(taken.headers.get('location')).toMatch(/gelukt=list-file-taken-over$/)
}

describe('a file', () => {
  test('with faults changes nothing, and each is named by row and column, on the page and as a file', async () => {
    const file = fileOf(aNaming(1, { category: 'bakers' }), aNaming(2, { national_number: '123' }))
    expect((await clerk.upload(fileA(), 'bestand', file)).status).toBe(303)
    const page = await read(previewA())
    expect(page).toContain('Deze categorie staat niet in de wet.')
    expect(page).not.toContain('bakers')
    expect(await htmlFaults(page)).toEqual([])
    const csv = await read(paths.listFileFaults({ election, what: 'list-a' }))
    expect(csv.trim().split('\r\n').slice(1)).toEqual([
      ';2;category;Deze categorie staat niet in de wet.;Schrijf het nummer dat ze in de wet heeft.',
      ';3;national_number;Dit is geen rijksregisternummer.;Vraag de elf cijfers aan wie het bestand maakte.',
    ])
  })

  test('has its refused rows in a file for who made it, which cannot be read in as a list', async () => {
    const file = fileOf(aNaming(1), aNaming(2, { category: 'bakers', last_name: '=Peeters' }))
    await clerk.upload(fileA(), 'bestand', file)
    const refused = paths.listFileRefused({ election, what: 'list-a' })
    expect(await read(previewA())).toContain(refused)
    const sheet = await read(refused)
    const [head, line, ...others] = sheet.trim().split('\r\n')
    const dotted = testNumber(2).replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5')
    const was = `${dotted};'=Peeters;Lotte;bakers;De Linde`
    expect(head).toContain('Werkblad;Rij;Kolom;Staat er nu;')
    expect(line).toMatch(new RegExp(`^;3;category;bakers;Deze categorie .*;Schrijf het nummer .*;;${was};`))
    expect(others).toEqual([])
    await clerk.upload(fileA(), 'bestand', sheet)
    expect(await read(previewA())).toContain('kan niet gelezen worden als een lijst')
    expect((await clerk.get(refused)).status).toBe(404)
    const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
      sql`select from platform.audit_event where action = 'bureaus.list-file-refused-fetched'`.execute(db),
    )
    expect(rows).toHaveLength(1)
  })

  test('that is a workbook says its sheet; which sheet is meant has to be clear', async () => {
    const cells = (n: number, category: string) => ['De Linde', testNumber(n), `Peeters ${n}`, category]
    const names = ['source', 'national_number', 'last_name', 'category']
    const sheet = (name: string, category: string) => sheetOf([names, cells(1, category)], { name })
    await clerk.upload(
      fileA(),
      'bestand',
      new Uint8Array(workbookOf({ sheets: [sheet('Leraars', 'bakers')] })),
    )
    const page = await read(previewA())
    expect(page).toMatch(/Werkblad.*Leraars/s)
    expect(await htmlFaults(page)).toEqual([])
    const two = workbookOf({ sheets: [sheet('Vast', '7'), sheet('Tijdelijk', '7')] })
    await clerk.upload(fileA(), 'bestand', new Uint8Array(two))
    expect(await read(previewA())).toContain('Meer dan één blad')
  })

  test('is looked through before it counts, and taken over as it was seen', async () => {
    const file = fileOf(aNaming(1), aNaming(2), aNaming(99))
    expect((await clerk.upload(fileA(), 'bestand', file)).status).toBe(303)
    expect(await read(paths.listA({ election }))).not.toContain('Peeters 1')
    const stale = await clerk.post(paths.listFileTakeOver({ election, what: 'list-a' }), { gezien: 'other' })
    expect([stale.status, (await stale.text()).includes('Intussen veranderde er iets')]).toEqual([422, true])
    await takeOver('list-a', file)
    await takeOver('candidates', `national_number\n${testNumber(2)}\n`)
    expect(
      (await clerk.post(paths.listFileTakeOver({ election, what: 'list-a' }), { gezien: 'x' })).status,
    ).toBe(422)
    const page = await read(lists())
    expect(page).toMatch(/Op de lijst<\/dt><dd[^>]*>3</)
    expect(page).toMatch(/Kunnen opgeroepen worden<\/dt><dd[^>]*>1</)
    expect(page).toContain('Is kandidaat bij de verkiezing')
    expect(page).toContain('Staat niet op de kiezerslijst van deze gemeente')
    expect(await htmlFaults(page)).toEqual([])
  })

  test('that is none, or no list, is told', async () => {
    const none = await clerk.upload(fileA(), 'iets', 'x')
    expect([none.status, (await none.text()).includes('Kies een bestand.')]).toEqual([422, true])
    expect((await clerk.upload(fileA(), 'bestand', 'naam;leeftijd\n')).status).toBe(303)
    expect(await read(previewA())).toContain('kan niet gelezen worden als een lijst')
  })
})

describe('who stands on list A', () => {
  test('is found by name with a trace in which the name does not stand', async () => {
    const found = await (await clerk.post(paths.listA({ election }), { naam: 'peeters 2' })).text()
    expect(found).toContain('Peeters 2')
    expect(found).not.toContain('Peeters 1 ')
    expect(await htmlFaults(found)).toEqual([])
    const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
      sql<{
        details: object
      }>`select details from platform.audit_event where action = 'bureaus.list-searched'`.execute(db),
    )
    expect(rows).toEqual([{ details: { found: 1 } }])
  })

  test.each(['medewerker', 'griffier', 'magistraat'] as const)('is not for %s', async (role) => {
    expect((await (await trial.visitor(role)).get(paths.listA({ election }))).status).toBe(403)
  })
})

describe('the decision', () => {
  const day = (name: string, iso: string) => {
    const [year, month, rest] = iso.split('-') as [string, string, string]
    return { [`${name}-day`]: rest, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  const adopt = (fields: Record<string, string>, document?: string) => {
    const body = new FormData()
    body.set('_csrf', clerk.csrf)
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    if (document) body.set('document-a', new File([document], 'besluit.pdf'))
    return trial.web.request(paths.adoptList({ election, kind: 'A' }), {
      ...{ method: 'POST', headers: { Cookie: clerk.cookie, Origin: 'http://localhost' }, body },
    })
  }
  const listNow = async () =>
    (await trial.database.inScope(staffOf(trial.here), (db) => memberLists(db, trial.election, 'A')))[0]

  test('is written down with its day and its document; what was typed is never lost', async () => {
    const decided = { 'besluit-a': 'CBS 2029/7', ...day('dag-a', '2029-05-01') }
    const undated = await adopt({ 'besluit-a': 'CBS 2029/7' })
    const text = await undated.text()
    expect([undated.status, text.includes('value="CBS 2029/7"')]).toEqual([422, true])
    expect(await htmlFaults(text)).toEqual([])
    const noPdf = await adopt(decided, 'een tekst')
    expect([noPdf.status, (await noPdf.text()).includes('Dit bestand is geen PDF')]).toEqual([422, true])
    expect((await adopt(decided, '%PDF-1.7 besluit')).status).toBe(303)
    expect(await listNow()).toMatchObject({ state: 'ADOPTED', decision: 'CBS 2029/7', people: 1 })
    const document = await clerk.get(paths.listDocument({ election, kind: 'A', version: 1 }))
    expect(await document.text()).toBe('%PDF-1.7 besluit')
    expect((await clerk.get(paths.listDocument({ election, kind: 'A', version: 2 }))).status).toBe(404)
    expect((await clerk.upload(fileA(), 'bestand', fileOf(aNaming(3)))).status).toBe(303)
    expect(await read(previewA())).toContain('Het college stelde lijst A al vast')
  })

  test('is followed by where the list went, not before that day, and by opening it again for a reason', async () => {
    const send = (iso: string) =>
      clerk.post(paths.sendList({ election, kind: 'A' }), {
        ...{ 'aan-a': 'Vrederechter', ...day('verzonden-a', iso) },
      })
    expect((await send('2029-04-30')).status).toBe(422)
    expect((await send('2029-05-02')).status).toBe(303)
    const sent = await read(lists())
    expect(sent).toContain('Vrederechter, op')
    const file = { election, kind: 'A', version: 1 } as const
    const csv = await clerk.get(paths.handedList({ ...file, file: 'lijst-a.csv' }))
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="lijst-a.csv"')
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2)
    const pdf = await clerk.get(paths.handedList({ ...file, file: 'lijst-a.pdf' }))
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
    expect((await clerk.get(paths.handedList({ ...file, file: 'lijst-b.csv' }))).status).toBe(404)
    const reopen = (reason: string) =>
      clerk.post(paths.reopenList({ election, kind: 'A' }), { 'waarom-a': reason })
    expect((await reopen('')).status).toBe(422)
    expect((await reopen('een school kwam te laat')).status).toBe(303)
    expect(await listNow()).toMatchObject({ state: 'DRAFT', version: 2 })
  })
})

describe('a list that was sent here', () => {
  test('is read by the court that it went to, and by no other; who keeps the bureaus sees that it was', async () => {
    const magistrate = await trial.visitor('magistraat')
    const received = paths.receivedLists({ election })
    expect(await (await magistrate.get(received)).text()).toContain('bezorgde u nog geen lijst')
    expect((await clerk.get(received)).status).toBe(403)
    expect((await magistrate.get(lists())).status).toBe(403)
    const on = { 'verzonden-a-day': '2', 'verzonden-a-month': '5', 'verzonden-a-year': '2029' }
    const decided = { 'dag-a-day': '1', 'dag-a-month': '5', 'dag-a-year': '2029', 'besluit-a': 'CBS 2029/8' }
    const body = new FormData()
    for (const [name, value] of Object.entries({ _csrf: clerk.csrf, ...decided })) body.set(name, value)
    const adopted = await trial.web.request(paths.adoptList({ election, kind: 'A' }), {
      ...{ method: 'POST', headers: { Cookie: clerk.cookie, Origin: 'http://localhost' }, body },
    })
    expect(adopted.status).toBe(303)
    const page = await read(lists())
    expect(page).toContain('Wie krijgt de lijst?')
    expect(page).toContain('Beide lijsten zijn ten laatste op')
    expect(await htmlFaults(page)).toEqual([])
    const sent = await clerk.post(paths.sendList({ election, kind: 'A' }), {
      ...{ ...on, 'ontvanger-a': '1999000744' },
    })
    expect(sent.status).toBe(303)
    const theirs = await (await magistrate.get(received)).text()
    expect(theirs).toContain('Lijst A, versie 2')
    expect(await htmlFaults(theirs)).toEqual([])
    expect(await read(lists())).toMatch(/Daar voor het eerst geopend<\/dt><dd[^>]*>nog niet</)
    const file = { election, kind: 'A', file: 'lijst-a.csv' } as const
    expect((await magistrate.get(paths.receivedList({ ...file, version: 1 }))).status).toBe(404)
    const theList = paths.receivedListPage({ election, kind: 'A', version: 2 })
    const readHere = await (await magistrate.get(theList)).text()
    expect([readHere.includes('Peeters 1'), readHere.includes('Peeters 2')]).toEqual([true, false])
    expect(readHere).toContain('Rijksregisternummer')
    expect(await htmlFaults(readHere)).toEqual([])
    expect((await magistrate.get(paths.receivedListPage({ election, kind: 'A', version: 1 }))).status).toBe(
      404,
    )
    const fetched = await magistrate.get(paths.receivedList({ ...file, version: 2 }))
    expect([fetched.status, (await fetched.text()).includes('Peeters 1')]).toEqual([200, true])
    expect(await read(lists())).toMatch(/Daar voor het eerst geopend<\/dt><dd[^>]*>2 mei 2029/)
    expect((await clerk.get(paths.receivedList({ ...file, version: 2 }))).status).toBe(403)
  })
})

test('list B shows each section beside the names that it needs, and its people in the order of the draw', async () => {
  expect(await read(lists())).toContain('Er is nog niet geloot')
  const { deps, election: of } = trial
  const knownAt = new Date('2029-05-02T12:00:00Z')
  const frozen = await freezeDraw(deps, {
    ...{ election: of, staff: aKeeper(of, 'a'), publicSource: 'Lotto', knownAt, dice: 1, twoPeople: true },
  })
  expect(frozen).toMatchObject({ ok: true })
  deps.clock.moveTo('2029-05-02T12:01:00Z')
  const spoken = { election: of, staff: aKeeper(of, 'b'), publicValue: '1 2 3', dice: [4] }
  expect(await holdDraw(deps, spoken)).toMatchObject({ ok: true })
  clerk = await trial.visitor('stembureaus')
  const page = await read(`${lists()}?komt=50`)
  expect(page).toContain(paths.listB({ election, section: 1 }))
  expect(page).toMatch(/te weinig|genoeg/)
  expect(page).not.toContain('Wie geloot is en niet op lijst B komt')
  const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
    sql<{ number: number; name: string }>`
      select v.list_number as number, v.last_name as name from bureaus.drawn_person d
      join voters.voter v on v.nrn_index = d.nrn_index and v.election_id = d.election_id
        and v.municipality_id = d.municipality_id
      where d.unit = 'section-1' and d.rank = 2`.execute(db),
  )
  await takeOver('candidates', `national_number\n${testNumber(rows[0]!.number - 1)}\n`)
  const warned = await read(lists())
  expect(warned).toContain('Sinds de loting valt 1 persoon weg')
  expect(warned).toContain(rows[0]!.name)
  expect(await htmlFaults(warned)).toEqual([])
  const drawn = await read(paths.listB({ election, section: 1 }))
  expect(drawn).toContain('kan opgeroepen worden')
  expect(drawn).toContain('wachtrij')
  expect(await htmlFaults(drawn)).toEqual([])
  expect((await clerk.get(paths.listB({ election, section: 9 }))).status).toBe(404)
})
