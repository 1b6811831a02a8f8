import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { designate, freezeDraw, holdDraw, keptBureaus, workConvocations } from '../../src/bureaus/index.ts'
import { aKeeper, aMember, aNaming, aProposal, withSections, withVoters } from '../../src/bureaus/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { testNumber } from '../../src/voters/testing.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** Four hundred bureaus from an empty page to a person in a seat, and out of it again. */

let trial: DeskTrial
let desk: ServedDesk
const sections = Array.from({ length: 400 }, (_, at) => at + 1)

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  desk = await serveDesk(trial.database.url, env)
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

test('a plan is looked at, adopted, and a person proposed and withdrawn', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const election = trial.election.code
  await window.logInAs('Sara Wouters', paths.election({ election }))
  await page.getByRole('link', { name: 'Bureaus', exact: true }).click()
  await window.lookAtBoth('bureaus-none')
  await page.getByRole('link', { name: 'Maak het plan' }).click()
  await window.lookAtBoth('bureau-plan-no-places')
  await withSections(trial.database, trial.election, sections)
  await page.reload()
  await window.lookAtBoth('bureau-plan')
  await page.getByRole('button', { name: 'Neem dit plan over' }).click()
  await page.getByText('Het plan is overgenomen.').waitFor()
  await window.lookAtBoth('bureaus')
  await page.getByRole('link', { name: 'Volgende rijen' }).click()
  await page.getByRole('link', { name: 'Stembureau 101', exact: true }).click()
  await window.lookAtBoth('bureau')
  await page.getByRole('link', { name: 'Draag iemand voor als voorzitter 1' }).click()
  await page.getByRole('button', { name: 'Draag voor' }).click()
  await page.getByText('Vul de familienaam in.').first().waitFor()
  await window.lookAtBoth('bureau-propose-refused')
  await page.getByLabel('Rijksregisternummer').fill(testNumber(7))
  await page
    .getByLabel('Familienaam')
    .fill('Vandenbroucke-Vandermeulen van Oudenhove tot Steenhuize-Wijnhuize')
  await page.getByLabel('Voornamen').fill('Maximiliaan-Alexander Cornelis')
  await page.getByRole('button', { name: 'Draag voor' }).click()
  await page.getByText('De voordracht is bewaard.').waitFor()
  await window.lookAtBoth('bureau-proposed')
  await page.getByRole('link', { name: /Verloop/ }).click()
  await window.lookAtBoth('bureau-timeline')
  await page.getByRole('button', { name: 'Trek de voordracht in' }).click()
  await page.getByText('Schrijf waarom.').first().waitFor()
  await page.getByLabel('Waarom trekt u de voordracht in?').fill('verhuisd')
  await page.getByRole('button', { name: 'Trek de voordracht in' }).click()
  await page.getByText('De voordracht is ingetrokken.').waitFor()
  await window.close()
})

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('a file with a fault is told row by row, and a mended one looked at first', async () => {
    const window = await desk.window(width)
    const { page } = window
    const election = trial.election.code
    await window.logInAs('Sara Wouters', paths.bureauPlanUpload({ election }))
    const answer = await page.request.get(
      desk.url + paths.bureauPlanFile({ election, format: 'bureaus.csv' }),
    )
    const file = await answer.text()
    const readIn = async (text: string) => {
      const buffer = Buffer.from(text)
      await page
        .getByLabel('Bestand met bureaus')
        .setInputFiles({ name: 'bureaus.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
    }
    await readIn(file.replace('POLLING;2;', 'POLING;2;'))
    await page.getByText('is geen soort bureau').first().waitFor()
    await window.look('bureau-file-refused')
    await readIn(file.replace('De Linde', 'Sporthal'))
    await page.getByText('is een ander gebouw dan dat van de stemafdeling').first().waitFor()
    await readIn(file.replace(/^(POLLING;1;.*;)[^;]*(;(?:PAPER|DIGITAL);)/m, `$1Zaal ${width}$2`))
    await page.getByText('lokaal: ').first().waitFor()
    await window.look('bureau-file-preview')
    await page.getByRole('button', { name: 'Neem dit plan over' }).click()
    await page.getByText('Het plan is overgenomen.').waitFor()
    expect(await page.getByText(`Zaal ${width}`).count()).toBe(1)
    await window.close()
  })
})

test('a list is read in, adopted and drawn', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const { deps, election: of } = trial
  const election = of.code
  await withVoters(deps, of, 60, (n) => 1 + (n % 2))
  await window.logInAs('Sara Wouters', paths.memberLists({ election }))
  await window.lookAtBoth('lists-none')
  await page.getByRole('link', { name: 'Lees een bestand in voor lijst A' }).click()
  await window.lookAtBoth('list-file')
  const header = 'national_number;last_name;first_names;category;source;place'
  const sends = async (...rows: readonly string[]) => {
    const buffer = Buffer.from(`${[header, ...rows].join('\n')}\n`)
    await page.getByLabel(/^Bestand \(CSV/).setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Kijk na wat dit verandert' }).click()
  }
  await sends(aNaming(1, { category: 'bakers' }), aNaming(2, { national_number: '123', source: '' }))
  await page.getByText('3 fouten').waitFor()
  await window.lookAtBoth('list-file-faults')
  await page.getByRole('link', { name: 'Stuur een ander bestand' }).click()
  await sends(aNaming(1), aNaming(2), aNaming(99, { last_name: 'Vandenbroucke-Vandermeulen van Oudenhove' }))
  await page.getByRole('button', { name: 'Neem over' }).waitFor()
  await window.lookAtBoth('list-file-preview')
  await page.getByRole('button', { name: 'Neem over' }).click()
  await page.getByText('Het bestand is overgenomen.').waitFor()
  await page.getByText('Vastgesteld door het college (A)').click()
  await window.lookAtBoth('lists')
  await page.getByRole('button', { name: 'Noteer de beslissing' }).first().click()
  await page.getByText('Vul de dag van de beslissing in.').first().waitFor()
  await window.lookAtBoth('lists-decision-refused')
  await page.getByRole('link', { name: 'Bekijk wie op lijst A staat' }).click()
  await window.lookAtBoth('list-a')
  await page.getByLabel('Naam of deel van een naam').fill('oudenhove')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await page.getByRole('link', { name: 'Toon iedereen' }).waitFor()
  expect(page.url()).not.toContain('oudenhove')

  await page.goto(desk.url + paths.draw({ election }))
  await page.getByText('Hoe gaat dit').click()
  await window.lookAtBoth('draw-none')
  await page.getByRole('button', { name: 'Leg vast' }).click()
  await page.getByText('Vul de dag in.').first().waitFor()
  await window.lookAtBoth('draw-refused')
  const randomness = {
    publicSource: 'Lotto van 2 mei 2029',
    knownAt: new Date('2029-05-02T12:00:00Z'),
    dice: 2,
  }
  const announced = { ...randomness, twoPeople: true, withoutListA: true }
  await freezeDraw(deps, { election: of, staff: aKeeper(of, 'a'), ...announced })
  await page.goto(desk.url + paths.draw({ election }))
  await window.lookAtBoth('draw-committed')
  deps.clock.moveTo('2029-05-02T12:01:00Z')
  await holdDraw(deps, {
    election: of,
    staff: aKeeper(of, 'b'),
    publicValue: '4 8 15 16 23 42',
    dice: [3, 5],
  })
  await page.reload()
  await window.lookAtBoth('draw-held')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Haal het controlebestand op' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('loting.json')
  await page.getByRole('link', { name: 'Bekijk lijst B' }).click()
  await window.lookAtBoth('lists-drawn')
  await page.goto(desk.url + paths.listB({ election, section: 1 }))
  await window.lookAtBoth('list-b')
  await window.close()
}, 120_000)

test('everybody is called, what became of each letter is seen, and its proof is written down', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const { deps, election: of, here: municipalityId } = trial
  const bureaus = await trial.database.inScope(staffOf(municipalityId), (db) => keptBureaus(db, of))
  const seats = bureaus.find(({ number }) => number === '3')!.seats.filter(({ role }) => role === 'ASSESSOR')
  for (const n of [1, 2]) {
    const memberId = await aMember(deps, of, 200 + n)
    const assignmentId = await aProposal(deps, { election: of, seatId: seats[n]!.seatId, memberId })
    await designate(deps, { election: of, assignmentId, by: 'judge', authority: 'magistrate' })
  }
  await window.logInAs('Sara Wouters', paths.memberLetters({ election: of.code }))
  await window.lookAtBoth('member-letters')
  await page.getByLabel('Wie aanwees').fill('de voorzitter van het kantonhoofdbureau')
  await page.getByRole('button', { name: 'Roep 2 mensen op' }).click()
  // What can't be taken back asks for a new login; what was typed waits behind it.
  await page.getByRole('button', { name: 'Sara Wouters' }).first().click()
  await page.getByText('Niets is verloren').waitFor()
  await page.getByRole('button', { name: 'Roep 2 mensen op' }).click()
  await page.getByText('Bezig met oproepen').waitFor()
  await window.lookAtBoth('member-letters-busy')
  const portalUrl = 'http://localhost'
  await workConvocations({ ...deps, portalUrl }, { municipalityId, signal: new AbortController().signal })
  await page.goto(desk.url + paths.memberLetters({ election: of.code }))
  await page.getByText('2 mensen opgeroepen').waitFor()
  await window.lookAtBoth('member-letters-done')
  await page.getByRole('link', { name: 'Peeters 201' }).click()
  await page.getByRole('button', { name: 'Noteer het bewijs' }).click()
  await page.getByText('Kies hoe de brief aankwam.').first().waitFor()
  await window.lookAtBoth('member-letter')
  await window.close()
}, 120_000)
