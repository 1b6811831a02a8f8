import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { aMunicipality } from '../../src/municipalities/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** Who runs the installation: municipalities by name, one more by its file, health, settings. */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  desk = await serveDesk(trial.database.url, { OPERATOR_ORGANISATION: '1999000150' })
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

async function add({ page }: DeskWindow, document: object): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(document))
  const file = { name: 'gemeente.json', mimeType: 'application/json', buffer }
  await page.getByLabel('Bestand van de gemeente').setInputFiles(file)
  await page.getByRole('button', { name: 'Voeg toe' }).click()
}

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('a municipality is added by its file, and the installation looked at', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Omer Goossens')
    await page.getByRole('link', { name: 'Uitbating' }).click()
    await window.look('municipalities')
    await page.getByRole('link', { name: 'Voeg een gemeente toe' }).click()
    await add(window, { ...aMunicipality(width), nisCode: 'x', contact: {} })
    await page.getByText('Er is niets toegevoegd').first().waitFor()
    await window.look('municipality-refused')
    await add(window, { ...aMunicipality(width), nisCode: String(98_000 + width) })
    await page.getByText('De gemeente is toegevoegd.').waitFor()
    expect(await page.getByText(`Zonnedorp ${width}`).isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Gezondheid' }).click()
    await window.look('health')
    await page.getByRole('link', { name: 'Instellingen' }).click()
    await window.look('settings')
    expect(await page.content()).not.toContain(trial.database.url)
    await window.close()
  })
})

test('the role counts for the organisation that the installation names, and for no other', async () => {
  const window = await desk.window(1280)
  await window.logInAs('Els Maes', paths.operator())
  expect(await window.page.getByRole('heading', { name: 'Dit mag u niet openen' }).isVisible()).toBe(true)
  await window.close()
})
