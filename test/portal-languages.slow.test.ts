import { DomUtils, parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { recordAudit } from '../src/platform/audit.ts'
import { longDate } from '../src/platform/dates.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { type Language, languages } from '../src/platform/language.ts'
import { texts as deedTexts } from '../src/portal/my-data/deeds/texts.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb, routesOf } from '../src/server.ts'
import { aCitizen, type TestCitizen } from './citizen.ts'
import { htmlFaults } from './html-faults.ts'
import { citizenCookie } from './portal-citizen.ts'

/** Every page of a citizen in every language: valid, said to be in that language, and without Dutch that is not marked as Dutch. */

let trial: DeskTrial
let election: Election
let session: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb, { MAIL_SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@x.example' })
  election = await releasedElection(trial, 20)
  session = await citizenCookie(trial, election)
  await usedByOthers(await aCitizen(trial, election, 1))
})
afterAll(() => trial.close())

/** Everything that can be told of one's data is there to be told: each deed, a code of a reason, one that was typed, and none. */
function usedByOthers({ voterId }: TestCitizen): Promise<void> {
  const { deeds, ownDeeds } = deedTexts.nl
  const reasons = ['not-received', 'Vraagt iets over het stembureau', undefined]
  const event = { municipalityId: trial.here, subject: voterId }
  return trial.database.inScope(staffOf(trial.here), async (db) => {
    for (const [place, action] of Object.keys(deeds).entries()) {
      const reason = reasons[place % reasons.length]
      const actor = place % 2 ? 'command-line' : 'deliveries'
      await recordAudit(db, { ...event, actor, action, ...(reason && { details: { reason } }) })
    }
    for (const action of Object.keys(ownDeeds)) await recordAudit(db, { ...event, actor: 'citizen', action })
  })
}

const ask = (address: string, cookies: readonly string[] = [session]) =>
  trial.web.request(address, { headers: { Cookie: cookies.join('; ') } })
const inLanguage = (language: Language) => [session, `kiesloket-burger-taal=${language}`]

/**
 * Addresses of every page that a citizen can open: not the letter, which is a document by itself, nor a file, nor a door, nor the pages of
 * a chair, which are Dutch as the work is (decision 0128).
 */
function pages(): string[] {
  const found = routesOf(trial.deps)
    .filter(
      ({ method, path }) =>
        method === 'GET' && !/^\/(loket|assets|thema|dev|bureau)\b|\.\w+$|:duplicate|:call/.test(path),
    )
    .map(({ path }) => path)
    .filter((path) => path !== paths.readLetter.pattern && path !== paths.embedded.pattern)
  return found.map((path) =>
    path.replace(':election', election.electionId).replace(':municipality', 'zonnedorp-1'),
  )
}

/** The text of a page outside every part that is marked as another language and every address, as words. */
function wordsOf(html: string): string[] {
  const document = parseDocument(html)
  const marked = DomUtils.findAll(
    ({ name, attribs }) => name !== 'html' && (attribs.lang !== undefined || /^(script|style)$/.test(name)),
    document.children,
  )
  for (const one of marked) DomUtils.removeElement(one)
  // Each text by itself: the last word of a heading is not one with the first of what stands below it.
  const shown = DomUtils.getElementsByTagName('body', document.children)
    .flatMap((body) => DomUtils.filter(({ type }) => type === 'text', body))
    .map((text) => DomUtils.textContent(text))
    .join(' ')
  const plain = shown.replaceAll(/\S+@\S+|https?:\S+|www\.\S+|[\w.-]+\.be/g, '')
  return plain.toLowerCase().match(/[\p{L}’]+/gu) ?? []
}

/** Dutch words that are no words of the other language, nor part of the names of people. */
const dutch = ['het', 'een', 'niet', 'voor', 'naar', 'zijn', 'ook', 'deze', 'wordt', 'gemeente', 'uur']
const leaked: Readonly<Record<Exclude<Language, 'nl'>, ReadonlySet<string>>> = {
  fr: new Set([...dutch, 'stembureau', 'verkiezing', 'verkiezingen', 'zondag', 'juni', 'kiesbrief']),
  de: new Set([...dutch, 'stembureau', 'verkiezing', 'verkiezingen', 'zondag', 'kiesbrief']),
  en: new Set([...dutch, 'je', 'stembureau', 'verkiezing', 'verkiezingen', 'zondag', 'juni', 'kiesbrief']),
}
const common: InEach = {
  nl: ['je', 'de', 'het'],
  fr: ['vous', 'votre', 'la', 'les'],
  de: ['sie', 'ihr', 'ihre', 'die', 'der'],
  en: ['you', 'your', 'the'],
}
type InEach = Readonly<Record<Language, readonly string[]>>

test('the test knows Dutch when it sees it', async () => {
  const words = wordsOf(await (await ask(paths.start())).text())
  expect(words.filter((word) => leaked.en.has(word)).length).toBeGreaterThan(2)
})

describe.each(languages)('in %s', (language) => {
  test('every page is valid, is in that language, tells caches so, and leads to itself in the others', async () => {
    expect(pages().length).toBeGreaterThanOrEqual(15)
    for (const address of pages()) {
      const answer = await ask(address, inLanguage(language))
      const html = await answer.text()
      expect([200, 503], address).toContain(answer.status)
      expect(html, address).toContain(`<html lang="${language}"`)
      expect(answer.headers.get('Content-Language'), address).toBe(language)
      expect(answer.headers.get('Vary'), address).toContain('Cookie')
      expect(await htmlFaults(html), address).toEqual([])
      if (address === paths.keptPollingDesk({ election: election.electionId })) continue
      for (const other of languages) expect(html, address).toContain(`href="${address}?taal=${other}"`)
    }
  })

  test('no page has Dutch that is not marked as Dutch, and each has words of its own language', async () => {
    for (const address of pages()) {
      const words = wordsOf(await (await ask(address, inLanguage(language))).text())
      if (language !== 'nl') {
        const found = words.filter((word) => leaked[language].has(word))
        expect(found, address).toEqual([])
      }
      expect(
        words.some((word) => common[language].includes(word)),
        address,
      ).toBe(true)
    }
  })

  test('what was done with one’s data is told in it, with what somebody typed marked as Dutch', async () => {
    const html = await (await ask(paths.myData(), inLanguage(language))).text()
    const { deeds, ownDeeds, reasons } = deedTexts[language]
    const all = [...Object.values(deeds), ...Object.values(ownDeeds), reasons['not-received']]
    for (const one of all) expect(html).toContain(typeof one === 'string' ? one : one.did)
    const typed = language === 'nl' ? '<span>' : '<span lang="nl">'
    expect(html).toContain(`${typed}“Vraagt iets over het stembureau”</span>`)
  })

  test('the polling day stands there as people write it', async () => {
    const page = await ask(paths.election({ election: election.electionId }), inLanguage(language))
    expect(await page.text()).toContain(longDate('2029-06-10', language))
  })

  test('an error is in the language too: a page that is not there, and one that is not yours', async () => {
    for (const address of ['/nergens', paths.election({ election: trial.election.electionId })]) {
      const answer = await ask(address, inLanguage(language))
      const html = await answer.text()
      expect(answer.status).toBe(404)
      expect(html).toContain(`<html lang="${language}"`)
      expect(wordsOf(html).some((word) => common[language].includes(word))).toBe(true)
    }
  })

  test('the calendar file is in the language, with the place as the municipality wrote it', async () => {
    const address = paths.appointment({ election: election.electionId })
    const file = await (await ask(address, inLanguage(language))).text()
    expect(file).toContain(`//${language.toUpperCase()}`)
    expect(file).toMatch({ nl: /Stemmen: /, fr: /Voter : /, de: /Wählen: /, en: /Voting: / }[language])
  })
})

test('who chose nothing reads Dutch, whatever the browser prefers, and gets no cookie', async () => {
  const answer = await trial.web.request(paths.start(), { headers: { 'Accept-Language': 'fr-BE,fr' } })
  expect(await answer.text()).toContain('<html lang="nl"')
  expect(answer.headers.get('Set-Cookie')).toBeNull()
})

test('a link with a language is kept for the pages that follow; one with no language of ours is not', async () => {
  const chosen = await trial.web.request(`${paths.start()}?taal=de`)
  expect(await chosen.text()).toContain('<html lang="de"')
  expect(chosen.headers.get('Set-Cookie')).toMatch(
    /^kiesloket-burger-taal=de; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const again = await ask(`${paths.start()}?taal=de`, inLanguage('de'))
  expect(again.headers.get('Set-Cookie'), 'it is there already').toBeNull()
  for (const wrong of ['xx', 'nl-BE', '<b>', '']) {
    const answer = await trial.web.request(`${paths.start()}?taal=${encodeURIComponent(wrong)}`)
    expect(await answer.clone().text()).toContain('<html lang="nl"')
    expect(await answer.text()).not.toContain('<b>')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  }
})

test('a link to a page of one’s own in a language survives the login', async () => {
  const answer = await trial.web.request(`${paths.elections()}?taal=fr`)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/mijn/aanmelden?naar=%2Fmijn%2Fverkiezingen%3Ftaal%3Dfr')
  expect(answer.headers.get('Set-Cookie')).toContain('kiesloket-burger-taal=fr')
})

test('the letter itself is what it was, whatever the language of the pages; the way back is in theirs', async () => {
  const address = paths.readLetter({ election: election.electionId })
  const back = `<a href="${paths.election({ election: election.electionId })}"`
  const [dutchLetter, inEnglish] = await Promise.all(
    (['nl', 'en'] as const).map(async (language) => (await ask(address, inLanguage(language))).text()),
  )
  expect(dutchLetter).toContain(`${back}>Terug naar deze verkiezing</a>`)
  expect(inEnglish).toContain(`${back} lang="en">Back to this election</a>`)
  const withoutWayBack = (page = '') =>
    page.replace(/ nonce="[^"]*"/, '').replace(/<nav class="back">.*?<\/nav>/, '')
  expect(withoutWayBack(inEnglish)).toBe(withoutWayBack(dutchLetter))
  expect(inEnglish).toContain('<html lang="nl-BE"')
})

test('the explanation says that it is none, why the letter is Dutch, and that nobody vouched for it yet', async () => {
  const address = paths.explanation({ election: election.electionId })
  const said: Readonly<Record<Language, readonly string[]>> = {
    nl: ['telt alleen de brief zelf', 'taalwetten van 18 juli 1966', 'nog niet nagekeken', 'boete'],
    fr: ['a une valeur légale', 'lois du 18 juillet 1966', 'ne l’a encore vérifié', 'amende', 'procuration'],
    de: ['gilt nur das Schreiben', '18. Juli 1966', 'noch nicht geprüft', 'Geldbuße', 'Vollmacht'],
    en: ['only the letter itself counts', 'laws of 18 July 1966', 'No lawyer has checked', 'a fine', 'proxy'],
  }
  for (const language of languages) {
    const html = await (await ask(address, inLanguage(language))).text()
    for (const part of said[language]) expect(html, language).toContain(part)
  }
})
