import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, test } from 'vitest'
import { electionWithClosedList } from '../../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import type { Election } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** On a closed list and without a letter yet: the election stands there, at both widths. */

let trial: DeskTrial
let served: ServedDesk
let election: Election

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  election = await electionWithClosedList(trial, 20)
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

test('where and when stand there, and that the letter comes later', async () => {
  const window = await served.window(390)
  const { page } = window
  await window.logInAs('Eerste Kiezer', paths.elections())
  await page.getByText('Je kiesbrief komt nog').waitFor()
  await window.lookAtBoth('citizen-elections-not-sent')
  await page.goto(served.url + paths.election({ election: election.electionId }))
  await page.getByText('Hier lees je waar en wanneer je nu stemt').waitFor()
  await window.lookAtBoth('citizen-election-not-sent')
  await window.close()
})
