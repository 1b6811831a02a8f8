import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adopted, aPollingBureau, withSections } from '../../src/bureaus/testing.ts'
import { paths as deskPaths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { testNumber } from '../../src/voters/testing.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { sheetOf, workbookOf } from '../workbook.ts'

/** A workbook of a school in a browser: what is wrong by sheet and row, the rows to send back, and the mended one taken over. */

let trial: DeskTrial
let served: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  await withSections(trial.database, trial.election, [1])
  await adopted(trial.deps, trial.election, [aPollingBureau(1)])
  served = await serveDesk(trial.database.url)
}, 180_000)
afterAll(async () => {
  await served?.close()
  await trial?.close()
})

const names = ['national_number', 'last_name', 'category', 'source', 'birth_date']
const workbook = (category: string, day: string) => {
  const row = [testNumber(1), 'Peeters', category, 'Basisschool De Linde', day]
  const sheet = sheetOf([['Personeel'], names, row], { name: 'Personeel' })
  const buffer = workbookOf({ sheets: [sheet] })
  return { name: 'personeel.xlsx', mimeType: 'application/octet-stream', buffer }
}

test('a workbook with faults, its rows to mend, and the mended one', async () => {
  const desk = await served.window(1280)
  const { page } = desk
  await desk.logInAs('Sara Wouters', deskPaths.listFile({ election: trial.election.code, what: 'list-a' }))
  await desk.lookAtBoth('list-file')
  await page.locator('input[type=file]').setInputFiles(workbook('leraar', 'vorig jaar'))
  await page.getByRole('button', { name: 'Kijk na' }).click()
  await page.getByText('Deze categorie staat niet in de wet.').waitFor()
  await desk.lookAtBoth('list-file-workbook-refused')
  const loading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Haal de foute rijen op' }).click()
  const file = await loading
  expect(file.suggestedFilename()).toBe('te-verbeteren.csv')
  expect(readFileSync(await file.path(), 'utf8')).toContain('Personeel;3;category;leraar;')
  await page.getByRole('link', { name: 'Stuur een ander bestand' }).click()
  await page.locator('input[type=file]').setInputFiles(workbook('7', '1980-05-06'))
  await page.getByRole('button', { name: 'Kijk na' }).click()
  await page.getByRole('button', { name: 'Neem over' }).click()
  await page.getByText('Op de lijst').first().waitFor()
})
