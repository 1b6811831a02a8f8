import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUpProtected, withVoters } from '../../src/desk/audit/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** Who keeps an eye on it: the alert, what it was, who looked at one voter, the log and its file. */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  await withVoters(trial)
  desk = await serveDesk(trial.database.url)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('an unusual look-up is asked about, and the log says so', async () => {
    const { staffId } = await trial.visitor('loket')
    await lookUpProtected(trial, staffId)
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Els Maes')
    await window.look('alert')
    await page.getByRole('link', { name: 'Bekijk en ga na' }).click()
    await window.look('unusual')
    await page
      .getByRole('link', { name: /^Bekijk/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Nagegaan' }).click()
    await window.look('look-up-refused')
    await page.getByLabel('Wat u vaststelde').fill('De kiezer stond aan het loket.')
    await window.look('look-up')
    await page.getByRole('button', { name: 'Nagegaan' }).click()
    await page.getByText('Uw besluit is bewaard').waitFor()
    await window.look('unusual-empty')
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Logboek' }).click()
    await page.getByLabel('Waarover').selectOption({ label: 'Kiezers en kiezerslijst' })
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    expect(page.url()).toContain('soort=voters')
    await window.look('log')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bewaar als CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^logboek-\d{4}-\d\d-\d\d\.csv$/)
    await window.close()
  })

  test('who looked at one voter is shown for a reason, by a number that no address holds', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Els Maes', paths.ledger({ election: trial.election.code }))
    await page.getByLabel('Volgnummer').fill('3')
    await window.look('ledger-asked')
    await page.getByLabel('Waarom vraagt u dit op?').fill('De kiezer vraagt het')
    await page.getByRole('button', { name: 'Toon wie deze kiezer bekeek' }).click()
    await page.getByRole('heading', { name: 'Wie bekeek kiezer 3?' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await window.look('ledger')
    await window.close()
  })
})
