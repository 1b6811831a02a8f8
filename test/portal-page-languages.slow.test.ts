import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { updateMunicipality } from '../src/municipalities/index.ts'
import { aMunicipality } from '../src/municipalities/testing.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'
import { aCitizen, type TestCitizen } from './citizen.ts'

/** A municipality that offers its pages in fewer languages than there are. */

let trial: DeskTrial
let election: Election
let citizen: TestCitizen

beforeAll(async () => {
  trial = await aDeskTrial(createWeb, { MAIL_SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@x.example' })
  election = await releasedElection(trial, 3)
  citizen = await aCitizen(trial, election, 1)
}, 180_000)
afterAll(() => trial.close())
beforeEach(() => offerIn(['nl', 'de']))

async function offerIn(pageLanguages: readonly string[] | undefined) {
  const own = { enterpriseNumber: '1999000150', ...(pageLanguages && { pageLanguages }) }
  const document = aMunicipality(1, own as object)
  const updated = await updateMunicipality(trial.deps, { municipalityId: trial.here, document, by: 'test' })
  expect(updated.ok, JSON.stringify(updated)).toBe(true)
}

const one = () => ({ election: election.electionId })
const own = [
  ['my elections', () => paths.elections()],
  ['one election', () => paths.election(one())],
  ['my letter', () => paths.myLetter(one())],
  ['its explanation', () => paths.explanation(one())],
  ['the screen for the polling bureau', () => paths.pollingDesk(one())],
  ['mail', () => paths.mail(one())],
  ['my data', () => paths.myData()],
] as const
const open = [
  ['the start', () => paths.startOf({ municipality: 'zonnedorp-1' })],
  ['privacy', () => paths.privacyOf({ municipality: 'zonnedorp-1' })],
] as const

const facts = (html: string) => ({
  language: /<html lang="(\w+)"/.exec(html)?.[1],
  offered: [
    ...(/<nav class="portal-languages".*?<\/nav>/.exec(html)?.[0] ?? '').matchAll(/hreflang="(\w+)"/g),
  ].map(([, language]) => language),
})
const textOf = async (address: string) => (await trial.web.request(address)).text()

test.each(own)('%s is offered in those, and a language that is off is Dutch', async (_name, address) => {
  const [french, german] = [
    await citizen.get(`${address()}?taal=fr`),
    await citizen.get(`${address()}?taal=de`),
  ]
  expect(french.headers.get('Content-Language')).toBe('nl')
  expect(facts(french.text)).toEqual({ language: 'nl', offered: ['nl', 'de'] })
  expect(facts(german.text)).toEqual({ language: 'de', offered: ['nl', 'de'] })
})

test.each(open)('%s of the municipality as well, for who is not logged in', async (_name, address) => {
  expect(facts(await textOf(`${address()}?taal=fr`))).toEqual({ language: 'nl', offered: ['nl', 'de'] })
  expect(facts(await textOf(`${address()}?taal=de`)).language).toBe('de')
})

test('the letter leads to no explanation in a language that is off', async () => {
  const { text } = await citizen.get(paths.myLetter(one()))
  expect(text).toContain('uitleg?taal=de')
  expect(text).not.toContain('uitleg?taal=fr')
})

test('who offers Dutch alone gives no choice', async () => {
  await offerIn(['nl'])
  expect(facts((await citizen.get(`${paths.elections()}?taal=en`)).text)).toEqual({
    language: 'nl',
    offered: [],
  })
})

test('who says nothing offers all four, and so do pages of no municipality', async () => {
  const all = ['nl', 'fr', 'de', 'en']
  expect(facts(await textOf(`${paths.letter()}?taal=fr`))).toEqual({ language: 'fr', offered: all })
  await offerIn(undefined)
  expect(facts((await citizen.get(`${paths.elections()}?taal=fr`)).text)).toEqual({
    language: 'fr',
    offered: all,
  })
})
