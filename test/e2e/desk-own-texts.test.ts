import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { composeLetters } from '../../src/letters/index.ts'
import { closedList } from '../../src/letters/testing.ts'
import { updateMunicipality } from '../../src/municipalities/index.ts'
import { aMunicipality } from '../../src/municipalities/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** A telephone number changed: see the letter with it, save it, see who did, and take the old one over again. */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  await closedList(trial.deps, trial.election, 20, 1)
  await composeLetters(
    { ...trial.deps, portalUrl: 'http://localhost' },
    { election: trial.election, by: 'test' },
  )
  desk = await serveDesk(trial.database.url)
})
afterAll(async () => {
  await desk?.close()
  await trial?.close()
})

const at = () => ({ election: trial.election.code })

describe.each([
  [390, true],
  [1280, true],
  [1280, false],
])('on a screen of %i points, with script: %s', (width, javaScriptEnabled) => {
  test('who keeps the municipality changes its texts and takes them back', async () => {
    const window = await desk.window(width, { javaScriptEnabled })
    const { page } = window
    const phone = page.getByLabel('Telefoon')
    const look = (name: string) => window.look(`texts-${name}${javaScriptEnabled ? '' : '-without-script'}`)
    await window.logInAs('Els Maes', paths.election(at()))
    await page.getByRole('link', { name: 'Teksten', exact: true }).click()
    await look('now')
    const before = await phone.inputValue()
    await phone.fill('bel ons')
    await phone.press('Enter')
    await page.getByText('Dit klopt nog niet').waitFor()
    await look('faulty')
    await phone.fill('09 888 77 66')
    await page.getByRole('button', { name: 'Toon het voorbeeld' }).click()
    await page.getByText('Zo wordt de brief').waitFor()
    const isDrawn = await page.getByAltText('Bladzijde 1 van 2').isVisible()
    expect([isDrawn, await phone.inputValue()]).toEqual([true, '09 888 77 66'])
    await look('example')
    await page.getByRole('button', { name: 'Bewaar de teksten' }).click()
    await page.getByText('bewaard als nieuwe versie').waitFor()
    await look('saved')
    await page.getByRole('link', { name: 'Vroegere versies' }).click()
    await page.getByText('Door Els Maes').first().waitFor()
    await look('history')
    await page.getByRole('link', { name: 'Neem versie 1 over' }).click()
    await page.getByText('Hieronder staan de teksten van versie 1').waitFor()
    expect(await phone.inputValue()).toBe(before)
    await look('taken')
    await page.getByRole('button', { name: 'Bewaar de teksten' }).click()
    await page.getByText('bewaard als nieuwe versie').waitFor()
    expect(await phone.inputValue()).toBe(before)
    await window.close()
  })
})

test.each([390, 1280])(
  'on a screen of %i points the example follows what is typed, and nobody is taken away from the field',
  async (width) => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Els Maes', paths.ownTexts(at()))
    const picture = page.getByAltText('Bladzijde 1 van 2')
    const address = () => picture.getAttribute('src')
    const asked: string[] = []
    page.on('request', (one) => one.method() === 'POST' && asked.push(one.url()))
    const phone = page.getByLabel('Telefoon')
    const now = await address()
    await phone.fill('')
    await phone.pressSequentially('09 555 44 33', { delay: 20 })
    await page.getByText('Zo wordt de brief').waitFor()
    expect(asked, 'of twelve keys one question').toHaveLength(1)
    expect(await address()).not.toBe(now)
    expect(await page.evaluate(`document.activeElement.id`)).toBe('contact.phone')
    expect(await page.getByRole('status').getByText('Het voorbeeld is bijgewerkt.').count()).toBe(1)
    await window.look('texts-live')
    await page.getByLabel('E-mail').fill('nobody')
    await page.getByText('Verbeter eerst wat niet klopt').first().waitFor()
    expect(await picture.count()).toBe(0)
    await page.getByLabel('E-mail').fill('verkiezingen@zonnedorp.example')
    await page.getByText('Zo wordt de brief').waitFor()
    await page.reload()
    expect(await phone.inputValue(), 'nothing was saved').not.toBe('09 555 44 33')
    await window.close()
  },
)

test('while an example is made that was typed over, the later one is shown', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Els Maes', paths.ownTexts(at()))
  let held = 0
  await page.route('**/teksten', async (route) => {
    if (route.request().method() === 'POST' && held++ === 0) await new Promise((go) => setTimeout(go, 4000))
    await route.continue().catch(() => undefined)
  })
  const kept = async () =>
    /voorbeeld\/([0-9a-f-]+)/.exec(
      (await page.getByAltText('Bladzijde 1 van 2').getAttribute('src')) ?? '',
    )?.[1]
  await page.getByLabel('Telefoon').fill('09 111 11 11')
  await expect.poll(() => held).toBe(1)
  await page.getByLabel('Telefoon').fill('09 222 22 22')
  await page.getByText('Zo wordt de brief').waitFor()
  const shown = await kept()
  await page.waitForTimeout(4500)
  expect(await kept(), 'the first answer puts nothing in its place').toBe(shown)
  expect(held).toBe(2)
  await window.close()
})

test('a message of the municipality is seen before it is saved, and what no letter can print is told', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const message = page.getByLabel('Praktische informatie')
  await window.logInAs('Els Maes', paths.ownTexts(at()))
  await message.fill('Parkeren kan op de Markt.\n\u{1F68C} Bus 12 stopt aan de school.')
  await page.getByRole('button', { name: 'Toon het voorbeeld' }).click()
  await page.getByRole('alert').getByText('\u{1F68C}').waitFor()
  await window.lookAtBoth('texts-message-faulty')
  await message.fill('Parkeren kan op de Markt.\nBus 12 stopt aan de school.')
  await page.getByRole('button', { name: 'Toon het voorbeeld' }).click()
  await page.getByAltText('Bladzijde 2 van 2').scrollIntoViewIfNeeded()
  await window.lookAtBoth('texts-message-example')
  await page.getByRole('button', { name: 'Bewaar de teksten' }).click()
  await page.getByText('bewaard als nieuwe versie').waitFor()
  expect(await message.inputValue()).toBe('Parkeren kan op de Markt.\nBus 12 stopt aan de school.')
  await message.fill('')
  await page.getByRole('button', { name: 'Bewaar de teksten' }).click()
  await page.getByText('bewaard als nieuwe versie').waitFor()
  expect(await message.inputValue()).toBe('')
  await window.close()
})

test('who logs in anew in a second tab finds back what stood in the first, and nothing was done with it', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Els Maes', paths.ownTexts(at()))
  const phone = page.getByLabel('Telefoon')
  const before = await phone.inputValue()
  await phone.fill('09 123 45 67')
  const second = await page.context().newPage()
  await second.goto(`${desk.url}${paths.signIn()}?vers=ja`)
  await second.getByRole('button', { name: 'Els Maes' }).first().click()
  await second.waitForURL((url) => url.origin === desk.url)
  await page.getByRole('button', { name: 'Bewaar de teksten' }).click()
  await page.getByText('Niets is verloren').waitFor()
  expect(await phone.inputValue()).toBe('09 123 45 67')
  await window.look('texts-second-tab')
  await second.goto(desk.url + paths.ownTexts(at()))
  expect(await second.getByLabel('Telefoon').inputValue()).toBe(before)
  await window.close()
})

test('where voters may ask for French, the French block stands under the Dutch, and opening hours as long as they may be fit the page', async () => {
  const french = {
    department: 'Service Population et Élections, guichet principal',
    duplicateDesk: { place: 'Maison communale', hours: ['Du lundi au vendredi de 9 h à 12 h'] },
    practicalInfo: Array.from({ length: 4 }, () => 'w'.repeat(90)),
    signedBy: ['Pour le collège des bourgmestre et échevins'],
  }
  const own = aMunicipality(1, { enterpriseNumber: '1999000150', languageRegime: 'rand', french })
  const hours = Array.from({ length: 6 }, (_, day) => `${day}`.repeat(80))
  const document = {
    ...{ ...own, duplicateDesk: { ...own.duplicateDesk, hours } },
    practicalInfo: Array.from({ length: 4 }, () => 'W'.repeat(90)),
  }
  const by = 'command-line'
  const updated = await updateMunicipality(trial.deps, { municipalityId: trial.here, document, by })
  expect(updated).toMatchObject({ ok: true })
  for (const width of [390, 1280]) {
    const window = await desk.window(width)
    await window.logInAs('Els Maes', paths.ownTexts(at()))
    await window.look('texts-french')
    await window.page.getByRole('link', { name: 'Vroegere versies' }).click()
    await window.look('texts-history-long')
    await window.close()
  }
})
