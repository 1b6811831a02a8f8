import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptBureaus, recordMember } from '../../src/bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  afterPollingDay,
  aMember,
  aPollingBureau,
  withSections,
} from '../../src/bureaus/testing.ts'
import { paths as deskPaths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { dayInBelgium } from '../../src/platform/dates.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { NationalNumber } from '../../src/platform/national-number.ts'
import { aSmallPdf } from '../../src/platform/pdf/testing.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** From the call to the decision, in a browser: a citizen asks with a photo, the clerk looks, the magistrate opens and refuses; and what comes after polling day. */

let trial: DeskTrial
let served: ServedDesk
const nationalNumber = '85610100147' as NationalNumber
const numberOfAnn = '90620701067' as NationalNumber
const passphrase = 'zeven grijze ganzen'

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  const { deps, election } = trial
  await withSections(deps.database, election, [1])
  await adopted(deps, election, [aPollingBureau(1), aPollingBureau(2, 3)])
  const [bureau] = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const member = {
    ...{ nationalNumber, lastName: 'Peeters', firstNames: 'Lotte' },
    address: { street: 'Kerkstraat', houseNumber: '3', postcode: '9999', city: 'Zonnedorp' },
  }
  const memberId = await recordMember(deps, { election, member, by: 'test' })
  await aCalledMember(deps, { election, seatId: bureau!.seats[0]!.seatId, memberId })
  await pollingDayIsOver()
  served = await serveDesk(trial.database.url, env)
  served.acm.addCitizens([
    { name: 'Lotte Peeters', nationalNumber, shows: 'opgeroepen' },
    { name: 'Ann Maes', nationalNumber: numberOfAnn, shows: 'zat in een bureau' },
  ])
}, 300_000)
/** In the second bureau: a chair who came, one who came late and one who did not, and the citizen Ann Maes. */
async function pollingDayIsOver(): Promise<void> {
  const { deps, election } = trial
  const kept = await deps.database.inScope(staffOf(trial.here), (db) => keptBureaus(db, election))
  const seats = kept.find(({ number }) => number === '2')!.seats
  const iban = 'BE68539007547034'
  const [onTime, late] = ['04:45', '06:15'].map((hour) => new Date(`${election.pollingDay}T${hour}:00Z`))
  const member = { nationalNumber: numberOfAnn, lastName: 'Maes', firstNames: 'Ann' }
  const ann = await recordMember(deps, { election, member, by: 'test' })
  const came = async (at: number, arrivedAt?: Date, memberId?: typeof ann) => {
    const who = memberId ?? (await aMember(deps, election, at + 10))
    await afterPollingDay(deps, { election, seatId: seats[at]!.seatId, memberId: who, arrivedAt, iban })
  }
  await came(0, onTime)
  await came(1, late)
  await came(2)
  await came(3, onTime, ann)
}
afterAll(async () => {
  await served?.close()
  await trial?.close()
})

test('asked on a phone, looked through by the clerk, decided by the magistrate', async () => {
  const address = { election: trial.election.code }
  const magistrate = await served.window(1280)
  await magistrate.logInAs('Guy Vandenbroucke', deskPaths.readerKey(address))
  await magistrate.lookAtBoth('excuses-key')
  await magistrate.page.getByLabel('Wachtzin').fill(passphrase)
  await magistrate.page.getByLabel('Typ ze nog eens').fill(passphrase)
  await magistrate.page.getByRole('button', { name: 'Maak mijn sleutel' }).click()

  const phone = await served.window(390)
  await phone.logInAs('Lotte Peeters', paths.elections())
  await phone.lookAtBoth('call-first')
  await phone.page.getByRole('link', { name: /Lees je oproep/ }).click()
  await phone.lookAtBoth('call')
  await phone.page.getByRole('link', { name: 'Laat weten dat je komt' }).click()
  await phone.page.getByRole('button', { name: /Bewaar/ }).click()
  await phone.lookAtBoth('call-answer')
  await phone.page.goBack()
  await phone.page.goBack()
  await phone.page.getByRole('link', { name: 'Vraag om niet te moeten komen' }).click()
  await phone.page.getByLabel('Ik ben ziek').check()
  await phone.page.getByLabel('Leg kort uit').fill('Ik moet rusten.')
  await phone.lookAtBoth('call-excuse')
  await phone.page.getByRole('button', { name: 'Verstuur mijn vraag' }).click()
  const file = { name: 'burn-out.pdf', mimeType: 'application/pdf', buffer: aSmallPdf('griep') }
  await phone.page.getByLabel('Kies een foto of een PDF').setInputFiles(file)
  await phone.page.getByRole('button', { name: 'Voeg toe' }).click()
  await phone.page.getByText('PDF, 1 kB').waitFor()
  await phone.lookAtBoth('call-evidence')
  await phone.page.getByRole('link', { name: /Klaar/ }).click()
  await phone.lookAtBoth('call-asked')

  const clerk = await served.window(1280)
  await clerk.logInAs('Sara Wouters', deskPaths.excuses(address))
  await clerk.lookAtBoth('excuses')
  await clerk.page.getByRole('link', { name: 'Lotte Peeters' }).click()
  await clerk.lookAtBoth('excuse-clerk')
  await clerk.page.getByRole('button', { name: 'Er ontbreekt niets' }).click()
  await clerk.page.goto(served.url + deskPaths.answering(address))
  await clerk.page.getByLabel('Nummer van het bureau').fill('1')
  await clerk.page.getByRole('button', { name: 'Toon wie' }).click()
  await clerk.lookAtBoth('answering')
  await clerk.page.getByRole('link', { name: 'Lotte Peeters' }).click()
  await clerk.lookAtBoth('answering-one')

  await magistrate.page.goto(served.url + deskPaths.excuses(address))
  await magistrate.page.getByRole('link', { name: 'Lotte Peeters' }).click()
  await magistrate.lookAtBoth('excuse-magistrate')
  await magistrate.page.getByLabel('Uw wachtzin').fill(passphrase)
  const [saved] = await Promise.all([
    magistrate.page.waitForEvent('download'),
    magistrate.page.getByRole('button', { name: 'Open stuk 1' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('bewijsstuk.pdf')
  await magistrate.page.getByLabel('Neen').check()
  await magistrate.page.getByLabel('Motivering').fill('Er staat geen datum op.')
  await magistrate.page.getByLabel('Wie beslist').fill('de vrederechter van het kanton Zonnedorp')
  await magistrate.page.getByRole('button', { name: 'Bewaar de beslissing' }).click()
  await magistrate.page.getByText('De beslissing is bewaard').waitFor()
  await clerk.page.goto(served.url + deskPaths.bureau({ ...address, number: 1 }))
  await clerk.page
    .getByRole('link', { name: /Verloop/ })
    .first()
    .click()
  await clerk.page.getByText('Verontschuldiging geweigerd').last().waitFor()
  await clerk.lookAtBoth('timeline-with-letters')
  await phone.page.reload()
  await phone.page.getByText('Er staat geen datum op.').waitFor()
  await phone.lookAtBoth('call-refused')
  for (const window of [magistrate, phone, clerk]) await window.close()
}, 300_000)

test('after polling day: claims completed and paid, who stayed away reported, a statement for who served', async () => {
  const address = { election: trial.election.code }
  const clerk = await served.window(1280)
  const { page } = clerk
  await clerk.logInAs('Sara Wouters', deskPaths.claims(address))
  await clerk.lookAtBoth('claims')
  await page.getByRole('link', { name: 'Toon deze vergoedingen' }).click()
  await page.getByText('zelfde rekening als iemand anders').first().waitFor()
  await clerk.lookAtBoth('claims-shared')
  await page.goto(served.url + deskPaths.claims(address))
  const claims = page.getByRole('region').getByRole('link')
  for (let left = await claims.count(); left > 0; left = await claims.count()) {
    await claims.first().click()
    await page.getByLabel('In deze gemeente').check()
    if (left === 3) await clerk.lookAtBoth('claim')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.goto(served.url + deskPaths.claims(address))
  }
  await page.getByRole('link', { name: 'Betalingen' }).click()
  await page.getByLabel('Wie betaalt?').fill('FOD Binnenlandse Zaken')
  await page.getByLabel('Van welke rekening?').fill('BE71 0961 2345 6769')
  await page.getByLabel('Dag').fill('1')
  await page.getByLabel('Maand').fill('8')
  await page.getByLabel('Jaar').fill('2029')
  await clerk.lookAtBoth('payments')
  await page.getByRole('button', { name: 'Maak de reeks' }).click()
  await page.getByRole('button', { name: 'Sara Wouters' }).first().click()
  await page.getByText('Niets is verloren').waitFor()
  await page.getByRole('button', { name: 'Maak de reeks' }).click()
  await page.getByText('De reeks is gemaakt').waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV voor wie betaalt' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^KLB[0-9a-f]{32}\.csv$/)
  const report = Buffer.from('betaling;toestand\nKLP0;betaald\n')
  const upload = { name: 'antwoord.csv', mimeType: 'text/csv', buffer: report }
  await page.getByLabel('Antwoord van wie betaalt').setInputFiles(upload)
  await page.getByRole('button', { name: 'Lees in' }).click()
  await page.getByText('Deze betaling zit niet in deze reeks').waitFor()
  await clerk.lookAtBoth('payment-batch')

  await page.goto(served.url + deskPaths.absences(address))
  await clerk.lookAtBoth('absences')
  await page.getByRole('link', { name: 'Wie al zetelde' }).click()
  await page.getByText('vanaf de dag na de verkiezing').waitFor()
  const takeOver = async (...rows: string[]) => {
    const buffer = Buffer.from(['national_number;polling_day;bureau;role;served', ...rows].join('\n'))
    const told = { name: 'diensten.csv', mimeType: 'text/csv', buffer }
    await page.getByLabel('Bestand').setInputFiles(told)
    await page.getByRole('button', { name: 'Lees in' }).click()
  }
  await takeOver('123;2024-06-09;POLLING;KING;ja')
  await page.getByText('Dit is geen functie').waitFor()
  await clerk.lookAtBoth('services-faults')
  await takeOver(`${numberOfAnn};2024-06-09;POLLING;ASSESSOR;ja`)
  await page.getByText('Wat het register zegt, is overgenomen').waitFor()
  await clerk.lookAtBoth('services')
  await page.goto(served.url + deskPaths.absences(address))
  await page.getByRole('link', { name: 'Stembureau 2' }).click()
  await page.getByRole('button', { name: 'Maak het dossier' }).click()
  await page.getByText('Het dossier is gemaakt').waitFor()
  await page.getByRole('button', { name: 'Noteer de verzending' }).click()
  await page.getByText('Kies hoe het bezorgd is').first().waitFor()
  for (const [whom, how] of [
    ['het hoofdbureau', 'onder gesloten omslag'],
    ['het parket', 'aangetekend'],
  ] as const) {
    await page.getByLabel(whom).check()
    await page.getByLabel(how).check()
    await page.getByRole('button', { name: 'Noteer de verzending' }).click()
    await page.getByText('De verzending is genoteerd').waitFor()
  }
  await page.getByLabel('Peeters').first().check()
  await page.getByLabel('Van een getuige').check()
  await page.getByLabel('Opmerking', { exact: true }).fill('Niemand zag deze persoon.')
  await page.getByRole('button', { name: 'Bewaar de opmerking' }).click()
  await page.getByText('De opmerking is bewaard').waitFor()
  await clerk.lookAtBoth('absences-bureau')
  const away = new URL(page.url()).pathname

  const magistrate = await served.window(1280)
  await magistrate.logInAs('Guy Vandenbroucke', away)
  await magistrate.page.getByRole('region').getByRole('link', { name: 'Peeters' }).first().click()
  await magistrate.lookAtBoth('excuse-after')
  await magistrate.page.getByLabel('Waarom aanvaardt u de reden?').fill('De trein reed niet.')
  await magistrate.page.getByRole('button', { name: 'Aanvaard de reden' }).click()
  await magistrate.page.getByText('De reden is aanvaard').waitFor()

  await page.goto(served.url + away)
  await page.getByText('Laat dit weten aan het hoofdbureau en aan het parket').waitFor()
  await clerk.lookAtBoth('absences-withdrawn')
  await page.getByRole('button', { name: 'Maak het dossier' }).click()
  await page.getByText('Het dossier is gemaakt').waitFor()
  for (const whom of ['het hoofdbureau', 'het parket']) {
    await page.getByLabel(whom).check()
    await page.getByLabel('digitaal').check()
    await page.getByRole('button', { name: 'Noteer de verzending' }).click()
    await page.getByText('De verzending is genoteerd').waitFor()
  }
  expect(await page.getByText('Laat dit weten aan').count()).toBe(0)
  await clerk.lookAtBoth('absences-told')

  const phone = await served.window(390)
  await phone.logInAs('Ann Maes', paths.elections())
  await phone.lookAtBoth('served-first')
  await phone.page.getByRole('link', { name: /Haal je bewijs van dienst/ }).click()
  await phone.lookAtBoth('served')
  const [statement] = await Promise.all([
    phone.page.waitForEvent('download'),
    phone.page.getByRole('link', { name: /Download je bewijs/ }).click(),
  ])
  expect(statement.suggestedFilename()).toBe('bewijs-van-dienst.pdf')
  for (const window of [clerk, magistrate, phone]) await window.close()
}, 300_000)

/** The last of this file: from here on polling day is today. */
test('the chair notes the day on a phone, also without network, until the town hall takes the access away', async () => {
  const { here, database, election } = trial
  const day = { election: election.code, number: '1' }
  await database.inScope(staffOf(here), (db) =>
    sql`update elections.election set polling_day = ${dayInBelgium(new Date())}::date
      where municipality_id = ${here} and election_id = ${election.electionId}`.execute(db),
  )
  const clerk = await served.window(1280)
  await clerk.logInAs('Sara Wouters', deskPaths.bureauDay(day))
  await clerk.lookAtBoth('bureau-day')
  await clerk.page.getByRole('button', { name: 'Maak een code voor de voorzitter' }).click()
  await clerk.lookAtBoth('bureau-code')
  const code = (await clerk.page.locator('.chair-code').textContent())!
  await clerk.page.goto(served.url + deskPaths.bureauDayList(day))
  await clerk.lookAtBoth('bureau-list')

  const phone = await served.window(390)
  const { page } = phone
  const context = page.context()
  await page.goto(served.url + paths.openBureau({ municipality: 'zonnedorp-1' }))
  await page.getByLabel('Code').fill(code)
  await phone.lookAtBoth('chair-open')
  await page.getByRole('button', { name: 'Open mijn bureau' }).click()
  const chair = page.getByRole('region', { name: 'Voorzitter 1' })
  await phone.lookAtBoth('chair-day')
  await page.waitForFunction(`caches.match('${paths.bureauDay()}', { cacheName: 'kiesloket-bureau' })`)

  await context.setOffline(true)
  await page.reload()
  await page.getByText('Geen netwerk. Werk gewoon door.').waitFor()
  await chair.getByRole('button', { name: /^Aanwezig.*Lotte/ }).click()
  await chair.getByText('(wacht op netwerk)').waitFor()
  await page.getByText('Noteer dit', { exact: true }).first().click()
  await page.getByLabel('lange rij').check()
  await page.getByLabel('Beschrijf het kort').fill('Een uur wachten.')
  await page.getByRole('button', { name: 'Noteer dit' }).click()
  await page.getByLabel('computer of netwerk').check()
  await page.getByLabel('Beschrijf het kort').fill('Scherm valt uit.')
  await page.getByRole('button', { name: 'Noteer dit' }).click()
  await page.getByText('Scherm valt uit.').waitFor()
  expect(await page.locator('[data-place="waiting"]').textContent()).toBe('3')
  await phone.lookAtBoth('chair-offline')
  await page.reload()
  await chair.getByText('(wacht op netwerk)').waitFor()
  await context.setOffline(false)
  await page.getByText('Een uur wachten.').first().waitFor()
  await chair.getByRole('button', { name: /Legde de eed af/ }).click()
  await chair.getByText(/eed afgelegd om/).waitFor()
  await phone.lookAtBoth('chair-sent')

  await clerk.page.goto(served.url + deskPaths.bureauDay(day))
  await clerk.page.getByText('Een uur wachten.').waitFor()
  await clerk.lookAtBoth('bureau-day-filled')
  await clerk.page.goto(served.url + deskPaths.bureauBoard({ election: election.code }))
  await clerk.lookAtBoth('bureau-board')
  await clerk.page.locator('[data-live="incidents-1"]').getByText('2').waitFor()
  await page.getByText('Noteer dit', { exact: true }).first().click()
  await page.getByLabel('iemand werd onwel').check()
  await page.getByLabel('Beschrijf het kort').fill('De hulpdienst kwam.')
  await page.getByRole('button', { name: 'Noteer dit' }).click()
  await clerk.page.locator('[data-live="incidents-1"]').getByText('3').waitFor()
  await clerk.page.goto(served.url + deskPaths.bureauDay(day))
  await clerk.page
    .getByRole('link', { name: /Zoek een reserve/ })
    .first()
    .click()
  await clerk.lookAtBoth('bureau-reserve')
  await clerk.page.goto(served.url + deskPaths.bureauDay(day))
  await clerk.page.getByRole('button', { name: /Trek in/ }).click()
  await clerk.page.getByText('De toegang is ingetrokken.').waitFor()
  await page.getByRole('button', { name: 'We zijn open' }).click()
  await page.getByText('De gemeente trok de toegang van deze telefoon in.').waitFor()
  expect(await page.evaluate('caches.has("kiesloket-bureau")')).toBe(false)
  expect(await page.evaluate('Object.keys(localStorage)')).toEqual([])
  for (const window of [clerk, phone]) await window.close()
}, 300_000)
