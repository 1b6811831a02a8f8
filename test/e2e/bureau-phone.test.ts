import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { keptBureaus, makeAccess, namesShownFrom } from '../../src/bureaus/index.ts'
import { aCalledMember, adopted, aMember, aPollingBureau, withSections } from '../../src/bureaus/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { dayInBelgium } from '../../src/platform/dates.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** The telephone of a chair where something goes wrong: a slip of the finger, a network that comes back in the middle of a sentence. */

let trial: DeskTrial
let served: ServedDesk
let phone: DeskWindow

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const { deps, election, database, here } = trial
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1)])
  const [bureau] = await database.inScope(staffOf(here), (db) => keptBureaus(db, election))
  for (const [at, { seatId }] of bureau!.seats.entries())
    await aCalledMember(deps, { election, seatId, memberId: await aMember(deps, election, at + 1) })
  await pollingDayIs(dayInBelgium(new Date()))
  await database.inScope(staffOf(here), (db) =>
    // That very day, so that nobody is late whenever this runs.
    sql`update bureaus.assignment
      set designated_at = date_trunc('day', now() at time zone 'Europe/Brussels') at time zone 'Europe/Brussels'
      where municipality_id = ${here}`.execute(db),
  )
  const made = { election, bureauId: bureau!.bureauId, holder: 'CHAIR', by: 'clerk' } as const
  const { code } = expectOk(await makeAccess(deps, made))
  await database.inScope(staffOf(here), (db) =>
    sql`update bureaus.chair_access set expires_at = now() + interval '3 days'
      where municipality_id = ${here}`.execute(db),
  )
  served = await serveDesk(database.url, env)
  phone = await served.window(390)
  await phone.page.goto(served.url + paths.openBureau({ municipality: 'zonnedorp-1' }))
  await phone.page.getByLabel('Code').fill(code)
  await phone.page.getByRole('button', { name: 'Open mijn bureau' }).click()
  await phone.page.waitForFunction(`caches.match('${paths.bureauDay()}', { cacheName: 'kiesloket-bureau' })`)
}, 180_000)
afterAll(async () => {
  vi.useRealTimers()
  await phone?.close()
  await served?.close()
  await trial?.close()
})

const pollingDayIs = (day: string) =>
  trial.database.inScope(staffOf(trial.here), (db) =>
    sql`update elections.election set polling_day = ${day}::date
      where municipality_id = ${trial.here} and election_id = ${trial.election.electionId}`.execute(db),
  )
const chair = () => phone.page.getByRole('region', { name: 'Voorzitter 1' })

test('without network nothing is kept that is certainly refused', async () => {
  const { page } = phone
  // Its icon too: what is asked for without network is told as a fault.
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await chair().getByText('Ander uur, of afwezig').click()
  await chair().getByLabel('Uur van aankomst').fill('25:99')
  await chair().getByRole('button', { name: 'Aanwezig op dat uur' }).click()
  await chair().getByText('Schrijf het uur zoals 7:25.').waitFor()
  await page.getByText('Noteer dit', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Noteer dit' }).click()
  await page.getByText('Kies wat er gebeurde.').waitFor()
  await phone.lookAtBoth('chair-faults')
  expect(await page.getByText('(wacht op netwerk)').count()).toBe(0)
  await chair().getByLabel('Uur van aankomst').fill('0:00')
  await chair().getByRole('button', { name: 'Aanwezig op dat uur' }).click()
  await chair().getByText('(wacht op netwerk)').waitFor()
  expect(await chair().getByText('Schrijf het uur zoals 7:25.').count()).toBe(0)
}, 60_000)

test('what somebody is typing stays when the network comes back, until it is sent', async () => {
  const { page } = phone
  await page.getByLabel('lange rij').check()
  await page.getByLabel('Beschrijf het kort').fill('Een rij tot op')
  await page.context().setOffline(false)
  await page.getByText('Er is nieuws.').waitFor()
  expect(await page.getByLabel('Beschrijf het kort').inputValue()).toBe('Een rij tot op')
  await phone.lookAtBoth('chair-old')
  await page.getByLabel('Beschrijf het kort').fill('Een rij tot op straat.')
  await page.getByRole('button', { name: 'Noteer dit' }).click()
  await page
    .getByText(/lange rij.*: Een rij tot op straat/s)
    .first()
    .waitFor()
  await chair().getByText('aanwezig', { exact: true }).waitFor()
}, 60_000)

test('a wrong tap is corrected on the telephone', async () => {
  const { page } = phone
  await chair().getByText('Dit klopt niet').click()
  await phone.lookAtBoth('chair-correct')
  await chair()
    .getByRole('button', { name: /Maak ongedaan/ })
    .click()
  await chair().getByText('verwacht', { exact: true }).waitFor()
  expect(await page.getByText('Er is nieuws.').isVisible()).toBe(false)
}, 60_000)

test('who goes home early is noted without network, sent later, and taken back', async () => {
  const { page } = phone
  const press = (name: RegExp) => chair().getByRole('button', { name }).click()
  await chair().getByText('Ander uur, of afwezig').click()
  await chair().getByLabel('Uur van aankomst').fill('0:00')
  await press(/^Aanwezig op dat uur/)
  await chair().getByText('aanwezig', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'We zijn open' }).click()
  await page.getByText('1 van 3 aanwezig').waitFor()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await chair().getByText('Gaat eerder weg', { exact: true }).first().click()
  await press(/^Gaat eerder weg/)
  await chair().getByText('Schrijf waarom, in hoogstens 500 tekens.').waitFor()
  await phone.lookAtBoth('chair-leaves')
  await chair().getByRole('textbox', { name: 'Waarom?' }).last().fill('onwel')
  await chair().getByLabel('Hoe laat?').fill('0:01')
  await press(/^Gaat eerder weg/)
  await chair().getByText('(wacht op netwerk)').waitFor()
  await page.context().setOffline(false)
  await chair()
    .getByText(/weggegaan om 00:01: onwel/)
    .waitFor()
  await page.getByText('0 van 3 aanwezig').click()
  await page.getByText(/weg sinds/).waitFor()
  await phone.lookAtBoth('chair-left')
  await chair().getByText('Kwam terug, of dit klopt niet').click()
  await phone.lookAtBoth('chair-returns')
  await press(/^Ging niet weg/)
  await page.getByText('1 van 3 aanwezig').waitFor()
  await chair().getByText('Dit klopt niet').click()
  await press(/^Maak ongedaan/)
  await chair().getByText('verwacht', { exact: true }).waitFor()
}, 60_000)

/** The last of this file: it was yesterday evening when the page was kept. */
test('a page that was kept the evening before works the next morning without network', async () => {
  const { page } = phone
  const tomorrow = dayInBelgium(new Date(Date.now() + 24 * 3600_000))
  await pollingDayIs(tomorrow)
  vi.useFakeTimers({
    toFake: ['Date'],
    now: new Date(namesShownFrom({ pollingDay: tomorrow }).getTime() + 3600_000),
  })
  await page.reload()
  await page.getByText('werkt ook zonder internet').waitFor()
  await phone.lookAtBoth('chair-eve')
  await chair()
    .getByRole('button', { name: /^Aanwezig/ })
    .click()
  await chair().getByText('alleen op de verkiezingsdag').waitFor()
  expect(await page.getByText('(wacht op netwerk)').count()).toBe(0)
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.clock.setFixedTime(`${tomorrow}T07:10:00+02:00`)
  await page.reload()
  expect(await page.getByText('werkt ook zonder internet').isVisible()).toBe(false)
  await chair()
    .getByRole('button', { name: /^Aanwezig/ })
    .click()
  await chair().getByText('(wacht op netwerk)').waitFor()
}, 60_000)
