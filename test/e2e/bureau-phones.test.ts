import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, test } from 'vitest'
import { keptBureaus } from '../../src/bureaus/index.ts'
import { aCalledMember, adopted, aMember, aPollingBureau, withSections } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { dayInBelgium } from '../../src/platform/dates.ts'
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
  for (const [at, { seatId }] of bureau!.seats.entries())
    await aCalledMember(deps, { election, seatId, memberId: await aMember(deps, election, 7 + at) })
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

/** The last of this file: polling day is today from here on. */
test('who went home early is noted by phone, and stands on the day, the board, the list on paper and in the absence file', async () => {
  await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { electionId } = trial.election
    await sql`update elections.election set polling_day = ${dayInBelgium(new Date())}::date
      where election_id = ${electionId}`.execute(db)
    await sql`update bureaus.assignment
      set designated_at = date_trunc('day', now() at time zone 'Europe/Brussels') at time zone 'Europe/Brussels'
      where election_id = ${electionId}`.execute(db)
  })
  const window = await served.window(1280)
  const { page } = window
  const of = { election: trial.election.code, number: '1' }
  await window.logInAs('Sara Wouters', paths.bureauDay(of))
  const note = async (deed: string, fill: () => Promise<unknown>) => {
    await page.goto(served.url + paths.phonedDeed(of))
    await page.getByRole('link', { name: deed, exact: true }).click()
    await page.getByRole('radio', { name: 'Iemand anders van het bureau' }).check()
    await fill()
    await page.getByRole('button', { name: 'Noteer' }).click()
    await page.getByText('Genoteerd').first().waitFor()
  }
  const who = (label: string) => page.getByLabel('Over wie gaat het?').selectOption({ label })
  const hour = (text: string) => page.getByLabel('Hoe laat gebeurde het?').fill(text)
  for (const label of ['Peeters 7 Lotte, Voorzitter 1', 'Peeters 8 Lotte, Bijzitter 1'])
    await note('Iemand is er', async () => [await who(label), await hour('0:00')])
  await note('Het bureau is een stap verder', () => page.getByRole('radio', { name: 'Geopend' }).check())
  await note('Iemand ging eerder weg', async () => {
    await window.lookAtBoth('phoned-leaves')
    await who('Peeters 8 Lotte, Bijzitter 1')
    await hour('0:01')
    await page.getByLabel('Waarom?').fill('onwel')
  })
  await page.getByText('om 00:01: onwel').waitFor()
  await page.getByText('Peeters 8 Lotte (weg sinds 00:01)').waitFor()
  await window.lookAtBoth('day-left')
  await page.goto(served.url + paths.bureauBoard({ election: of.election }))
  await page.getByText('1 bijzitter', { exact: true }).waitFor()
  await page.goto(served.url + paths.bureauDayList(of))
  await page.getByRole('columnheader', { name: 'Handtekening' }).waitFor()
  await window.lookAtBoth('list-left')
  await note('Het bureau is een stap verder', () => page.getByRole('radio', { name: 'Gesloten' }).check())
  await page.goto(served.url + paths.absencesOfBureau(of))
  await page.getByText('Eerder weg, om 00:01: onwel').waitFor()
  await window.lookAtBoth('absences-left')
  await window.close()
})
