import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { createWeb } from '../../src/server.ts'
import { startWorker, type Worker } from '../../src/worker.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'
import { aPerson } from '../person.ts'
import { townFiles } from '../town.ts'

/** From an upload to letters that arrive where no script runs; and where the network is slow. */

const voters = 24
let trial: DeskTrial
let road: EboxRoad
let desk: ServedDesk
let worker: Worker

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  road = await eboxRoad('federal-v3')
  desk = await serveDesk(trial.database.url, road.env)
  worker = await startWorker(desk.app)
})
afterAll(async () => {
  await worker?.stop()
  await desk?.close()
  await road?.close()
  await trial?.close()
})

const plain = { javaScriptEnabled: false }
const isSeen = (page: Page, text: string) => page.getByText(text).first().isVisible()

test('two people without script take a list to letters that arrive', async () => {
  const files = await townFiles(trial.election, voters)
  const clerk = await aPerson(desk, 'Karim El Amrani', plain)
  await clerk.follow(trial.election.name)
  await clerk.goesOn('Stemlocaties en stemafdelingen')
  await clerk.follow(/^Lees een/)
  await clerk.choose('file', 'stemlocaties.csv', files.places)
  await clerk.press('Lees in')
  await clerk.goesOn('Kiezerslijst inladen')
  expect(await isSeen(clerk.page, 'Sleep het bestand'), 'nothing can be dropped').toBe(false)
  await clerk.choose('list', 'kiezers.csv', files.list)
  await clerk.press('Versturen en inlezen')
  await clerk.sees('Deze lijst kan aanvaard worden')
  await clerk.follow('Naar aanvaarden')
  await clerk.check('Ik las het verslag')
  await clerk.press('Lijst aanvaarden')
  await clerk.goesOn('Kiezerslijst afsluiten')
  await clerk.check(/^Ja, sluit de lijst/)
  await clerk.decides('Lijst afsluiten', 'De kiezerslijst is afgesloten')
  await clerk.goesOn('Kiesbrieven opmaken')
  await clerk.press('Brieven opmaken')
  await clerk.sees('Elke kiezer heeft een brief')
  await clerk.goesOn('Proef nakijken')
  await clerk.press('Proef nemen')
  await clerk.sees('Wat gecontroleerd is')
  await clerk.goesOn('Vrijgave vragen')
  await clerk.press('Vraag de vrijgave van deze brieven')

  const releaser = await aPerson(desk, 'An Peeters', plain)
  await releaser.follow(trial.election.name)
  await releaser.goesOn('Vrijgeven')
  await releaser.follow('Open de proef en kijk de brieven na')
  await releaser.follow('Blader door de brieven')
  await releaser.sees('Brief 1 van')
  expect(await isSeen(releaser.page, 'pijltjes'), 'no key leafs').toBe(false)
  await releaser.menu('Stemlocaties')
  expect(await isSeen(releaser.page, 'De kaart toont'), 'there is no map').toBe(false)
  await releaser.page.goto(desk.url + paths.proof({ election: trial.election.code }))
  await releaser.follow('Naar de vrijgave')
  await releaser.check('Meteen')
  await releaser.fill('Typ hoeveel brieven vertrekken', String(voters))
  await releaser.decides('Geef deze brieven vrij', 'De brieven worden nu vrijgegeven')
  await clerk.menu('Verzending')
  await clerk.sees('Elke brief heeft een uitkomst')
  await clerk.look('without-script-sent')
  for (const person of [clerk, releaser]) await person.close()
})

test('a page whose script and letters do not come works, and looks as it will', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Els Maes')
  await page.goto(desk.url + paths.places({ election: trial.election.code }))
  expect(await isSeen(page, 'De kaart toont'), 'with script there is one').toBe(true)
  const address = desk.url + paths.voterSearch({ election: trial.election.code })
  const places = () => page.locator('main h1, main label, main button').evaluateAll(boxes)
  await page.goto(address)
  await page.evaluate('document.fonts.ready')
  const whole = await places()
  await page.route(/\.(js|ttf)$/, () => {}) // asked for, and never answered
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByLabel('Naam').fill('peeters')
  const bare = await places()
  expect(bare.map(({ name }) => name)).toEqual(whole.map(({ name }) => name))
  expect(bare.filter(({ width, height }) => width === 0 || height === 0)).toEqual([])
  await page.getByLabel('Waarom zoekt u').selectOption('Post kwam terug')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await page.getByRole('heading', { name: /gevonden/ }).waitFor()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await window.close()
})

const boxes = (
  elements: readonly {
    textContent: string | null
    getBoundingClientRect(): { width: number; height: number }
  }[],
) =>
  elements.map((one) => {
    const { width, height } = one.getBoundingClientRect()
    return { name: one.textContent?.trim(), width, height }
  })

test('who clicks twice on a slow network does it once', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Els Maes', paths.ownTexts({ election: trial.election.code }))
  const sent: string[] = []
  await page.route('**/teksten', async (route) => {
    if (route.request().method() === 'POST') sent.push(route.request().url())
    await new Promise((later) => setTimeout(later, 500))
    await route.continue()
  })
  await page.getByLabel('Telefoon').fill('09 777 66 55')
  await page.getByRole('button', { name: 'Bewaar de teksten' }).dblclick()
  await page.getByText('bewaard als nieuwe versie').waitFor()
  expect(sent).toHaveLength(1)
  await window.close()
})

test('who leaves and goes back sees nothing any more', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Karim El Amrani', paths.voters({ election: trial.election.code }))
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor()
  await page.goto(`${desk.url}/`)
  await page.goto(desk.url + paths.voters({ election: trial.election.code }))
  expect(page.url(), 'the login asks who it is').toContain(desk.acm.origin)
  await page.goBack()
  await page.goBack()
  expect(await page.getByText('Karim El Amrani').count()).toBe(0)
  await window.close()
})

test('a form that is wrong puts the focus on what is wrong, and from there on the field', async () => {
  const window = await desk.window(1280)
  const { page } = window
  await window.logInAs('Els Maes', paths.voterSearch({ election: trial.election.code }))
  await page.getByLabel('Naam').fill('peeters')
  await page.keyboard.press('Enter')
  await page.getByText('Dit klopt nog niet').waitFor()
  expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.matches("select, input")')).toBe(true)
  await window.close()
})
