import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts as electionTexts } from '../../src/portal/elections/texts.ts'
import { languageNames, languages } from '../../src/portal/language.ts'
import { texts as letterTexts } from '../../src/portal/letter/texts.ts'
import { texts as checkTexts } from '../../src/portal/letter-check/texts.ts'
import { texts as loginTexts } from '../../src/portal/login/texts.ts'
import { texts as mailTexts } from '../../src/portal/mail/texts.ts'
import { texts as myDataTexts } from '../../src/portal/my-data/texts.ts'
import { paths } from '../../src/portal/paths.ts'
import { texts as deskTexts } from '../../src/portal/polling-desk/texts.ts'
import { texts as frameTexts } from '../../src/portal/texts.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'
import { faultsOf } from '../walk-in-browser.ts'

/** One walk in each language, on a phone: everything that a citizen does, without a word of another language in the way. */

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
}, 180_000)
afterAll(() => portal?.close())

/** On the wire, in bytes, of one page with all that it loads the first time. */
const heaviestPage = 60_000

describe.each(languages)('in %s', (language) => {
  const [frame, elections, letter] = [frameTexts[language], electionTexts[language], letterTexts[language]]
  const mail = mailTexts[language]
  // Each makes a duplicate, and a letter has only so many a day.
  const walker = ['Eerste Kiezer', 'Tweede Kiezer'][languages.indexOf(language) % 2]!

  test('a citizen chooses it once, and reads every page in it', async () => {
    const { served, election } = portal
    const window = await served.window(390)
    const { page } = window
    const look = (name: string) => window.look(`citizen-${language}-${name}`)
    // The name of the election stands above it, in the same heading.
    const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.goto(served.url + paths.start())
    await page.getByRole('link', { name: languageNames[language] }).click()
    await heading(frame.start.title)
    await look('start')
    await page.goto(served.url + paths.letter())
    await heading(checkTexts[language].title)
    await page.getByRole('heading', { name: checkTexts[language].paste.title }).waitFor()
    await look('letter-check')
    await page.goto(`${served.url}/nergens`)
    await heading(frame.notThere.title)
    await look('not-there')
    for (const address of [paths.privacyOf, paths.accessibilityOf]) {
      await page.goto(served.url + address({ municipality: 'zonnedorp-1' }))
      await look(address.pattern.split('/').at(-1)!)
    }
    await window.logInAs(walker, paths.elections())
    await heading(elections.title)
    await look('elections')
    await page.getByRole('link', { name: elections.more }).click()
    await page.getByRole('heading', { name: election.name }).waitFor()
    await look('election')
    await page.getByRole('link', { name: elections.openLetter }).click()
    await heading(letter.title)
    await look('letter')
    const links = page.getByRole('main').getByRole('link')
    await links.getByText(language === 'nl' ? letter.explanation.plain : languageNames[language]).click()
    await heading(letter.explanation.title)
    await look('explanation')
    await page.goBack()
    await page.getByRole('link', { name: letter.duplicate.link }).click()
    await page.getByRole('button', { name: letter.duplicate.make }).click()
    await page.getByRole('alert').getByText(letter.duplicate.reasonMissing).waitFor()
    await page.getByRole('alert').getByText(frame.notRightYet).waitFor()
    await look('duplicate-missing')
    await page.getByLabel(letter.duplicate.reasons['not-received']).check()
    await page.getByRole('button', { name: letter.duplicate.make }).click()
    await page.getByRole('heading', { name: letter.made.title }).waitFor()
    await look('duplicate-made')
    await page.getByRole('link', { name: frame.myData }).click()
    await heading(myDataTexts[language].title)
    await page.locator('summary').click()
    await look('my-data')
    await page.goto(served.url + paths.mail({ election: election.electionId }))
    await heading(mail.title)
    await page.getByLabel(mail.address).fill('kiezer')
    await page.getByRole('button', { name: mail.ask }).click()
    await page.getByRole('alert').getByText(mail.refused['no-address']).waitFor()
    await look('mail-wrong')
    await page.getByLabel(mail.address).fill(`kiezer-${language}@voorbeeld.example`)
    await page.getByRole('button', { name: mail.ask }).click()
    await page.getByRole('heading', { name: mail.pending.title }).waitFor()
    await look('mail-pending')
    await page.getByRole('button', { name: mail.stopMine }).click()
    await page.getByText(mail.lead).waitFor()
    await page.goto(`${served.url}${paths.confirmMail({ secret: 'A'.repeat(43) })}`)
    await heading(mail.confirm.gone)
    await look('mail-gone')
    await page.goto(served.url + paths.elections())
    await page.getByRole('button', { name: frame.signOut }).click()
    await heading(loginTexts[language].signedOut.title)
    await look('signed-out')
    await window.close()
  })

  test('the screen that the phone keeps stays in it, without network and when the election is over', async () => {
    const { served, election } = portal
    const words = deskTexts[language]
    const window = await served.window(390)
    const { page } = window
    const screen = paths.pollingDesk({ election: election.electionId })
    await window.logInAs('Eerste Kiezer', `${screen}?taal=${language}`)
    await page.getByText(words.keeping.shared).waitFor()
    await window.look(`citizen-${language}-polling-desk`)
    await page.context().setOffline(true)
    await page.goto(served.url + screen)
    await page.getByText(words.copy.title).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.getByRole('navigation').count(), 'nobody chooses without network').toBe(0)
    await window.look(`citizen-${language}-polling-desk-copy`)
    await page.evaluate(`(async () => {
      const cache = await caches.open('kiesloket-stembureau')
      const kept = await cache.match(location.pathname)
      const headers = new Headers(kept.headers)
      headers.set('Kiesloket-Until', '1')
      await cache.put(location.pathname, new Response(await kept.text(), { headers }))
    })()`)
    await page.goto(served.url + screen)
    await page.getByRole('heading', { name: words.closed.title }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await window.close()
  })
})

test('another language is one click away with the keyboard, without script, and a code that was scanned comes along', async () => {
  const { served } = portal
  const plain = await served.window(390, { javaScriptEnabled: false })
  await plain.page.goto(served.url + paths.privacy())
  await plain.page.keyboard.press('Tab')
  for (const name of ['Nederlands', 'Français']) {
    await plain.page.keyboard.press('Tab')
    expect(await plain.page.locator(':focus').textContent()).toBe(name)
  }
  await plain.page.keyboard.press('Enter')
  await plain.page.getByRole('heading', { name: 'Vie privée' }).waitFor()
  await plain.page.getByRole('link', { name: 'Accessibilité' }).click()
  await plain.page.getByRole('heading', { name: 'Accessibilité' }).waitFor()
  await plain.close()
  const window = await served.window(390)
  await window.page.goto(`${served.url + paths.letter()}#nothing-of-ours`)
  await window.page.getByRole('heading', { name: checkTexts.nl.answers.unreadable.title }).waitFor()
  await window.page.getByRole('link', { name: 'English' }).click()
  await window.page.getByRole('heading', { name: checkTexts.en.answers.unreadable.title }).waitFor()
  expect(new URL(window.page.url()).hash).toBe('#nothing-of-ours')
  await window.close()
})

test('in German, which has the longest words, every page works by keyboard, enlarged, in own colours and on paper', async () => {
  const { served, election } = portal
  const window = await served.window(1280)
  await window.logInAs('Eerste Kiezer', `${paths.elections()}?taal=de`)
  const address = { election: election.electionId }
  const pages = [
    ...[paths.start(), paths.letter(), paths.privacyOf({ municipality: 'zonnedorp-1' }), paths.elections()],
    ...[
      paths.election(address),
      paths.explanation(address),
      paths.duplicate(address),
      paths.pollingDesk(address),
    ],
    ...[paths.mail(address), paths.myData()],
  ]
  const walked = pages.map((one) => ({ pattern: one, address: one, status: 200, html: '', forms: [] }))
  expect(await faultsOf(window, served.url, walked)).toEqual([])
  expect(await window.page.locator('html').getAttribute('lang')).toBe('de')
  await window.close()
})

test('the pages stay light in each language, with all that they load the first time', async () => {
  const { served, election } = portal
  const address = { election: election.electionId }
  const asked = [
    ...[paths.elections(), paths.election(address), paths.explanation(address)],
    ...[paths.pollingDesk(address), paths.letter()],
  ]
  for (const language of languages) {
    const session = await served.window(390)
    await session.logInAs('Eerste Kiezer', `${paths.elections()}?taal=${language}`)
    const cookies = await session.page.context().cookies()
    for (const path of asked) {
      const window = await served.window(390)
      await window.page.context().addCookies(cookies)
      const answers: Response[] = []
      // What a script fetches to keep comes after the page is there.
      window.page.on('response', (answer) => {
        if (answer.request().resourceType() !== 'fetch') answers.push(answer)
      })
      await window.page.goto(served.url + path, { waitUntil: 'networkidle' })
      expect(answers.filter((answer) => answer.url().endsWith('.woff2'))).toHaveLength(2)
      const sizes = await Promise.all(answers.map(packedBytes))
      const total = sizes.reduce((sum, size) => sum + size, 0)
      expect(total, `${path} in ${language}, in bytes`).toBeLessThan(heaviestPage)
      if (process.env.PAGE_WEIGHTS) console.log(language, path, total)
      await window.close()
    }
    await session.close()
  }
})

/** As a reverse proxy sends it: what the server does not pack itself is packed there. */
async function packedBytes(answer: Response): Promise<number> {
  const body = await answer.body().catch(() => Buffer.alloc(0))
  return gzipSync(body).length
}
