import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import type { Election } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** From the screen for the polling place to paper: the own letter first, and a duplicate that is found again. */

let trial: DeskTrial
let served: ServedDesk
let election: Election

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  election = await releasedElection(trial, 20)
  served = await serveDesk(trial.database.url, env)
  const sealed = await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<{ sealed: Buffer }>`
      select v.nrn_cipher as sealed from voters.voter v
      where v.election_id = ${election.electionId} and v.list_number = 1`.execute(db)
    return rows[0]!.sealed
  })
  const nationalNumber = trial.deps.vault.open(sealed)
  served.acm.addCitizens([{ name: 'Eerste Kiezer', nationalNumber, shows: 'kiezer' }])
}, 180_000)
afterAll(async () => {
  await served.close()
  await trial.close()
})

test('three duplicates are made, a fourth is not offered, and each is opened again', async () => {
  const window = await served.window(390)
  const { page } = window
  const of = { election: election.electionId }
  await window.logInAs('Eerste Kiezer', paths.pollingDesk(of))
  await page.getByRole('link', { name: 'Druk je brief af (PDF)' }).waitFor()
  await window.lookAtBoth('citizen-polling-desk-to-print')
  await page.getByRole('link', { name: 'Kreeg je geen brief? Vraag een duplicaat.' }).click()
  for (let n = 1; n <= 3; n++) {
    await page.getByRole('heading', { name: 'Wil je je brief alleen op papier?' }).waitFor()
    if (n === 2) await window.lookAtBoth('citizen-duplicate-made-before')
    await page.getByLabel('Ik heb mijn brief niet gekregen').check()
    await page.getByRole('button', { name: 'Maak mijn duplicaat' }).click()
    await page.getByRole('heading', { name: 'Je duplicaat is klaar' }).waitFor()
    await page.goto(served.url + paths.duplicate(of))
  }
  await page.getByText('Je maakte vandaag al 3 duplicaten').waitFor()
  expect(await page.getByRole('button', { name: 'Maak mijn duplicaat' }).count()).toBe(0)
  await window.lookAtBoth('citizen-duplicate-enough')
  await page.getByRole('link', { name: /^Duplicaat 2, gemaakt op/ }).click()
  await page.getByRole('link', { name: 'Open je duplicaat', exact: true }).waitFor()
  await window.close()
})
