import { readFile, stat } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect } from 'vitest'
import { verifyDraw } from '../../src/bureaus/index.ts'
import { aPerson, type Person } from '../person.ts'
import { paperArrives } from './crowd.ts'
import { chooses, court, itIs, look, patience, type Stage, typesDay } from './stage.ts'

/** From a plan to people who were called, at the town hall and at the court. */

export async function plans({ comesForBureaus }: Stage): Promise<void> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('Maak het plan')
  await clerk.fill('Te begeven zetels van de gemeenteraad', '23')
  await clerk.fill('Te begeven zetels van het provinciedistrict', '8')
  await clerk.press('Toon wat er verandert')
  await clerk.sees('Telbureau')
  await takesPlanOver(clerk)
  await look(clerk, 'planned')
  await clerk.follow('Het plan')
  const file = await clerk.download('Haal op als CSV')
  await clerk.follow('Lees een bestand in')
  const filled = withCountingHall(await readFile(await file.path()))
  await chooses(clerk, 'Bestand met bureaus', 'bureaus.csv', filled)
  await clerk.press('Toon wat er verandert')
  await takesPlanOver(clerk)
  await clerk.close()
}

async function takesPlanOver(clerk: Person): Promise<void> {
  await clerk.press('Neem dit plan over')
  await clerk.sees('Het plan is overgenomen.')
}

/** No law says where one counts: the municipality fills it in. */
function withCountingHall(csv: Buffer): string {
  const rows: Record<string, string>[] = parse(csv, { columns: true, delimiter: ';', bom: true })
  expect(rows.filter(({ kind }) => kind === 'POLLING' || kind === 'COUNTING')).toHaveLength(40)
  const place = 'Sporthal De Zonnewijzer'
  return stringify(
    rows.map((row) => (row.kind === 'COUNTING' ? { ...row, place, room: `Tafel ${row.number}` } : row)),
    { header: true, delimiter: ';' },
  )
}

export async function readsListA({ comesForBureaus, listA }: Stage): Promise<void> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('Lijst A')
  await clerk.follow('Lees een bestand in voor lijst A')
  await chooses(clerk, /^Bestand \(CSV/, 'lijst-a.csv', listA)
  await clerk.press('Kijk na wat dit verandert')
  await clerk.press('Neem over')
  await clerk.sees('Het bestand is overgenomen.')
  await adoptsAndSends(clerk, 'a', '2030-08-12')
  await look(clerk, 'list-a')
  await clerk.close()
}

async function adoptsAndSends(clerk: Person, list: 'a' | 'b', day: string): Promise<void> {
  const field = (name: string) => clerk.page.locator(`#${name}-${list}`)
  const opens = (what: string) => clerk.page.getByText(`${what} (${list.toUpperCase()})`).click()
  await opens('Vastgesteld door het college')
  await field('besluit').fill('CBS 2030/114')
  await typesDay(clerk, `dag-${list}`, day)
  await clerk.press('Noteer de beslissing')
  await clerk.sees('De beslissing van het college is genoteerd')
  await opens('Verzonden aan de magistraat')
  await field('aan').fill(court)
  await typesDay(clerk, `verzonden-${list}`, day)
  await clerk.press('Noteer de verzending')
  await clerk.sees('De verzending is genoteerd')
}

/** The clerk fixes out of whom is drawn, the registrar draws later; the file is checked against what was published before. */
export async function drawsListB({ comesForBureaus }: Stage): Promise<void> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('De loting van lijst B')
  await clerk.fill('Welke openbare uitslag?', 'Lotto van woensdag 21 augustus 2030')
  await typesDay(clerk, 'dag', '2030-08-21')
  await clerk.page.locator('#uur').fill('20.30')
  await clerk.press('Leg vast')
  await clerk.sees('2. Maak dit bekend')
  const [published] = /[0-9a-f]{64}/.exec((await clerk.page.locator('main').textContent())!)!
  await clerk.close()

  itIs('2030-08-22T08:00:00Z')
  const registrar = await comesForBureaus('Guy Vandenbroucke')
  await registrar.follow('De loting van lijst B')
  await registrar.fill('Wat zei de openbare uitslag?', '4 8 15 16 23 42')
  await registrar.page.getByLabel(/^De ogen van/).fill('3 5 1')
  await registrar.decides('Loot nu', '4. Laat het nakijken')
  const file = await registrar.download('Haal het controlebestand op (JSON)')
  const checks = verifyDraw(JSON.parse(await readFile(await file.path(), 'utf8')), { published })
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
  await look(registrar, 'drawn')
  await registrar.close()

  const again = await comesForBureaus('Sara Wouters')
  await again.follow('De loting van lijst B')
  await again.follow('Bekijk lijst B')
  await adoptsAndSends(again, 'b', '2030-08-22')
  await again.close()
}

export async function divides({ comesForBureaus }: Stage): Promise<void> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('Voordragen')
  await clerk.check('Niemand zit samen met iemand van hetzelfde adres')
  await clerk.press('Bereken een voorstel')
  await clerk.sees('Krijgen iemand')
  await look(clerk, 'division')
  await clerk.press(/^Stel deze \d+ personen voor/)
  await clerk.sees(/personen van dit voorstel zijn voorgedragen/)
  await clerk.close()
}

/** The magistrate signs page by page, until nothing waits. */
export async function signsAll({ desk }: Stage): Promise<void> {
  const magistrate = await aPerson(desk, 'Marie Dubois', patience)
  await magistrate.follow(/^Bekijk de \d+ voordrachten/)
  await look(magistrate, 'to-sign')
  const button = /^Wijs aan wie aangevinkt is$/
  const sign = magistrate.page.getByRole('button', { name: button })
  const nothing = magistrate.page.getByText('Er wacht geen enkele voordracht in uw gebied.')
  for (;;) {
    await sign.or(nothing).first().waitFor()
    if (await nothing.isVisible()) break
    await magistrate.decides(button, /aangewezen|Getekend/)
  }
  await magistrate.close()
}

/** In the e-Box, and on paper who has none: the letters are printed, and brought to the door. */
export async function callsAll(stage: Stage): Promise<void> {
  const clerk = await stage.comesForBureaus('Sara Wouters')
  await clerk.follow('Oproepen')
  await clerk.fill('Wie aanwees', court)
  await clerk.decides(/^Roep .* op$/, 'Bezig met oproepen')
  await clerk.sees(/^Klaar op/)
  await stage.lettersLeave('designation')
  await clerk.page.reload()
  await look(clerk, 'called')
  const [file] = await Promise.all([
    clerk.page.waitForEvent('download'),
    clerk.press(/^Haal .* op om te drukken$/),
  ])
  expect((await stat(await file.path())).size).toBeGreaterThan(1000)
  await clerk.close()
  await paperArrives(stage.desk.app, stage.election)
}
