import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { noteTheDay } from '../../bench/bureaus/day.ts'
import { spareVoters } from '../../bench/bureaus/spare-voters.ts'
import { paths as citizenPaths } from '../../src/portal/paths.ts'
import type { DeskWindow } from '../desk-in-browser.ts'
import { itIs, look, patience, type Stage } from './stage.ts'

/** A code on paper for every chair. Answers that of the first bureau. */
export async function codeOfFirst({ comesForBureaus }: Stage): Promise<string> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('De verkiezingsdag')
  await clerk.press('Maak de codes voor alle voorzitters')
  await clerk.sees('Codes voor de voorzitters')
  const sheets = clerk.page.locator('.chair-code')
  expect(await sheets.count()).toBe(40)
  const first = clerk.page.getByRole('region', { name: 'Stembureau 1', exact: true })
  const code = (await first.locator('.chair-code').textContent())!
  await clerk.close()
  return code
}

/** The telephone of a chair, and what is done on it. */
export interface ChairsPhone {
  readonly window: DeskWindow
  /** For the telephone and for everything else. */
  itIs(moment: string): Promise<void>
}

export async function opensBureau({ desk }: Stage, code: string, moment: string): Promise<ChairsPhone> {
  const window = await desk.window(390)
  const { page } = window
  page.setDefaultTimeout(patience.timeout)
  const phone: ChairsPhone = {
    window,
    async itIs(moment) {
      itIs(moment)
      await page.clock.setFixedTime(moment)
    },
  }
  await phone.itIs(moment)
  await page.goto(desk.url + citizenPaths.openBureau({ municipality: 'zonnedorp-1' }))
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Open mijn bureau' }).click()
  await seatOf(page, 'Voorzitter 1').waitFor()
  return phone
}

const seatOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Who comes is noted; who does not is replaced by a substitute who is there, and a voter writes the report. */
export async function formsBureau(stage: Stage, phone: ChairsPhone): Promise<void> {
  const { page } = phone.window
  const seat = (name: string) => seatOf(page, name)
  const assessors = [1, 2, 3, 4].map((n) => `Bijzitter ${n}`)
  for (const name of ['Voorzitter 1', ...assessors.slice(0, 3), 'Plaatsvervangend bijzitter 1']) {
    await seat(name)
      .getByRole('button', { name: /^Aanwezig/ })
      .first()
      .click()
    await seat(name).getByText('aanwezig', { exact: true }).waitFor()
  }
  await phone.window.lookAtBoth('bureau-story-phone')
  await phone.itIs('2030-10-13T05:35:00Z')
  const empty = seat('Bijzitter 4')
  await empty.getByText('Ander uur, of afwezig').click()
  await empty.getByRole('button', { name: 'Afwezig' }).click()
  await empty.getByText('afwezig', { exact: true }).waitFor()
  await empty.getByText('Iemand anders op deze plaats').click()
  await empty
    .getByRole('button', { name: /neemt deze plaats in$/ })
    .first()
    .click()
  await empty.getByText('aanwezig', { exact: true }).waitFor()
  await appointsSecretary(stage, page)
  for (const name of ['Voorzitter 1', ...assessors]) {
    await seat(name)
      .getByRole('button', { name: /^Legde de eed af/ })
      .click()
    await seat(name)
      .getByText(/eed afgelegd om/)
      .waitFor()
  }
  await page.getByText('Het bureau is volledig').waitFor()
  await page.getByRole('button', { name: 'Bureau is gevormd' }).click()
  await page.getByText(/gevormd om/).waitFor()
}

async function appointsSecretary({ desk, election }: Stage, page: Page): Promise<void> {
  const [voter] = await spareVoters(desk.app, election)
  const seat = seatOf(page, 'Secretaris 1')
  await seat.getByText('Iemand anders op deze plaats').click()
  await seat.getByLabel('Nummer op de kiezerslijst').fill(String(voter!.listNumber))
  await seat.getByLabel('Familienaam').fill(voter!.lastName)
  await seat.getByLabel('Legde de eed af').check()
  await seat.getByRole('button', { name: 'Stel deze kiezer aan' }).click()
  await seat.getByText('ter plaatse aangesteld').waitFor()
}

/** The town hall sees the first complete bureau, and all others without asking again. */
export async function boardFills({ comesForBureaus, desk, election }: Stage): Promise<void> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('De verkiezingsdag')
  const complete = clerk.page.locator('[data-live="complete"]')
  expect(await complete.textContent()).toBe('1')
  itIs('2030-10-13T20:00:00Z')
  await noteTheDay({ ...desk.app, portalUrl: desk.url }, { election }, ['1'])
  await expect.poll(() => complete.textContent(), { ...patience, interval: 500 }).toBe('40')
  await look(clerk, 'board')
  await clerk.close()
}

export async function closesBureau(phone: ChairsPhone): Promise<void> {
  const { page } = phone.window
  for (const [moment, hour] of [
    ['We zijn open', '06:00'],
    ['We zijn gesloten', '13:00'],
    ['Alles is overgedragen', '14:00'],
  ] as const) {
    await phone.itIs(`2030-10-13T${hour}:00Z`)
    await page.getByRole('button', { name: moment }).click()
    await page.getByRole('button', { name: moment }).waitFor({ state: 'detached' })
  }
  await phone.window.lookAtBoth('bureau-story-phone-done')
  await phone.window.close()
}
