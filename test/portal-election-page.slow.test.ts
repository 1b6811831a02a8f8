import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { type Election, explanationOf, hourText, openingHours } from '../src/elections/index.ts'
import { type AdvisedHourSettings, getSettings, updateMunicipality } from '../src/municipalities/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { languages } from '../src/platform/language.ts'
import { texts as electionTexts } from '../src/portal/elections/texts.ts'
import { texts as embeddingTexts } from '../src/portal/embedding/texts.ts'
import { texts as letterTexts } from '../src/portal/letter/texts.ts'
import { paths } from '../src/portal/paths.ts'
import { texts as deskTexts } from '../src/portal/polling-desk/texts.ts'
import { createWeb } from '../src/server.ts'
import { expectOk } from './expect-ok.ts'
import { citizenCookie } from './portal-citizen.ts'

/** What a voter reads about an election beside the letter, and how to get around within somebody else's site or app. */

let trial: DeskTrial
let election: Election
let session: string
let web: ReturnType<typeof createWeb>

beforeAll(async () => {
  trial = await aDeskTrial(createWeb, { EMBED_ANCESTORS: 'https://site.example' })
  web = createWeb({
    ...trial.deps,
    config: { ...trial.deps.config, EMBED_ANCESTORS: 'https://site.example' },
  })
  election = await releasedElection(trial, 20)
  session = await citizenCookie(trial, election)
})
afterAll(() => trial.close())

async function pageAt(address: string, cookie = session, headers: Readonly<Record<string, string>> = {}) {
  const answer = await web.request(address, { headers: { ...headers, Cookie: cookie } })
  expect(answer.status, address).toBe(200)
  return answer.text()
}
const address = () => ({ election: election.electionId })

test.each(languages)('who can’t go, or has moved, reads what then, in %s', async (language) => {
  const html = await pageAt(paths.election(address()), `${session}; kiesloket-burger-taal=${language}`)
  const { topics } = explanationOf(election.ruleset)
  const { form } = topics.find(({ key }) => key === 'proxy')!
  expect(html).toContain(electionTexts[language].cannotGo.title)
  expect(html).toContain(`href="${paths.explanation(address())}#proxy"`)
  expect(html).toContain(`href="${form!.url}"`)
  expect(html).toContain('href="tel:099991010"')
  expect(html).toContain(topics.find(({ key }) => key === 'moved')!.words[language].title)
  expect(await pageAt(paths.explanation(address()))).toContain('<h2 id="proxy">')
})

test('that voting is a duty stands below what is elected, and not below what if', async () => {
  const html = await pageAt(paths.election(address()))
  const headings = html.slice(0, html.indexOf('Stemmen is verplicht')).match(/<h2[^>]*>[^<]*/g)!
  expect(headings.at(-1)).toContain(electionTexts.nl.youElect)
})

test('who had the letter and lost it reads what then, where the law has no duplicate for that', async () => {
  for (const language of languages) {
    const html = await pageAt(`${paths.duplicate(address())}?taal=${language}`)
    for (const said of Object.values(letterTexts[language].duplicate.lost)) expect(html).toContain(said)
    expect(html).not.toContain('value="lost"')
  }
})

test('a municipality that advises an hour says so with every election, and that nobody is held to it', async () => {
  const { advised } = electionTexts.nl
  const calendar = () => pageAt(paths.appointment(address()))
  expect(await pageAt(paths.election(address()))).not.toContain(advised.title)
  expect(await calendar()).not.toContain(advised.title)
  await advises({ slotMinutes: 30 })
  const { open } = openingHours(election)
  const first = advised.between(hourText(open), hourText(open.replace(':00', ':30')))
  for (const path of [paths.elections(), paths.election(address())]) {
    const html = await pageAt(path)
    for (const said of [advised.title, first, advised.free]) expect(html, path).toContain(said)
  }
  expect((await calendar()).replaceAll(/\r\n /g, '')).toContain(`Adviesuur: ${first}`)
  const letter = await pageAt(paths.readLetter(address()))
  expect(letter, 'the letter says the hours of the polling place alone').not.toContain(first)
  await advises(undefined)
  expect(await pageAt(paths.election(address()))).not.toContain(advised.title)
})

async function advises(advisedHour: AdvisedHourSettings | undefined) {
  const { municipalityId } = election
  const settings = await trial.database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  const document = { ...settings, advisedHour }
  expectOk(await updateMunicipality(trial.deps, { municipalityId, document, by: 'test' }))
}

test('what a place offers stands there in words, with a drawing that is not read aloud', async () => {
  const details = JSON.stringify({ stepFree: true, facilities: ['ringleiding', 'koffie'] })
  await trial.database.inScope(staffOf(trial.here), (db) =>
    sql`update elections.polling_place set details = details || ${details}::jsonb`.execute(db),
  )
  const html = await pageAt(paths.election(address()))
  const [list] = /<ul class="portal-facilities">[\s\S]*?<\/ul>/.exec(html)!
  expect(list.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(3)
  expect(list.replaceAll(/<[^>]*>/g, '|').match(/[^|]+/g)).toEqual([
    electionTexts.nl.stepFree,
    'ringleiding',
    'koffie',
  ])
})

describe('within a site or an app, where our header is not there', () => {
  const inFrame = { 'Sec-Fetch-Dest': 'iframe' }
  const framed = () => session.replace('kiesloket-burger=', 'kiesloket-burger-kader=')
  const backIn = (html: string) => /<a class="govuk-back-link" href="([^"]*)">([^<]*)/.exec(html)?.slice(1)

  test('each page leads back to the election, and that to all of them', async () => {
    const { elections, election: one } = embeddingTexts.nl.back
    const ways = [
      ...[paths.pollingDesk, paths.explanation, paths.duplicate, paths.myLetter].map(
        (path) => [path(address()), paths.election(address()), one] as const,
      ),
      [paths.election(address()), paths.elections(), elections] as const,
      [paths.myData(), paths.elections(), elections] as const,
    ]
    for (const [page, above, words] of ways) {
      expect(backIn(await pageAt(page, `${session}; kiesloket-burger-app=ja`)), page).toEqual([above, words])
      expect(backIn(await pageAt(page, framed(), inFrame)), page).toEqual([above, words])
      expect(backIn(await pageAt(page)), page).toBeUndefined()
    }
    expect(backIn(await pageAt(paths.elections(), framed(), inFrame))).toBeUndefined()
  })

  test('the screen for the polling bureau says that it is not kept, and leads to paper', async () => {
    const { keeping, print } = deskTexts.nl
    const html = await pageAt(paths.pollingDesk(address()), framed(), inFrame)
    expect(html).toContain(keeping.notInFrame)
    expect(html).toContain(print)
    expect(await pageAt(paths.pollingDesk(address()))).not.toContain(keeping.notInFrame)
  })
})
