import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countDuplicates } from '../../src/letters/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { paths } from '../../src/portal/paths.ts'
import { type ServedPortal, servePortal } from '../portal-in-browser.ts'
import { readPdf } from '../read-pdf.ts'
import { readQrOfPng } from '../read-qr.ts'

/** A citizen on a phone: logs in, reads when and where to vote, and leaves nothing behind. */

let portal: ServedPortal
/** Addresses of duplicates of the first voter. */
const made: string[] = []

beforeAll(async () => {
  portal = await servePortal()
}, 180_000)
afterAll(() => portal?.close())

function issued() {
  const { trial, election } = portal
  return trial.database.inScope(staffOf(trial.here), (db) =>
    countDuplicates(db, trial.here, election.electionId),
  )
}

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('a citizen logs in and reads when and where to vote', async () => {
    const { served, election } = portal
    const window = await served.window(width)
    const { page } = window
    await page.goto(served.url + paths.start())
    await window.look('citizen-start')
    await page.goto(served.url + paths.letter())
    await window.look('citizen-scanned')
    await window.logInAs('Eerste Kiezer', paths.elections())
    await page.getByRole('heading', { name: 'Mijn verkiezingen' }).waitFor()
    await window.look('citizen-elections')
    await page.getByRole('link', { name: /^Alles over/ }).click()
    await page.getByRole('heading', { name: election.name }).waitFor()
    await window.look('citizen-election')
    await page.getByRole('link', { name: 'Toon dit in het stemlokaal' }).click()
    await page.getByRole('heading', { name: 'Toon dit aan het stembureau' }).waitFor()
    await window.look('citizen-polling-desk')
    const code = await page.locator('.portal-code').screenshot()
    expect(await readQrOfPng(code)).toEqual(['1'])
    await page.goBack()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Zet in mijn agenda' }).click(),
    ])
    const appointment = await readFile(await file.path(), 'utf8')
    expect(appointment).toContain('DTSTART:20290610T060000Z')
    expect(appointment).not.toContain('Eerste Kiezer')
    await page.getByRole('link', { name: 'Lees je kiesbrief' }).click()
    await page.getByRole('heading', { name: 'Mijn kiesbrief' }).waitFor()
    await window.look('citizen-letter')
    await page.getByRole('link', { name: 'Lees hem hier' }).click()
    await window.look('citizen-letter-read')
    await page.goBack()
    await page.getByRole('link', { name: 'Vraag een duplicaat' }).click()
    await page.getByRole('button', { name: 'Maak mijn duplicaat' }).click()
    await page.getByRole('alert').getByText('Kies waarom').waitFor()
    await window.look('citizen-duplicate-missing')
    await page.getByLabel('Ik heb mijn brief niet gekregen').check()
    const before = await issued()
    await page.getByRole('button', { name: 'Maak mijn duplicaat' }).dblclick()
    await page.getByRole('heading', { name: 'Je duplicaat is klaar' }).waitFor()
    expect((await issued()).printed, 'a double click makes one').toBe(before.printed + 1)
    await window.look('citizen-duplicate-made')
    const pdf = await page.context().request.get(`${page.url()}/duplicaat.pdf`)
    expect((await readPdf(await pdf.body())).pages[0]?.text).toContain('DUPLICAAT')
    made.push(page.url())
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await page.getByRole('heading', { name: 'Je bent afgemeld' }).waitFor()
    await window.look('citizen-signed-out')
    await page.goto(served.url + paths.election({ election: election.electionId }))
    expect(page.url(), 'what was seen is behind the login again').toContain(served.acm.origin)
    await window.close()
  })

  test('what is somebody else’s is not there, by whatever address', async () => {
    const window = await portal.served.window(width)
    await window.logInAs('Tweede Kiezer', paths.elections())
    for (const address of made)
      for (const tail of ['', '/duplicaat.pdf', '/grote-letters.pdf']) {
        const answer = await window.page.context().request.get(address + tail)
        expect([answer.status(), answer.headers()['cache-control']]).toEqual([404, 'no-store'])
        expect(await answer.text()).not.toContain('Eerste Kiezer')
      }
    await window.close()
  })

  test('who is on no list reads why that may be', async () => {
    const { served, election } = portal
    const window = await served.window(width)
    await window.logInAs('Jo Elders', paths.elections())
    await window.page.getByRole('heading', { name: 'Je hebt hier nu geen kiesbrief' }).waitFor()
    await window.look('citizen-nothing')
    await window.page.goto(served.url + paths.election({ election: election.electionId }))
    await window.page.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor()
    await window.look('citizen-not-mine')
    await window.close()
  })
})
