import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesCsv, sectionNumbers } from '../../dev/demo/places.ts'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { type Election, importPlaces } from '../../src/elections/index.ts'
import { workRuns } from '../../src/letters/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** After the release a room changes, a voter dies and a name was wrong: only those concerned get another letter. */

const voters = 60
let trial: DeskTrial
let desk: ServedDesk
let election: Election
let runs: ReturnType<typeof workRuns>

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  desk = await serveDesk(trial.database.url)
  const { app } = desk
  const deps = { ...trial.deps, vault: app.vault, signer: app.signer }
  election = await releasedElection({ ...trial, deps }, voters)
  runs = workRuns(
    { ...app, portalUrl: app.config.PORTAL_URL },
    { municipalities: async () => [trial.here], lookEveryMs: 200 },
  )
})
afterAll(async () => {
  await runs?.stop()
  await desk?.close()
  await trial?.close()
})

const at = () => ({ election: election.code })

/** On a phone and on a desktop screen. */
async function look({ page, look }: DeskWindow, name: string) {
  const size = page.viewportSize()!
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await look(`corrections-${name}-at-${width}`)
  }
  await page.setViewportSize(size)
}

const press = ({ page }: DeskWindow, name: string) => page.getByRole('button', { name }).click()
const open = ({ page }: DeskWindow, address: string) => page.goto(desk.url + address)
const sees = ({ page }: DeskWindow, text: string | RegExp) => page.getByText(text).first().waitFor()

async function openVoter(clerk: DeskWindow, listNumber: number) {
  await open(clerk, paths.voterSearch(at()))
  await clerk.page.getByLabel('Volgnummer op de lijst').fill(String(listNumber))
  await clerk.page.getByLabel('Waarom zoekt u').selectOption('Melding of beslissing over de inschrijving')
  await press(clerk, 'Zoeken')
  await clerk.page
    .getByRole('button', { name: /openen$/ })
    .first()
    .click()
  await sees(clerk, 'Op de kiezerslijst')
}

async function decide({ page }: DeskWindow, ground: string) {
  await page.getByLabel('Grond', { exact: true }).selectOption(ground)
  await page.getByLabel('Dag van het stuk').fill('30/04/2026')
  await page.getByLabel('Verwijzing naar het stuk').fill('stuk 2026/17')
}

async function changeRoomOf(section: number): Promise<void> {
  const csv = placesCsv(sectionNumbers(voters), '9999', 'Zonnedorp')
  const stream = Readable.from([Buffer.from(csv.replace(new RegExp(`^(${section};)[^;]*`, 'm'), '$1Refter'))])
  expect(await importPlaces(desk.app, { election, stream, by: 'test' })).toMatchObject({ ok: true })
}

const inDatabase = <Row>(query: ReturnType<typeof sql<Row>>) =>
  trial.database.inScope(staffOf(trial.here), async (db) => (await query.execute(db)).rows)

test('one voter is struck and another corrected, and the clerk sees first what happens to the letter', async () => {
  await inDatabase(
    sql`update delivery.delivery d set state = 'delivered' from letters.letter l
        where l.letter_id = d.document_id and l.list_number = 2`,
  )
  const clerk = await desk.window(1280)
  await clerk.logInAs('Karim El Amrani', paths.corrections(at()))
  await sees(clerk, 'Elke geldige brief klopt')
  await look(clerk, 'nothing')
  await openVoter(clerk, 1)
  await look(clerk, 'voter')
  await press(clerk, 'Kiezer schrappen')
  await press(clerk, 'Bekijk wat er zal gebeuren')
  await sees(clerk, 'Kies op welke grond.')
  await look(clerk, 'strike-error')
  await decide(clerk, 'deceased')
  await press(clerk, 'Bekijk wat er zal gebeuren')
  await sees(clerk, 'vertrekt niet meer')
  await look(clerk, 'strike')
  await press(clerk, 'Nog iets veranderen')
  expect(await clerk.page.getByLabel('Verwijzing naar het stuk').inputValue()).toBe('stuk 2026/17')
  await press(clerk, 'Bekijk wat er zal gebeuren')
  await press(clerk, 'Schrap deze kiezer')
  await sees(clerk, 'De kiezer is geschrapt')

  await openVoter(clerk, 2)
  await press(clerk, 'Gegevens verbeteren')
  await clerk.page.getByLabel('Familienaam').fill('Zonnebloem')
  await decide(clerk, 'college-decision')
  await look(clerk, 'correct-form')
  await press(clerk, 'Bekijk wat er zal gebeuren')
  await sees(clerk, 'zit al in de e-Box')
  await look(clerk, 'correct')
  await press(clerk, 'Verbeter deze gegevens')
  await sees(clerk, 'De oude brief was al vertrokken')
  await sees(clerk, 'Gegevens van de kiezer verbeterd')
  await look(clerk, 'waiting')
  await clerk.page.getByRole('link', { name: 'Kiezer toevoegen' }).click()
  await look(clerk, 'add')
  expect(new URL(clerk.page.url()).search).toBe('')
  await clerk.close()
})

test('a room changes: its letters are taken back, made again, and seen beside the old ones', async () => {
  const [section] = sectionNumbers(voters)
  await changeRoomOf(section!)
  const clerk = await desk.window(1280)
  await clerk.logInAs('Karim El Amrani', paths.corrections(at()))
  await sees(clerk, 'Stemlokaal, adres of uur veranderd')
  await clerk.page.locator('summary', { hasText: 'Per stemafdeling' }).click()
  await look(clerk, 'outdated')
  await clerk.page.getByRole('link', { name: /^Oud en nieuw/ }).click()
  await sees(clerk, 'daarna hoe de nieuwe wordt')
  const loaded = `Promise.all([...document.querySelectorAll('.sheets img')].map((image) => image.decode().then(() => image.naturalWidth)))`
  expect(await clerk.page.evaluate(loaded)).toEqual([909, 909, 909, 909])
  await look(clerk, 'old-and-example')

  await open(clerk, paths.corrections(at()))
  const letters = (
    await inDatabase<{ n: number }>(
      sql`select count(*)::integer as n from letters.letter l where l.section = ${section} and l.state = 'released'`,
    )
  )[0]!.n
  await clerk.page.getByLabel('Van welke stemafdeling?').selectOption(String(section))
  await clerk.page.getByLabel('Typ hoeveel brieven').fill(String(letters + 1))
  await press(clerk, 'Neem deze brieven terug')
  // What can't be taken back is done by who proved a moment ago who they are; what was typed is still there after it.
  await press(clerk, 'Karim El Amrani')
  await sees(clerk, 'Niets is verloren')
  await press(clerk, 'Neem deze brieven terug')
  await sees(clerk, 'Er is niets teruggenomen')
  await sees(clerk, 'Zeg waarom, in enkele woorden.')
  await look(clerk, 'take-back-error')
  await clerk.page.getByLabel('Waarom neemt u ze terug?').fill('Ander lokaal door wateroverlast')
  await clerk.page.getByLabel('Typ hoeveel brieven').fill(String(letters))
  await press(clerk, 'Neem deze brieven terug')
  await sees(clerk, 'De brieven worden teruggenomen')
  await sees(clerk, 'Laat nu de nieuwe opmaken')
  await look(clerk, 'taken-back')

  await clerk.page.getByRole('link', { name: 'Nieuwe brieven opmaken' }).click()
  await clerk.page.getByRole('button', { name: /opmaken|Maak/ }).click()
  await sees(clerk, 'Elke kiezer heeft een brief')
  await open(clerk, paths.corrections(at()))
  await sees(clerk, 'Proef nemen')
  await look(clerk, 'composed')
  await clerk.page
    .getByRole('link', { name: /^Oud en nieuw/ })
    .first()
    .click()
  await sees(clerk, 'De brieven naast elkaar')
  expect(await clerk.page.evaluate(loaded)).toEqual([909, 909, 909, 909])
  await look(clerk, 'old-and-new')

  await open(clerk, paths.proof(at()))
  await press(clerk, 'Nieuwe proef nemen')
  const isToCheck = async () => {
    await open(clerk, paths.corrections(at()))
    return clerk.page.getByText('Nakijken', { exact: true }).count()
  }
  await expect.poll(isToCheck, { timeout: 30_000 }).toBe(1)
  await open(clerk, paths.proof(at()))
  await open(clerk, paths.release(at()))
  await sees(clerk, /Dit is een verbetering: alle \d+ brieven vervangen er een die al vrijgegeven is op /)
  await press(clerk, 'Vraag de vrijgave van deze brieven')
  await open(clerk, paths.corrections(at()))
  await sees(clerk, 'Wacht op de tweede persoon')
  await clerk.close()

  const releaser = await desk.window(1280)
  await releaser.logInAs('An Peeters', paths.proof(at()))
  await open(releaser, paths.release(at()))
  await sees(releaser, /Dit is een verbetering: alle \d+ brieven vervangen er een die al vrijgegeven is op /)
  await look(releaser, 'release')
  await releaser.page.getByLabel('Meteen').check()
  const expected = String(letters + 1) // and that of the voter who was corrected
  await releaser.page.getByLabel('Typ hoeveel brieven vertrekken').fill(expected)
  await press(releaser, 'Geef deze brieven vrij')
  await press(releaser, 'An Peeters') // proves again who it is
  await press(releaser, 'Geef deze brieven vrij')
  await sees(releaser, `${expected} brieven vrijgegeven`)
  await open(releaser, paths.deliveries(at()))
  await sees(releaser, `Dit is een verbetering: alle ${expected} brieven vervangen er een`)
  await look(releaser, 'delivery')
  await open(releaser, paths.corrections(at()))
  await sees(releaser, 'Elke geldige brief klopt')
  await releaser.close()
  const states = await inDatabase<{ state: string; n: number }>(
    sql`select l.state, count(*)::integer as n from letters.letter l
        where l.election_id = ${election.electionId} group by 1 order by 1`,
  )
  expect(states, 'the others are as they were; the struck voter has none').toEqual([
    { state: 'released', n: voters - 1 },
    { state: 'superseded', n: Number(expected) },
    { state: 'withdrawn', n: 1 },
  ])
})

test('a file strikes and corrects many: what it does is seen first, and done by who types the number of rows', async () => {
  const names = await inDatabase<{ n: number; name: string }>(
    sql`select v.list_number as n, v.last_name as name from voters.voter v
        where v.election_id = ${election.electionId} and v.state = 'enrolled' order by 1`,
  )
  const header = 'kind;list_number;current_last_name;ground;decided_on;source;last_name'
  const file = (rows: readonly string[]) => ({
    ...{ name: 'wijzigingen-mei.csv', mimeType: 'text/csv' },
    buffer: Buffer.from([header, ...rows, ''].join('\n')),
  })
  const strikes = names.slice(4, 8).map(({ n, name }) => `strike;${n};${name};deceased;2026-04-30;akte ${n};`)
  const clerk = await desk.window(1280)
  const { page } = clerk
  const send = async (rows: readonly string[]) => {
    await open(clerk, paths.amendByFile(at()))
    await page.locator('#wijzigingen').setInputFiles(file(rows))
    await press(clerk, 'Verstuur en kijk na')
  }
  await clerk.logInAs('Karim El Amrani', paths.corrections(at()))
  await page.getByRole('link', { name: 'Wijzigingen uit een bestand' }).click()
  await look(clerk, 'file')
  await press(clerk, 'Verstuur en kijk na')
  await sees(clerk, 'Kies eerst een bestand.')

  await send([
    ...strikes,
    'strike;999;Niemand;deceased;2026-04-30;akte 9;',
    'strike;9;Niemand;moved;2099-01-01;;',
  ])
  await page.getByRole('heading', { name: 'Dit bestand kan niet uitgevoerd worden' }).waitFor()
  await look(clerk, 'file-refused')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /rij per rij/ }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^fouten-wijzigingen-.*\.csv$/)

  const { n, name } = names[8]!
  await send([...strikes, `correct;${n};${name};college-decision;2026-04-30;college 5;Zonnebloem`])
  await page.getByRole('heading', { name: 'Dit zal gebeuren' }).waitFor()
  await look(clerk, 'file-foreseen')
  await page.getByLabel('Typ hoeveel rijen').fill('4')
  await press(clerk, 'Voer deze wijzigingen uit')
  await press(clerk, 'Karim El Amrani') // proves again who it is
  await press(clerk, 'Voer deze wijzigingen uit')
  await sees(clerk, 'niet het aantal rijen')
  await page.getByLabel('Typ hoeveel rijen').fill('5')
  await press(clerk, 'Voer deze wijzigingen uit')
  await page.getByRole('heading', { name: 'De wijzigingen zijn uitgevoerd' }).waitFor()
  await look(clerk, 'file-done')
  await page.getByRole('link', { name: 'Verder naar de verbeteringen' }).click()
  await sees(clerk, 'Gegevens van de kiezer verbeterd')
  await clerk.close()
  const struck = await inDatabase<{ n: number }>(
    sql`select count(*)::integer as n from voters.voter v
        where v.election_id = ${election.electionId} and v.state = 'struck'`,
  )
  expect(struck).toEqual([{ n: 5 }])
})
