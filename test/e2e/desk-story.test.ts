import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { startWorker, type Worker } from '../../src/worker.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'
import { aPerson, type Person } from '../person.ts'
import { textOf, townFiles } from '../town.ts'

/**
 * A whole campaign as a new user finds the way: only links and buttons that the pages offer, from the first login at a town
 * hall where nothing was done yet to a certificate that holds. `DESK_STORY_VOTERS` makes it as large as a town.
 */

const voters = Number(process.env.DESK_STORY_VOTERS ?? 300)
const patience = { timeout: 180_000 + voters * 20 }
vi.setConfig({ testTimeout: 600_000 + voters * 40 })

let trial: DeskTrial
let road: EboxRoad
let desk: ServedDesk
let worker: Worker
let clerk: Person
let keeper: Person
let releaser: Person
let counter: Person

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  road = await eboxRoad('federal-v2')
  desk = await serveDesk(trial.database.url, {
    ...road.env,
    EBOX_RATE_PER_SECOND: String(Math.max(20, Math.ceil(voters / 30))),
    // Pages, worker, e-Box and judges share one process here: an answer that is late is not one that was lost.
    EBOX_TIMEOUT_MS: '60000',
    SESSION_IDLE_MINUTES: '120', // of a town somebody waits longer than usual for the others
  })
  worker = await startWorker(desk.app)
})
afterAll(async () => {
  await worker?.stop()
  await desk?.close()
  await road?.close()
  await trial?.close()
})

/** Somebody who was not here yet: from the login to the overview of the election. */
async function comes(name: string): Promise<Person> {
  const person = await aPerson(desk, name, patience)
  await look(person, `start-${name.split(' ')[0]}`)
  await person.follow(trial.election.name)
  return person
}

const look = (person: Person, name: string) => person.look(`story-${name}`)

test('a clerk comes for the first time, and brings in where everybody votes', async () => {
  clerk = await comes('Karim El Amrani')
  await look(clerk, 'home-nothing-yet')
  await clerk.goesOn('Stemlocaties en stemafdelingen')
  await clerk.follow(/^Lees een/)
  await clerk.choose('file', 'stemlocaties.csv', (await townFiles(trial.election, voters)).places)
  await clerk.press('Lees in')
  await clerk.sees('De stemlocaties zijn ingelezen.')
  await look(clerk, 'places')
})

test('the list is refused, mended, accepted and closed', async () => {
  const files = await townFiles(trial.election, voters)
  await clerk.goesOn('Kiezerslijst inladen')
  await clerk.choose('list', 'kiezers.csv', files.wrongList)
  await clerk.press('Versturen en inlezen')
  await clerk.sees('Deze lijst is geweigerd')
  await look(clerk, 'report')
  const sheet = await textOf(await (await clerk.download('Herstelblad (CSV)')).createReadStream())
  const mended = files.mend(sheet)
  expect(mended).not.toBe(sheet)
  await clerk.follow('Verbeterde rijen inladen')
  await clerk.choose('sheet', 'herstelblad.csv', mended)
  await clerk.press(/^Versturen/)
  await clerk.sees('Deze lijst kan aanvaard worden')
  await look(clerk, 'report-mended')
  await clerk.goesOn('Kiezerslijst aanvaarden')
  await clerk.follow('Naar aanvaarden')
  await clerk.check('Ik las het verslag')
  await clerk.press('Lijst aanvaarden')
  await clerk.sees('De kiezerslijst is aanvaard')
  await clerk.goesOn('Kiezerslijst afsluiten')
  await look(clerk, 'close')
  await clerk.check(/^Ja, sluit de lijst/)
  await clerk.decides('Lijst afsluiten', 'De kiezerslijst is afgesloten')
})

test('who keeps the municipality gives its texts', async () => {
  keeper = await comes('Els Maes')
  await keeper.menu('Teksten')
  await keeper.fill('Telefoon', '09 888 77 66')
  await keeper.press('Toon het voorbeeld')
  await keeper.sees('Zo wordt de brief')
  await keeper.press('Bewaar de teksten')
  await keeper.sees('bewaard als nieuwe versie')
  await look(keeper, 'texts')
})

test('letters are composed and checked, and the clerk asks for their release', async () => {
  await clerk.goesOn('Kiesbrieven opmaken')
  await clerk.press('Brieven opmaken')
  await clerk.sees('Elke kiezer heeft een brief')
  await look(clerk, 'composed')
  await takesProof('Proef nemen')
  await look(clerk, 'proof')
  await clerk.follow('Blader door de brieven')
  await clerk.sees(/Brief 1 van/)
  await look(clerk, 'proof-letter')
  await clerk.goesOn('Vrijgave vragen')
  await clerk.press('Vraag de vrijgave van deze brieven')
  await clerk.sees('U vroeg de vrijgave')
  await clerk.menu('Overzicht')
  await clerk.sees('Wacht op een tweede persoon')
  await look(clerk, 'home-asked')
})

/** Of other letters than those of the proof before: that one has the same headings, and only its code tells them apart. */
async function takesProof(button: string): Promise<void> {
  await clerk.goesOn('Proef nakijken')
  await clerk.sees(button)
  const before = await codesShown()
  await clerk.press(button)
  await expect
    .poll(codesShown, { ...patience, interval: 500 })
    .toSatisfy((now: string[]) => now.length === 1 && now[0] !== before[0])
  await clerk.sees('Wat gecontroleerd is')
}

const codesShown = () => clerk.page.locator('.code-groups').allTextContents()

async function releases(count: number, when: string): Promise<void> {
  await releaser.goesOn('Vrijgeven')
  await releaser.follow('Open de proef en kijk de brieven na')
  await releaser.follow('Naar de vrijgave')
  await releaser.check(when)
  await releaser.fill('Typ hoeveel brieven vertrekken', String(count))
  await look(releaser, `decide-${count}`)
  await releaser.decides('Geef deze brieven vrij', /brie(f|ven) vrijgegeven/)
}

test('another person releases them, held back at first', async () => {
  releaser = await comes('An Peeters')
  await releases(voters, 'Eerst tegenhouden')
  await look(releaser, 'released')
})

test('test recipients get theirs first, and then all go', async () => {
  road.standIn.faults.plan({ seed: 1, rules: [{ kind: 'lose-reply', on: 'publish', times: 2, after: 9 }] })
  await clerk.goesOn('Versturen naar de e-Box')
  await clerk.sees('Tegengehouden')
  await look(clerk, 'held')
  await clerk.follow('In golven')
  await clerk.fill('Volgnummers op de kiezerslijst', '1, 2, 3')
  await clerk.decides('Alleen deze brieven laten gaan', 'Deze golf mag vertrekken')
  await expect.poll(() => road.standIn.messages().length, patience).toBe(3)
  await look(clerk, 'waves')
  await clerk.check('Ja, wat aankwam, is juist.')
  await clerk.decides('Alle brieven laten gaan', 'Alle brieven mogen nu vertrekken')
  await look(clerk, 'sending')
})

test('what nobody is sure of is settled by hand', async () => {
  for (let settled = 0; settled < 2; settled++) {
    await clerk.goesOn('Versturen naar de e-Box')
    await expect
      .poll(
        async () => {
          await clerk.follow('Wat misliep')
          return clerk.page.getByRole('link', { name: /onbevestigde brie/ }).count()
        },
        { ...patience, interval: 500 },
      )
      .toBe(1)
    if (settled === 0) await look(clerk, 'troubles')
    await clerk.follow(/onbevestigde brie/)
    await clerk.check(/Volgnummer \d+/)
    await clerk.check('Hij is aangekomen')
    await clerk.fill('Hoe weet u dat?', 'de helpdesk vond hem terug: melding 1234')
    if (settled === 0) await look(clerk, 'unconfirmed')
    await clerk.decides('Brief afhandelen', 'De brief is afgehandeld')
  }
})

/** The page goes along by itself; the sentence of an earlier time says another number. */
async function prints(made: string | RegExp): Promise<void> {
  await clerk.goesOn('Bestanden voor de drukker')
  await clerk.press('Maak de drukbestanden')
  await clerk.sees(made)
}

test('the printer gets files', async () => {
  await prints(/Gemaakt: [\d.]+ bestanden/)
  await look(clerk, 'print-files')
  expect((await clerk.download('PDF')).suggestedFilename()).toMatch(/\.pdf$/)
})

/** By the menu, and what leads on from there. */
const betweenTheSteps = [
  ['Kalender'],
  ['Stemlocaties'],
  ['Kiezerslijst'],
  ['Brieven', 'Voorbeeld'],
  ['Brieven', 'Vrijgave'],
  ['Verzending'],
  ['Verzending', 'Verzendschema'],
  ['Verzending', 'Cijfers'],
  ['Verzending', 'Geopend'],
  ['Verzending', 'Teruggekeerde post'],
  ['Certificaat'],
] as const

test('what is no step is there too, however many voters there are', async () => {
  for (const [entry, ...parts] of betweenTheSteps) {
    await clerk.menu(entry)
    for (const part of parts) await clerk.follow(part)
    await look(clerk, ['menu', entry, ...parts].join('-').toLowerCase().replaceAll(' ', '-'))
  }
  await clerk.menu('Verzending')
  await clerk.follow('Eén brief')
  await clerk.fill('Volgnummer', '3')
  await clerk.press('Toon de tijdlijn')
  await clerk.sees('Ontvangstbewijs')
  await look(clerk, 'timeline')
  await clerk.menu('Kiezerslijst')
  await clerk.follow('Kiezer zoeken')
  await clerk.fill('Naam', 'peters')
  await clerk.page.getByLabel('Waarom zoekt u').selectOption('Post kwam terug')
  await clerk.press('Zoeken')
  await clerk.page.getByRole('heading', { name: /gevonden|op deze bladzijde/ }).waitFor()
  await look(clerk, 'found')
})

test('a name was wrong: the voter gets another letter, by two people again', async () => {
  await clerk.menu('Verbeteringen')
  await look(clerk, 'corrections')
  await clerk.follow('Kiezer zoeken')
  await clerk.fill('Volgnummer op de lijst', '2')
  await clerk.page.getByLabel('Waarom zoekt u').selectOption('Melding of beslissing over de inschrijving')
  await clerk.press('Zoeken')
  await clerk.press(/openen$/)
  await clerk.press('Gegevens verbeteren')
  await clerk.fill('Familienaam', 'Zonnebloem')
  await clerk.page.getByLabel('Grond', { exact: true }).selectOption('college-decision')
  await clerk.fill('Dag van het stuk', '30/04/2026')
  await clerk.fill('Verwijzing naar het stuk', 'stuk 2026/17')
  await clerk.press('Bekijk wat er zal gebeuren')
  await clerk.sees('Wat er met de brief gebeurt')
  await look(clerk, 'correct')
  await clerk.press('Verbeter deze gegevens')
  await clerk.sees('De gegevens zijn verbeterd')
  await clerk.goesOn('Kiesbrieven opmaken')
  await clerk.press('De ene brief opmaken die nog ontbreekt')
  await clerk.sees('Elke kiezer heeft een brief')
  await takesProof('Nieuwe proef nemen')
  await clerk.goesOn('Vrijgave vragen')
  await clerk.press('Vraag de vrijgave van deze brieven')
  await clerk.sees('U vroeg de vrijgave')
  await releases(1, 'Meteen')
  await prints('Gemaakt: 1 bestand met 1 brief.')
})

test('at the counter a voter gets a duplicate', async () => {
  counter = await comes('Lot De Smet')
  await counter.menu('Duplicaten')
  await counter.fill('Zoek de kiezer', '5')
  await counter.press('Zoeken')
  await counter.press(/^Kies/)
  await counter.check('Identiteitskaart')
  await counter.check('Brief niet ontvangen')
  await counter.press('Duplicaat afdrukken')
  await counter.sees('Duplicaat klaar om af te drukken')
  await look(counter, 'duplicate')
})

test('the sum is right, and the certificate that says so is genuine', async () => {
  await clerk.goesOn('Certificaat')
  await clerk.sees(/^De som klopt$/)
  await clerk.press('Schrijf het certificaat')
  await clerk.sees('Alle bestanden (ZIP)')
  await clerk.sees('Schrijf het certificaat') // not while one is being written
  await look(clerk, 'certificate')
  const zip = await (await clerk.download('Alle bestanden (ZIP)')).path()
  await clerk.follow('Een certificaat nakijken')
  await clerk.page.getByLabel('Het certificaat').setInputFiles(zip)
  await clerk.press('Kijk het na')
  await clerk.sees('Dit certificaat is echt en klopt')
  await look(clerk, 'verified')
  await clerk.menu('Overzicht')
  await clerk.sees('Alles is gedaan.')
  await look(clerk, 'home-all-done')
})

test('who keeps an eye on it reads who did what, and who looked at a voter', async () => {
  await keeper.menu('Inzage')
  await keeper.fill('Volgnummer', '2')
  await keeper.fill('Waarom', 'De kiezer vroeg het aan het loket')
  await keeper.press('Toon')
  await keeper.sees('Alles wat iemand deed')
  await look(keeper, 'ledger')
  await keeper.menu('Overzicht')
  await keeper.follow('Verkiezingen')
  await keeper.menu('Logboek')
  await look(keeper, 'audit')
  await keeper.menu('Vervangers')
  await look(keeper, 'deputies')
})

test('nothing was asked of another site, no page complained, and all were valid HTML', async () => {
  for (const person of [clerk, keeper, releaser, counter]) await person.close()
})
