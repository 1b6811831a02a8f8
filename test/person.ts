import type { Download, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { DeskWindow, ServedDesk } from './desk-in-browser.ts'

/** Somebody at the desk, who finds the way by the links and buttons that the pages offer, and never by an address. */
export interface Person {
  readonly page: Page
  sees(text: string | RegExp): Promise<void>
  press(button: string | RegExp): Promise<void>
  follow(link: string | RegExp): Promise<void>
  menu(link: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  check(label: string | RegExp): Promise<void>
  choose(field: string, name: string, text: string): Promise<void>
  /** The file behind a link. */
  download(link: string | RegExp): Promise<Download>
  /** The overview says that this step is next, and leads there. */
  goesOn(step: string): Promise<void>
  /** Presses what can't be taken back; who logged in too long ago proves again who they are, and presses once more. */
  decides(button: string | RegExp, expected: string | RegExp): Promise<void>
  look(name: string): Promise<void>
  close(): Promise<void>
}

interface Habits {
  readonly width?: number
  readonly javaScriptEnabled?: boolean
  /** Where they begin; the start of the desk when left out. */
  readonly address?: string
  /** How long they wait for what a worker does, in milliseconds. */
  readonly timeout?: number
}

/** Logs in, and stands at the elections of their municipality, or where they begin. */
export async function aPerson(
  desk: ServedDesk,
  name: string,
  { width = 1280, javaScriptEnabled = true, timeout = 180_000, address }: Habits = {},
): Promise<Person> {
  const window = await desk.window(width, { javaScriptEnabled })
  window.page.setDefaultTimeout(timeout)
  await window.logInAs(name, address)
  return personAt(window, name, { timeout, isPatient: !javaScriptEnabled })
}

function personAt(
  { page, lookAtBoth, close }: DeskWindow,
  name: string,
  { timeout, isPatient }: { timeout: number; isPatient: boolean },
): Person {
  const first = (text: string | RegExp) => page.getByText(text).first()
  const person: Person = {
    ...{ page, close },
    async look(name) {
      await page.waitForLoadState()
      await lookAtBoth(name)
    },
    sees: (text) => (isPatient ? seesAtLast(page, text, timeout) : first(text).waitFor({ timeout })),
    press: (button) => page.getByRole('button', { name: button }).first().click(),
    follow: (link) =>
      page
        .getByRole('link', { name: link, exact: typeof link === 'string' })
        .first()
        .click(),
    menu: (link) =>
      page
        .getByRole('navigation', { name: 'Hoofdmenu' })
        .getByRole('link', { name: link, exact: true })
        .click(),
    fill: (label, text) => page.getByLabel(label).fill(text),
    check: (label) => page.getByLabel(label).first().check(),
    choose: (field, fileName, text) =>
      page
        .locator(`#${field}`)
        .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(text) }),
    async download(link) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout }), person.follow(link)])
      return download
    },
    async goesOn(step) {
      await person.menu('Overzicht')
      // Not before it is there: asking a page again while another is on its way takes that other one back.
      await page.getByRole('heading', { name: 'De campagne, stap voor stap' }).waitFor({ timeout })
      const next = page.locator('.next-step strong')
      const said = async () => {
        await page.reload()
        return next.textContent()
      }
      await expect.poll(said, { timeout, interval: 500 }).toBe(step)
      const link = next.getByRole('link')
      const address = await link.getAttribute('href')
      await link.click()
      await page.waitForURL((at) => at.pathname.startsWith(address!), { timeout })
    },
    async decides(button, expected) {
      const [isDone, proof] = [first(expected), page.getByRole('button', { name }).first()]
      await person.press(button)
      await isDone.or(proof).first().waitFor({ timeout })
      if (!(await proof.isVisible())) return
      await proof.click()
      await person.sees(/Niets is verloren|Klik nog eens/)
      await person.press(button)
      await isDone.waitFor({ timeout })
    },
  }
  return person
}

/** Without script a page does not change by itself: whoever waits asks it again. */
async function seesAtLast(page: Page, text: string | RegExp, timeout: number): Promise<void> {
  const isThere = async () => {
    if (await page.getByText(text).first().isVisible()) return true
    await page.goto(page.url())
    return false
  }
  await expect.poll(isThere, { timeout, interval: 500 }).toBe(true)
}
