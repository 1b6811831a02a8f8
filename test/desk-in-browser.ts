import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Request, Response } from 'playwright-core'
import { expect } from 'vitest'
import { type AcmStandIn, startAcmStandIn } from '../dev/acm/stand-in.ts'
import { createEmbeddedLogin, type EmbeddedLoginStandIn } from '../dev/embed/embedded-login.ts'
import { type App, openApp } from '../src/app.ts'
import { paths } from '../src/desk/paths.ts'
import { paths as citizenPaths } from '../src/portal/paths.ts'
import { startServer } from '../src/server.ts'
import { axeViolations, launchBrowser } from './browser.ts'
import { htmlFaults } from './html-faults.ts'

/** The desk over real HTTP with the stand-in of the login service, in a real browser. */
export interface ServedDesk {
  readonly app: App
  readonly url: string
  readonly acm: AcmStandIn
  /** What a site that shows the citizen's pages in a frame hands over. */
  readonly embeddedLogin: EmbeddedLoginStandIn
  readonly browser: Browser
  /**
   * A browser window; `close` fails the test when a page asked another site for something, wrote an error, or was no valid
   * HTML.
   */
  window(width: number, options?: { javaScriptEnabled?: boolean }): Promise<DeskWindow>
  close(): Promise<void>
}

export interface DeskWindow {
  readonly page: Page
  /** Through the login service, as whoever is called so in its list; ends on the page asked for. */
  logInAs(name: string, address?: string): Promise<void>
  /**
   * Fits the screen, has one first heading and nothing that axe finds wrong. With `DESK_SHOTS` set to a folder it
   * also leaves a picture there, and beside them in `first-bytes.txt` how long every page had to be waited for.
   */
  look(name: string): Promise<void>
  /** The same on a phone, and after it on a desktop screen. */
  lookAtBoth(name: string): Promise<void>
  /** The same where the rest of the screen is dark. */
  lookInTheDark(name: string): Promise<void>
  close(): Promise<void>
}

/** Serves the desk of a database that is there; the settings in `env` come on top. */
export async function serveDesk(
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServedDesk> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-desk-'))
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyFile = join(folder, 'acm.pem')
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const client = { clientId: 'kiesloket-demo', publicJwk: publicKey.export({ format: 'jwk' }) }
  const acm = await startAcmStandIn({
    port: 0,
    clients: [
      {
        ...client,
        redirectUris: [url + paths.signedIn()],
        logoutUris: [url + paths.signedOut(), url + paths.signIn()],
      },
      {
        ...{ clientId: 'kiesloket-demo-burger', publicJwk: client.publicJwk, isForCitizens: true },
        redirectUris: [url + citizenPaths.signedIn()],
        logoutUris: [url + citizenPaths.signedOut()],
      },
    ],
  })
  const own = { DATABASE_URL: databaseUrl, KIESLOKET_DATA_DIR: folder, PORT: String(port), METRICS_PORT: '0' }
  const login = {
    PORTAL_URL: url,
    ACM_ISSUER: acm.issuer,
    ACM_CITIZEN_CLIENT_ID: 'kiesloket-demo-burger',
    ACM_PRIVATE_KEY_FILE: keyFile,
    LOG_LEVEL: 'silent',
  }
  const embeddedLogin = createEmbeddedLogin(acm)
  const app = await openApp({ ...own, ...login, ...env }, { embeddedLogin })
  const serving = await startServer(app)
  const browser = await launchBrowser()
  return {
    ...{ app, url, acm, embeddedLogin, browser },
    window: (width, options = {}) => openWindow(browser, { width, url, acm, ...options }),
    async close() {
      await browser.close()
      await serving.close()
      await app.close()
      await acm.close()
      await rm(folder, { recursive: true })
    },
  }
}

interface WindowFacts {
  readonly width: number
  readonly url: string
  readonly acm: AcmStandIn
  readonly javaScriptEnabled?: boolean
}

async function openWindow(
  browser: Browser,
  { width, url, acm, javaScriptEnabled = true }: WindowFacts,
): Promise<DeskWindow> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled,
    locale: 'nl-BE',
  })
  const troubles = watch(context, [url, acm.origin])
  const pages: Promise<string[]>[] = []
  context.on('response', (response) => {
    if (response.url().startsWith(url)) pages.push(faultsIn(response))
  })
  const folder = process.env.DESK_SHOTS
  if (folder) context.on('requestfinished', (request) => noteFirstByte(request, url, folder))
  const page = await context.newPage()
  const window: DeskWindow = {
    page,
    async logInAs(name, address = paths.start()) {
      await page.goto(url + address)
      await page.getByRole('button', { name }).first().click()
      await page.waitForURL((at) => at.origin === url)
    },
    async look(name) {
      if (javaScriptEnabled) expect(await axeViolations(page), name).toEqual([])
      expect(await page.locator('h1').count(), `${name} has one first heading`).toBe(1)
      const overflow = javaScriptEnabled
        ? await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
        : 0
      expect(overflow, `${name} fits`).toBeLessThanOrEqual(0)
      const wide = page.viewportSize()!.width
      if (folder) await page.screenshot({ path: join(folder, `${name}-${wide}.png`), fullPage: true })
    },
    async lookAtBoth(name) {
      for (const each of [390, 1280]) {
        await page.setViewportSize({ width: each, height: 900 })
        await window.look(name)
      }
      await page.setViewportSize({ width, height: 900 })
    },
    async lookInTheDark(name) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await window.look(`${name}-in-the-dark`)
      await page.emulateMedia({ colorScheme: null })
    },
    async close() {
      const faults = await Promise.all(pages)
      await context.close()
      expect([...troubles, ...faults.flat()]).toEqual([])
    },
  }
  return window
}

/** Milliseconds from the question to the first byte of a page of ours. */
function noteFirstByte(request: Request, origin: string, folder: string): void {
  if (!request.isNavigationRequest() || !request.url().startsWith(origin)) return
  const { requestStart, responseStart } = request.timing()
  const line = `${Math.round(responseStart - requestStart)}\t${request.method()} ${new URL(request.url()).pathname}\n`
  appendFileSync(join(folder, 'first-bytes.txt'), line)
}

/** Of a page that the browser has let go of by now nothing is known. */
async function faultsIn(response: Response): Promise<string[]> {
  if (!response.headers()['content-type']?.startsWith('text/html')) return []
  const html = await response.text().catch(() => '')
  const { pathname } = new URL(response.url())
  return html ? (await htmlFaults(html)).map((fault) => `${pathname}: ${fault}`) : []
}

/** Every request to a site that is not ours, and everything a page complains of. */
function watch(context: BrowserContext, origins: readonly string[]): string[] {
  const troubles: string[] = []
  context.on('request', (request) => {
    if (!origins.includes(new URL(request.url()).origin)) troubles.push(`asked ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`got ${response.status()} from ${response.url()}`)
  })
  context.on('weberror', (error) => troubles.push(`threw ${error.error().message}`))
  context.on('console', (message) => {
    // A page that is refused is no fault of its script.
    if (message.type() === 'error' && !/status of (4(03|04|09|22)|5\d\d)/.test(message.text()))
      troubles.push(`said ${message.text()} ${message.location().url}`)
  })
  return troubles
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
