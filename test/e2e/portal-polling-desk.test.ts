import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { readQrOfPng } from '../read-qr.ts'

/** A citizen in a queue without network shows the screen that the phone kept; nobody else ever sees it. */

let trial: DeskTrial
let served: ServedDesk
let screen: string
let voters: { name: string; sealed: Buffer }[]

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const election = await releasedElection(trial, 20)
  served = await serveDesk(trial.database.url, env)
  screen = served.url + paths.pollingDesk({ election: election.electionId })
  voters = await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<(typeof voters)[number]>`
      select v.last_name as "name", v.nrn_cipher as sealed from voters.voter v
      where v.election_id = ${election.electionId} order by v.list_number limit 2`.execute(db)
    return rows
  })
  const [first, second] = voters.map(({ sealed }) => trial.deps.vault.open(sealed))
  served.acm.addCitizens([
    { name: 'Eerste Kiezer', nationalNumber: first!, shows: 'kiezer' },
    { name: 'Tweede Kiezer', nationalNumber: second!, shows: 'kiezer' },
  ])
}, 180_000)
afterAll(async () => {
  await served.close()
  await trial.close()
})

const isKept = /Dit scherm staat nu op dit toestel/

/** Logs in, opens the screen, and waits until the phone has it. */
async function withScreen(window: DeskWindow, citizen = 'Eerste Kiezer') {
  await window.logInAs(citizen, new URL(screen).pathname)
  await window.page.getByText(isKept).waitFor()
}

/** Without network the screen is not there: not a piece of it. */
async function expectNothing(page: Page) {
  await page.context().setOffline(true)
  await expect(page.goto(screen)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
  await page.context().setOffline(false)
}

/** The session is over, here and at the login service; what the phone keeps is still there. */
const sessionEnds = (page: Page) => page.context().clearCookies({ name: /^(?!kiesloket-burger-kopie$)/ })

const caches = (page: Page) => page.evaluate<string[]>('caches.keys()')
const tick = (page: Page) => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('after its first opening the screen opens without network, says when it was fetched, and goes when asked', async () => {
    const window = await served.window(width)
    const { page } = window
    await withScreen(window)
    await window.look('citizen-polling-desk-kept')
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText('Je bekijkt de kopie op dit toestel').waitFor()
    await page.getByText(/^Opgehaald op \d/).waitFor()
    expect(await page.content()).toContain(voters[0]!.name)
    expect(await page.content(), 'nothing of the session').not.toMatch(/_csrf|Afmelden/)
    expect(await readQrOfPng(await page.locator('.portal-code').screenshot())).toEqual(['1'])
    await window.look('citizen-polling-desk-without-network')
    await page.context().setOffline(false)
    await page.getByRole('link', { name: 'Haal het scherm opnieuw op' }).click()
    await page.getByText(isKept).waitFor()
    await page.getByRole('button', { name: 'Wis het van dit toestel' }).click()
    await page.getByText('Het scherm staat niet meer op dit toestel').waitFor()
    await page.reload()
    await page.getByText('Het scherm staat niet meer op dit toestel').waitFor()
    await window.look('citizen-polling-desk-wiped')
    expect(await caches(page), 'who wiped it is not asked again').toEqual([])
    await expectNothing(page)
    await page.goto(screen)
    await page.getByRole('button', { name: 'Bewaar het op dit toestel' }).click()
    await page.getByText(isKept).waitFor()
    await window.close()
  })
})

test('logging out takes it away, also from another tab and for the back button', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  const other = await page.context().newPage()
  await other.goto(screen)
  await other.getByText(isKept).waitFor()
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await page.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor()
  expect(await caches(page)).toEqual([])
  expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then(({ length }) => length)')).toBe(
    0,
  )
  await page.goBack()
  await page.waitForURL((url) => url.origin === served.acm.origin)
  expect(await page.content()).not.toContain(voters[0]!.name)
  await Promise.all([other.waitForURL((url) => url.origin === served.acm.origin), tick(other)])
  await expectNothing(page)
  await window.close()
})

test('who logs in after somebody who did not log out never sees it; the same person finds it again', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  await sessionEnds(page)
  await window.logInAs('Eerste Kiezer', paths.elections())
  expect(await caches(page)).toHaveLength(1)
  await sessionEnds(page)
  await window.logInAs('Tweede Kiezer', paths.elections())
  expect(await caches(page)).toEqual([])
  await expectNothing(page)
  await page.goto(screen)
  await page.getByText(isKept).waitFor()
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText('Je bekijkt de kopie op dit toestel').waitFor()
  expect(await readQrOfPng(await page.locator('.portal-code').screenshot())).toEqual(['2'])
  await window.close()
})

test('who logs out while the network is gone leaves nothing on the phone', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
  await expectNothing(page)
  await page.goto(served.url + paths.start())
  expect(await caches(page)).toEqual([])
  await window.close()
})

test('a session that is over asks to log in where there is network', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  await sessionEnds(page)
  // A server that is slow to answer is as good as none: then it is the copy, once more.
  await expect
    .poll(async () => {
      await page.goto(screen)
      return new URL(page.url()).origin
    })
    .toBe(served.acm.origin)
  await window.close()
})

test('after polling day a phone that had no network all the time shows nothing any more', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  await page.context().setOffline(true)
  await page.clock.install({ time: new Date('2029-06-10T23:30:00+02:00') })
  await page.goto(screen)
  await page.getByText('Je bekijkt de kopie op dit toestel').waitFor()
  await page.clock.fastForward('31:00')
  await page.getByText('De verkiezing van zondag 10 juni 2029 is voorbij.').waitFor()
  await window.look('citizen-polling-desk-over')
  expect(await page.content()).not.toContain(voters[0]!.name)
  await expect.poll(() => caches(page)).toEqual([])
  await window.close()
})

test('a copy whose day is past is not shown by the browser itself either', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  await page.evaluate(`(async () => {
    const cache = await caches.open('kiesloket-stembureau')
    const kept = await cache.match(location.pathname)
    const headers = new Headers(kept.headers)
    headers.set('Kiesloket-Until', '1')
    await cache.put(location.pathname, new Response(await kept.text(), { headers }))
  })()`)
  await page.context().setOffline(true)
  await page.goto(screen)
  await page.getByRole('heading', { name: 'Dit scherm is gewist' }).waitFor()
  await window.look('citizen-polling-desk-closed')
  await page.reload()
  await page.getByRole('heading', { name: 'Dit scherm is gewist' }).waitFor()
  await window.close()
})

test('without script the screen is there, and says that it needs the network', async () => {
  const window = await served.window(390, { javaScriptEnabled: false })
  await window.logInAs('Eerste Kiezer', new URL(screen).pathname)
  expect(await window.page.evaluate('document.body.innerText')).toContain(
    'Dit toestel kan het scherm niet bewaren',
  )
  await window.look('citizen-polling-desk-without-script')
  await window.close()
})
