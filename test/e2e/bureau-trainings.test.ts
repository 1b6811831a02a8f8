import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptBureaus, recordMember } from '../../src/bureaus/index.ts'
import { aCalledMember, adopted, aMember, aPollingBureau, withSections } from '../../src/bureaus/testing.ts'
import { paths as deskPaths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { AssignmentId } from '../../src/platform/ids.ts'
import type { NationalNumber } from '../../src/platform/national-number.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** A training in a browser: the clerk makes it, chairs enrol, one waits and gets the place, the day moves, and it is cancelled. */

let trial: DeskTrial
let served: ServedDesk
let call: AssignmentId
const nationalNumber = '85610100147' as NationalNumber

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const { deps, election } = trial
  await withSections(deps.database, election, [1, 2])
  await adopted(deps, election, [aPollingBureau(1), aPollingBureau(2)])
  const bureaus = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const seatOf = (at: number) => bureaus[at]!.seats.find(({ role }) => role === 'CHAIR')!.seatId
  const member = { nationalNumber, lastName: 'Peeters', firstNames: 'Lotte' }
  const lotte = await recordMember(deps, { election, member, by: 'test' })
  call = await aCalledMember(deps, { election, seatId: seatOf(0), memberId: lotte })
  const other = await aMember(deps, election, 7)
  await aCalledMember(deps, { election, seatId: seatOf(1), memberId: other })
  served = await serveDesk(trial.database.url, env)
  served.acm.addCitizens([{ name: 'Lotte Peeters', nationalNumber, shows: 'opgeroepen' }])
}, 180_000)
afterAll(async () => {
  await served?.close()
  await trial?.close()
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

test('from an empty list to a training that is full, moved and cancelled', async () => {
  const election = trial.election.code
  const desk = await served.window(1280)
  const { page } = desk
  await desk.logInAs('Sara Wouters', deskPaths.trainings({ election }))
  await desk.lookAtBoth('trainings-none')
  await page.getByRole('link', { name: 'Maak een opleiding' }).click()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Vul een dag in die bestaat.').first().waitFor()
  await desk.lookAtBoth('training-form-refused')
  await page.getByLabel('Naam van de opleiding').fill('Voorzitter van een stembureau')
  const dates: readonly (readonly [string, Date])[] = [
    ['dag', inDays(20)],
    ['laatste', inDays(15)],
  ]
  for (const [name, day] of dates) {
    await page.locator(`[name="${name}-day"]`).fill(String(day.getDate()))
    await page.locator(`[name="${name}-month"]`).fill(String(day.getMonth() + 1))
    await page.locator(`[name="${name}-year"]`).fill(String(day.getFullYear()))
  }
  await page.getByLabel('Begint om').fill('19:00')
  await page.getByLabel('Eindigt om').fill('21u30')
  await page.getByLabel('Plaats', { exact: true }).fill('Raadzaal, Dorpsplein 1')
  await page.getByLabel('Aantal plaatsen').fill('1')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('De opleiding is gemaakt.').waitFor()
  const address = page.url()
  await page.getByRole('link', { name: 'Schrijf iemand in' }).click()
  await page.getByLabel('Nummer van het bureau').fill('2')
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.getByRole('radio', { name: /Peeters 7/ }).check()
  await page.getByRole('radio', { name: 'aan de telefoon' }).check()
  await desk.lookAtBoth('training-enrol')
  await page.getByRole('button', { name: 'Schrijf in' }).click()
  await page.getByText('Deze persoon heeft een plaats.').waitFor()

  const own = await served.window(390)
  await own.logInAs('Lotte Peeters', paths.call({ call }))
  await own.page.getByRole('link', { name: 'Bekijk de opleidingen' }).click()
  await own.lookAtBoth('citizen-training-full')
  await own.page.getByRole('button', { name: /Zet me op de wachtlijst/ }).click()
  await own.page.getByText('op de wachtlijst, op plaats 1').waitFor()
  await own.lookAtBoth('citizen-training-waits')

  await page.goto(address)
  await desk.lookAtBoth('training-full')
  await page.getByRole('link', { name: /Schrijf uit van Peeters 7/ }).click()
  await desk.lookAtBoth('training-leave')
  await page.getByRole('button', { name: 'Schrijf uit' }).click()
  await page.getByText('Wie het langst wachtte, heeft nu die plaats').waitFor()

  await own.page.reload()
  await own.page.getByText('kwam er een plaats vrij voor jou').waitFor()
  const [file] = await Promise.all([
    own.page.waitForEvent('download'),
    own.page.getByRole('link', { name: /Zet in mijn agenda/ }).click(),
  ])
  expect(file.suggestedFilename()).toBe('opleiding.ics')

  await page.getByRole('link', { name: 'Wijzig', exact: true }).click()
  await page.getByLabel('Plaats', { exact: true }).fill('Sporthal De Zonnebloem')
  await desk.lookAtBoth('training-change')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('weet dit nog niet').first().waitFor()
  await desk.lookAtBoth('training-moved')
  await own.page.reload()
  await own.page.getByText('Let op: de dag, het uur of de plaats veranderde').waitFor()
  await own.lookAtBoth('citizen-training-moved')
  await own.page.goto(`${served.url}${paths.trainings({ call })}?taal=de`)
  await own.lookAtBoth('citizen-training-de')

  for (const [link, look] of [
    ['Aanwezigheidslijst om af te drukken', 'training-list'],
    ['Bel wie ingeschreven is', 'training-phones'],
    ['Gelast af', 'training-cancel'],
  ] as const) {
    await page.goto(address)
    await page.getByRole('link', { name: link }).click()
    await desk.lookAtBoth(look)
  }
  await page.getByRole('button', { name: 'Gelast deze opleiding af' }).click()
  await page.getByText('Deze opleiding is afgelast.').waitFor()
  await page.goto(served.url + deskPaths.trainings({ election }))
  await desk.lookAtBoth('trainings')
  await page.getByRole('link', { name: /volgden nog geen opleiding/ }).click()
  await desk.lookAtBoth('trainings-untrained')
  await page.goto(served.url + deskPaths.bureaus({ election }))
  await desk.look('bureaus-with-trainings')
  await own.page.goto(`${served.url}${paths.trainings({ call })}?taal=nl`)
  await own.page.getByText('Deze opleiding gaat niet door.').waitFor()
  await own.close()
  await desk.close()
})
