import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '../../test/browser.ts'
import { inboxPaths } from './inbox-pages.tsx'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import { aMessage, aSender, aToken, multipartOf, newKey, people, post } from './testing.ts'

const from = aSender()
const longName = 'Maximiliaan-Alexander van den Broeck-Vanderstraeten de la Faille'
let standIn: EboxStandIn
let browser: Browser

beforeAll(async () => {
  standIn = await startEboxStandIn({
    clients: [from.client],
    citizens: [{ ssin: people.active, name: longName }, { ssin: people.notAccepted }],
  })
  const token = await aToken(standIn.url, from)
  await post(standIn.url, token, multipartOf(aMessage()), { key: newKey() })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await standIn.close()
})

describe.each([390, 1280])('the inbox on a screen of %i points', (width) => {
  test('can be walked through, fits, and has nothing that axe finds wrong', async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    const look = async () => {
      expect(await axeViolations(page)).toEqual([])
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
      expect(page.url()).not.toContain(people.active)
    }
    await page.goto(standIn.url + inboxPaths.choose)
    await look()
    await page.getByRole('button', { name: longName }).click()
    await look()
    await page.getByRole('link', { name: 'Uw oproepingsbrief' }).click()
    await look()
    expect(await page.getByRole('link', { name: 'Lees de brief' }).isVisible()).toBe(true)
    const showHere = page.getByText('Toon de brief op deze pagina')
    expect(await showHere.isVisible()).toBe(width > 700)
    await page.goto(`${page.url()}?tonen=ja`)
    await look()
    await page.goto(`${standIn.url}${inboxPaths.message('unknown')}`)
    await look()
    await context.close()
  })
})
