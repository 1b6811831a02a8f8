import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOfStaff } from '../../src/platform/http/assets.ts'
import { paths } from '../../src/portal/paths.ts'
import { routesOf } from '../../src/server.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'
import { fullestPages } from '../walk-in-browser.ts'

/**
 * What a phone fetches to show a page, the first time: HTML, style sheets, fonts, scripts and pictures. What a page keeps for when there is
 * no network comes after it is shown, and is counted apart.
 */

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
})
afterAll(() => portal?.close())

const most = 60_000
const mostToKeep = 45_000

interface Fetched {
  readonly path: string
  readonly bytes: number
  /** Asked for by a script, once the page was there. */
  readonly isKept: boolean
}

/** What comes over the line for an address, with an empty cache: as it is sent, and HTML as a proxy packs it. */
async function fetchedFor(page: Page, address: string): Promise<Fetched[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.clearBrowserCache')
  const asked = new Map<string, { path: string; type: string }>()
  const sent = new Map<string, number>()
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
    asked.set(requestId, { path: new URL(response.url).pathname, type })
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sent.set(requestId, encodedDataLength)
  })
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  const packed = gzipSync(await answer!.body()).byteLength
  await devtools.detach()
  return [...asked].map(([id, { path, type }]) => ({
    path,
    bytes: type === 'Document' ? packed : (sent.get(id) ?? 0),
    isKept: type === 'Fetch',
  }))
}

const total = (fetched: readonly Fetched[], isKept = false) =>
  fetched.reduce((sum, one) => (one.isKept === isKept ? sum + one.bytes : sum), 0)

test.each(['Eerste Kiezer', 'Jo Elders'])(
  'every page of %s is at most 60 kB, packed, the first time',
  async (name) => {
    const { served } = portal
    const window = await served.window(390)
    await window.logInAs(name, paths.elections())
    const patterns = routesOf(served.app)
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/loket') && path !== paths.signIn())
      .map(({ path }) => path)
    const start = [paths.start(), paths.letter(), paths.signedOut(), paths.elections()]
    const pages = await fullestPages(window, { url: served.url, patterns, start })
    expect(pages.length).toBeGreaterThanOrEqual(4)
    const heavy: string[] = []
    for (const { address, pattern } of pages) {
      const fetched = await fetchedFor(window.page, served.url + address)
      if (process.env.PAGE_WEIGHTS) console.log(pattern, total(fetched), total(fetched, true), fetched)
      expect(total(fetched), `${pattern} fetches something`).toBeGreaterThan(3000)
      if (total(fetched) > most) heavy.push(`${pattern}: ${total(fetched)}`)
      expect(total(fetched, true), `${pattern} keeps`).toBeLessThan(mostToKeep)
      expect(await window.page.content(), pattern).not.toMatch(
        new RegExp(`govuk-(${partsOfStaff.join('|')})[ "_-]`),
      )
    }
    expect(heavy).toEqual([])
    await window.close()
  },
)

test('an opened map is the only thing that weighs more', async () => {
  const { served, election } = portal
  const window = await served.window(390)
  const { page } = window
  await window.logInAs('Eerste Kiezer', paths.elections())
  const address = served.url + paths.election({ election: election.electionId })
  expect(total(await fetchedFor(page, address))).toBeLessThan(most)
  const [library] = await Promise.all([
    page.waitForResponse(/leaflet\.js$/),
    page.getByText('Toon de kaart').click(),
  ])
  expect(library.status()).toBe(200)
  await page.locator('.map.leaflet-container').waitFor()
  await window.close()
})
