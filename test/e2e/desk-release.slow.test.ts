import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestSeal } from '../../dev/seal/make-test-seal.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { releasesOf, workRuns } from '../../src/letters/index.ts'
import { closedList } from '../../src/letters/testing.ts'
import { getSettings, updateMunicipality } from '../../src/municipalities/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/**
 * From a closed list to letters that are released, by two people in two browsers; the second refuses once. Meanwhile the
 * municipality gets an electronic seal, whose certificate has to be renewed first.
 */

const voters = 60
let trial: DeskTrial
let desk: ServedDesk
let runs: ReturnType<typeof workRuns>
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-seal-'))
  trial = await aDeskTrial(createWeb)
  desk = await serveDesk(trial.database.url)
  await closedList({ ...desk.app, numbers: { allowTestNumbers: true } }, trial.election, voters, 1)
  const { app } = desk
  runs = workRuns(
    { ...app, portalUrl: app.config.PORTAL_URL },
    { municipalities: async () => [trial.here], lookEveryMs: 200 },
  )
})
afterAll(async () => {
  await runs?.stop()
  await desk?.close()
  await trial?.close()
  await rm(folder, { recursive: true })
})

const at = () => ({ election: trial.election.code })

/** On a phone and on a desktop screen. */
async function look({ page, look }: DeskWindow, name: string) {
  const size = page.viewportSize()!
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await look(`letters-${name}-at-${width}`)
  }
  await page.setViewportSize(size)
}

const press = ({ page }: DeskWindow, name: string) => page.getByRole('button', { name }).click()
const follow = ({ page }: DeskWindow, name: string) => page.getByRole('link', { name, exact: true }).click()
const open = ({ page }: DeskWindow, address: string) => page.goto(desk.url + address)
const sees = ({ page }: DeskWindow, text: string | RegExp) => page.getByText(text).first().waitFor()
const codeShown = async ({ page }: DeskWindow) =>
  (await page.locator('.code-groups').first().textContent())!.replaceAll(/\s/g, '')

async function takeAndAsk(clerk: DeskWindow, button: string) {
  await open(clerk, paths.proof(at()))
  await press(clerk, button)
  await clerk.page.getByRole('heading', { name: 'Wat gecontroleerd is' }).waitFor()
  await clerk.page.locator('[data-refresh]').waitFor({ state: 'detached' })
}

async function change(phone: string) {
  const settings = await desk.app.database.inScope(staffOf(trial.here), (db) => getSettings(db, trial.here))
  const document = { ...settings, contact: { ...settings.contact, phone }, seal: sealFiles() }
  expect(
    await updateMunicipality(desk.app, { municipalityId: trial.here, document, by: 'test' }),
  ).toMatchObject({ ok: true, changed: true })
}

const sealFiles = () => ({
  certificateFile: join(folder, 'seal.crt'),
  privateKeyFile: join(folder, 'seal.pem'),
})

async function putSeal(until: string) {
  const { certificates, privateKey } = await makeTestSeal({ until })
  await writeFile(sealFiles().certificateFile, certificates)
  await writeFile(sealFiles().privateKeyFile, privateKey)
}

test('one person has letters composed and asks, another refuses, and releases what was mended', async () => {
  const clerk = await desk.window(1280)
  await clerk.logInAs('Karim El Amrani', paths.letters(at()))
  await look(clerk, 'before')
  await follow(clerk, 'Voorbeeld')
  await sees(clerk, 'voor een kiezer die niet bestaat')
  await clerk.page.getByLabel('Kiezers').selectOption('EU')
  await press(clerk, 'Toon deze brief')
  await clerk.page.waitForURL(/kiezers=EU/)
  await look(clerk, 'preview')
  await open(clerk, paths.letters(at()))
  await press(clerk, 'Brieven opmaken')
  await sees(clerk, 'Elke kiezer heeft een brief')
  await sees(clerk, `${voters} brieven opgemaakt`)
  await look(clerk, 'composed')

  await follow(clerk, 'Naar de proef')
  await look(clerk, 'no-proof')
  await takeAndAsk(clerk, 'Proef nemen')
  await look(clerk, 'proof')
  const code = await codeShown(clerk)
  await follow(clerk, 'Blader door de brieven')
  await clerk.page.getByRole('heading', { name: /Brief 1 van/ }).waitFor()
  await clerk.page.waitForLoadState()
  await clerk.page.keyboard.press('ArrowRight')
  await clerk.page.getByRole('heading', { name: /Brief 2 van/ }).waitFor()
  const loaded = `Promise.all([...document.querySelectorAll('.sheets img')].map((image) => image.decode().then(() => image.naturalWidth)))`
  expect(await clerk.page.evaluate(loaded), 'both pages are pictures').toEqual([909, 909])
  await look(clerk, 'proof-letter')
  await follow(clerk, 'Lees deze brief als tekst')
  await clerk.look('letters-text')

  await open(clerk, paths.release(at()))
  await look(clerk, 'ask')
  await press(clerk, 'Vraag de vrijgave van deze brieven')
  await sees(clerk, 'U vroeg de vrijgave')
  await look(clerk, 'asked')

  const releaser = await desk.window(390)
  await releaser.logInAs('An Peeters', paths.release(at()))
  expect(await codeShown(releaser), 'both see the same code').toBe(code)
  await look(releaser, 'not-opened')
  expect(await releaser.page.getByRole('button', { name: 'Geef deze brieven vrij' }).count()).toBe(0)
  await releaser.page.getByLabel('Waarom niet?').fill('Het telefoonnummer is oud.')
  await press(releaser, 'Weiger de vrijgave')
  await sees(releaser, 'Het telefoonnummer is oud.')

  await open(clerk, paths.release(at()))
  await sees(clerk, /An Peeters weigerde/)
  await look(clerk, 'refused')
  await press(clerk, 'Vraag de vrijgave van deze brieven')
  await sees(clerk, 'of leg uit waarom u dezelfde opnieuw vraagt')
  await look(clerk, 'ask-again')
  await clerk.page
    .getByLabel('Waarom vraagt u dezelfde proef opnieuw?')
    .fill('Het nummer klopt: ik belde het.')
  await press(clerk, 'Vraag de vrijgave van deze brieven')
  await sees(clerk, 'U vroeg de vrijgave')
  await open(releaser, paths.release(at()))
  await sees(releaser, 'Deze proef werd al geweigerd')
  await sees(releaser, 'Karim El Amrani vraagt ze opnieuw: “Het nummer klopt: ik belde het.”')
  await sees(releaser, 'Het telefoonnummer is oud.')
  await look(releaser, 'asked-again')
  await releaser.page.getByLabel('Waarom niet?').fill('De centrale nam niet op.')
  await press(releaser, 'Weiger de vrijgave')
  await sees(releaser, 'De centrale nam niet op.')
  await change('+32 9 999 99 77')
  await open(clerk, paths.proof(at()))
  await sees(clerk, 'Deze brieven kloppen niet meer')
  await look(clerk, 'proof-no-longer-holds')
  await open(clerk, paths.release(at()))
  await sees(clerk, 'Deze brieven kloppen niet meer')
  await look(clerk, 'ask-no-longer-holds')
  await open(clerk, paths.letters(at()))
  await look(clerk, 'outdated')
  await press(clerk, 'Oude brieven intrekken en opnieuw opmaken')
  await sees(clerk, 'Zeg waarom')
  await clerk.page.getByLabel('Waarom worden ze opnieuw gemaakt?').fill('Nieuw telefoonnummer')
  await press(clerk, 'Oude brieven intrekken en opnieuw opmaken')
  await sees(clerk, `nadat ${voters} brieven werden ingetrokken`)
  await takeAndAsk(clerk, 'Nieuwe proef nemen')
  await sees(clerk, '+32 9 999 99 77')
  expect(await codeShown(clerk)).not.toBe(code)
  await look(clerk, 'proof-again')
  await open(clerk, paths.proofLetter({ ...at(), place: 1 }))
  await follow(clerk, 'Vergelijk met de vorige brief van deze kiezer')
  await sees(clerk, 'de eigen brief van deze kiezer, zoals die bij de vorige proef was')
  await clerk.page.locator('ins').getByText('+32 9 999 99 77').first().waitFor()
  expect(await clerk.page.evaluate(loaded)).toEqual([909, 909, 909, 909])
  await look(clerk, 'compared')
  await open(clerk, paths.proof(at()))
  await follow(clerk, 'Naar de vrijgave')
  await sees(clerk, 'krijgt het elektronische zegel van uw gemeente')
  await putSeal(trial.election.pollingDay)
  await press(clerk, 'Vraag de vrijgave van deze brieven')
  await sees(clerk, /elektronisch zegel op de brieven, en dat lukt nu niet/)
  await look(clerk, 'seal-not-ready')
  await putSeal('2049-12-31')
  await press(clerk, 'Vraag de vrijgave van deze brieven')
  await sees(clerk, 'U vroeg de vrijgave')

  await open(releaser, paths.release(at()))
  await follow(releaser, 'Open de proef en kijk de brieven na')
  await follow(releaser, 'Naar de vrijgave')
  await releaser.page.getByLabel('Eerst tegenhouden').check()
  await releaser.page.getByLabel('Typ hoeveel brieven vertrekken').fill(String(voters - 1))
  await look(releaser, 'decide')
  await press(releaser, 'Geef deze brieven vrij')
  // What can't be taken back is done by who proved a moment ago who they are; what was typed is still there after it.
  await releaser.page.getByRole('button', { name: 'An Peeters' }).click()
  await sees(releaser, 'Niets is verloren')
  expect(await releaser.page.getByLabel('Typ hoeveel brieven vertrekken').inputValue()).toBe('59')
  await press(releaser, 'Geef deze brieven vrij')
  await sees(releaser, 'Dat is niet het aantal')
  await look(releaser, 'wrong-number')
  await releaser.page.getByLabel('Typ hoeveel brieven vertrekken').fill(String(voters))
  await press(releaser, 'Geef deze brieven vrij')
  await releaser.page.getByRole('heading', { name: `${voters} brieven vrijgegeven` }).waitFor()
  await look(releaser, 'released')

  await open(clerk, paths.letters(at()))
  await sees(clerk, 'Elke kiezer heeft een brief die vrijgegeven is')
  await clerk.page.getByLabel('Volgnummer op de kiezerslijst').fill('7')
  await press(clerk, 'Bekijk de brief')
  await clerk.page.getByRole('heading', { name: 'Brief van volgnummer 7' }).waitFor()
  expect(clerk.page.url()).not.toMatch(/\/7\b/)
  await look(clerk, 'one-letter')
  const [release] = await desk.app.database.inScope(staffOf(trial.here), (db) =>
    releasesOf(db, trial.here, trial.election.electionId),
  )
  expect(release).toMatchObject({ state: 'released', sealed: true })
  await clerk.close()
  await releaser.close()
})
