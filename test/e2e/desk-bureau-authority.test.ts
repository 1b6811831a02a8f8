import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  adoptPlan,
  grantAuthority,
  keptBureaus,
  proposeMember,
  recordMember,
} from '../../src/bureaus/index.ts'
import { aPollingBureau, withSections } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { NationalNumber } from '../../src/platform/national-number.ts'
import { createWeb } from '../../src/server.ts'
import { testNumber } from '../../src/voters/testing.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** A justice of the peace signs what a town hall proposes, for one of two municipalities, and sees nothing else of it. */

let trial: DeskTrial
let desk: ServedDesk
const by = 'test'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const { deps, election, otherElection, database } = trial
  const authority = { enterpriseNumber: '1999000744', name: 'Vredegerecht', kind: 'COURT' } as const
  for (const one of [election, otherElection])
    expectOk(await grantAuthority(deps, { election: one, authority, by }))
  await withSections(database, election, [1, 2])
  const wanted = [aPollingBureau(1, 4, 4), aPollingBureau(2, 4, 4)]
  expectOk(await adoptPlan(deps, { election, wanted, by }))
  const kept = await database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  for (const [at, { seatId }] of kept.flatMap(({ seats }) => seats).entries()) {
    const nationalNumber = testNumber(at + 1) as NationalNumber
    const lastName = at === 0 ? 'Vandenbroucke-Vandermeulen van Oudenhove' : `Peeters ${at}`
    const member = { nationalNumber, lastName, firstNames: 'Lotte' }
    const memberId = await recordMember(deps, { election, member, by })
    const proposal = {
      election,
      memberId,
      seatId,
      origin: 'CATEGORY',
      by,
      authority: 'municipality',
    } as const
    expectOk(await proposeMember(deps, proposal))
  }
  desk = await serveDesk(database.url)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

test('a magistrate refuses one, signs for the others and goes to the next municipality', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Marie Dubois')
  await window.lookAtBoth('authority-start')
  await page.getByRole('region').getByRole('link', { name: 'Zonnedorp 1', exact: true }).click()
  await window.lookAtBoth('authority-bureaus')
  await page.getByRole('link', { name: 'Voordrachten', exact: true }).first().click()
  await window.lookAtBoth('authority-proposals')
  await page.getByRole('link', { name: /Verloop van Vandenbroucke/ }).click()
  await page.getByRole('button', { name: 'Weiger deze voordracht' }).click()
  await page.getByText('Schrijf waarom.').first().waitFor()
  await window.lookAtBoth('authority-refusing')
  await page.getByLabel('Waarom weigert u?').fill('is al lid van het hoofdbureau')
  await page.getByRole('button', { name: 'Weiger deze voordracht' }).click()
  await page.getByText('De voordracht is geweigerd.').waitFor()
  await page.getByRole('link', { name: 'Voordrachten', exact: true }).first().click()
  await page.getByRole('button', { name: /Teken: wijs aan wie aangevinkt is/ }).click()
  await page.getByRole('button', { name: 'Marie Dubois' }).first().click()
  await page.getByText('Niets is verloren').waitFor()
  await window.lookAtBoth('authority-signing-again')
  await page.getByRole('button', { name: /Teken: wijs aan wie aangevinkt is/ }).click()
  await page.getByText('Getekend.').waitFor()
  await window.lookAtBoth('authority-signed')
  await page.goto(desk.url + paths.start())
  await page.getByRole('region').getByRole('button', { name: 'Zonnedorp 2', exact: true }).click()
  await page.getByRole('heading', { name: 'Bureaus', exact: false }).first().waitFor()
  expect(page.url()).toBe(desk.url + paths.bureaus({ election: trial.otherElection.code }))
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor()
  await window.close()
})
