import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/portal/paths.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'

/** The session of a citizen ends by itself: it says so in time, is made longer by one click, and nothing typed is lost. */

let portal: ServedPortal
beforeAll(async () => {
  portal = await servePortal()
}, 180_000)
afterAll(() => portal?.close())

const mailPage = () => paths.mail({ election: portal.election.electionId })
/** Runs in the browser. */
const isFocusCovered = `(() => {
  const bar = document.querySelector('.session-bar')
  if (document.activeElement === document.body || bar.contains(document.activeElement)) return false
  const [one, over] = [document.activeElement, bar].map((element) => element.getBoundingClientRect())
  return one.top >= over.top && one.bottom <= over.bottom
})()`
const told = 'Nog 2 min. en je wordt afgemeld.'

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('a bar says so two minutes before, and goes when somebody stays', async () => {
    const window = await portal.served.window(width)
    const { page } = window
    await page.clock.install()
    await window.logInAs('Tweede Kiezer', mailPage())
    await page.getByLabel('Je e-mailadres').fill('tweede@voorbeeld.example')
    const bar = page.getByRole('region', { name: 'Aanmelding' })
    await page.clock.runFor('17:50')
    expect(await bar.isVisible()).toBe(false)
    await page.clock.runFor('00:20')
    await bar.getByText(told).waitFor()
    await page.clock.resume()
    await window.look('citizen-session-ends')
    await window.lookInTheDark('citizen-session-ends')
    await bar.getByRole('button', { name: 'Aangemeld blijven' }).click()
    await bar.waitFor({ state: 'hidden' })
    expect(await page.getByLabel('Je e-mailadres').inputValue()).toBe('tweede@voorbeeld.example')
    await window.close()
  })
})

test('after it ended the bar says where to log in again, and the focus is never under it', async () => {
  const window = await portal.served.window(390)
  const { page } = window
  await page.clock.install()
  await window.logInAs('Tweede Kiezer', mailPage())
  await page.clock.runFor('20:10')
  const bar = page.getByRole('region', { name: 'Aanmelding' })
  await bar.getByText('Je bent afgemeld.').waitFor()
  await page.clock.resume()
  await window.look('citizen-session-ended')
  expect(await bar.getByRole('button').isVisible()).toBe(false)
  for (let tab = 0; tab < 25; tab++) {
    await page.keyboard.press('Tab')
    const isCovered = await page.evaluate<boolean>(isFocusCovered)
    expect(isCovered, `after ${tab + 1} times`).toBe(false)
  }
  await bar.getByRole('link', { name: 'Opnieuw aanmelden' }).click()
  await page.waitForURL((url) => url.pathname === mailPage() || url.pathname.includes('interaction'))
  await window.close()
})

test('without script the page says until when, and a button makes it later', async () => {
  const window = await portal.served.window(390, { javaScriptEnabled: false })
  const { page } = window
  await window.logInAs('Tweede Kiezer', mailPage())
  await page.getByText(/Als je niets doet, word je om \d\d:\d\d uur afgemeld\./).waitFor()
  await page.getByRole('button', { name: 'Aangemeld blijven' }).click()
  await page.getByRole('heading', { name: 'E-mail over je kiesbrief' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(mailPage())
  await window.close()
})
