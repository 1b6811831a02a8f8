import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, test } from 'vitest'
import { keptBureaus } from '../../src/bureaus/index.ts'
import { aCalledMember, adopted, aMember, aPollingBureau, withSections } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** A bureau phones the town hall: the clerk finds the deed, is told what is missing, and that it is not polling day yet. */

let trial: DeskTrial
let served: ServedDesk

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const { deps, election } = trial
  await withSections(deps.database, election, [1])
  await adopted(deps, election, [aPollingBureau(1)])
  const [bureau] = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const { seatId } = bureau!.seats.find(({ role }) => role === 'CHAIR')!
  await aCalledMember(deps, { election, seatId, memberId: await aMember(deps, election, 7) })
  served = await serveDesk(trial.database.url, env)
}, 180_000)
afterAll(async () => {
  await served?.close()
  await trial?.close()
})

test('what a bureau phones has a form for each deed', async () => {
  const window = await served.window(1280)
  const { page } = window
  const of = { election: trial.election.code, number: '1' }
  await window.logInAs('Sara Wouters', paths.bureauDay(of))
  await page.getByRole('link', { name: 'Noteer wat het bureau telefoneert' }).click()
  await window.lookAtBoth('phoned')
  await page.getByRole('link', { name: 'Iemand is er', exact: true }).click()
  await page.getByRole('button', { name: 'Noteer' }).click()
  await page.getByText('Kies wie belde.').first().waitFor()
  await window.lookAtBoth('phoned-refused')
  await page.getByRole('radio', { name: 'De voorzitter, of wie die vervangt' }).check()
  await page.getByLabel('Over wie gaat het?').selectOption({ label: 'Peeters 7 Lotte, Voorzitter 1' })
  await page.getByRole('button', { name: 'Noteer' }).click()
  await page.getByText('Dat kan alleen op de verkiezingsdag.').first().waitFor()
  await window.close()
})
