import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { type Election, editPlace, fieldsOfPlace, getSections } from '../../src/elections/index.ts'
import { countDuplicates } from '../../src/letters/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createWeb } from '../../src/server.ts'
import { axeViolations } from '../browser.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { readPdf } from '../read-pdf.ts'

/** A counter on a busy day: find the person, check who it is, print or send, and print the list for when all fails. */

let trial: DeskTrial
let election: Election
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 60)
  desk = await serveDesk(trial.database.url)
}, 180_000)
afterAll(async () => {
  await desk.close()
  await trial.close()
})

const counter = () => paths.duplicates({ election: election.code })
const issued = () =>
  trial.database.inScope(staffOf(trial.here), (db) => countDuplicates(db, trial.here, election.electionId))

describe.each([
  [390, 5],
  [1280, 6],
])('on a screen of %i points', (width, listNumber) => {
  test('a counter clerk finds a voter, checks who it is and prints a duplicate', async () => {
    const before = await issued()
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Lot De Smet', counter())
    await window.look('counter')
    await page.getByLabel('Zoek de kiezer').fill('maes')
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.getByRole('heading', { name: /kiezers? gevonden/ }).waitFor()
    await window.look('counter-hits')
    await page.getByLabel('Zoek de kiezer').fill('Xyzzyxq')
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.getByRole('heading', { name: 'Niemand gevonden' }).waitFor()
    await window.look('counter-nobody')
    await page.getByLabel('Zoek de kiezer').fill(String(listNumber))
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.getByRole('button', { name: /^Kies/ }).click()
    await page.getByRole('heading', { name: 'Duplicaat geven' }).waitFor()
    await window.look('counter-voter')
    await page.getByRole('button', { name: 'Duplicaat afdrukken' }).click()
    await page.getByText('Dit klopt nog niet').waitFor()
    await window.look('counter-missing')
    await page.getByLabel('Identiteitskaart').check()
    await page.getByLabel('Brief niet ontvangen').check()
    await page.getByRole('button', { name: 'Duplicaat afdrukken' }).dblclick()
    await page.getByRole('heading', { name: 'Duplicaat klaar om af te drukken' }).waitFor()
    await window.look('counter-issued')
    expect((await issued()).printed, 'a double click gives one').toBe(before.printed + 1)
    expect(new URL(page.url()).pathname.split('/'), 'no address holds a list number').not.toContain(
      String(listNumber),
    )
    const [answer] = await Promise.all([
      page.context().waitForEvent('response', (one) => one.request().method() === 'POST'),
      page.getByRole('button', { name: 'Openen en afdrukken' }).click(),
    ])
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="duplicaat.pdf"',
    })
    await page.getByRole('link', { name: 'Volgende kiezer' }).click()
    await page.getByLabel('Zoek de kiezer').waitFor()
    await window.close()
  })

  test('or sends it once more to the e-Box, and prints the list for when there is no network', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Lot De Smet', counter())
    const choose = async () => {
      await page.getByLabel('Zoek de kiezer').fill(String(listNumber + 10))
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /^Kies/ }).click()
      await page.getByRole('heading', { name: 'Duplicaat geven' }).waitFor()
    }
    await choose()
    await page.getByLabel('Paspoort').check()
    await page.getByLabel('Brief niet ontvangen').check()
    await page.getByRole('button', { name: 'Nog eens naar de e-Box' }).click()
    await page.getByRole('heading', { name: 'Duplicaat onderweg naar de e-Box' }).waitFor()
    await window.look('counter-sent')
    await page.getByRole('link', { name: 'Volgende kiezer' }).click()
    await choose()
    await page.getByText('Kreeg al een duplicaat').waitFor()
    await window.look('counter-again')
    await page.getByRole('link', { name: 'Duplicaten' }).last().click()
    await page.getByRole('link', { name: 'Noodlijst afdrukken' }).click()
    await window.look('emergency')
    const [list] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Noodlijst tonen' }).click(),
    ])
    await list.getByText('Einde van de noodlijst.').waitFor()
    expect(await axeViolations(list)).toEqual([])
    const overflow = await list.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    expect(overflow, 'the list fits').toBeLessThanOrEqual(0)
    const folder = process.env.DESK_SHOTS
    if (folder) await list.screenshot({ path: `${folder}/emergency-list-${width}.png` })
    const printed = await readPdf(await list.pdf({ format: 'A4', tagged: true }))
    expect(printed.pages.length, 'each section on paper of its own').toBeGreaterThanOrEqual(3)
    if (folder) await list.pdf({ path: `${folder}/emergency-list-${width}.pdf`, format: 'A4', tagged: true })
    expect(printed.pages[0]!.text).not.toContain('printknop')
    await window.close()
  })
})

test('without script a counter clerk gives a duplicate', async () => {
  const window = await desk.window(1280, { javaScriptEnabled: false })
  const { page } = window
  await window.logInAs('Lot De Smet', counter())
  await page.getByLabel('Zoek de kiezer').fill('7')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Kies/ }).click()
  await page.getByLabel('Identiteitskaart').check()
  await page.getByLabel('Brief niet ontvangen').check()
  await page.getByRole('button', { name: 'Duplicaat afdrukken' }).click()
  await page.getByRole('heading', { name: 'Duplicaat klaar om af te drukken' }).waitFor()
  await window.close()
})

test('whose room moved after the release is not sent away, and gets no duplicate of the old letter', async () => {
  const sections = await trial.database.inScope(staffOf(trial.here), (db) =>
    getSections(db, trial.here, election.electionId),
  )
  for (const code of new Set(sections.map(({ place }) => place.code))) {
    const before = fieldsOfPlace(sections.find(({ place }) => place.code === code)!.place)
    const after = { ...before, street: 'Nieuwstraat' }
    const edited = await editPlace(trial.deps, { election, code, before, after, by: 'test' })
    expect(edited.ok).toBe(true)
  }
  for (const width of [390, 1280]) {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Lot De Smet', counter())
    await page.getByLabel('Zoek de kiezer').fill('8')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Kies/ }).click()
    await page.getByRole('heading', { name: 'Stuur deze kiezer niet weg' }).waitFor()
    expect(await page.getByRole('button', { name: 'Duplicaat afdrukken' }).count()).toBe(0)
    await window.look('counter-moved')
    await page.getByRole('link', { name: 'Waar en wanneer deze kiezer stemt' }).click()
    await page.getByText('Nieuwstraat').waitFor()
    await window.look('counter-where-to-vote')
    await window.close()
  }
})
