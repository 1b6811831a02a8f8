import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editPlace, fieldsOfPlace, getSections } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { partsOfStaff } from '../../src/platform/http/assets.ts'
import { texts as awaitedTexts } from '../../src/portal/awaited/texts.ts'
import { paths } from '../../src/portal/paths.ts'
import { routesOf } from '../../src/server.ts'
import { expectOk } from '../expect-ok.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'
import { fullestPages } from '../walk-in-browser.ts'

/**
 * What a phone fetches to show a page, the first time: HTML, style sheets, fonts, scripts and pictures. What a page keeps for when there is
 * no network comes after it is shown; together they weigh no more than a page may.
 */

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
})
afterAll(() => portal?.close())

const most = 60_000

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
  const asked = new Map<string, { path: string; type: string; isHtml: boolean }>()
  const sent = new Map<string, number>()
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
    const { url, mimeType } = response
    asked.set(requestId, { path: new URL(url).pathname, type, isHtml: mimeType === 'text/html' })
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sent.set(requestId, encodedDataLength)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await untilKept(page)
  const fetched: Fetched[] = []
  for (const [requestId, { path, type, isHtml }] of asked) {
    const bytes = sent.get(requestId) ?? 0
    const whole = isHtml && bytes > 0 && (await devtools.send('Network.getResponseBody', { requestId }))
    fetched.push({ path, bytes: whole ? gzipSync(whole.body).byteLength : bytes, isKept: type === 'Fetch' })
  }
  await devtools.detach()
  return fetched
}

/** A page that keeps itself asks for more than it shows. */
async function untilKept(page: Page): Promise<void> {
  const cache = await page.evaluate<string | undefined>(
    'document.querySelector("[data-cache-name][data-worker]")?.dataset.cacheName',
  )
  if (!cache) return
  const isKept = () =>
    page.evaluate(`caches.match(location.pathname, { cacheName: '${cache}' }).then(Boolean)`)
  await expect.poll(isKept).toBe(true)
}

/** What came over the line more than once: what the browser still had has no bytes. */
function twice(fetched: readonly Fetched[]): string[] {
  const paths = fetched.filter(({ bytes }) => bytes > 0).map(({ path }) => path)
  return paths.filter((path, place) => paths.indexOf(path) !== place)
}

const total = (fetched: readonly Fetched[], isKept = false) =>
  fetched.reduce((sum, one) => (one.isKept === isKept ? sum + one.bytes : sum), 0)

test.each(['Eerste Kiezer', 'Jo Elders'])(
  'every page of %s with what it keeps is at most 60 kB, packed, the first time, and fetches nothing twice',
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
      const whole = total(fetched) + total(fetched, true)
      if (whole > most) heavy.push(`${pattern}: ${whole}`)
      expect(twice(fetched), `${pattern} fetches twice`).toEqual([])
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

test('the page of who waits for another letter has all of it, and weighs no more', async () => {
  const { served, trial, election } = portal
  const sections = await trial.database.inScope(staffOf(trial.here), (db) =>
    getSections(db, trial.here, election.electionId),
  )
  for (const place of new Map(sections.map((one) => [one.place.code, one.place])).values()) {
    const before = fieldsOfPlace(place)
    const after = {
      ...before,
      street: 'Nieuwstraat',
      step_free: 'no',
      facilities: 'ringleiding|aangepast toilet',
    }
    expectOk(await editPlace(trial.deps, { election, code: place.code, before, after, by: 'test' }))
  }
  const window = await served.window(390)
  await window.logInAs('Eerste Kiezer', paths.elections())
  for (const path of [paths.election, paths.pollingDesk]) {
    const fetched = await fetchedFor(window.page, served.url + path({ election: election.electionId }))
    expect(total(fetched) + total(fetched, true), path.pattern).toBeLessThan(most)
    expect(await window.page.content()).toContain(awaitedTexts.nl.title)
    await window.lookAtBoth(`citizen-awaited-${path === paths.election ? 'election' : 'polling-desk'}`)
  }
  await window.close()
})
