import { expect } from 'vitest'
import { aSmallPdf } from '../../src/platform/pdf/testing.ts'
import { everybodyAnswers, everythingIsDecided, membersOf } from './crowd.ts'
import { chooses, court, look, type Stage } from './stage.ts'

const passphrase = 'zeven grijze ganzen'

/** Two assessors of the first bureau: one comes, one asks to be excused. */
export interface Assessors {
  readonly coming: string
  readonly asking: string
}

export async function firstAssessors({ trial, election, desk }: Stage): Promise<Assessors> {
  const [coming, asking] = await membersOf(trial, election, { number: '1', role: 'ASSESSOR' })
  desk.acm.addCitizens([coming!, asking!].map((one) => ({ ...one, shows: 'opgeroepen' })))
  return { coming: coming!.name, asking: asking!.name }
}

/** Until somebody can open a certificate, none is taken. */
export async function makesKey({ comes }: Stage): Promise<void> {
  const registrar = await comes('Guy Vandenbroucke')
  await registrar.menu('Verontschuldigingen')
  await registrar.follow('Mijn sleutel')
  await registrar.fill('Wachtzin', passphrase)
  await registrar.fill('Typ ze nog eens', passphrase)
  await registrar.press('Maak mijn sleutel')
  await registrar.sees('Uw sleutel is gemaakt')
  await registrar.close()
}

export async function saysToCome({ onPhone }: Stage, name: string): Promise<void> {
  const assessor = await onPhone(name)
  await assessor.follow(/Lees je oproep/)
  await look(assessor, 'call')
  await assessor.follow('Laat weten dat je komt')
  await assessor.fill('Telefoon of gsm', '0470 00 12 34')
  await assessor.page.getByLabel(/^Rekeningnummer/).fill('BE68 5390 0754 7034')
  await assessor.press(/^Bewaar en laat weten/)
  await assessor.sees('Je liet weten dat je komt.')
  await look(assessor, 'answered')
  await assessor.close()
}

export async function asksWithCertificate({ onPhone }: Stage, name: string): Promise<void> {
  const assessor = await onPhone(name)
  await assessor.follow(/Lees je oproep/)
  await assessor.follow('Vraag om niet te moeten komen')
  await assessor.check('Ik ben ziek')
  await assessor.fill('Leg kort uit', 'Ik moet rusten.')
  await assessor.press('Verstuur mijn vraag')
  await chooses(assessor, 'Kies een foto of een PDF', 'attest.pdf', String(aSmallPdf('rust')))
  await assessor.press('Voeg toe')
  await assessor.sees('PDF, 1 kB')
  await assessor.follow(/Klaar/)
  await look(assessor, 'asked')
  await assessor.close()
}

/** The clerk looks whether anything is missing, the registrar reads the certificate and grants; who comes in the place is named at once. */
export async function isExcused({ comes }: Stage, name: string): Promise<void> {
  const clerk = await comes('Sara Wouters')
  await clerk.menu('Verontschuldigingen')
  await look(clerk, 'excuses')
  await clerk.follow(name)
  await clerk.press('Er ontbreekt niets')
  await clerk.close()

  const registrar = await comes('Guy Vandenbroucke')
  await registrar.menu('Verontschuldigingen')
  await registrar.follow(name)
  await registrar.fill('Uw wachtzin', passphrase)
  await Promise.all([registrar.page.waitForEvent('download'), registrar.press('Open stuk 1')])
  await registrar.check('Ja: de persoon moet niet komen')
  await registrar.fill('Wie beslist', court)
  await registrar.press('Bewaar de beslissing')
  await registrar.sees('De beslissing is bewaard')
  await registrar.sees('Wie in de plaats komt')
  await look(registrar, 'decided')
  await registrar.close()
}

/** Of all who were called twelve in a hundred ask to be excused, with the one who did so in a browser. */
export async function theOthersAnswer({ desk, election }: Stage): Promise<void> {
  const { come, ask } = await everybodyAnswers(desk.app, election, { asking: true })
  expect(come + ask).toBeGreaterThan(300)
  expect((ask + 1) / (come + ask + 2)).toBeGreaterThanOrEqual(0.12)
}

export async function theOthersAreExcused({ desk, election, lettersLeave }: Stage): Promise<void> {
  expect(await everythingIsDecided(desk.app, election, court)).toBeGreaterThan(30)
  await lettersLeave('excuse-granted')
}

/** Those who come in the place of who was excused. */
export async function replacementsAnswer({ desk, election }: Stage): Promise<void> {
  const { come } = await everybodyAnswers(desk.app, election, { asking: false })
  expect(come).toBeGreaterThan(30)
}
