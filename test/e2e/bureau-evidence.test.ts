import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantAuthority, keptBureaus, latestExcuse, recordMember } from '../../src/bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  aMember,
  aPollingBureau,
  aProposal,
  withSections,
} from '../../src/bureaus/testing.ts'
import { paths as deskPaths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { dayInBelgium } from '../../src/platform/dates.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { AssignmentId } from '../../src/platform/ids.ts'
import type { NationalNumber } from '../../src/platform/national-number.ts'
import { aSmallPdf } from '../../src/platform/pdf/testing.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** A magistrate's, a clerk's, a chair's and a stranger's view of the same medical certificate; and what a clerk does on paper. */

let trial: DeskTrial
let served: ServedDesk
let call: AssignmentId
const certificate = aSmallPdf('griep, drie weken rust')
const secrets = /griep|burn-out/
const passphrase = 'zeven grijze ganzen'
const citizens = [
  { name: 'Lotte Peeters', nationalNumber: '85610100147' as NationalNumber, shows: 'vraagt' },
  { name: 'Ann Maes', nationalNumber: '90620701067' as NationalNumber, shows: 'voorzitter' },
  { name: 'Vera Vreemd', nationalNumber: '85610100246' as NationalNumber, shows: 'niet opgeroepen' },
] as const

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const { deps, election } = trial
  await withSections(deps.database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 3)])
  const [bureau] = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const seatOf = (role: string, at = 0) => bureau!.seats.filter((one) => one.role === role)[at]!.seatId
  const recorded = ({ name, nationalNumber }: (typeof citizens)[number]) => {
    const [firstNames = '', lastName = ''] = name.split(' ')
    return recordMember(deps, { election, member: { nationalNumber, lastName, firstNames }, by: 'test' })
  }
  call = await aCalledMember(deps, {
    ...{ election, seatId: seatOf('ASSESSOR'), memberId: await recorded(citizens[0]) },
  })
  await aCalledMember(deps, { election, seatId: seatOf('CHAIR'), memberId: await recorded(citizens[1]) })
  const before = deps.clock.now().toISOString()
  deps.clock.moveTo(new Date().toISOString()) // the pages run in the time of now, and nothing is signed before it is proposed
  for (const at of [1, 2])
    await aProposal(deps, {
      election,
      seatId: seatOf('ASSESSOR', at),
      memberId: await aMember(deps, election, at + 20),
    })
  deps.clock.moveTo(before)
  const authority = { enterpriseNumber: '1999000744', name: 'Vredegerecht', kind: 'COURT' } as const
  expect((await grantAuthority(deps, { election, authority, by: 'test' })).ok).toBe(true)
  served = await serveDesk(trial.database.url, env)
  served.acm.addCitizens([...citizens])
}, 180_000)
afterAll(async () => {
  await served?.close()
  await trial?.close()
})

const here = () => ({ election: trial.election.code })

async function makesKey({ page }: DeskWindow): Promise<void> {
  await page.getByLabel('Wachtzin', { exact: true }).fill(passphrase)
  await page.getByLabel('Typ ze nog eens').fill(passphrase)
  await page.getByRole('button', { name: 'Maak mijn sleutel' }).click()
  await page.getByText('Uw sleutel is gemaakt').waitFor()
}

/** Sends a form with the token of the page that is open, as who is logged in there. */
async function sends({ page }: DeskWindow, address: string, fields: Readonly<Record<string, string>>) {
  const tokens = page.locator('input[name=_csrf]')
  const token = (await tokens.count()) > 0 ? await tokens.first().inputValue() : ''
  const headers = { Origin: served.url }
  const answer = await page.request.post(address, {
    ...{ form: { ...fields, _csrf: token }, headers, maxRedirects: 0 },
  })
  return { status: answer.status(), text: await answer.text() }
}

/** What a browser kept of all it saw, where a script could find it again. */
const cached = ({ page }: DeskWindow) =>
  page.evaluate<string>(`(async () => {
    const found = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(request.url)
    return [...found, ...Object.values(localStorage), ...Object.values(sessionStorage)].join(' ')
  })()`)

test('the magistrate opens it and lets a colleague in; clerk, operator, chair and stranger get nothing of it', async () => {
  const magistrate = await served.window(1280)
  await magistrate.logInAs('Guy Vandenbroucke', deskPaths.readerKey(here()))
  await makesKey(magistrate)
  const sick = await served.window(390)
  await sick.logInAs('Lotte Peeters', paths.askExcuse({ call }))
  await sick.page.getByLabel('Ik ben ziek').check()
  await sick.page.getByLabel('Leg kort uit').fill('Ik moet rusten.')
  await sick.page.getByRole('button', { name: 'Verstuur mijn vraag' }).click()
  const file = { name: 'burn-out.pdf', mimeType: 'application/pdf', buffer: certificate }
  await sick.page.getByLabel('Kies een foto of een PDF').setInputFiles(file)
  await sick.page.getByRole('button', { name: 'Voeg toe' }).click()
  await sick.page.getByText('PDF, 1 kB').waitFor()
  const { excuseId } = (await trial.database.inScope(staffOf(trial.here), (db) =>
    latestExcuse(db, trial.election, call),
  ))!
  const excuse = { ...here(), excuse: excuseId }
  const show = served.url + deskPaths.excuse(excuse)
  const open = served.url + deskPaths.openEvidence(excuse)

  const colleague = await served.window(1280)
  await colleague.logInAs('Joris Lemmens', deskPaths.readerKey(here()))
  await makesKey(colleague)
  await colleague.page.goto(served.url + deskPaths.readerKey(here()))
  await colleague.lookAtBoth('evidence-own-key')
  const spoken = await colleague.page.locator('main p code').first().textContent()
  await colleague.page.goto(show)
  await colleague.page.getByLabel('Uw wachtzin').fill(passphrase)
  await colleague.page.getByRole('button', { name: 'Open stuk 1' }).click()
  await colleague.page.getByText('Vraag een collega die het kan openen').first().waitFor()

  await magistrate.page.goto(show)
  await magistrate.lookAtBoth('evidence-magistrate')
  const saved = async ({ page }: DeskWindow) => {
    await page.getByLabel('Uw wachtzin').fill(passphrase)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Open stuk 1' }).click(),
    ])
    return readFile(await download.path())
  }
  expect(await saved(magistrate)).toEqual(certificate)
  await magistrate.page.getByLabel(`kenmerk ${spoken}`).check()
  await magistrate.page.getByLabel('Uw eigen wachtzin').fill('een foute wachtzin')
  await magistrate.page.getByRole('button', { name: 'Laat toe tot deze stukken' }).click()
  await magistrate.page.getByText('Deze wachtzin klopt niet').first().waitFor()
  await magistrate.lookAtBoth('evidence-let-in-refused')
  await magistrate.page.getByLabel('Uw eigen wachtzin').fill(passphrase)
  await magistrate.page.getByRole('button', { name: 'Laat toe tot deze stukken' }).click()
  await magistrate.page.getByText('Uw collega kan de stukken nu ook openen').waitFor()
  await magistrate.lookAtBoth('evidence-let-in')
  await colleague.page.goto(show)
  expect(await saved(colleague)).toEqual(certificate)
  const document = await magistrate.page.evaluate<string>("document.querySelector('button[name=stuk]').value")

  const clerk = await served.window(1280)
  await clerk.logInAs('Sara Wouters', deskPaths.excuse(excuse))
  await clerk.lookAtBoth('evidence-clerk')
  const seen = (await clerk.page.locator('main').textContent())!
  expect(seen).toMatch(/PDF.*1 kB/s)
  expect(seen).not.toMatch(secrets)
  expect(await clerk.page.getByRole('button', { name: /Open stuk|Laat toe/ }).count()).toBe(0)
  const operator = await served.window(1280)
  await operator.logInAs('Omer Goossens')
  expect((await operator.page.goto(show))!.status()).not.toBe(200)
  await operator.page.goto(served.url + deskPaths.start())
  for (const window of [clerk, operator])
    for (const address of [open, served.url + deskPaths.letReaderIn(excuse)]) {
      const answer = await sends(window, address, { stuk: document, wachtzin: passphrase })
      expect(answer.status, address).not.toBe(200)
      expect(answer.text).not.toMatch(secrets)
    }

  const mine = [paths.call({ call }), paths.addEvidence({ call })].map((path) => served.url + path)
  for (const name of ['Ann Maes', 'Vera Vreemd']) {
    const other = await served.window(390)
    await other.logInAs(name, paths.elections())
    for (const address of mine) {
      const answer = (await other.page.goto(address))!
      expect(answer.status(), `${name} ${address}`).toBe(404)
      expect(await answer.text()).not.toMatch(/1 kB|Ik moet rusten|Lotte/)
    }
    await other.page.goto(show)
    expect(new URL(other.page.url()).pathname, 'the login of the staff').not.toBe(deskPaths.excuse(excuse))
    expect(await cached(other)).not.toMatch(secrets)
    await other.close()
  }
  const nobody = await served.window(390)
  for (const address of [show, ...mine]) {
    await nobody.page.goto(address)
    expect(new URL(nobody.page.url()).origin, 'the login').not.toBe(served.url)
    expect(await nobody.page.content()).not.toMatch(/1 kB|Ik moet rusten/)
  }
  for (const window of [magistrate, clerk]) {
    const answer = (await window.page.goto(show))!
    expect(answer.headers()['cache-control']).toContain('no-store')
    expect(await cached(window)).not.toMatch(secrets)
  }
  for (const window of [nobody, magistrate, colleague, sick, clerk, operator]) await window.close()
}, 180_000)

test('a clerk prints the list, keeps the sheet that was signed, writes instructions and corrects an address', async () => {
  const clerk = await served.window(1280)
  const { page } = clerk
  await clerk.logInAs('Sara Wouters', deskPaths.designatedOnPaper(here()))
  await clerk.lookAtBoth('paper')
  const [year, month, day] = dayInBelgium(new Date()).split('-')
  await page.getByLabel('Dag').fill(day!)
  await page.getByLabel('Maand').fill(month!)
  await page.getByLabel('Jaar').fill(year!)
  await page.getByLabel('Kenmerk onderaan het blad').fill((await page.locator('code').first().textContent())!)
  await page.getByLabel('Naam en ambt').fill('Marie Dubois, vrederechter')
  await page.getByRole('button', { name: 'Noteer de aanwijzingen' }).click()
  await page.getByRole('button', { name: 'Sara Wouters' }).first().click()
  await page.getByText('Niets is verloren').waitFor()
  await page.getByRole('button', { name: 'Noteer de aanwijzingen' }).click()
  await page.getByText('Kies de scan of foto van het getekende blad').first().waitFor()
  await clerk.lookAtBoth('paper-wrong')
  const scan = {
    name: 'scan.pdf',
    mimeType: 'application/pdf',
    buffer: aSmallPdf('getekend', 1000),
  }
  await page.getByLabel('Scan of foto').setInputFiles(scan)
  await page.getByRole('button', { name: 'Noteer de aanwijzingen' }).click()
  await page.getByText('Genoteerd wie de magistraat op papier aanwees').waitFor()
  await page.goto(served.url + deskPaths.bureau({ ...here(), number: 1 }))
  await page
    .getByRole('link', { name: /Verloop van Peeters 2\d/ })
    .first()
    .click()
  await clerk.lookAtBoth('paper-kept')
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'PDF, 1 kB' }).click(),
  ])
  expect(sheet.suggestedFilename()).toBe('getekend-blad.pdf')
  await page.getByRole('link', { name: 'Verbeter het adres' }).click()
  await page.getByLabel('Postcode').fill('1')
  await page.getByRole('button', { name: 'Bewaar het adres' }).click()
  await clerk.lookAtBoth('address')
  await page.getByLabel('Postcode').fill('9998')
  await page.getByRole('button', { name: 'Bewaar het adres' }).click()
  await page.getByText('Het adres is bewaard').waitFor()
  await page.goto(served.url + deskPaths.chairInstructions(here()))
  await page.getByText('Voor stembureaus', { exact: true }).click()
  await clerk.lookAtBoth('instructions')
  await page.getByLabel('Tekst').first().fill('# De sleutel\n\nHaal hem om 6 uur.')
  await page.getByRole('button', { name: 'Bewaar als nieuwe versie' }).first().click()
  await page.getByText('Bewaard als nieuwe versie').waitFor()
  await clerk.close()
}, 180_000)
