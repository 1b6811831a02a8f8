import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { composeLetters, takeSample, workRuns } from '../../src/letters/index.ts'
import { closedList } from '../../src/letters/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** Who releases is not there: the glass is broken for a request that is taken back, and the next is released by a deputy. */

const voters = 20
let trial: DeskTrial
let desk: ServedDesk
let runs: ReturnType<typeof workRuns>

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  desk = await serveDesk(trial.database.url)
  const deps = { ...desk.app, numbers: { allowTestNumbers: true } }
  const { election } = trial
  await closedList(deps, election, voters, 1)
  const composing = { ...deps, portalUrl: deps.config.PORTAL_URL }
  await composeLetters(composing, { election, by: 'test' })
  expectOk(await takeSample(deps, { election, by: 'test' }))
  runs = workRuns(composing, { municipalities: async () => [trial.here], lookEveryMs: 200 })
})
afterAll(async () => {
  await runs?.stop()
  await desk?.close()
  await trial?.close()
})

const at = () => ({ election: trial.election.code })

/** On a phone and on a desktop screen. */
async function look({ page, look }: DeskWindow, name: string) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await look(`deputies-${name}-at-${width}`)
  }
}

const press = ({ page }: DeskWindow, name: string) => page.getByRole('button', { name }).click()
const follow = ({ page }: DeskWindow, name: string) => page.getByRole('link', { name, exact: true }).click()
const open = ({ page }: DeskWindow, address: string) => page.goto(desk.url + address)
const sees = ({ page }: DeskWindow, text: string | RegExp) => page.getByText(text).first().waitFor()

async function ask(clerk: DeskWindow) {
  await open(clerk, paths.proof(at()))
  await open(clerk, paths.release(at()))
  await press(clerk, 'Vraag de vrijgave van deze brieven')
  await sees(clerk, 'U vroeg de vrijgave')
}

/** Who manages the staff takes the place of who is not there, and everybody who opens the election sees it. */
async function breakTheGlass(manager: DeskWindow) {
  await open(manager, paths.release(at()))
  await manager.page.getByText('Is er niemand die kan vrijgeven?').click()
  await look(manager, 'nobody-there')
  await follow(manager, 'Vrijgeven bij noodgeval')
  await look(manager, 'glass')
  await manager.page.getByLabel('Ik probeerde elke vrijgever te bereiken').check()
  await manager.page.getByLabel('Waarom kan niemand anders vrijgeven?').fill('niemand')
  await press(manager, 'Neem het recht')
  await manager.page.getByRole('button', { name: 'Els Maes' }).click()
  await sees(manager, 'Niets is verloren')
  await press(manager, 'Neem het recht')
  await sees(manager, 'Schrijf meer')
  await look(manager, 'glass-wrong')
  const reason = 'An en Bert gebeld om 9 en om 10 uur, geen antwoord.'
  await manager.page.getByLabel('Waarom kan niemand anders vrijgeven?').fill(reason)
  await press(manager, 'Neem het recht')
  await sees(manager, reason)
  await look(manager, 'glass-broken')
  await open(manager, paths.election(at()))
  await sees(manager, reason)
  await look(manager, 'glass-on-home')
}

async function typeDay({ page }: DeskWindow, question: string, day: Date) {
  const group = page.getByRole('group', { name: question })
  await group.getByLabel('Dag').fill(String(day.getDate()))
  await group.getByLabel('Maand').fill(String(day.getMonth() + 1))
  await group.getByLabel('Jaar').fill(String(day.getFullYear()))
}

/** The releaser has to leave, and names who stands in; that is only for what another asked. */
async function nameDeputy(releaser: DeskWindow, deputy: string) {
  await open(releaser, paths.deputies())
  await look(releaser, 'deputies-none')
  await press(releaser, 'Duid deze vervanger aan')
  await releaser.page.getByRole('button', { name: 'An Peeters' }).click()
  await sees(releaser, 'Niets is verloren')
  await press(releaser, 'Duid deze vervanger aan')
  await sees(releaser, 'Kies wie vervangt')
  await look(releaser, 'deputies-wrong')
  await releaser.page.getByLabel('Wie vervangt?').selectOption({ label: deputy })
  const now = new Date()
  await typeDay(releaser, 'Eerste dag', now)
  await typeDay(releaser, 'Laatste dag', new Date(now.getTime() + 7 * 86_400_000))
  await releaser.page.getByLabel('Waarom?').fill('Met verlof')
  await press(releaser, 'Duid deze vervanger aan')
  await sees(releaser, 'De vervanger is aangeduid')
  await look(releaser, 'deputies')
}

async function releaseAsDeputy(deputy: DeskWindow) {
  await open(deputy, paths.start())
  await sees(deputy, 'U vervangt An Peeters')
  await look(deputy, 'deputy-told')
  await open(deputy, paths.proof(at()))
  await open(deputy, paths.release(at()))
  await sees(deputy, 'U beslist als vervanger van An Peeters')
  await look(deputy, 'deputy-decides')
  await deputy.page.getByLabel('Eerst tegenhouden').check()
  await deputy.page.getByLabel('Typ hoeveel brieven vertrekken').fill(String(voters))
  await press(deputy, 'Geef deze brieven vrij')
}

test('nobody who releases is there: who manages the staff breaks the glass, then a deputy releases', async () => {
  const clerk = await desk.window(1280)
  await clerk.logInAs('Karim El Amrani')
  await ask(clerk)
  const manager = await desk.window(1280)
  await manager.logInAs('Els Maes')
  await breakTheGlass(manager)

  await open(clerk, paths.release(at()))
  await sees(clerk, 'Noodgeval: Els Maes')
  await look(clerk, 'glass-seen-by-who-asked')
  await clerk.page.getByLabel('Waarom trekt u de vraag in?').fill('An is terug.')
  await press(clerk, 'Trek de vraag in')
  await ask(clerk)

  const releaser = await desk.window(390)
  await releaser.logInAs('An Peeters')
  await nameDeputy(releaser, 'Els Maes')
  await releaseAsDeputy(manager)
  await manager.page.getByRole('heading', { name: `${voters} brieven vrijgegeven` }).waitFor()
  await sees(manager, 'Als vervanger van An Peeters: “Met verlof”')
  await look(manager, 'released')
  await open(releaser, paths.election(at()))
  await sees(releaser, 'Als vervanger van An Peeters')
  await look(releaser, 'on-home')
  await open(releaser, paths.deputies())
  await press(releaser, 'Beëindig')
  await sees(releaser, 'De vervanging is beëindigd')
  expect(await releaser.page.getByRole('button', { name: 'Beëindig' }).count()).toBe(0)
  for (const window of [clerk, manager, releaser]) await window.close()
})
