import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { placesFile } from './testing.ts'
import { texts } from './texts.nl.ts'

let trial: DeskTrial
let clerk: Visitor
let election: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  clerk = await trial.visitor('medewerker')
  election = trial.election.code
})
afterAll(() => trial.close())

const upload = (text: string, visitor = clerk) => {
  const body = new FormData()
  body.append('_csrf', visitor.csrf)
  const isBytes = /^(?:\u00ff\u00fe|PK)/.test(text)
  body.append('file', new Blob([isBytes ? Buffer.from(text, 'latin1') : text]), 'places.csv')
  return trial.web.request(paths.importPlaces({ election }), {
    method: 'POST',
    body,
    headers: { Cookie: visitor.cookie, Origin: 'http://localhost' },
  })
}
const overview = async (visitor = clerk) => (await visitor.get(paths.places({ election }))).text()

describe('a file of places', () => {
  test('before there is one, the page says what to do', async () => {
    expect(await overview()).toContain(texts.places.empty)
    expect(await (await clerk.get(paths.election({ election }))).text()).toContain(paths.places({ election }))
  })

  test('with faults is told row by row, in Dutch, and changes nothing', async () => {
    const answer = await upload(placesFile.replace(';9999;Zonnedorp;poort', ';99;Zonnedorp;poort'))
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('is geen Belgische postcode.')
    expect(html).not.toContain('is not a Belgian')
    expect(await overview()).toContain(texts.places.empty)
  })

  const header = placesFile.split('\n')[0]!
  test.each([
    ['nothing', '', 'Het bestand is leeg.'],
    ['a header alone', `${header}\n`, 'maar geen rijen eronder'],
    [
      'one column too few',
      placesFile.replace('postcode', 'zip'),
      'Deze kolom ontbreekt: postcode. Op regel 1 staan wel: section, room, place_code,',
    ],
    [
      'columns with names of its own',
      'Stemafdeling;Lokaal;Straat;City\n1;Refter;Kerkstraat;Zonnedorp\n',
      'section (nummer van de stemafdeling); room (lokaal); place_code (uw code van het gebouw);',
    ],
    [
      'a name that is nearly right',
      placesFile.replace('house_number', 'house_numbr'),
      'house_number (huisnummer), misschien bedoeld met “house_numbr”.',
    ],
    [
      'another separator',
      header.replaceAll(';', ':'),
      'Op regel 1 staat een dubbele punt tussen de kolommen.',
    ],
    ['a workbook', 'PK\u0003\u0004rest', 'Dit is een Excel-werkmap (.xlsx)'],
    [
      'text that Excel saved as Unicode',
      '\u00ff\u00feS\u0000',
      'Excel bewaarde dit bestand als “Unicode-tekst”.',
    ],
    ['a web page', '\r\n<!DOCTYPE html><title>Log in</title>', 'Dit is een webpagina'],
    ['a PDF', '%PDF-1.7', 'Dit is een pdf.'],
  ])('that is no list but %s is told what it is and what to do', async (_, text, said) => {
    const answer = await upload(text)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(said)
    expect(html).toContain('Er is niets veranderd.')
    expect(await overview()).toContain(texts.places.empty)
  })

  test('comes in the stead of what was there, and shows what is missing first', async () => {
    expect((await upload(placesFile)).headers.get('Location')).toContain('places-imported')
    const html = await overview()
    expect(html).toContain('2 stemlocaties met 3 stemafdelingen')
    expect(html.indexOf(texts.missing.title)).toBeLessThan(html.indexOf('<table'))
    expect(html).toContain(texts.missing.coordinates(1))
    expect(html).toContain('1 (Refter), 2 (Turnzaal)')
    expect(html).toContain('data-map')
    expect(html, 'which place is which on the map').toContain('Nummer 1')
  })

  test('is for who may; others see the table without links to change it', async () => {
    const reader = await trial.visitor('lezer')
    expect((await upload(placesFile, reader)).status).toBe(403)
    const html = await overview(reader)
    expect(html).toContain('Sporthal')
    expect(html).not.toContain(paths.place({ election, place: 'H1' }))
  })
})

describe('one place', () => {
  const address = () => paths.place({ election, place: 'H1' })
  const fields = async () => {
    const html = (await (await clerk.get(address())).text()).replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    const hidden = [...html.matchAll(/name="(before-\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ])
    const shown = hidden.map(([name, value]) => [name!.replace('before-', ''), value!])
    return Object.fromEntries([...hidden, ...shown]) as Record<string, string>
  }

  test('is filled in, and what was missing is known', async () => {
    const typed = {
      ...(await fields()),
      latitude: '51,06',
      longitude: '3,73',
      step_free: 'ja',
      facilities: 'parking\nstoelen',
    }
    expect((await clerk.post(address(), typed)).headers.get('Location')).toContain('place-edited')
    expect(await overview()).not.toContain(texts.missing.title)
    expect(await fields()).toMatchObject({ latitude: '51.06', facilities: 'parking|stoelen' })
  })

  test('with what a file may not say comes back as it was typed, with a sentence at its field', async () => {
    const answer = await clerk.post(address(), {
      ...(await fields()),
      postcode: '12',
      place_name: 'Nieuwe <zaal>',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Postcode is geen Belgische postcode.')
    expect(html).toContain('value="Nieuwe &lt;zaal&gt;"')
  })

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const seen = await fields()
    await clerk.post(address(), { ...seen, entrance: 'zijdeur' })
    const answer = await clerk.post(address(), { ...seen, city: 'Elders' })
    expect(await answer.text()).toContain(texts.place.because['changed-meanwhile'])
    expect(await fields()).toMatchObject({ entrance: 'zijdeur', city: 'Zonnedorp' })
  })

  test('is not described anew after the bureaus closed', async () => {
    const seen = await fields()
    const now = trial.deps.clock.now().toISOString()
    trial.deps.clock.moveTo(`${trial.election.pollingDay}T22:00:00Z`)
    const late = await trial.visitor('medewerker')
    const answer = await late.post(address(), { ...seen, city: 'Elders' })
    trial.deps.clock.moveTo(now)
    expect(await answer.text()).toContain('De stembureaus zijn gesloten')
    clerk = await trial.visitor('medewerker')
    expect(await fields()).toMatchObject({ city: 'Zonnedorp' })
  })

  test('that is not there is not found', async () => {
    expect((await clerk.get(paths.place({ election, place: 'X9' }))).status).toBe(404)
    expect((await clerk.post(paths.place({ election, place: 'X9' }))).status).toBe(404)
  })
})

test('a page may load map tiles from where the settings say, and from nowhere else', async () => {
  const policy = async (deps: object) =>
    (await createWeb({ ...trial.deps, ...deps }).request('/style.css')).headers.get('content-security-policy')
  expect(await policy({})).toMatch(/img-src 'self';/)
  const config = { ...trial.deps.config, MAP_TILES: 'https://tiles.example/{z}/{x}/{y}.png' }
  expect(await policy({ config })).toMatch(/img-src 'self' https:\/\/tiles\.example;/)
})

describe('the room of one section', () => {
  const address = (section = 2) => paths.room({ election, section })
  const before = { 'before-room': 'Turnzaal', 'before-place_code': 'S1', 'before-size_leave': '' }
  const as = (fields: object) => ({
    ...before,
    room: 'Turnzaal',
    place_code: 'S1',
    size_leave: '',
    ...fields,
  })

  test('is shown with the buildings to choose from, and its building leads there', async () => {
    const html = await (await clerk.get(address())).text()
    expect(html).toContain('value="Turnzaal"')
    expect(html).toContain('Sporthal')
    expect(await (await clerk.get(paths.place({ election, place: 'S1' }))).text()).toContain(address())
    expect((await clerk.get(address(99))).status).toBe(404)
  })

  test.each([
    ['that another section has', as({ room: 'Refter' }), 'is al van een andere stemafdeling'],
    ['without a name', as({ room: '' }), 'is leeg'],
    ['in a building that is not there', as({ place_code: 'nergens' }), 'Deze stemlocatie is er niet meer'],
    [
      'that somebody changed meanwhile',
      as({ 'before-room': 'Zolder', room: 'Kelder' }),
      'Iemand anders wijzigde',
    ],
  ])('%s is refused, and what was typed stays', async (_, fields, said) => {
    const answer = await clerk.post(address(), fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(said)
    expect(html).toContain(`name="room"`)
    expect(await overview()).toContain('2 (Turnzaal)')
  })

  test('gets another name, and another building', async () => {
    const renamed = await clerk.post(address(), as({ room: 'Turnzaal (eerste verdieping)' }))
    expect(renamed.headers.get('Location')).toContain('room-edited')
    expect(await overview()).toContain('2 (Turnzaal (eerste verdieping))')
    const now = { 'before-room': 'Turnzaal (eerste verdieping)', room: 'Lokaal 9', place_code: 'H1' }
    expect((await clerk.post(address(), as(now))).status).toBe(303)
    const html = await (await clerk.get(paths.place({ election, place: 'H1' }))).text()
    expect(html).toContain('Lokaal 9')
  })

  test('is refused to who may not, and after the bureaus closed', async () => {
    const reader = await trial.visitor('lezer')
    expect((await reader.post(address(), as({ room: 'Kelder' }))).status).toBe(403)
    const now = trial.deps.clock.now().toISOString()
    trial.deps.clock.moveTo(`${trial.election.pollingDay}T22:00:00Z`)
    const late = await trial.visitor('medewerker')
    const answer = await late.post(address(), as({ room: 'Kelder' }))
    trial.deps.clock.moveTo(now)
    expect(await answer.text()).toContain('De stembureaus zijn gesloten')
  })
})
