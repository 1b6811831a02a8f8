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
  body.append('file', new Blob([text]), 'places.csv')
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

  test.each([
    ['', 'is leeg'],
    ['wat;anders\n1;2\n', 'kolom'],
  ])('that is no list (%j) is told why', async (text, said) => {
    const answer = await upload(text)
    expect(answer.status).toBe(422)
    expect((await answer.text()).toLowerCase()).toContain(said)
  })

  test('comes in the stead of what was there, and shows what is missing first', async () => {
    expect((await upload(placesFile)).headers.get('Location')).toContain('places-imported')
    const html = await overview()
    expect(html).toContain('2 stemlocaties met 3 stemafdelingen')
    expect(html.indexOf(texts.missing.title)).toBeLessThan(html.indexOf('<table'))
    expect(html).toContain(texts.missing.coordinates(1))
    expect(html).toContain('1 (Refter), 2 (Turnzaal)')
    expect(html).toContain('data-map')
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
    expect(await answer.text()).toContain(texts.place.changedMeanwhile)
    expect(await fields()).toMatchObject({ entrance: 'zijdeur', city: 'Zonnedorp' })
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
