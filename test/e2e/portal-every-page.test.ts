import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/portal/paths.ts'
import { routesOf } from '../../src/server.ts'
import { onPaper } from '../page-checks.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'
import { faultsOf, fullestPages } from '../walk-in-browser.ts'

/** Every page that a citizen is led to, by keyboard, enlarged, in their own colours and on paper. */

let portal: ServedPortal

beforeAll(async () => {
  portal = await servePortal()
})
afterAll(() => portal?.close())

const alwaysThere = [paths.start(), paths.letter(), paths.signedOut(), paths.elections()]

test.each([
  ['who has a letter and makes a duplicate', 'Eerste Kiezer', 11],
  ['who is on no list', 'Jo Elders', 4],
])('%s can use each page by keyboard, enlarged, in own colours and on paper', async (_, name, atLeast) => {
  const { served, election } = portal
  const window = await served.window(1280)
  await window.logInAs(name, paths.elections())
  const start = [...alwaysThere, ...(name === 'Jo Elders' ? [] : [await madeDuplicate()])]
  const patterns = routesOf(served.app)
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/loket') && path !== paths.signIn())
    .map(({ path }) => path)
  const pages = await fullestPages(window, { url: served.url, patterns, start })
  expect(pages.length).toBeGreaterThanOrEqual(atLeast)
  expect(await faultsOf(window, served.url, pages)).toEqual([])
  if (name !== 'Jo Elders') await saysWhoseOnPaper()
  await window.close()

  /** A sheet that lies on the kitchen table says which municipality it is of, and not who was logged in. */
  async function saysWhoseOnPaper(): Promise<void> {
    const { page } = window
    await page.goto(served.url + paths.election({ election: election.electionId }))
    const header = await onPaper(page, async () => ({
      says: await page.locator('.portal-brand').textContent(),
      isShown: await page.locator('.portal-brand').isVisible(),
      top: (await page.locator('.portal-brand').boundingBox())!.y,
      who: await page.locator('.portal-who').isVisible(),
    }))
    expect(header).toMatchObject({ says: expect.stringContaining('Zonnedorp'), isShown: true, who: false })
    expect(header.top).toBeLessThan(200)
  }

  async function madeDuplicate(): Promise<string> {
    const { page } = window
    await page.goto(served.url + paths.duplicate({ election: election.electionId }))
    await page.getByLabel('Ik heb mijn brief niet gekregen').check()
    await page.getByRole('button', { name: 'Maak mijn duplicaat' }).click()
    await page.getByRole('heading', { name: 'Je duplicaat is klaar' }).waitFor()
    return new URL(page.url()).pathname
  }
})
