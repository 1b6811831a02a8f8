import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import type { Election } from '../../src/elections/index.ts'
import { amendList } from '../../src/letters/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'
import { readQrOfPng } from '../read-qr.ts'

/** A citizen in a queue without network shows the screen that the phone kept; nobody else ever sees it. */

let trial: DeskTrial
let served: ServedDesk
let screen: string
let election: Election
let voters: { name: string; sealed: Buffer }[]

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  election = await releasedElection(trial, 20)
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

/** On a small phone the committee sees name, number, room and code without scrolling; nothing is beside the screen at 400 %. */
async function expectOneScreen(page: Page) {
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 660 })
  await page.evaluate('scrollTo(0, 0)')
  const boxes = await Promise.all(
    ['.portal-facts', '.portal-code'].map((one) => page.locator(one).boundingBox()),
  )
  for (const box of boxes) expect(box!.y + box!.height).toBeLessThanOrEqual(660)
  await page.setViewportSize({ width: 320, height: 256 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await page.setViewportSize(before)
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

/** As if this moment of the copy were in the past: a worker has the clock of the machine. */
const hasPassed = (page: Page, name: 'Kiesloket-Needed' | 'Kiesloket-Until') =>
  page.evaluate(`(async () => {
    const cache = await caches.open('kiesloket-stembureau')
    const kept = await cache.match(location.pathname)
    const headers = new Headers(kept.headers)
    headers.set('${name}', '1')
    await cache.put(location.pathname, new Response(await kept.text(), { headers }))
  })()`)

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('after its first opening the screen opens without network, says when it was fetched, and goes when asked', async () => {
    const window = await served.window(width)
    const { page } = window
    await withScreen(window)
    await window.look('citizen-polling-desk-kept')
    if (width === 390) await expectOneScreen(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await readQrOfPng(await page.locator('.portal-code').screenshot()), 'in the dark').toEqual(['1'])
    await page.emulateMedia({ colorScheme: null })
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText('Je bekijkt de kopie op dit toestel').waitFor()
    await page.getByText(/^Opgehaald op \d/).waitFor()
    expect(await page.content()).toContain(voters[0]!.name)
    if (width === 390) await expectOneScreen(page)
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

test('who wiped it is not asked again on that phone, also after logging out and in again', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  await page.getByRole('button', { name: 'Wis het van dit toestel' }).click()
  await page.getByText('Het scherm staat niet meer op dit toestel').waitFor()
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await page.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor()
  await window.logInAs('Eerste Kiezer', new URL(screen).pathname)
  await page.getByText('Het scherm staat niet meer op dit toestel').waitFor()
  expect(await caches(page)).toEqual([])
  await page.getByRole('button', { name: 'Bewaar het op dit toestel' }).click()
  await page.getByText(isKept).waitFor()
  await page.reload()
  await page.getByText(isKept).waitFor()
  await window.close()
})

test('logging out takes it away, also from another tab and for the back button', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  const other = await page.context().newPage()
  await other.goto(screen)
  await other.getByText(isKept).waitFor()
  const letter = await page.context().newPage()
  await letter.goto(served.url + paths.readLetter({ election: election.electionId }))
  expect(await letter.content()).toContain(voters[0]!.name)
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await page.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor()
  for (const one of [other, letter]) {
    await one.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor()
    expect(await one.content()).not.toContain(voters[0]!.name)
  }
  expect(await caches(page)).toEqual([])
  expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then(({ length }) => length)')).toBe(
    0,
  )
  await page.goBack()
  await page.waitForURL((url) => url.origin === served.acm.origin)
  expect(await page.content()).not.toContain(voters[0]!.name)
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
  const letter = await page.context().newPage()
  await letter.goto(served.url + paths.readLetter({ election: election.electionId }))
  await sessionEnds(page)
  await window.logInAs('Tweede Kiezer', paths.elections())
  await letter.waitForURL(served.url + paths.start())
  await letter.goto(`${served.url}${paths.elections()}#inhoud`)
  const cleared = letter.waitForEvent('load')
  await letter.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
  await cleared
  await letter.getByRole('heading', { name: 'Mijn verkiezingen' }).waitFor()
  await letter.close()
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

test('on polling day who is logged out in the queue shows the copy all the same, until it is wiped', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window)
  await hasPassed(page, 'Kiesloket-Needed')
  await sessionEnds(page)
  await page.goto(screen)
  await page.getByRole('heading', { name: 'Je bent niet meer aangemeld' }).waitFor()
  expect(await page.content(), 'before somebody asks').not.toContain(voters[0]!.name)
  await window.lookAtBoth('citizen-polling-desk-logged-out')
  await page.getByRole('link', { name: 'Toon het scherm van dit toestel' }).click()
  await page.getByText('Je bekijkt de kopie op dit toestel').waitFor()
  expect(await page.content()).toContain(voters[0]!.name)
  expect(await readQrOfPng(await page.locator('.portal-code').screenshot())).toEqual(['1'])
  await window.look('citizen-polling-desk-logged-out-copy')
  await page.goto(screen)
  await page.getByRole('link', { name: 'Aanmelden' }).click()
  await page.waitForURL((url) => url.origin === served.acm.origin)
  await page.goto(`${screen}?kopie=toon`)
  await page.getByRole('button', { name: 'Wis het van dit toestel' }).click()
  await page.getByText('Het scherm staat niet meer op dit toestel').waitFor()
  for (const address of [screen, `${screen}?kopie=toon`]) {
    await page.goto(address)
    expect(new URL(page.url()).origin, address).toBe(served.acm.origin)
  }
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
  await hasPassed(page, 'Kiesloket-Until')
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

test('while the letter is corrected the phone gets the screen of what holds now, and has it without network', async () => {
  const window = await served.window(390)
  const { page } = window
  await withScreen(window, 'Tweede Kiezer')
  const named = { listNumber: 2, currentLastName: voters[1]!.name }
  const decision = { row: 1, ground: 'college-decision', source: '5', decidedOn: '2029-04-30' } as const
  const mutation = {
    kind: 'correct',
    ...decision,
    ...named,
    values: { last_name: 'Verbeterdenaam' },
  } as const
  expectOk(await amendList(trial.deps, { election, mutations: [mutation], by: 'test' }))
  await page.goto(screen)
  await page.getByText('Je kiesbrief wordt verbeterd').waitFor()
  await page.getByText(isKept).waitFor()
  await window.lookAtBoth('citizen-polling-desk-awaited')
  await expectOneScreen(page)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText('Je bekijkt de kopie op dit toestel').waitFor()
  await page.getByText('Dit scherm komt in de plaats').waitFor()
  expect(await page.content()).toContain('Verbeterdenaam')
  expect(await page.content()).not.toContain(voters[1]!.name)
  await page.context().setOffline(false)
  const of = { election: election.electionId }
  const pages = { elections: paths.elections(), election: paths.election(of), letter: paths.myLetter(of) }
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(served.url + address)
    await page.getByText('Je kiesbrief wordt verbeterd').waitFor()
    await window.lookAtBoth(`citizen-${name}-awaited`)
  }
  await window.close()
})
