import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesCsv, sectionNumbers } from '../../dev/demo/places.ts'
import { generateVoters } from '../../dev/demo/voters-generator.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { type Election, importPlaces, votingCategories } from '../../src/elections/index.ts'
import { composeLetters, releaseLetters, requestRelease, takeSample } from '../../src/letters/index.ts'
import { addStaff } from '../../src/municipalities/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { acceptList, closeList, importVoters } from '../../src/voters/index.ts'
import { startWorker, type Worker } from '../../src/worker.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'
import { expectOk } from '../expect-ok.ts'

/**
 * From the release to the certificate in the browser, with a worker that sends to the stand-in of the e-Box: a wave of
 * testers, everybody, a stop, answers that are lost and settled by hand, print files, the certificate and its check.
 */

const voters = 60
let trial: DeskTrial
let desk: ServedDesk
let road: EboxRoad
let worker: Worker
let wide: DeskWindow
let narrow: DeskWindow

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  road = await eboxRoad('federal-v2')
  desk = await serveDesk(trial.database.url, {
    ...road.env,
    EBOX_RATE_PER_SECOND: '3',
    EBOX_CONCURRENCY: '2',
  })
  await releaseHeld(trial.election)
  worker = await startWorker(desk.app)
  wide = await desk.window(1280)
  narrow = await desk.window(390)
  for (const window of [wide, narrow]) await window.logInAs('Karim El Amrani')
})
afterAll(async () => {
  await worker?.stop()
  await desk?.close()
  await road?.close()
  await trial?.close()
})

/** A closed list with a letter for each voter, released by two people, with nothing on its way. */
async function releaseHeld(election: Election): Promise<void> {
  const { app } = desk
  const sections = sectionNumbers(voters)
  const place = { postcode: '9999', city: 'Zonnedorp' }
  const csv = Readable.from([Buffer.from(placesCsv(sections, place.postcode, place.city))])
  expectOk(await importPlaces(app, { election, stream: csv, by: 'test' }))
  const { pollingDay } = election
  const categories = votingCategories(election)
  const stream = generateVoters({ seed: 1, voters, sections, pollingDay, categories, ...place })
  expectOk(await importVoters(app, { election, source: { name: 'list.csv', stream }, by: 'test' }))
  expectOk(await acceptList(app, { election, by: 'test' }))
  expectOk(await closeList(app, { election, by: 'test' }))
  expectOk(await composeLetters({ ...app, portalUrl: app.config.PORTAL_URL }, { election, by: 'test' }))
  const { sampleSha256 } = expectOk(await takeSample(app, { election, by: 'test' }))
  expectOk(await requestRelease(app, { election, staff: await releaser(election, 'an') }))
  const staff = await releaser(election, 'bert')
  expectOk(await releaseLetters(app, { election, staff, sampleSha256, hold: true }))
}

async function releaser({ municipalityId }: Election, name: string) {
  const rights = ['letters.request-release', 'letters.release'] as const
  const email = `${name}@zonnedorp.example`
  const { staffId } = expectOk(await addStaff(desk.app, { municipalityId, email, name, rights, by: 'test' }))
  return { staffId, municipalityId, name, rights }
}

const of = () => ({ election: trial.election.code })

/** Looks at the page that is open, and at the same address on a phone. */
async function lookAtBoth(name: string): Promise<void> {
  await wide.look(name)
  await narrow.page.goto(wide.page.url())
  await narrow.look(name)
}

async function part(name: string): Promise<void> {
  await wide.page
    .getByRole('navigation', { name: 'Verzending' })
    .getByRole('link', { name, exact: true })
    .click()
}

const button = (name: string) => wide.page.getByRole('button', { name })
const says = (text: string) => wide.page.getByText(text).first().waitFor()

test('a wave of testers goes, and all the others wait', async () => {
  const { page } = wide
  await page.goto(desk.url + paths.deliveries(of()))
  await says('Tegengehouden')
  await lookAtBoth('delivery-held')
  await part('In golven')
  await lookAtBoth('delivery-waves')
  await page.getByLabel('Volgnummers op de kiezerslijst').fill('1, 2, 999999')
  await button('Alleen deze brieven laten gaan').click()
  // What can't be taken back asks who one is again, and what was typed is still there.
  await button('Karim El Amrani').first().click()
  await says('Niets is verloren')
  await button('Alleen deze brieven laten gaan').click()
  await page.getByRole('heading', { name: 'Dit klopt nog niet' }).waitFor()
  await wide.look('delivery-waves-wrong')
  await page.getByLabel('Volgnummers op de kiezerslijst').fill('1, 2, 3')
  await button('Alleen deze brieven laten gaan').click()
  await says('Deze golf mag vertrekken')
  await expect.poll(() => road.standIn.messages().length, { timeout: 60_000 }).toBe(3)
  await part('Eén brief')
  await page.getByLabel('Volgnummer').fill('1')
  await button('Toon de tijdlijn').click()
  await says('Ontvangstbewijs')
  expect(page.url()).not.toContain('nummer')
  await wide.look('delivery-one-letter')
})

test('a page that is open follows when another window lets letters go and stops them', async () => {
  const [followed, other] = [await desk.window(1280), await desk.window(390)]
  for (const window of [followed, other]) await window.logInAs('Karim El Amrani')
  const shown = () => followed.page.locator('[data-live-from] .desk-lead').textContent()
  await followed.page.goto(desk.url + paths.deliveries(of()))
  const address = followed.page.url()
  await expect.poll(shown).toContain('Tegengehouden')
  await other.page.goto(address)
  await other.page.getByRole('button', { name: 'Stop het versturen' }).click()
  await other.page.getByText('Gestopt').first().waitFor()
  await expect.poll(shown, { timeout: 10_000 }).toContain('Gestopt')
  expect(await shown()).not.toContain('Er vertrekt niets tot')
  await followed.look('delivery-followed-until-stopped')
  await other.page.waitForTimeout(1500)
  expect(await other.page.locator('[data-live-said]').textContent(), 'a new page has nothing to reload').toBe(
    '',
  )
  expect(await other.page.locator('[data-live-again]').isHidden()).toBe(true)
  await other.look('delivery-stopped-fresh')
  for (const window of [followed, other]) await window.close()
  // By who proved just now who they are: what lets letters go asks that again.
  await wide.page.goto(address)
  await button('Verder versturen').click()
  await says('Tegengehouden')
})

test('what a schedule would do is looked at, and nothing changes by that', async () => {
  const { page } = wide
  await part('Verzendschema')
  await lookAtBoth('delivery-schedule')
  await page.getByLabel('Volgens een schema').check()
  await page.getByLabel('Vanaf welk uur?').fill('25:00')
  await button('Bekijk wat dit doet').click()
  await page.getByRole('heading', { name: 'Dit klopt nog niet' }).waitFor()
  await wide.lookAtBoth('delivery-schedule-wrong')
  await page.getByLabel('Vanaf welk uur?').fill('8:00')
  await page.getByLabel('Tot welk uur?').fill('20:00')
  await page.getByLabel('Hoeveel brieven per dag?').fill('500')
  await button('Bekijk wat dit doet').click()
  await says('Dit is nog niet bewaard')
  await says('Alles wordt nu tegengehouden')
  await page.getByText('Elke brief heeft al een uitkomst').waitFor({ state: 'detached' })
  await wide.lookAtBoth('delivery-schedule-would')
  await part('Geopend')
  await says('Van 3 brieven in een e-Box weet niemand nog')
  await lookAtBoth('delivery-read-status')
})

test('without script the page of progress refreshes by a link, for a while, and can be left still', async () => {
  const plain = await desk.window(390, { javaScriptEnabled: false })
  const { page } = plain
  const link = (name: string) => page.getByRole('link', { name })
  await plain.logInAs('Mia Janssens', paths.deliveries(of()))
  await link('Cijfers vernieuwen').click()
  await link('Elke 20 seconden vanzelf vernieuwen').click()
  expect(page.url()).toContain('vanzelf=60')
  await plain.look('delivery-without-script')
  await link('Niet meer vanzelf vernieuwen').click()
  expect(await link('Elke 20 seconden vanzelf vernieuwen').isVisible()).toBe(true)
  expect(await page.getByText('Stop het versturen').count(), 'a reader stops nothing').toBe(0)
  await plain.close()
})

test('all go, somebody stops it, and the figures move along without a reload', async () => {
  const { page } = wide
  road.standIn.faults.plan({ seed: 1, rules: [{ kind: 'lose-reply', on: 'publish', times: 2, after: 4 }] })
  await trial.database.inScope(staffOf(trial.here), (db) =>
    sql`update delivery.delivery as d set state = 'refused', reason = 'INVALID_INPUT', finished_at = now()
        where d.document_id = (select w.document_id from delivery.delivery w where w.state = 'waiting' limit 1)`.execute(
      db,
    ),
  )
  await page.goto(desk.url + paths.deliveries(of()))
  await part('In golven')
  await button('Alle brieven laten gaan').click()
  await says('Kijk eerst wat er aankwam')
  await page.getByLabel('Ja, wat aankwam, is juist.').check()
  await button('Alle brieven laten gaan').click()
  await says('Alle brieven mogen nu vertrekken')
  await expect
    .poll(async () => Number(await page.locator('[data-live="delivered"]').textContent()), {
      timeout: 60_000,
    })
    .toBeGreaterThan(3)
  await wide.look('delivery-sending')
  await button('Cijfers stilzetten').click()
  await button('Cijfers laten meelopen').waitFor()
  await page.getByLabel('Waarom').fill('we kijken eerst naar de uren')
  await button('Stop het versturen').click()
  await says('we kijken eerst naar de uren')
  await lookAtBoth('delivery-stopped')
  const stoppedAt = road.standIn.messages().length
  await part('Cijfers')
  await lookAtBoth('delivery-figures')
  expect(road.standIn.messages().length).toBe(stoppedAt)
  await part('Voortgang')
  await button('Verder versturen').click()
  await says('gaat verder waar het stopte')
})

test('a refused group goes again once it is mended, and an unconfirmed letter is settled with evidence', async () => {
  const { page } = wide
  await page.goto(desk.url + paths.deliveries(of()))
  await part('Wat misliep')
  await lookAtBoth('delivery-troubles')
  await page.getByRole('link', { name: '1 brief opnieuw versturen' }).click()
  await button('1 brief opnieuw versturen').click()
  await says('Herstel eerst de oorzaak')
  await wide.look('delivery-retry')
  await page.getByLabel('Ja, de oorzaak is weg.').check()
  await button('1 brief opnieuw versturen').click()
  await says('worden opnieuw verstuurd')
  for (let left = 2; left > 0; left--) {
    await part('Wat misliep')
    await expect
      .poll(
        async () => {
          await page.reload()
          return page.getByRole('link', { name: /onbevestigde brie/ }).count()
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    await page.getByRole('link', { name: /onbevestigde brie/ }).click()
    if (left === 2) {
      await button('Brief afhandelen').click()
      await says('Zeg hoe u het weet')
      await wide.look('delivery-unconfirmed-wrong')
    }
    await page
      .getByLabel(/Volgnummer \d+/)
      .first()
      .check()
    await page.getByLabel('Hij is aangekomen').check()
    await page.getByLabel('Hoe weet u dat?').fill('melding 1234 van de helpdesk: teruggevonden')
    await button('Brief afhandelen').click()
    await says('De brief is afgehandeld')
  }
  await expect
    .poll(
      async () => {
        await page.goto(desk.url + paths.deliveries(of()))
        return page.getByText('Elke brief heeft een uitkomst').count()
      },
      { timeout: 120_000 },
    )
    .toBe(1)
  await lookAtBoth('delivery-finished')
  expect(road.standIn.messages()).toHaveLength(voters)
})

test('print files are made, downloaded whole, and one is made again with a reason', async () => {
  const { page } = wide
  await part('Drukbestanden')
  await wide.look('print-none')
  await button('Maak de drukbestanden').click()
  await expect
    .poll(
      async () => {
        await page.goto(desk.url + paths.printFiles(of()))
        return page.getByText(/Gemaakt: \d+/).count()
      },
      { timeout: 120_000 },
    )
    .toBe(1)
  await lookAtBoth('print-files')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'PDF' }).first().click()
  expect((await downloading).suggestedFilename()).toMatch(/-section-\d+-\w+\.pdf$/)
  await page.reload()
  await says('Van 1 van de')
  await lookAtBoth('print-files-taken')
  await page.getByRole('link', { name: 'Opnieuw maken' }).first().click()
  await button('Maak het opnieuw').click()
  await says('Zeg waarom')
  await wide.look('print-again')
  await page.getByLabel('Waarom?').fill('papier vastgelopen')
  await button('Maak het opnieuw').click()
  await says('Laat het vorige vernietigen')
  await part('Teruggekeerde post')
  await page.getByLabel('Volgnummers op de brieven').fill('5\n999999')
  await page.getByLabel('Verhuisd').check()
  await button('Noteer').first().click()
  await says('er is geen brief met dit nummer')
  await lookAtBoth('returned')
})

test('the certificate is written when the sum is right, downloaded, and verified by handing it in', async () => {
  const { page } = wide
  await page.getByRole('link', { name: 'Certificaat', exact: true }).click()
  await says('De som klopt')
  await lookAtBoth('certificate')
  await button('Schrijf het certificaat').click()
  await page.getByRole('link', { name: 'Alle bestanden (ZIP)' }).waitFor()
  await lookAtBoth('certificate-written')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Alle bestanden (ZIP)' }).click()
  const zip = await (await downloading).path()
  await page.getByRole('link', { name: 'Een certificaat nakijken' }).click()
  await wide.look('certificate-verify')
  await page.getByLabel('Het certificaat').setInputFiles(zip)
  await button('Kijk het na').click()
  await says('Dit certificaat is echt en klopt')
  await wide.look('certificate-genuine')
  const spoilt = {
    name: 'certificate.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"payload":"x"}'),
  }
  await page.getByLabel('Het certificaat').setInputFiles(spoilt)
  await button('Kijk het na').click()
  await says('Dit is een JSON-bestand, maar geen certificaat van Kiesloket.')
  await wide.look('certificate-wrong')
})

test('nothing was asked of another site, and no page complained', async () => {
  await wide.close()
  await narrow.close()
})
