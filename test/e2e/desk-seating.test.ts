import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workSeatings } from '../../src/bureaus/index.ts'
import { aTownToSeat } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** From adopted and drawn lists to people who are proposed, with a move by hand in between. */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const { database, election, deps } = trial
  const town = { database, election, sections: 4, voters: 60, onListA: [3, 10, 6, 1, 8, 20] }
  await aTownToSeat(deps, { ...town, assessors: [3, 3, 2, 2], substitutes: 2 })
  desk = await serveDesk(trial.database.url, env)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

const works = () =>
  workSeatings(trial.deps, { municipalityId: trial.here, signal: new AbortController().signal })

test('a division is computed, looked at, changed by hand and proposed', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const election = trial.election.code
  await window.logInAs('Sara Wouters', paths.bureaus({ election }))
  await page.getByRole('link', { name: 'Voordragen', exact: true }).click()
  await window.lookAtBoth('seating-none')
  await page.getByLabel('Niemand zit samen met iemand van hetzelfde adres').check()
  await page.getByRole('button', { name: 'Bereken een voorstel' }).click()
  await page.getByText('Het berekenen begint zo dadelijk').waitFor()
  await window.lookAtBoth('seating-busy')
  await works()
  await page.goto(new URL(paths.seating({ election }), page.url()).href)
  await page.getByText('Krijgen iemand').first().waitFor()
  await window.lookAtBoth('seating')
  await page.getByRole('link', { name: 'Stembureau 2', exact: true }).click()
  await window.lookAtBoth('seating-bureau')
  await page
    .getByRole('button', { name: /^Niet in dit bureau/ })
    .first()
    .click()
  await page.getByText('Uw keuze is bewaard').waitFor()
  await page.getByText('Verplaats').first().click()
  await page.getByLabel('Naar bureau nummer').first().fill('99')
  await page
    .getByRole('button', { name: /^Verplaats/ })
    .first()
    .click()
  await page.getByText('Er is geen bureau met dat nummer').first().waitFor()
  await window.lookAtBoth('seating-move-refused')
  await page.getByRole('link', { name: 'Mensen over de zitplaatsen verdelen' }).click()
  await page.getByRole('button', { name: 'Bereken opnieuw' }).click()
  await works()
  await page.goto(new URL(paths.seating({ election }), page.url()).href)
  await page.getByText('Anders dan vorige keer').first().waitFor()
  await window.lookAtBoth('seating-again')
  await page.getByRole('button', { name: /^Stel deze 22 personen voor/ }).click()
  await page.getByText('Het voordragen begint zo dadelijk').waitFor()
  await works()
  await page.goto(new URL(paths.seating({ election }), page.url()).href)
  await page.getByText('22 personen van dit voorstel zijn voorgedragen').waitFor()
  await window.lookAtBoth('seating-proposed')
  expect(await page.getByText('Er is geen vrije zitplaats om te verdelen.').count()).toBe(1)
  await window.close()
})
