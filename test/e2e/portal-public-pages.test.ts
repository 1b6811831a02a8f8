import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** Who is not logged in finds what the law wants everybody to find, from the foot of any page. */

let trial: DeskTrial
let served: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  await releasedElection(trial, 20)
  served = await serveDesk(trial.database.url)
}, 180_000)
afterAll(async () => {
  await served.close()
  await trial.close()
})

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('privacy, accessibility and open data are one or two clicks away', async () => {
    const window = await served.window(width)
    const { page } = window
    await page.goto(served.url + paths.start())
    await page.getByRole('link', { name: 'Privacy' }).click()
    await page.getByRole('link', { name: 'Zonnedorp 1' }).click()
    await page.getByRole('heading', { name: 'Wat Zonnedorp 1 met je gegevens doet' }).waitFor()
    await page.getByText('(KWB 10)').waitFor()
    await window.look('citizen-privacy')
    await page.getByRole('link', { name: 'Toegankelijkheid' }).click()
    await page.getByRole('heading', { name: 'Toegankelijkheid: Zonnedorp 1' }).waitFor()
    await window.look('citizen-accessibility')
    await page.getByRole('link', { name: 'Open data' }).click()
    await page.getByRole('heading', { name: 'Open data: de stemlocaties' }).waitFor()
    await window.look('citizen-open-data')
    const link = page.getByRole('link', { name: 'GeoJSON' })
    const answer = await page.context().request.get(served.url + (await link.getAttribute('href')))
    expect(((await answer.json()) as { type: string }).type).toBe('FeatureCollection')
    expect(await page.context().cookies(), 'nobody is followed').toEqual([])
    await window.close()
  })
})
