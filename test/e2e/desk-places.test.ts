import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { placesFile } from '../../src/desk/places/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** An election, and where everybody votes: an election added, a file with a fault, the file mended, what is missing, the map, one place filled in. */

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

/** Names on the map that its edge cuts off. */
function cutOff({ page }: DeskWindow): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const map = document.querySelector('.map').getBoundingClientRect()
    const isOutside = (box) => box.left < map.left || box.right > map.right || box.top < map.top || box.bottom > map.bottom
    return [...document.querySelectorAll('.map .leaflet-tooltip')]
      .filter((one) => isOutside(one.getBoundingClientRect()))
      .map((one) => one.textContent)
  })()`)
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
    await readIn(window, placesFile.replaceAll('postcode', 'zip'))
    await page.getByText('Deze kolom ontbreekt: postcode.').first().waitFor()
    await window.look('places-no-list')
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
    const places = page.url()
    await page.goto(desk.url + paths.place({ election, place: 'S1' }))
    await window.look('place')
    await page.getByRole('link', { name: 'Wijzig lokaal van stemafdeling 2' }).click()
    await page.getByLabel('Lokaal', { exact: true }).fill('Refter')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('is al van een andere stemafdeling').first().waitFor()
    await window.look('room-refused')
    await page.getByLabel('Lokaal', { exact: true }).fill('Turnzaal')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('Er was niets te wijzigen').waitFor()
    await page.goto(places)
    await page.locator('.map .map-number').nth(1).waitFor()
    expect(await page.getByText('Wat nog ontbreekt').count()).toBe(0)
    for (const at of [0, 1]) {
      await page.locator('.map .map-number').nth(at).hover({ force: true })
      await page.locator('.map .leaflet-tooltip').waitFor()
      expect(await page.locator('.map .map-number').nth(at).textContent()).toBe(String(at + 1))
      expect(await cutOff(window), 'a name lies within its map').toEqual([])
    }
    await page.locator('.map .map-number').first().click({ force: true })
    await page.locator('.map').getByRole('link').first().waitFor()
    await window.look('places-complete')
    await window.close()
  })
})

test('a clerk adds an election, by its kind, and sees it before it is there', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Karim El Amrani', paths.start())
  await page.getByRole('link', { name: 'Verkiezing toevoegen' }).click()
  await window.lookAtBoth('election-kinds')
  await page.getByRole('link', { name: 'Lokale en provinciale verkiezingen 2030' }).click()
  await window.lookAtBoth('election-form')
  await page.getByLabel('Kieskanton').fill('Zonnedorp')
  await page.getByLabel('Bureaus dicht om').fill('16 uur')
  await page.getByRole('button', { name: 'Toon wat het wordt' }).click()
  await page.getByRole('link', { name: 'Kies hoe uw gemeente stemt.' }).click()
  await window.lookAtBoth('election-faults')
  expect(await page.getByLabel('Kieskanton').inputValue(), 'nothing typed is lost').toBe('Zonnedorp')
  await page.getByLabel('Bureaus dicht om').fill('')
  await page.getByRole('radio', { name: 'Op papier' }).check()
  await page.getByRole('button', { name: 'Toon wat het wordt' }).click()
  await page.getByText('Er is nog niets toegevoegd.').waitFor()
  await window.lookAtBoth('election-preview')
  await page.getByRole('button', { name: 'Voeg de verkiezing toe' }).click()
  await page.getByText('De verkiezing is toegevoegd.').waitFor()
  await page.getByRole('link', { name: 'Bekijk de gegevens van de verkiezing' }).click()
  await window.lookAtBoth('election-facts')
  await page.getByRole('link', { name: 'Wijzig met een formulier' }).click()
  await page.getByRole('radio', { name: 'Digitaal' }).check()
  await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
  await window.lookAtBoth('election-change')
  await page.getByRole('button', { name: 'Voer de wijziging door' }).click()
  await page.getByText('De wijziging is doorgevoerd.').waitFor()
  await window.close()
})

test('without script the table says everything, and there is no map', async () => {
  const window = await desk.window(1280, { javaScriptEnabled: false })
  await window.logInAs('Karim El Amrani', paths.places({ election: trial.election.code }))
  expect(await window.page.getByRole('table').getByRole('link').count()).toBe(2)
  expect(await window.page.locator('.map').isVisible()).toBe(false)
  await window.look('places-without-script')
  await window.close()
})
