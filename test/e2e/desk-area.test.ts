import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  adoptList,
  adoptPlan,
  grantAuthority,
  keptBureaus,
  proposeMember,
  recordMember,
} from '../../src/bureaus/index.ts'
import { aNaming, aPollingBureau, importNamings, withSections } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import type { Election } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { NationalNumber } from '../../src/platform/national-number.ts'
import { createWeb } from '../../src/server.ts'
import { testNumber } from '../../src/voters/testing.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** A justice of the peace sees two municipalities at once, signs for both from one page, and opens a composition that one of them hands over. */

let trial: DeskTrial
let desk: ServedDesk
const by = 'test'
const authority = { enterpriseNumber: '1999000744', name: 'Vredegerecht Zonnedorp', kind: 'COURT' } as const

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  for (const [at, election] of [trial.election, trial.otherElection].entries())
    await withProposals(election, at * 20)
  desk = await serveDesk(trial.database.url, env)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

/** Two bureaus, of which one has everybody proposed. */
async function withProposals(election: Election, from: number): Promise<void> {
  const { deps, database } = trial
  expectOk(await grantAuthority(deps, { election, authority, by }))
  await withSections(database, election, [1, 2])
  const wanted = [aPollingBureau(1, 2, 2), aPollingBureau(2, 2, 2)]
  expectOk(await adoptPlan(deps, { election, wanted, by }))
  const [first] = await database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))
  for (const [at, { seatId }] of first!.seats.entries()) {
    const nationalNumber = testNumber(from + at + 1) as NationalNumber
    const member = { nationalNumber, lastName: `Peeters ${from + at}`, firstNames: 'Lotte' }
    const memberId = await recordMember(deps, { election, member, by })
    const proposal = {
      election,
      memberId,
      seatId,
      by,
      origin: 'CATEGORY',
      authority: 'municipality',
    } as const
    expectOk(await proposeMember(deps, proposal))
  }
}

test('the whole area in one look, signed from one page', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Marie Dubois')
  await window.lookAtBoth('area-start')
  await page.getByRole('link', { name: 'Alle bureaus van het gebied' }).click()
  await page.getByLabel('Stand').selectOption('voorgedragen')
  await page.getByRole('button', { name: 'Toon', exact: true }).click()
  await page.getByText('2 van 4 bureaus').waitFor()
  await window.lookAtBoth('area-bureaus')
  await page.goto(desk.url + paths.areaProposals())
  await window.lookAtBoth('area-proposals')
  await page.getByRole('button', { name: 'Wijs aan wie aangevinkt is' }).click()
  await page.getByRole('button', { name: 'Marie Dubois' }).first().click()
  await page.getByText('Niets is verloren').waitFor()
  await page.getByRole('button', { name: 'Wijs aan wie aangevinkt is' }).click()
  await page.getByText('Getekend.').waitFor()
  await window.lookAtBoth('area-signed')
  await page.goto(desk.url + paths.areaExcuses())
  await window.lookAtBoth('area-excuses')
  await window.close()
})

test('the main bureaus of the plan are those that somebody ticks', async () => {
  const clerk = await desk.window(1280)
  const { page } = clerk
  await clerk.logInAs('Sara Wouters', paths.bureauPlan({ election: trial.election.code }))
  await page
    .getByLabel(/hoofdbureau$/)
    .first()
    .check()
  await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
  await page
    .getByText(/Hoofdbureau H[GK]/)
    .first()
    .waitFor()
  expect(
    await page
      .getByLabel(/hoofdbureau$/)
      .first()
      .isChecked(),
  ).toBe(true)
  await clerk.lookAtBoth('plan-main-bureaus')
  await clerk.close()
})

test('a list is sent to the court, which reads it and takes it as a file', async () => {
  const { deps, election } = trial
  const of = { election: election.code }
  const decided = {
    election,
    kind: 'A',
    decision: 'CBS 2029/9',
    decidedOn: '2029-05-01',
    by: 'clerk',
  } as const
  await importNamings(deps, election, aNaming(301), aNaming(302))
  expect(await adoptList(deps, decided)).toMatchObject({ ok: true })
  const clerk = await desk.window(1280)
  await clerk.logInAs('Sara Wouters', paths.memberLists(of))
  await clerk.page.getByText('Verzonden aan de magistraat (A)').click()
  await clerk.lookAtBoth('list-to-send')
  await clerk.page.getByLabel('Vredegerecht').first().check()
  for (const [part, value] of [
    ['day', '2'],
    ['month', '5'],
    ['year', '2029'],
  ] as const)
    await clerk.page.locator(`[name="verzonden-a-${part}"]`).fill(value)
  await clerk.page.getByRole('button', { name: 'Noteer de verzending' }).click()
  await clerk.page.getByText('De verzending is genoteerd.').waitFor()
  await clerk.lookAtBoth('list-sent')
  await clerk.close()
  const court = await desk.window(1280)
  await court.logInAs('Marie Dubois', paths.receivedLists(of))
  await court.lookAtBoth('lists-received')
  const [taken] = await Promise.all([
    court.page.waitForEvent('download'),
    court.page.getByRole('link', { name: 'PDF van lijst A, versie 1' }).click(),
  ])
  await court.page.getByRole('link', { name: 'Lijst A, versie 1', exact: true }).click()
  await court.page.getByText('Rijksregisternummer').waitFor()
  await court.lookAtBoth('list-received')
  expect(taken.suggestedFilename()).toBe('lijst-a.pdf')
  await court.close()
})

test('a composition is handed over, opened, taken as a file, and says what changed', async () => {
  const clerk = await desk.window(1280)
  const of = { election: trial.election.code }
  await clerk.logInAs('Sara Wouters', paths.compositions(of))
  await clerk.lookAtBoth('composition-to-send')
  await clerk.page.getByRole('button', { name: /Bezorg de samenstelling/ }).click()
  await clerk.page.getByText('De samenstelling is bezorgd.').waitFor()
  await clerk.page.getByRole('button', { name: /Bezorg de samenstelling/ }).click()
  await clerk.page.getByText('Er veranderde niets').first().waitFor()
  const court = await desk.window(1280)
  await court.logInAs('Marie Dubois', paths.areaCompositions())
  await court.lookAtBoth('area-compositions')
  await court.page.getByRole('region').getByRole('link', { name: 'Versie 1' }).click()
  await court.page.getByText('Dit is de eerste versie.').waitFor()
  await court.lookAtBoth('composition-opened')
  for (const form of ['CSV', 'PDF']) {
    const [taken] = await Promise.all([
      court.page.waitForEvent('download'),
      court.page.getByRole('link', { name: `Haal op als ${form}` }).click(),
    ])
    expect(taken.suggestedFilename()).toBe(`samenstelling.${form.toLowerCase()}`)
  }
  await court.close()
  await clerk.page.goto(desk.url + paths.compositions(of))
  expect(await clerk.page.getByText('nog niet', { exact: true }).count()).toBe(0)
  await clerk.close()
})

test('the board of the area moves along, and without script one refreshes', async () => {
  const window = await desk.window(1280)
  await window.logInAs('Marie Dubois', paths.areaBoard())
  const cell = window.page.locator('[data-live="incidents-zonnedorp-2"]')
  await expect.poll(() => cell.textContent()).toBe('0')
  await window.lookAtBoth('area-board')
  await anIncident(trial.otherElection)
  await expect.poll(() => cell.textContent(), { timeout: 15_000 }).toBe('1')
  await window.close()
  const still = await desk.window(390, { javaScriptEnabled: false })
  await still.logInAs('Marie Dubois', paths.areaBoard())
  await still.page.getByRole('link', { name: 'Vernieuw deze pagina' }).click()
  expect(await still.page.locator('[data-live="incidents-zonnedorp-2"]').textContent()).toBe('1')
  await still.close()
})

/** As a chair notes one; the day itself is years away here. */
async function anIncident({ municipalityId, electionId }: Election): Promise<void> {
  await trial.database.inScope(staffOf(municipalityId), (db) =>
    sql`insert into bureaus.incident (municipality_id, election_id, deed_id, bureau_id, kind, note, happened_at, noted_by)
        select b.municipality_id, b.election_id, gen_random_uuid(), b.bureau_id, 'OTHER', 'Geen stroom', now(), 'chair'
        from bureaus.bureau b
        where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} limit 1`.execute(db),
  )
}
