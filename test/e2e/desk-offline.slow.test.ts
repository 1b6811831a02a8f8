import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import type { Election } from '../../src/elections/index.ts'
import { countDuplicates, withdrawLetter } from '../../src/letters/index.ts'
import { getSettings, updateMunicipality } from '../../src/municipalities/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { makeCode } from '../../src/platform/typed-code.js'
import { createWeb } from '../../src/server.ts'
import { currentList, type VoterFact, votersOfSection } from '../../src/voters/index.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'

/** A counter that loses its network: what it took beforehand, what it gives meanwhile, what becomes of that. */

let trial: DeskTrial
let desk: ServedDesk
let election: Election
let voters: VoterFact[]
const colour = '#7a1416'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 40)
  const settings = await trial.database.inScope(staffOf(trial.here), (db) => getSettings(db, trial.here))
  const document = { ...settings, theme: { colour, line: '#ffe615' } }
  expectOk(await updateMunicipality(trial.deps, { municipalityId: trial.here, document, by: 'test' }))
  desk = await serveDesk(trial.database.url)
  const { municipalityId, electionId } = election
  voters = await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { listId } = (await currentList(db, municipalityId, electionId))!
    return votersOfSection(db, municipalityId, electionId, listId, 1, 0, 100)
  })
})
afterAll(async () => {
  await desk?.close()
  await trial?.close()
})

const issued = () =>
  trial.database.inScope(staffOf(trial.here), (db) =>
    countDuplicates(db, election.municipalityId, election.electionId),
  )
const offline = () => paths.offline({ election: election.code })

/** Enrols the browser of this window and takes a pack; answers the code of the shift. */
async function withPack(window: DeskWindow, name: string, look = false): Promise<string> {
  const { page } = window
  await window.logInAs('Karim El Amrani', paths.duplicates({ election: election.code }))
  await page.getByRole('link', { name: 'Verder zonder netwerk' }).click()
  await page.getByLabel('Naam van dit toestel').waitFor()
  if (look) await window.look('offline-new')
  await page.getByLabel('Naam van dit toestel').fill(name)
  await page.getByRole('button', { name: 'Dit toestel inschrijven' }).click()
  await page.getByText('Er staat geen kopie op.').waitFor()
  if (look) await window.look('offline-enrolled')
  await page.getByRole('link', { name: 'Kopie ophalen' }).click()
  await page.getByRole('button', { name: 'Karim El Amrani' }).click() // proves again who it is
  await page.getByRole('button', { name: 'Kopie ophalen' }).waitFor()
  if (look) await window.look('offline-take')
  await page.getByRole('button', { name: 'Kopie ophalen' }).click()
  await page.getByRole('heading', { name: 'De kopie staat op dit toestel' }).waitFor()
  if (look) await window.look('offline-code')
  return (await page.locator('[data-fill=code]').textContent())!
}

async function unlock(page: Page, code: string) {
  await page.getByLabel('Uw naam').fill('Lot De Smet')
  await page.getByLabel('Code van de dienst').fill(code)
  await page.getByRole('button', { name: 'Openen' }).click()
}

async function choose(page: Page, typed: string) {
  await page.getByLabel('Zoek de kiezer').fill(typed)
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await page.getByRole('button', { name: /^Kies/ }).first().click()
  await page.getByRole('button', { name: 'Terug naar zoeken' }).waitFor()
}

async function give(page: Page, voter: VoterFact) {
  await choose(page, String(voter.listNumber))
  await page.getByLabel('Identiteitskaart').check()
  await page.getByLabel('Brief niet ontvangen').check()
  await page.getByRole('button', { name: 'Duplicaat geven' }).click()
  await page.getByRole('heading', { name: 'Duplicaat klaar om af te drukken' }).waitFor()
}

describe.each([
  [1280, 0],
  [390, 5],
])('on a screen of %i points', (width, first) => {
  test('a counter gives a duplicate without network, and hands it in when the network is back', async () => {
    const window = await desk.window(width)
    const { page } = window
    const [voter, taken] = [voters[first]!, voters[first + 1]!]
    const code = await withPack(window, `Loket ${width}`, true)
    await page.getByRole('link', { name: 'Openen zonder netwerk' }).click()
    await page.getByLabel('Code van de dienst').waitFor()
    await window.look('offline-locked')
    await page.context().setOffline(true)
    await page.reload()
    await page.getByLabel('Code van de dienst').waitFor()
    const brand = `getComputedStyle(document.documentElement).getPropertyValue('--brand')`
    expect(await page.evaluate(brand), 'in the colours of the municipality').toBe(colour)
    await unlock(page, code.slice(0, -1))
    await page.getByText('Dit telt niet als poging').waitFor()
    await window.look('offline-mistyped')
    await unlock(page, otherCode(code))
    await page.getByText('Pogingen die u nog hebt: 9.').waitFor()
    await unlock(page, code.toLowerCase().replaceAll('-', ' '))
    await page.getByText(/Doorzoekbare kiezers: 40\./).waitFor()
    await window.look('offline-search')
    await page.getByLabel('Zoek de kiezer').fill('Xyzzyxqw')
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.getByRole('heading', { name: 'Niemand gevonden' }).waitFor()
    await page.getByLabel('Zoek de kiezer').fill(`${voter.lastName} ${voter.firstNames}`)
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.getByRole('button', { name: /^Kies/ }).first().waitFor()
    await window.look('offline-hits')
    await choose(page, String(voter.listNumber))
    await page.getByRole('button', { name: 'Duplicaat geven' }).click()
    await page.getByText('Kies hoe u nakeek wie dit is.').waitFor()
    await window.look('offline-voter')
    await page.getByLabel('Identiteitskaart').check()
    expect(await page.getByLabel('Brief kwijt').isVisible(), 'not a reason of this election').toBe(false)
    await page.getByLabel('Brief niet ontvangen').check()
    await page.getByRole('button', { name: 'Duplicaat geven' }).dblclick()
    await page.getByRole('heading', { name: 'Duplicaat klaar om af te drukken' }).waitFor()
    await window.look('offline-issued')
    const sheet = page.locator('.offline-duplicate')
    for (const text of ['DUPLICAAT', String(voter.listNumber), voter.lastName, 'Sporthal De Zonnewijzer'])
      expect(await sheet.textContent()).toContain(text)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false)
    if (process.env.DESK_SHOTS)
      await page.screenshot({ path: `${process.env.DESK_SHOTS}/offline-print-${width}.png` })
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Volgende kiezer' }).click()
    await page.getByText(/1 nog door te geven/).waitFor()
    await page.reload()
    await unlock(page, code)
    await choose(page, String(voter.listNumber))
    await page.getByText('Kreeg op dit toestel al een duplicaat').waitFor()
    await page.getByRole('button', { name: 'Terug naar zoeken' }).click()
    await give(page, taken)
    // Meanwhile, where there is network, the letter of that voter is taken back.
    const facts = { election, listNumber: taken.listNumber, reason: 'struck', by: 'test' } as const
    expectOk(await withdrawLetter(trial.deps, facts))
    const before = await issued()
    await page.context().setOffline(false)
    await page.goto(desk.url + offline())
    await page.getByText('Duplicaten die dit toestel zonder netwerk gaf: 2.').waitFor()
    await window.look('offline-outbox')
    await page.getByRole('button', { name: 'Nu doorgeven' }).click()
    await page.getByText('1 duplicaat is geteld.').waitFor()
    await page.getByText('1 duplicaat moet iemand nakijken.').waitFor()
    await page.getByText('Dit toestel is ingeschreven.').waitFor()
    await window.look('offline-received')
    expect((await issued()).printed, 'the one that nothing is the matter with').toBe(before.printed + 1)
    expect(
      await page.getByRole('button', { name: 'Nu doorgeven' }).isVisible(),
      'the browser forgot them',
    ).toBe(false)
    await page.getByRole('link', { name: /^Nakijken/ }).click()
    await page.getByText('intussen ingetrokken').waitFor()
    await page.getByRole('button', { name: 'Beslissing bewaren' }).click()
    await page.getByText('Kies of het meetelt.').first().waitFor()
    await window.look('offline-issue')
    await page.getByLabel('Het telt mee als duplicaat').check()
    await page.getByLabel('Wat u vaststelde').fill('Gegeven voor de brief werd ingetrokken.')
    await page.getByRole('button', { name: 'Beslissing bewaren' }).click()
    await page.getByText('Uw beslissing is bewaard.').waitFor()
    expect((await issued()).printed).toBe(before.printed + 2)
    await window.close()
  })
})

test('a counter whose network goes away while it works is led to the page that works without', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const counter = desk.url + paths.duplicates({ election: election.code })
  await withPack(window, 'Valt uit')
  await page.goto(counter)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('heading', { name: 'Het loket is niet bereikbaar' }).waitFor()
  await window.lookAtBoth('offline-no-network')
  await page.getByRole('link', { name: 'Duplicaten zonder netwerk' }).click()
  await page.getByLabel('Code van de dienst').waitFor()
  await page.context().setOffline(false)
  await page.goto(counter)
  await page.getByLabel('Zoek de kiezer').fill('Peeters')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await page.getByRole('heading', { name: 'Het loket is niet bereikbaar' }).waitFor()
  await page.context().setOffline(false)
  await page.goBack()
  await page.getByLabel('Zoek de kiezer').waitFor()
  await window.close()
})

test('a browser that took no pack keeps nothing: without network it says so itself', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const counter = paths.duplicates({ election: election.code })
  await window.logInAs('Karim El Amrani', counter)
  await page.context().setOffline(true)
  await expect(page.goto(desk.url + counter)).rejects.toThrow()
  await window.close()
})

test('a device that was revoked throws its pack away; what it gave waits for a person', async () => {
  const window = await desk.window(1280)
  const { page } = window
  const code = await withPack(window, 'Kwijt')
  await page.goto(desk.url + paths.offlineCounter())
  await unlock(page, code)
  await page.getByText(/Doorzoekbare kiezers: \d+\.$/).waitFor()
  await give(page, voters[12]!)
  await page.goto(desk.url + offline())
  await page.getByRole('button', { name: 'Intrekken Kwijt' }).click()
  await page.getByText('Het toestel is ingetrokken.').waitFor()
  await page.goto(desk.url + paths.offlineCounter())
  await page.getByText('Dit toestel is ingetrokken. De kopie is gewist.').waitFor()
  await window.look('offline-revoked')
  expect(await piecesIn(page)).toBe(0)
  await page.goto(desk.url + offline())
  await page.getByRole('button', { name: 'Nu doorgeven' }).click()
  await page.getByText('Het toestel was ingetrokken toen dit binnenkwam.').waitFor()
  await window.close()
})

test('a pack that expired is gone, and so is one after ten wrong codes', async () => {
  const window = await desk.window(390)
  const { page } = window
  const code = await withPack(window, 'Tien keer')
  await page.goto(desk.url + paths.offlineCounter())
  const other = otherCode(code)
  for (let left = 9; left >= 1; left--) {
    await unlock(page, other)
    await page.getByText(`Pogingen die u nog hebt: ${left}.`).waitFor()
  }
  await unlock(page, other)
  await page.getByText('Er is te vaak een foute code ingegeven.').waitFor()
  expect(await piecesIn(page)).toBe(0)
  await window.look('offline-wrong-codes')
  await page.goto(desk.url + paths.takePack({ election: election.code }))
  await page.getByRole('button', { name: 'Kopie ophalen' }).click()
  await page.getByRole('heading', { name: 'De kopie staat op dit toestel' }).waitFor()
  await page.context().setOffline(true)
  await page.clock.install({ time: new Date('2029-06-10T06:00:01Z') })
  await page.goto(desk.url + paths.offlineCounter())
  await page.getByText('De kopie op dit toestel is vervallen en gewist.').waitFor()
  expect(await piecesIn(page)).toBe(0)
  await window.close()
})

/** A code that is one, of another shift. */
function otherCode(code: string): string {
  const other = makeCode()
  return other === code ? otherCode(code) : other
}

function piecesIn(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const asked = indexedDB.open('kiesloket-zonder-netwerk')
    asked.onsuccess = () => {
      const count = asked.result.transaction('pieces').objectStore('pieces').count()
      count.onsuccess = () => resolve(count.result)
    }
  })`)
}
