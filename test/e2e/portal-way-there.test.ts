import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffOf } from '../../src/platform/db/scope.ts'
import { paths } from '../../src/portal/paths.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'

/** A citizen looks up how to get to the polling place; nobody else hears of it before they ask. */

let portal: ServedPortal
let address: string

beforeAll(async () => {
  portal = await servePortal()
  address = paths.election({ election: portal.election.electionId })
}, 180_000)
afterAll(() => portal?.close())

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('the address, links to the maps of the device, and a map when it is opened', async () => {
    const window = await portal.served.window(width)
    const { page } = window
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await window.logInAs('Eerste Kiezer', address)
    await page.getByRole('heading', { name: 'Zo kom je er' }).waitFor()
    expect(await page.locator('address').textContent()).toMatch(/9999 Zonnedorp/)
    const links = page.locator('.portal-ways a')
    expect(await links.allInnerTexts()).toEqual(['Te voet', 'Met de fiets', 'Met het openbaar vervoer'])
    for (const link of await links.all()) {
      expect(await link.getAttribute('href')).toMatch(/^https:\/\/www\.google\.com\/maps\/dir\/\?api=1&/)
      expect(await link.getAttribute('referrerpolicy')).toBe('no-referrer')
    }
    await page.waitForLoadState('networkidle')
    expect(
      asked.filter((one) => /leaflet|grid/.test(one)),
      'before it is opened',
    ).toEqual([])
    await window.look('citizen-way-there')
    await page.getByText('Toon de kaart').click()
    await page.locator('.map.leaflet-container').waitFor()
    expect(await page.locator('.map path').count()).toBe(1)
    await page.waitForLoadState('networkidle')
    expect(asked.filter((one) => /leaflet\.js|\/grid\//.test(one)).length).toBeGreaterThan(1)
    await window.look('citizen-map')
    await window.lookInTheDark('citizen-map')
    await window.close()
  })
})

test('a phone is sent to its own maps', async () => {
  const { served } = portal
  const window = await served.window(390)
  await window.logInAs('Eerste Kiezer', address)
  for (const [agent, start] of [
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)', 'https://maps.apple.com/directions?'],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 8)', 'geo:'],
  ] as const) {
    const answer = await window.page
      .context()
      .request.get(served.url + address, { headers: { 'User-Agent': agent } })
    expect(await answer.text(), agent).toContain(`<a href="${start}`)
  }
  await window.close()
})

test('without script the address and the links are there, and no map', async () => {
  const window = await portal.served.window(390, { javaScriptEnabled: false })
  await window.logInAs('Eerste Kiezer', address)
  await window.page.getByRole('link', { name: 'Te voet' }).waitFor()
  expect(await window.page.getByText('Toon de kaart').isVisible()).toBe(false)
  expect(await window.page.locator('.map').isVisible()).toBe(false)
  await window.look('citizen-way-there-without-script')
  await window.close()
})

test('a map whose library does not come leaves the page as it was', async () => {
  const window = await portal.served.window(390)
  const { page } = window
  await page.route('**/leaflet.js', (route) => route.fulfill({ status: 404 }))
  await window.logInAs('Eerste Kiezer', address)
  await page.getByText('Toon de kaart').click()
  await expect.poll(() => page.locator('details[data-show-map]').getAttribute('open')).toBeNull()
  await page.unroute('**/leaflet.js')
  await page.getByText('Toon de kaart').click()
  await page.locator('.map.leaflet-container').waitFor()
  await page.context().close()
})

test('a building that moved after the letter is shown where it is now, under the words that say so', async () => {
  const { trial, election, served } = portal
  await trial.database.inScope(staffOf(trial.here), (db) =>
    sql`update elections.polling_place set address = jsonb_set(address, '{street}', '"Elders"')
        where municipality_id = ${trial.here} and election_id = ${election.electionId}`.execute(db),
  )
  const window = await served.window(390)
  await window.logInAs('Eerste Kiezer', address)
  await window.page.getByText('Je kiesbrief wordt verbeterd').waitFor()
  expect(await window.page.locator('.portal-address').textContent()).toContain('Elders')
  expect(await window.page.locator('[data-show-map]').count()).toBe(1)
  await window.close()
})
