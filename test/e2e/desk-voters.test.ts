import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { importPlaces } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { newId } from '../../src/platform/ids.ts'
import { createWeb } from '../../src/server.ts'
import { aRow, csvOf } from '../../src/voters/testing.ts'
import { endUpload, insertUpload, noteProgress } from '../../src/voters/uploads/upload-store.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** A clerk brings a voters list in, mends it, compares it, takes it into use, closes it and finds a voter on it. */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  const header = 'section;room;place_code;place_name;street;house_number;postcode;city\n'
  const rows = [1, 2].map(
    (n) => `${n};Lokaal ${n};school;Basisschool De Linde;Schoolstraat;1;9999;Zonnedorp\n`,
  )
  const stream = Readable.from([Buffer.from(header + rows.join(''))])
  const places = await importPlaces(trial.deps, { election: trial.election, stream, by: 'test' })
  if (!places.ok) throw new Error(JSON.stringify(places))
  desk = await serveDesk(trial.database.url)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

const last = {
  last_name: 'Van den Eeckhoutte-de Coninck van Merckem tot Sint-Genesius',
  first_names: 'Zoë Élisabeth',
}
const people = Array.from({ length: 60 }, (_, n) =>
  aRow(
    n,
    n === 7 ? last : n === 9 ? { first_names: '' } : { first_names: `Lotte ${'IVX'[n % 3]}`, birth_date: '' },
  ),
)
const wrong = people.map((row, n) =>
  n % 4 === 1 ? { ...row, section: '9' } : n === 2 ? { ...row, postcode: '99' } : row,
)

/** At both widths, with the same page. */
async function look(window: DeskWindow, name: string): Promise<void> {
  await window.look(name)
  await window.page.setViewportSize({ width: 390, height: 844 })
  await window.look(`${name}-phone`)
  await window.page.setViewportSize({ width: 1280, height: 900 })
}

async function sendFile({ page }: DeskWindow, field: string, name: string, text: string): Promise<void> {
  await page.locator(`#${field}`).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: /^Versturen/ }).click()
  await page.waitForURL(/\/verslag$/)
}

test('from a list with faults to a closed one', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const election = { election: trial.election.code }
  await window.logInAs('Karim El Amrani', paths.voters(election))
  await look(window, 'voters-none')
  await page.getByRole('link', { name: 'Kiezerslijst inladen' }).click()
  await look(window, 'voters-upload')

  await page.getByRole('button', { name: /^Versturen/ }).click()
  await look(window, 'voters-upload-error')

  const key = { ...trial.election, uploadId: newId<string>() }
  await trial.database.inScope(staffOf(trial.here), async (db) => {
    await insertUpload(db, {
      ...key,
      sourceName: 'kiezers.csv',
      totalBytes: 60_000_000,
      by: 'test',
      at: new Date(),
    })
    await noteProgress(db, key, { bytes: 23_000_000, rows: 153_000 })
  })
  await page.goto(desk.url + paths.votersReading(election))
  await look(window, 'voters-reading')
  await trial.database.inScope(staffOf(trial.here), (db) => endUpload(db, key, { state: 'stopped' }))
  await page.waitForURL(/\/kiezers$/)
  await look(window, 'voters-stopped')
  await page.goto(desk.url + paths.votersUpload(election))
  await sendFile(window, 'list', 'kiezers-zonnedorp.csv', csvOf(wrong))
  await page.getByText(/de eerste 10 van 15 rijen/).click()
  await look(window, 'voters-refused')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Herstelblad (CSV)' }).click()
  const sheet = await textOf(await (await download).createReadStream())
  const filled = sheet
    .replaceAll(/^(\d+;[^;]*;[^;]*;section;9;)/gm, '$11')
    .replaceAll(/^(\d+;[^;]*;[^;]*;postcode;99;)/gm, '$19999')
  await page.getByRole('link', { name: 'Verbeterde rijen inladen' }).click()
  await look(window, 'voters-mend')
  await sendFile(window, 'sheet', 'herstelblad.csv', filled)
  await page.getByRole('heading', { name: 'Deze lijst kan aanvaard worden' }).waitFor()
  await look(window, 'voters-report')

  await page.getByRole('link', { name: 'Naar aanvaarden' }).click()
  await page.getByRole('button', { name: 'Lijst aanvaarden' }).click()
  await look(window, 'voters-accept')
  await page.getByLabel('Ik las het verslag').check()
  await page.getByRole('button', { name: 'Lijst aanvaarden' }).click()
  await look(window, 'voters-accepted')

  await page.getByRole('link', { name: 'Andere lijst inladen' }).click()
  const next = people.slice(5).map((row, n) => (n === 3 ? { ...row, street: 'Beukenlaan' } : row))
  await sendFile(window, 'list', 'kiezers-2.csv', csvOf(next))
  await page.getByRole('link', { name: 'Toon de kiezers' }).click()
  await page.getByLabel('Niet meer op de lijst').check()
  await page.getByRole('button', { name: 'Toon de kiezers' }).click()
  await look(window, 'voters-difference')

  await page.goto(desk.url + paths.votersClose(election))
  await page.getByText('Er wacht een nieuwere lijst: kiezers-2.csv').waitFor()
  await look(window, 'voters-close-newer')
  await page.getByRole('link', { name: 'Aanvaard eerst de nieuwere lijst' }).click()
  await page.getByLabel('Ik las het verslag').check()
  await page.getByRole('button', { name: 'Lijst aanvaarden' }).click()
  await page.getByRole('link', { name: 'Lijst afsluiten' }).click()
  await look(window, 'voters-close')
  await page.getByLabel(/^Ja, sluit de lijst/).check()
  await page.getByRole('button', { name: 'Lijst afsluiten' }).click()
  await page.getByRole('button', { name: 'Karim El Amrani' }).click() // proves again who it is
  await page.getByRole('button', { name: 'Lijst afsluiten' }).click()
  await page.getByText('De kiezerslijst is afgesloten').first().waitFor()
  await look(window, 'voters-closed')
  await window.close()
})

test('a voter is found without script, with a typing error, and the ledger says who looked', async () => {
  const window = await desk.window(1280, { javaScriptEnabled: false })
  const { page } = window
  await window.logInAs('Els Maes', paths.voterSearch({ election: trial.election.code }))
  await page.getByLabel('Naam').fill('zoe eeckhoute')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await window.look('voters-search-error')
  await page.getByLabel('Waarom zoekt u').selectOption('Vraagt een duplicaat')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await window.look('voters-found')
  expect(new URL(page.url()).search, 'what was typed stands in no address').toBe('')
  await page
    .getByRole('button', { name: /openen$/ })
    .first()
    .click()
  await page.getByText('Op de kiezerslijst').waitFor()
  await window.look('voter')
  await askWhoLooked(page)
  await page.getByText('bekeek de gegevens van een kiezer: Vraagt een duplicaat').waitFor()
  await window.look('voter-ledger')
  await window.close()
})

test('looked at with script, the search and a voter fit a phone and pass axe', async () => {
  const window = await desk.window(390)
  const { page } = window
  await window.logInAs('Els Maes', paths.voterSearch({ election: trial.election.code }))
  await page.getByLabel('Naam').fill('peeters')
  await page.getByLabel('Waarom zoekt u').selectOption('Post kwam terug')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await window.look('voters-found')
  await page
    .getByRole('button', { name: /openen$/ })
    .first()
    .click()
  await window.look('voter')
  await askWhoLooked(page)
  await window.look('voter-ledger')
  await window.close()
})

async function askWhoLooked(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Wie bekeek deze kiezer?' }).click()
  await page.getByLabel('Waarom vraagt u dit op?').fill('de kiezer vraagt het')
  await page.getByRole('button', { name: 'Toon wie deze kiezer bekeek' }).click()
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
