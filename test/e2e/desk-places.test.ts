import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { placesFile } from '../../src/desk/places/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** Where everybody votes: a file with a fault, the file mended, what is missing, the map, one place filled in. */

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

async function readIn({ page }: DeskWindow, text: string): Promise<void> {
  const buffer = Buffer.from(text)
  await page
    .getByLabel('Bestand met stemlocaties')
    .setInputFiles({ name: 'places.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Lees in' }).click()
}

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('places are read in, shown on a map and in a table, and filled in', async () => {
    const window = await desk.window(width)
    const { page } = window
    const election = trial.election.code
    await window.logInAs('Karim El Amrani', paths.election({ election }))
    await page.getByRole('main').getByRole('link', { name: 'Stemlocaties en stemafdelingen' }).last().click()
    await window.look('places-before')
    await page.getByRole('link', { name: /Lees een/ }).click()
    await readIn(window, placesFile.replaceAll(';9999;', ';99;'))
    await page.getByText('is geen Belgische postcode.').first().waitFor()
    await window.look('places-refused')
    await readIn(window, placesFile)
    await page.getByText('De stemlocaties zijn ingelezen.').waitFor()
    await page.locator('.map.leaflet-container').waitFor()
    expect(await page.locator('.map path').count(), 'one of two has coordinates').toBe(1)
    await window.look('places')
    await page
      .getByRole('table')
      .getByRole('link', { name: /Sporthal/ })
      .click()
    await page.getByLabel('Breedtegraad').fill('3,73')
    await page.getByLabel('Lengtegraad').fill('51,06')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('Breedtegraad is geen plaats in België.').first().waitFor()
    await window.look('place-refused')
    await page.getByLabel('Breedtegraad').fill('51,06')
    await page.getByLabel('Lengtegraad').fill('3,73')
    await page.getByRole('radio', { name: 'Ja' }).check()
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('De stemlocatie is gewijzigd.').waitFor()
    await page.locator('.map path').nth(1).waitFor()
    expect(await page.getByText('Wat nog ontbreekt').count()).toBe(0)
    await page.locator('.map path').first().click({ force: true })
    await page.locator('.map').getByRole('link').first().waitFor()
    await window.look('places-complete')
    await window.close()
  })
})

test('without script the table says everything, and there is no map', async () => {
  const window = await desk.window(1280, { javaScriptEnabled: false })
  await window.logInAs('Karim El Amrani', paths.places({ election: trial.election.code }))
  expect(await window.page.getByRole('table').getByRole('link').count()).toBe(2)
  expect(await window.page.locator('.map').isVisible()).toBe(false)
  await window.look('places-without-script')
  await window.close()
})
