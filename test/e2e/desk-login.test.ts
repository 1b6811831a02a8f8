import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** The first minute of a clerk: log in, see the election, log out. */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  desk = await serveDesk(trial.database.url)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('a clerk logs in, sees the election and logs out', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Karim El Amrani')
    expect(await page.getByText('Karim El Amrani').isVisible()).toBe(true)
    await window.look('start')
    await page.getByRole('link', { name: trial.election.name }).first().click()
    await window.look('home')
    await page.getByRole('link', { name: 'Kalender', exact: true }).click()
    await window.look('calendar')
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor()
    await window.look('signed-out')
    await page.goto(desk.url + paths.start())
    expect(page.url(), 'the login service forgot them too').toContain(desk.acm.origin)
    await window.close()
  })
})
