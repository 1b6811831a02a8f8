import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** The first minute of a clerk: log in, see the election, log out; and what happens when it goes otherwise. */

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
    await page.goto(desk.url + paths.start())
    await window.look('login-service')
    await window.logInAs('Karim El Amrani')
    expect(await page.getByText('Karim El Amrani').isVisible()).toBe(true)
    await window.look('start')
    await page.getByRole('link', { name: trial.election.name }).first().click()
    await window.look('home')
    await page.getByRole('link', { name: 'Kalender', exact: true }).click()
    await window.look('calendar')
    await page.getByRole('button', { name: 'Aangemeld blijven' }).click()
    await window.look('stayed')
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor()
    await window.look('signed-out')
    await page.goto(desk.url + paths.start())
    expect(page.url(), 'the login service forgot them too').toContain(desk.acm.origin)
    await window.close()
  })

  test('who has no role here, or opens what is not there, hears what to do', async () => {
    const window = await desk.window(width)
    await window.logInAs('Nora Pauwels')
    expect(await window.page.getByRole('heading', { name: 'U hebt geen toegang' }).isVisible()).toBe(true)
    await window.look('no-access')
    await window.page.getByRole('link', { name: 'Opnieuw aanmelden' }).click()
    await window.page.getByRole('link', { name: 'Iemand anders' }).click()
    await window.page.getByRole('button', { name: 'Mia Janssens' }).click()
    await window.page.goto(desk.url + paths.election({ election: trial.otherElection.code }))
    expect(await window.page.getByRole('heading', { name: 'Deze pagina is er niet' }).isVisible()).toBe(true)
    await window.look('not-found')
    await window.page.goto(desk.url + paths.become())
    await window.look('become')
    await window.close()
  })
})

test('who works for two municipalities changes without a new proof, and sees one at a time', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Tom Martens')
  await page.getByText('Zonnedorp 1').waitFor()
  await page.getByRole('button', { name: 'Andere organisatie' }).click()
  await page.getByRole('button', { name: 'Gemeente Maandorp' }).click()
  await page.getByText('Zonnedorp 2').waitFor()
  await page.goto(desk.url + paths.election({ election: trial.election.code }))
  await page.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor()
  await window.close()
})

test('without script a clerk logs in, stays and logs out', async () => {
  const window = await desk.window(1280, { javaScriptEnabled: false })
  const { page } = window
  await window.logInAs('Karim El Amrani', paths.calendar({ election: trial.election.code }))
  expect(await page.getByText(/wordt u om \d\d:\d\d afgemeld/).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Aangemeld blijven' }).click()
  expect(new URL(page.url()).pathname).toBe(paths.calendar({ election: trial.election.code }))
  expect(await page.getByText('U blijft aangemeld.').isVisible()).toBe(true)
  await window.look('without-script')
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await page.getByRole('button', { name: 'Afmelden' }).click() // that of the service
  expect(await page.getByRole('heading', { name: 'U bent afgemeld' }).isVisible()).toBe(true)
  await window.close()
})

test('before a session ends a bar says so, and staying keeps what is typed where it is', async () => {
  const window = await desk.window(390)
  const { page } = window
  await page.clock.install()
  await window.logInAs('Karim El Amrani')
  const bar = page.getByRole('region', { name: 'Aanmelding' })
  expect(await bar.isVisible()).toBe(false)
  await page.clock.fastForward('18:30')
  await bar.getByText(/Nog [12] min\./).waitFor()
  await window.look('session-ends')
  const before = page.url()
  await bar.getByRole('button', { name: 'Aangemeld blijven' }).click()
  await bar.waitFor({ state: 'hidden' })
  expect(page.url()).toBe(before)
  await page.clock.fastForward('21:00')
  await bar.getByText('U bent afgemeld').waitFor()
  await window.close()
})

test('by keyboard one jumps over the menu, and reaches every link in order', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Mia Janssens', paths.election({ election: trial.election.code }))
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Ga naar de inhoud')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
  await window.close()
})

test.each([390, 1280])(
  'who logged out in another tab finds back what they typed, on %i points',
  async (width) => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Els Maes', paths.ledger({ election: trial.election.code }))
    await page.getByLabel('Waarom vraagt u dit op?').fill('op reis tot maandag')
    await page.context().clearCookies() // what is left where somebody logged out in another tab
    await page.getByRole('button', { name: 'Toon wie deze kiezer bekeek' }).click()
    await page
      .getByRole('button', { name: /Els Maes/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Niets is verloren' }).waitFor()
    expect(await page.getByLabel('Waarom vraagt u dit op?').inputValue()).toBe('op reis tot maandag')
    await window.look('typed-comes-back')
    await window.close()
  },
)
