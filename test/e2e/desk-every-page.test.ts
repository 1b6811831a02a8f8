import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb, routesOf } from '../../src/server.ts'
import { fillDesk } from '../busy-desk.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { colourFaults, keyboardFaults, printFaults, zoomFaults } from '../page-checks.ts'
import { type WalkedPage, walkPages } from '../walk-pages.ts'

/**
 * Every page that these people are led to, by keyboard, enlarged, in their own colours and on paper. A page that is added is
 * found by itself, as soon as another leads to it.
 */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  desk = await serveDesk(trial.database.url, { OPERATOR_ORGANISATION: '1999000150' })
  const { vault, signer, config } = desk.app
  await fillDesk({ ...trial, deps: { ...trial.deps, vault, signer, config } })
})
afterAll(async () => {
  await desk?.close()
  await trial?.close()
})

/** Of each route the fullest page that this window may open. */
async function fullestPages({ page }: DeskWindow): Promise<WalkedPage[]> {
  const patterns = routesOf(desk.app)
    .filter(({ method, access }) => method === 'GET' && access !== 'public')
    .map(({ path }) => path)
  const ask = async (address: string) => {
    const answer = await page.request.get(desk.url + address, { maxRedirects: 0 })
    return new Response(new Uint8Array(await answer.body()), {
      status: answer.status(),
      headers: answer.headers(),
    })
  }
  const pages = (await walkPages({ ask, patterns, start: [paths.start()] })).filter(({ html }) => html)
  const byPattern = Map.groupBy(pages, ({ pattern }) => pattern)
  return [...byPattern.values()].map(
    (alike) => alike.toSorted((one, other) => other.html.length - one.html.length)[0]!,
  )
}

describe.each([
  ['who keeps the municipality and makes the campaign', 'Els Maes', 30],
  ['who releases', 'An Peeters', 20],
  ['who runs the installation', 'Omer Goossens', 10],
])('%s', (_, name, atLeast) => {
  test('can use each page by keyboard, enlarged, in own colours and on paper', async () => {
    const window = await desk.window(1280)
    await window.logInAs(name)
    const pages = await fullestPages(window)
    expect(pages.length).toBeGreaterThanOrEqual(atLeast)
    const faults: string[] = []
    for (const { pattern, address } of pages) {
      await window.page.goto(desk.url + address)
      for (const check of [keyboardFaults, zoomFaults, colourFaults, printFaults])
        faults.push(...(await check(window.page)).map((fault) => `${pattern} ${fault}`))
    }
    expect(faults).toEqual([])
    await window.close()
  })
})
