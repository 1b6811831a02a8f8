import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Download } from 'playwright-core'
import { expect } from 'vitest'
import { faultsIn, feeInCents, sumsOf } from '../../bench/bureaus/sums.ts'
import type { Person } from '../person.ts'
import { xsdFaults } from '../xsd.ts'
import { claimsAreComplete } from './crowd.ts'
import { chooses, look, type Stage } from './stage.ts'

/** The file of one bureau, for the justice of the peace. */
export async function reportsAbsence({ comesForBureaus }: Stage): Promise<void> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('Wie wegbleef of te laat kwam')
  await clerk.page.getByRole('region').getByRole('link').first().click()
  await clerk.decides('Maak het dossier', 'Het dossier is gemaakt')
  await look(clerk, 'absences')
  await clerk.close()
}

/** Worked out by hand: 37.5 km at 0.4237 euro is 15.88875, and half a cent and more goes up. */
const travel = 1589

/** One claim is completed by hand and the others as their forms say; then all leave, as files that a bank and a province read. */
export async function paysAll({ comesForBureaus, desk, election }: Stage): Promise<void> {
  const clerk = await comesForBureaus('Sara Wouters')
  await clerk.follow('Vergoedingen')
  await look(clerk, 'claims')
  await clerk.page.getByRole('region').getByRole('link').first().click()
  await clerk.check('In een andere gemeente')
  await clerk.fill('Kilometers, heen en terug', '37,5')
  await clerk.page.getByLabel(/^Rekeningnummer/).fill('BE68 5390 0754 7034')
  await clerk.press('Bewaar')
  await claimsAreComplete(desk.app, election)
  await clerk.menu('Bureaus')
  await clerk.follow('Vergoedingen')
  await clerk.follow('Betalingen')
  await clerk.fill('Wie betaalt?', 'Provincie Middelland')
  await clerk.fill('Van welke rekening?', 'BE71 0961 2345 6769')
  for (const [part, typed] of Object.entries({ Dag: '15', Maand: '11', Jaar: '2030' }))
    await clerk.fill(part, typed)
  await clerk.decides('Maak de reeks', 'De reeks is gemaakt')
  const bank = await textOf(await clerk.download('Bestand voor de bank (SEPA pain.001)'))
  expect(xsdFaults('pain.001.001.09.xsd', bank)).toEqual([])
  const [, many] = /<NbOfTxs>(\d+)</.exec(bank)!
  const sum = ((Number(many) * feeInCents + travel) / 100).toFixed(2)
  expect(bank, 'fifty euro for each (LPKD 261), and the way of one').toContain(`<CtrlSum>${sum}</CtrlSum>`)
  await readsBack(clerk)
  await clerk.close()
}

/** The province says that all were paid. */
async function readsBack(clerk: Person): Promise<void> {
  const sent = await textOf(await clerk.download('CSV voor wie betaalt'))
  const rows: string[][] = parse(sent, { delimiter: ';', bom: true })
  const answer = rows.map(([payment = ''], at) => [payment, at === 0 ? 'toestand' : 'betaald'])
  await chooses(clerk, 'Antwoord van wie betaalt', 'antwoord.csv', stringify(answer, { delimiter: ';' }))
  await clerk.press('Lees in')
  await clerk.sees(`Ingelezen: ${answer.length - 1} betaald`)
  await look(clerk, 'paid')
}

/** Never two in a seat or one in two, every seat of who was excused refilled, every claim paid or not owed, to the cent. */
export async function addsUp({ desk, election }: Stage): Promise<void> {
  const sums = await sumsOf(desk.app, { election, byHand: 0, travel })
  expect(sums).toMatchObject({ bureaus: 40 })
  expect(faultsIn(sums)).toEqual([])
}

export async function getsStatement({ onPhone }: Stage, name: string): Promise<void> {
  const assessor = await onPhone(name)
  await assessor.follow(/Haal je bewijs van dienst/)
  await look(assessor, 'served')
  const statement = await assessor.download(/Download je bewijs/)
  expect(statement.suggestedFilename()).toBe('bewijs-van-dienst.pdf')
  await assessor.close()
}

const textOf = async (file: Download) => readFile(await file.path(), 'utf8')
