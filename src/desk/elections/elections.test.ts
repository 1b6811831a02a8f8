import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whatItOffers } from '../../../test/walk-pages.ts'
import { type ElectionDocument, listElections, loadRuleset } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { csrfField } from '../../platform/http/components/index.ts'
import { TypedForm } from '../../platform/http/typed-form.ts'
import { createWeb } from '../../server.ts'
import { withVoters } from '../audit/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { documentFrom, fieldsFrom } from './election-values.ts'
import { documentField } from './preview-page.tsx'
import { texts } from './texts.nl.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

let trial: DeskTrial
let clerk: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  clerk = await trial.visitor('medewerker')
})
afterAll(() => trial.close())

const ofLocal = paths.addElectionOf({ ruleset: 'lpkd-2030' })
const federal = (): ElectionDocument => JSON.parse(readFileSync('dev/demo/election-2029.json', 'utf8'))

const local: Fields = {
  name: 'Lokale verkiezingen',
  code: '2030',
  ...{ 'pollingDay-day': '13', 'pollingDay-month': '10', 'pollingDay-year': '2030' },
  votingMode: 'DIGITAL',
  assemblies: ['GEMEENTERAAD', 'PROVINCIERAAD'],
  canton: 'Zonnedorp',
}

function send(address: string, fields: Fields, visitor = clerk) {
  const body = new URLSearchParams([[csrfField, visitor.csrf]])
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value)
  const headers = { Cookie: visitor.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }
  return trial.web.request(address, { method: 'POST', headers, body: body.toString() })
}

/** What the page would send with the button that decides. */
function decision(html: string, address: string): Fields {
  const forms = whatItOffers(html, address).forms.filter(({ hidden }) => documentField in hidden)
  return { ...forms[0]!.hidden, knop: 'doe' }
}

const codes = async () =>
  (await trial.database.inScope(staffOf(trial.here), (db) => listElections(db, trial.here))).map(
    ({ code }) => code,
  )
const actions = async () =>
  (await trial.database.inScope(staffOf(trial.here), (db) => latestAuditEvents(db, trial.here, 5))).map(
    ({ action }) => action,
  )

describe('who makes the campaign adds an election', () => {
  test('from the first page, by its kind, with the day of the law filled in', async () => {
    expect(await (await clerk.get(paths.start())).text()).toContain(`href="${paths.addElection()}"`)
    const kinds = await (await clerk.get(paths.addElection())).text()
    expect(kinds).toContain(`href="${ofLocal}"`)
    expect(kinds, 'what is over is not offered').not.toContain('lpkd-2024')
    expect(kinds, 'what is there is told').toContain(texts.add.isThere)
    const form = await (await clerk.get(ofLocal)).text()
    expect(form).toMatch(/name="pollingDay-year"[^>]*value="2030"/)
    const federalForm = await (await clerk.get(paths.addElectionOf({ ruleset: 'kwb-2029' }))).text()
    expect(federalForm, 'no English').toContain('Volgens de wet zondag 10 juni 2029 (KWB 105).')
    expect(form).toContain('Open van 8 uur tot 13 uur (LPKD 134).')
  })

  test('and nobody else is offered it', async () => {
    const reader = await trial.visitor('lezer')
    expect(await (await reader.get(paths.start())).text()).not.toContain(paths.addElection())
    expect((await reader.get(paths.addElection())).status).toBe(403)
    expect((await send(ofLocal, { ...local, knop: 'doe' }, reader)).status).toBe(403)
    expect(await codes()).not.toContain('2030')
  })

  test('sees what it becomes with the days of the law, and only then decides', async () => {
    const looked = await (await send(ofLocal, local)).text()
    expect(looked).toContain(texts.preview.nothingYet)
    expect(looked).toContain('zondag 13 oktober 2030')
    expect(looked).toContain('Van 8 uur tot 15 uur (DKD 15')
    expect(looked).toContain('LPKD 16')
    expect(await codes()).not.toContain('2030')
    const added = await send(ofLocal, decision(looked, ofLocal))
    expect(added.headers.get('Location')).toBe('/loket/verkiezing/2030?gelukt=election-added')
    expect(await codes()).toContain('2030')
    expect(await actions()).toContain('election.added')
  })

  test('not a second time, and reads beside the day which one is there', async () => {
    const again = await send(ofLocal, { ...local, code: 'nog-een', knop: 'doe' })
    expect(again.status).toBe(422)
    const html = await again.text()
    expect(html).toContain('href="#pollingDay"')
    expect(html).toContain('“Lokale verkiezingen”')
    expect(html).toContain('value="nog-een"')
    expect(await codes()).not.toContain('nog-een')
  })

  test.each<[string, Fields, string]>([
    ['name', { name: '' }, texts.wrong.missing.name],
    ['code', { code: 'Lokaal 2030' }, texts.wrong.code],
    ['pollingDay', { 'pollingDay-day': '14' }, texts.wrong.pollingDay['not-sunday']('')],
    ['pollingDay', { 'pollingDay-day': '20' }, texts.wrong.pollingDay['not-expected']('2030-10-13')],
    ['pollingDay', { 'pollingDay-day': '32' }, texts.wrong.noDay],
    ['votingMode', { votingMode: '' }, texts.wrong.votingMode],
    ['assemblies', { assemblies: [] }, texts.wrong.noneElected],
    [
      'assemblies',
      { assemblies: ['GEMEENTERAAD', 'PROVINCIERAAD', 'DISTRICTSRAAD'] },
      texts.wrong.noDistricts,
    ],
    [
      'decisions.hours.source',
      { 'decisions.hours.value.open': '08:00', 'decisions.hours.value.close': '14:00' },
      texts.wrong.hoursSource,
    ],
    [
      'decisions.hours.value.close',
      {
        'decisions.hours.value.open': '08:00',
        'decisions.hours.value.close': '25',
        'decisions.hours.source': 'besluit',
      },
      texts.wrong.close,
    ],
  ])('reads at %s what is wrong, and finds back what was typed', async (field, typed, sentence) => {
    const answer = await send(ofLocal, { ...local, code: 'anders', ...typed })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#${field}"`)
    expect(html.replaceAll('&#39;', "'")).toContain(sentence)
    expect(html).toMatch(/name="canton"[^>]*value="Zonnedorp"/)
  })

  test('of an election outside the ordinary ones gives the day from which the law counts', async () => {
    const early = paths.addElectionOf({ ruleset: 'kwb-early' })
    const fields = { name: 'Vervroegde verkiezing', code: 'vroeg', votingMode: 'PAPER', assemblies: 'KAMER' }
    const day = { 'pollingDay-day': '4', 'pollingDay-month': '4', 'pollingDay-year': '2032' }
    const missing = await (await send(early, { ...fields, ...day })).text()
    expect(missing).toContain('href="#events.dissolution.value"')
    const event = 'events.dissolution.value'
    const dissolved = {
      ...{ [`${event}-day`]: '1', [`${event}-month`]: '3', [`${event}-year`]: '2032' },
      'events.dissolution.source': 'koninklijk besluit',
    }
    expect((await send(early, { ...fields, ...day, ...dissolved })).status).toBe(200)
    const late = { ...day, 'pollingDay-day': '11' }
    const html = await (await send(early, { ...fields, ...late, ...dissolved })).text()
    expect(html).toContain(texts.wrong.pollingDay['after-last']('2032-04-10'))
  })
})

describe('an election comes in by its file', () => {
  const upload = async (document: unknown, address = paths.addElection()) =>
    clerk.upload(address, 'file', JSON.stringify(document))

  test('and is shown before it is added', async () => {
    const extra = {
      ...{ code: 'extra', name: 'Buitengewone verkiezing', rulesetId: 'lpkd-extraordinary' },
      ...{ pollingDay: '2031-03-30', votingMode: 'PAPER' },
      events: { decision: { value: '2031-02-20', source: 'raadsbesluit', mark: 'L' } },
    }
    const answer = await upload(extra)
    const html = await answer.text()
    expect(html).toContain(texts.preview.nothingYet)
    const address = paths.addElectionOf({ ruleset: 'lpkd-extraordinary' })
    expect((await send(address, decision(html, address))).status).toBe(303)
    expect(await codes()).toContain('extra')
  })

  test('with every fault in a table, and nothing added', async () => {
    const answer = await upload({ ...federal(), code: 'Fout!', votingMode: 'ONLINE' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<code>code</code>')
    expect(html).toContain('<code>votingMode</code>')
  })

  const english = /is missing|Give:|expected|is not |Remove it|Use one of/

  test('with its faults in Dutch, whatever is wrong', async () => {
    const html = await (await upload({ a: 1 })).text()
    expect(html).toContain('Dit veld bestaat niet.')
    expect(html).toContain('Voeg het veld “name” toe.')
    expect(html).not.toMatch(english)
    const rules = { ...federal(), assemblies: ['GEMEENTERAAD'], pollingDay: '2029-06-11' }
    const ofRules = await (await upload(rules)).text()
    expect(ofRules).toContain('Dit is geen zondag.')
    expect(ofRules).toContain('De regels van deze verkiezing kennen dit niet.')
    expect(ofRules).not.toMatch(english)
    const noJson = await (await clerk.upload(paths.addElection(), 'file', '{"a": ')).text()
    expect(noJson).toContain('Het bestand houdt te vroeg op')
  })

  test('and not beside one of the same kind and day', async () => {
    const answer = await upload({ ...federal(), code: 'tweede' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Er komt geen tweede')
  })
})

describe('an election changes until a list is in use', () => {
  const place = { election: 'verkiezing-hier' }
  const change = paths.changeElection(place)
  const typed = (): Fields => ({
    ...fieldsFrom(federal(), loadRuleset('kwb-2029')!),
    name: 'Verkiezingen in juni',
  })

  test('after it was shown what changes; what has no field stays', async () => {
    const looked = await (await send(change, typed())).text()
    expect(looked).toContain(texts.preview.nothingChanged)
    expect(looked).toContain('Verkiezingen in juni')
    const done = await send(change, decision(looked, change))
    expect(done.headers.get('Location')).toContain('gelukt=election-changed')
    const file = await (await clerk.get(paths.electionFile(place))).json()
    expect(file).toEqual({ ...federal(), code: place.election, name: 'Verkiezingen in juni' })
    expect(await actions()).toContain('election.updated')
    expect((await send(change, typed())).headers.get('Location')).toContain('gelukt=election-same')
  })

  test('also by its file, and never by that of another', async () => {
    const byFile = paths.changeElectionByFile(place)
    const other = await clerk.upload(byFile, 'file', JSON.stringify({ ...federal(), code: '2030' }))
    expect(await other.text()).toContain('bestand van een andere verkiezing (2030)')
    const document = { ...federal(), code: place.election, canton: 'Maandorp' }
    const looked = await clerk.upload(byFile, 'file', JSON.stringify(document))
    expect(await looked.text()).toContain('Maandorp')
  })

  test('and not any more after that, also for who had the page open', async () => {
    const looked = await (await send(change, { ...typed(), canton: 'Elders' })).text()
    await withVoters(trial)
    expect((await send(change, decision(looked, change))).status).toBe(409)
    expect(await (await clerk.get(change)).text()).toContain(texts.facts.fixed)
  })
})

test('the form makes the same file again from what the file puts in it', () => {
  const ruleset = loadRuleset('kwb-2029')!
  const document = { ...federal(), uncontested: ['EP'] as const, french: { name: 'Élections' } }
  expect(documentFrom(new TypedForm(fieldsFrom(document, ruleset)), ruleset, document)).toEqual(document)
  const only = { ...federal(), assemblies: ['KAMER'] as const }
  expect(documentFrom(new TypedForm(fieldsFrom(only, ruleset)), ruleset, only)).toEqual(only)
})
