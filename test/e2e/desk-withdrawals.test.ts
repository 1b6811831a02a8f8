import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptAfter, keptBureaus, noteSending, reportAbsences } from '../../src/bureaus/index.ts'
import { adopted, afterPollingDay, aMember, aPollingBureau } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { dayInBelgium } from '../../src/platform/dates.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { AssignmentId } from '../../src/platform/ids.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** Somebody was reported whose reason is taken after all: the clerk makes the letter that takes it back, and notes that it left. */

let trial: DeskTrial
let desk: ServedDesk
let absent: AssignmentId
let late: AssignmentId
const by = 'test'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { election } = trial
  const { deps } = trial
  await adopted(deps, election, [{ ...aPollingBureau(1, 2), votingMode: 'DIGITAL' }])
  const [bureau] = await trial.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const [, first, second] = bureau!.seats
  const came = async (n: number, seatId: typeof first, arrivedAt?: Date) =>
    afterPollingDay(deps, {
      ...{ election, seatId: seatId!.seatId, memberId: await aMember(deps, election, n), arrivedAt },
    })
  absent = await came(1, first)
  late = await came(2, second, new Date('2029-06-10T06:15:00Z'))
  await trial.visitor('magistraat')
  desk = await serveDesk(trial.database.url)
  // With the keys of the program that shows it.
  const app = { ...desk.app, portalUrl: desk.url }
  const { bureauId } = bureau!
  expectOk(await reportAbsences(app, { election, bureauId, by }))
  const sent = { version: 1, addressee: 'main-bureau', means: 'registered' } as const
  const sentOn = dayInBelgium(new Date())
  expectOk(await noteSending(app, { election, bureauId, ...sent, sentOn, by }))
  const decidedBy = 'de voorzitter van het kantonhoofdbureau Zonnedorp'
  const step = { election, assignmentId: absent, by, authority: 'magistrate', reason: 'Attest' } as const
  expectOk(await acceptAfter(app, { ...step, decidedBy }))
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

test('a report is taken back by a letter that is made, taken along and noted as sent', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const of = { election: trial.election.code, number: '1' }
  await window.logInAs('Sara Wouters', paths.absencesOfBureau(of))
  await page.getByRole('heading', { name: 'Meldingen in te trekken' }).waitFor()
  await window.lookAtBoth('withdrawals')
  await page.getByRole('link', { name: /^Naar de brief over Lotte Peeters 1/ }).click()
  await window.lookAtBoth('withdrawal-none')
  await page.getByRole('button', { name: 'Maak de brief', exact: true }).click()
  await page.getByText('De brief is gemaakt.').waitFor()
  await window.lookAtBoth('withdrawal-made')
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Haal de brief op (PDF)' }).click(),
  ])
  expect(taken.suggestedFilename()).toBe('intrekking-1.pdf')
  await page.getByLabel('aangetekend').check()
  await page.getByRole('button', { name: 'Noteer de verzending' }).click()
  await page.getByText('De verzending is genoteerd.').waitFor()
  await window.lookAtBoth('withdrawal-sent')
  await page.goto(desk.url + paths.absencesOfBureau(of))
  expect(await page.getByText('Laat dit weten').count()).toBe(0)
  await window.close()
})

test('who takes a reason afterwards says who decides, as the letter names it', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const of = { election: trial.election.code, assignment: late }
  await window.logInAs('Marie Dubois', paths.bureauAssignment(of))
  await page.getByLabel('Waarom aanvaardt u de reden?').fill('De trein reed niet.')
  await page.getByLabel('Wie beslist, zoals de brief het zegt').fill('de vrederechter van het kanton')
  await window.lookAtBoth('reason-after')
  await page.getByRole('button', { name: 'Aanvaard de reden' }).click()
  await page.getByText('de brief is klaar om te vertrekken').waitFor()
  await page.getByText('Reden achteraf aanvaard').first().waitFor()
  await window.lookAtBoth('reason-after-taken')
  await window.close()
})
