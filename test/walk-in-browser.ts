import { join } from 'node:path'
import type { DeskWindow } from './desk-in-browser.ts'
import { colourFaults, keyboardFaults, onPaper, printFaults, zoomFaults } from './page-checks.ts'
import { type WalkedPage, walkPages } from './walk-pages.ts'

interface Site {
  /** Where the pages are served. */
  readonly url: string
  /** Of the routes: an address of none of them is left alone. */
  readonly patterns: readonly string[]
  readonly start: readonly string[]
}

/** Of each route the fullest page that the person of this window is led to. */
export async function fullestPages({ page }: DeskWindow, { url, ...walk }: Site): Promise<WalkedPage[]> {
  const ask = async (address: string) => {
    const answer = await page.request.get(url + address, { maxRedirects: 0 })
    return new Response(new Uint8Array(await answer.body()), {
      status: answer.status(),
      headers: answer.headers(),
    })
  }
  const pages = (await walkPages({ ask, ...walk })).filter(({ html }) => html)
  const byPattern = Map.groupBy(pages, ({ pattern }) => pattern)
  return [...byPattern.values()].map(
    (alike) => alike.toSorted((one, other) => other.html.length - one.html.length)[0]!,
  )
}

/**
 * What is wrong with these pages for who uses them by keyboard, enlarged, in own colours or on paper. With `DESK_SHOTS` set
 * to a folder each also leaves its pictures there: on a phone and on a desktop screen, in the dark and in own colours too, and on paper.
 */
export async function faultsOf({ page }: DeskWindow, url: string, pages: readonly WalkedPage[]) {
  const faults: string[] = []
  for (const { pattern, address } of pages) {
    await page.goto(url + address)
    await untilItSaysHowItStands(page)
    for (const check of [keyboardFaults, zoomFaults, colourFaults, printFaults])
      faults.push(...(await check(page)).map((fault) => `${pattern} ${fault}`))
    if (process.env.DESK_SHOTS) await leavePictures(page, join(process.env.DESK_SHOTS, nameOf(pattern)))
  }
  return faults
}

/** A page that keeps itself on the phone, or checks a letter, says by itself what came of it: until then it still moves. */
async function untilItSaysHowItStands(page: DeskWindow['page']): Promise<void> {
  const parts = page.locator('[data-part]')
  if ((await parts.count()) > 0) await page.locator('[data-part]:not([hidden])').first().waitFor()
}

const nameOf = (pattern: string) => pattern.replaceAll(/[/:]+/g, '-').slice(1) || 'begin'

const otherColours = {
  dark: { colorScheme: 'dark', forcedColors: null },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const

async function leavePictures(page: DeskWindow['page'], path: string): Promise<void> {
  const size = page.viewportSize()!
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${path}-${width}.png`, fullPage: true })
  }
  for (const [name, colours] of Object.entries(otherColours)) {
    await page.emulateMedia(colours)
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${path}-${name}-${width}.png`, fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
  await page.setViewportSize(size)
  await onPaper(page, () => page.screenshot({ path: `${path}-paper.png`, fullPage: true }))
}
