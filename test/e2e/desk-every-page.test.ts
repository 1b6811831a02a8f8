import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb, routesOf } from '../../src/server.ts'
import { fillDesk } from '../busy-desk.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { faultsOf, fullestPages } from '../walk-in-browser.ts'

/**
 * Every page that these people are led to, by keyboard, enlarged, in their own colours and on paper. A page that is added is
 * found by itself, as soon as another leads to it.
 */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  // With one key, or what the trial sealed can't be read by who serves it.
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  desk = await serveDesk(trial.database.url, { ...env, OPERATOR_ORGANISATION: '1999000150' })
  const { signer, config } = desk.app
  await fillDesk({ ...trial, deps: { ...trial.deps, signer, config } })
})
afterAll(async () => {
  await desk?.close()
  await trial?.close()
})

describe.each([
  ['who keeps the municipality and makes the campaign', 'Els Maes', 30],
  ['who releases', 'An Peeters', 20],
  ['who runs the installation', 'Omer Goossens', 10],
])('%s', (_, name, atLeast) => {
  test('can use each page by keyboard, enlarged, in own colours and on paper', async () => {
    const patterns = routesOf(desk.app)
      .filter(({ method, access }) => method === 'GET' && access !== 'public')
      .map(({ path }) => path)
    const window = await desk.window(1280)
    await window.logInAs(name)
    const pages = await fullestPages(window, { url: desk.url, patterns, start: [paths.start()] })
    expect(pages.length).toBeGreaterThanOrEqual(atLeast)
    expect(await faultsOf(window, desk.url, pages)).toEqual([])
    await window.close()
  })
})
