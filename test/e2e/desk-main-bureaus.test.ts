import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantAuthority, keptBureaus } from '../../src/bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  aMember,
  aPollingBureau,
  withSections,
  withVoters,
} from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { addElection, type Election } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** The chair of the main bureau of a provincial district sees a part of the bureaus, and names who sits in the own one. */

let trial: DeskTrial
let desk: ServedDesk
let election: Election
const by = 'test'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const document = {
    ...{ code: 'lokaal', name: 'Lokale en provinciale verkiezingen', rulesetId: 'lpkd-2030' },
    ...{ pollingDay: '2030-10-13', votingMode: 'PAPER' },
  }
  const facts = { municipalityId: trial.here, document, by, besideOthers: true }
  election = expectOk(await addElection(trial.deps, facts)).election
  await withSections(trial.database, election, [1, 2])
  await withVoters(trial.deps, election, 4)
  const paper = { votingMode: 'PAPER', seats: { CHAIR: 1, ASSESSOR: 2, SECRETARY: 1 } } as const
  await adopted(trial.deps, election, [
    ...[aPollingBureau(1), aPollingBureau(2)],
    { kind: 'COUNTING', code: 'G', number: 'G1', ...paper },
    { kind: 'COUNTING', code: 'P', number: 'P1', ...paper },
    { kind: 'MAIN', code: 'MAIN_PROVINCE_DISTRICT', number: 'HP', ...paper },
  ])
  await withSomebodyInEach()
  const authority = {
    enterpriseNumber: '1999001239',
    name: 'Provinciedistrictshoofdbureau Sterrendorp',
    kind: 'PROVINCE_DISTRICT_MAIN',
  } as const
  expectOk(await grantAuthority(trial.deps, { election, authority, by }))
  desk = await serveDesk(trial.database.url)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

async function withSomebodyInEach(): Promise<void> {
  const kept = await trial.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  for (const [at, { seats }] of kept.entries()) {
    const memberId = await aMember(trial.deps, election, 50 + at)
    await aCalledMember(trial.deps, { election, seatId: seats[0]!.seatId, memberId })
  }
}

test('begins with the seats to fill, names a voter, and sees no bureau of another', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Pieter Daems')
  await page.getByText('U komt voor een provinciedistrictshoofdbureau').waitFor()
  await window.lookAtBoth('part-start')
  await page.getByRole('link', { name: /^Kies wie in uw hoofdbureau zit/ }).click()
  await window.lookAtBoth('part-own-bureau')
  await page.getByRole('link', { name: /als bijzitter 1$/ }).click()
  await page.getByLabel('Nummer op de kiezerslijst').fill('2')
  await page.getByLabel('Familienaam').fill('Peeters')
  await page.getByRole('button', { name: 'Bewaar deze keuze' }).click()
  const again = page.getByRole('button', { name: 'Pieter Daems' }).first()
  if (await again.isVisible()) {
    await again.click()
    await page.getByRole('button', { name: 'Bewaar deze keuze' }).click()
  }
  await page.getByRole('cell', { name: 'Peeters Lotte', exact: true }).waitFor()
  await page.goto(desk.url + paths.bureaus({ election: election.code }))
  expect(await page.getByRole('rowheader').allTextContents()).toEqual([
    'Stembureau 1',
    'Stembureau 2',
    'Telbureau P1',
    'Hoofdbureau HP',
  ])
  expect(await page.getByRole('link', { name: 'Stembureau 1' }).count(), 'no way into it').toBe(0)
  await window.lookAtBoth('part-bureaus')
  await page.getByRole('link', { name: 'De verkiezingsdag', exact: true }).click()
  await window.lookAtBoth('part-board')
  await page.goto(desk.url + paths.areaBureaus())
  await window.lookAtBoth('part-area-bureaus')
  await window.close()
})

test('gets the composition of its part, which the town hall sees beforehand', async () => {
  const clerk = await desk.window(1280)
  await clerk.logInAs('Sara Wouters', paths.compositions({ election: election.code }))
  await clerk.page.getByText('telbureaus P en het provinciedistrictshoofdbureau').waitFor()
  await clerk.lookAtBoth('part-composition-to-send')
  await clerk.page.getByRole('button', { name: /Bezorg de samenstelling/ }).click()
  await clerk.page.getByText('De samenstelling is bezorgd.').waitFor()
  await clerk.close()
  const window = await desk.window(1280)
  await window.logInAs('Pieter Daems', paths.areaCompositions())
  await window.page.getByRole('region').getByRole('link', { name: 'Versie 1' }).click()
  await window.page.getByRole('heading', { name: 'Telbureau P1' }).waitFor()
  expect(await window.page.getByRole('heading', { name: /Stembureau|Telbureau G1/ }).count()).toBe(0)
  await window.lookAtBoth('part-composition')
  await window.close()
})
