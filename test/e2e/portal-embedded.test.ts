import type { BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbedHost, startEmbedHost } from '../../dev/embed/host.ts'
import { paths } from '../../src/portal/paths.ts'
import { axeViolations } from '../browser.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'

/**
 * A citizen sees these pages within a site of another origin, in a browser that takes no cookies of third parties; a site that is not
 * named shows nothing.
 */

let portal: ServedPortal
let host: EmbedHost
let stranger: EmbedHost
/** Addresses that the frame asked for, with what the browser said of where it came from. */
const asked: { url: string; referer: string }[] = []

beforeAll(async () => {
  const facts = {
    citizens: () => portal.served.acm.citizens(),
    exchange: (id: string) => portal.served.embeddedLogin.exchange(id),
  }
  host = await startEmbedHost(facts)
  stranger = await startEmbedHost(facts)
  portal = await servePortal({ EMBED_ANCESTORS: host.origin })
  for (const one of [host, stranger]) one.frame(portal.served.url)
}, 180_000)
afterAll(async () => {
  await portal?.close()
  await host?.close()
  await stranger?.close()
})

const idOf = (name: string) => portal.served.acm.citizens().find((one) => one.name === name)!.id

async function aVisitor(width = 390): Promise<{ page: Page; context: BrowserContext }> {
  const context = await portal.served.browser.newContext({
    viewport: { width, height: 900 },
    locale: 'nl-BE',
  })
  context.on('request', (request) =>
    asked.push({ url: request.url(), referer: request.headers().referer ?? '' }),
  )
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCookieControls', {
    enableThirdPartyCookieRestriction: true,
  })
  return { page, context }
}

/** The frame with our pages, once it is there. */
async function frameIn(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  await frame!.waitForLoadState()
  return frame!
}

async function asCitizen(page: Page, name: string, at = host): Promise<Frame> {
  await page.goto(`${at.origin}/?burger=${name && encodeURIComponent(idOf(name))}`)
  return frameIn(page)
}

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('who is logged in at the site reads their letter in its frame, makes a duplicate, and leaves', async () => {
    const { page, context } = await aVisitor(width)
    const frame = await asCitizen(page, 'Eerste Kiezer')
    await frame.getByRole('heading', { name: 'Mijn verkiezingen' }).waitFor()
    expect(frame.url()).toBe(portal.served.url + paths.elections())
    expect(await frame.locator('header, footer').count()).toBe(0)
    await page.getByText('Mijn verkiezingen', { exact: true }).first().waitFor()
    const colour = () =>
      frame.evaluate<string>("getComputedStyle(document.documentElement).getPropertyValue('--brand').trim()")
    await expect.poll(colour, { message: 'the colour of the site around it' }).toBe('#7a1f5c')
    expect(await axeViolations(page)).toEqual([])
    await leavePicture(page, 'embedded-elections', width)
    await frame.getByRole('link', { name: /^Alles over/ }).click()
    await frame.getByRole('heading', { name: portal.election.name }).waitFor()
    for (const link of await frame.locator('.portal-ways a').all())
      expect(await link.getAttribute('target'), 'other sites open elsewhere').toBe('_blank')
    await frame.getByRole('link', { name: 'Lees je kiesbrief' }).click()
    await frame.getByRole('link', { name: 'Vraag een duplicaat' }).click()
    await frame.getByLabel('Ik heb mijn brief niet gekregen').check()
    await frame.getByRole('button', { name: 'Maak mijn duplicaat' }).click()
    await frame.getByRole('heading', { name: 'Je duplicaat is klaar' }).waitFor()
    await leavePicture(page, 'embedded-duplicate', width)
    const cookies = (await context.cookies()).filter(({ name }) => name.startsWith('kiesloket'))
    expect(cookies).toMatchObject([{ name: 'kiesloket-burger-kader', sameSite: 'None', secure: true }])
    await frame.getByRole('button', { name: 'Afmelden' }).click()
    await frame.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor()
    await frame.goto(portal.served.url + paths.elections())
    await frame.getByRole('heading', { name: 'Meld je aan om je kiesbrief te zien' }).waitFor()
    await context.close()
    const leaked = asked.filter(({ referer }) => /[?&](token|embed)/.test(referer))
    expect(leaked, 'what the entrance was asked with is in no other request').toEqual([])
  })
})

test('a browser that takes no cookies of third parties takes none in this test either', async () => {
  const { page, context } = await aVisitor()
  const frame = await asCitizen(page, '')
  await frame.getByRole('heading', { name: 'Meld je aan om je kiesbrief te zien' }).waitFor()
  const kept = await frame.evaluate<string>(
    "(document.cookie = 'plain=1; SameSite=None; Secure', document.cookie = 'own=1; SameSite=None; Secure; Partitioned', document.cookie)",
  )
  expect(kept).toBe('own=1')
  await context.close()
})

test('a site that is not named shows nothing, nor does one around a site that is', async () => {
  const { page, context } = await aVisitor()
  const frame = await asCitizen(page, 'Eerste Kiezer', stranger)
  expect(frame.url()).toMatch(/^chrome-error:/)
  expect(await page.content()).not.toContain('Eerste Kiezer')
  await page.goto(stranger.origin)
  await page.evaluate(
    `document.body.innerHTML = '<iframe src="${host.origin}/?burger=${idOf('Eerste Kiezer')}"></iframe>'`,
  )
  await expect.poll(() => page.frames().length).toBe(3)
  await expect.poll(() => page.frames().at(-1)!.url()).toMatch(/^chrome-error:/)
  await page.goto(`${host.origin}/?burger=`)
  await page.evaluate(`document.querySelector('iframe').src = '${portal.served.url}${paths.letter()}'`)
  await expect
    .poll(() => page.frames().at(-1)!.url(), { message: 'nor a named one what is not for it' })
    .toMatch(/^chrome-error:/)
  await context.close()
})

test('who is not handed over logs in in a window of our own', async () => {
  const { page, context } = await aVisitor()
  const frame = await asCitizen(page, '')
  await frame.getByText('Aanmelden kan niet binnen deze pagina').waitFor()
  await leavePicture(page, 'embedded-sign-in', 390)
  const [window] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Meld je aan in een nieuw venster' }).click(),
  ])
  await window.getByRole('button', { name: 'Eerste Kiezer' }).click()
  await window.getByRole('heading', { name: 'Mijn verkiezingen' }).waitFor()
  expect(await window.locator('header').count()).toBe(1)
  await page.reload()
  await (await frameIn(page)).getByText('Aanmelden kan niet binnen deze pagina').waitFor()
  await context.close()
})

test('who is at the site next is not the one before', async () => {
  const { page, context } = await aVisitor()
  await (await asCitizen(page, 'Eerste Kiezer')).getByText('Eerste Kiezer').waitFor()
  const next = await asCitizen(page, 'Tweede Kiezer')
  await next.getByText('Tweede Kiezer').waitFor()
  const nobody = await asCitizen(page, '')
  await nobody.getByText('Aanmelden kan niet binnen deze pagina').waitFor()
  await nobody.goto(portal.served.url + paths.elections())
  await nobody.getByText('Aanmelden kan niet binnen deze pagina').waitFor()
  await context.close()
})

test('an app shows them in a window of its own, without header and footer, at an address that says nothing of it', async () => {
  const window = await portal.served.window(390)
  const { page } = window
  await page.goto(`${portal.served.url}${paths.elections()}?embed`)
  await page.getByRole('button', { name: 'Eerste Kiezer' }).click()
  await page.getByRole('heading', { name: 'Mijn verkiezingen' }).waitFor()
  expect(page.url()).toBe(portal.served.url + paths.elections())
  expect(await page.locator('header, footer').count()).toBe(0)
  await window.look('embedded-in-app')
  await page.getByRole('link', { name: /^Alles over/ }).click()
  await page.getByRole('heading', { name: portal.election.name }).waitFor()
  expect(await page.locator('header, footer').count(), 'over links too').toBe(0)
  await window.close()
})

async function leavePicture(page: Page, name: string, width: number): Promise<void> {
  const folder = process.env.DESK_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png` })
}
