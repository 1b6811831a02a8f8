import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releasedElection } from '../../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import type { Election } from '../../src/elections/index.ts'
import { qrText } from '../../src/letters/composing/letter-statement.ts'
import {
  issueDuplicate,
  type LetterFormat,
  openDuplicate,
  renderForm,
  withdrawLetter,
} from '../../src/letters/index.ts'
import { lettersOfListNumber } from '../../src/letters/letter-store.ts'
import { signStatusList } from '../../src/letters/status-list/status-list.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { sha256 } from '../../src/platform/hash.ts'
import { newId } from '../../src/platform/ids.ts'
import { createSigner, generateSigningKey } from '../../src/platform/signer.ts'
import { paths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { expectOk } from '../expect-ok.ts'
import { drawPages } from '../pdf-pictures.ts'
import { nationalNumbers } from '../portal-in-browser.ts'
import { readQrCodes, readQrOfPng } from '../read-qr.ts'

/** Who holds a letter scans its code, and reads whether the letter is real. */

let trial: DeskTrial
let served: ServedDesk
let election: Election
const issuer = '1999000150'

beforeAll(async () => {
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  trial = await aDeskTrial(createWeb, env)
  served = await serveDesk(trial.database.url, env)
  // What is printed is signed by the key that the pages publish.
  const deps = { ...trial.deps, signer: served.app.signer }
  election = await releasedElection({ ...trial, deps }, 20)
  expectOk(await withdrawLetter(trial.deps, { election, listNumber: 2, reason: 'test', by: 'test' }))
}, 180_000)
afterAll(async () => {
  await served.close()
  await trial.close()
})

async function letterOf(listNumber: number) {
  const { municipalityId, electionId } = election
  const [letter] = await trial.database.inScope(staffOf(municipalityId), (db) =>
    lettersOfListNumber(db, municipalityId, electionId, listNumber),
  )
  return letter!
}

/** The text of the code on the first page where there is one. */
async function codeOn(pdf: Uint8Array): Promise<string> {
  for (const picture of await drawPages(pdf, 150)) {
    const [text] = await readQrCodes(picture)
    if (text) return text
  }
  throw new Error('there is no code on it')
}

async function rendered(format: LetterFormat): Promise<Uint8Array> {
  const { letter_id: letterId } = await letterOf(1)
  return renderForm(trial.deps, { election, letterId, format, by: 'test' })
}

async function duplicate(): Promise<Uint8Array> {
  const issued = expectOk(
    await issueDuplicate(trial.deps, {
      ...{ election, listNumber: 1, reason: 'not-received', identity: 'identity-card', channel: 'print' },
      by: 'test',
    }),
  )
  const { duplicateId } = issued
  return expectOk(await openDuplicate(trial.deps, { election, duplicateId, format: 'pdf', by: 'test' })).pdf
}

/** As the camera of a phone opens it. */
async function scan(page: Page, code: string) {
  await page.goto('about:blank')
  await page.goto(`${served.url}${paths.letter()}#${code.split('#').at(-1)}`)
}

/** Until everything that works without network is there. */
async function untilKept(page: Page) {
  await page.evaluate(`navigator.serviceWorker.ready.then(async () => {
    while (!(await caches.match('/k', { cacheName: 'kiesloket-brief-nakijken' })))
      await new Promise((again) => setTimeout(again, 50))
  })`)
}

async function says(window: DeskWindow, title: string) {
  await window.page.getByRole('heading', { name: title, exact: true }).waitFor()
}

const changed = (code: string) => {
  const at = code.indexOf('#') + 90
  return code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1)
}

test('the letter, its large print, its page and its duplicate carry one and the same code', async () => {
  const codes = [await codeOn(await rendered('pdf')), await codeOn(await rendered('large-print'))]
  codes.push(await codeOn(await duplicate()))
  const window = await served.window(1280, { javaScriptEnabled: false })
  await window.page.setContent(Buffer.from(await rendered('html')).toString('utf8'))
  codes.push(...(await readQrOfPng(await window.page.locator('.qr').first().screenshot())))
  await window.page.context().close()
  expect(new Set(codes)).toEqual(new Set([(await letterOf(1)).facts.qrText]))
})

describe.each([390, 1280])('on a screen of %i points', (width) => {
  test('a letter that was printed is genuine, also without network, and one that was taken back is not', async () => {
    const window = await served.window(width)
    const { page } = window
    const asked: string[] = []
    page.context().on('request', (request) => asked.push(request.url(), request.headers().cookie ?? ''))
    const code = await codeOn(await rendered('pdf'))
    await scan(page, code)
    await says(window, 'De code is echt')
    await page.getByText(election.name).waitFor()
    await window.look('citizen-letter-genuine')
    const mine = page.getByRole('link', { name: 'Toon mijn kiesbrief' })
    const wanted = new URL((await mine.getAttribute('href'))!, served.url).searchParams
    expect(wanted.get('naar')).toBe(paths.election({ election: election.electionId }))
    expect(wanted.get('gemeente')).toMatch(/^zonnedorp/)
    await scan(page, (await letterOf(2)).facts.qrText)
    await says(window, 'Deze brief is ingetrokken')
    await window.look('citizen-letter-withdrawn')
    await untilKept(page)
    const statement = code.split('#')[1]!
    expect(asked.filter((one) => one.includes(statement.slice(0, 20)) && !one.includes('#'))).toEqual([])
    expect(asked.join(' '), 'only whole lists are asked for').not.toContain((await letterOf(1)).letter_id)
    expect(await page.context().cookies()).toEqual([])
    await page.context().setOffline(true)
    await scan(page, code)
    await says(window, 'De code is echt')
    await page.getByText(/Nagekeken met de lijst van \d/).waitFor()
    expect(await page.getByText('Niet nagekeken sinds').isVisible(), 'as long as the list is fresh').toBe(
      false,
    )
    await page.clock.install({ time: Date.now() + 48 * 3600 * 1000 })
    await scan(page, code)
    await page.getByText(/Niet nagekeken sinds \d/).waitFor()
    await window.look('citizen-letter-not-checked-since')
    await scan(page, changed(code))
    await says(window, 'Deze code is niet echt')
    await window.close()
  })

  test('what is not of here, was changed or is no code gets an answer of its own', async () => {
    const window = await served.window(width)
    const { page } = window
    const facts = { issuer, letterId: newId<never>(), electionId: election.electionId, digest: sha256('') }
    const foreign = qrText(createSigner(generateSigningKey()), served.url, facts)
    await scan(page, foreign)
    await says(window, 'We kennen deze code niet')
    await window.look('citizen-letter-unknown')
    await scan(page, changed((await letterOf(1)).facts.qrText))
    await says(window, 'Deze code is niet echt')
    await window.look('citizen-letter-changed')
    const elsewhere = qrText(served.app.signer, served.url, { ...facts, issuer: '1999000546' })
    await scan(page, elsewhere)
    await says(window, 'Deze brief kunnen we niet meer nakijken')
    await page.getByText('1999.000.546').waitFor()
    await page.goto(served.url + paths.letter())
    await says(window, 'Kijk een brief na')
    await window.look('citizen-letter-check')
    const code = page.getByLabel('Tekst van de code').filter({ visible: true })
    await code.fill(' ')
    await page.getByRole('button', { name: 'Kijk na' }).click()
    await page.getByRole('link', { name: 'Plak de tekst van de code' }).waitFor()
    expect(await page.title()).toMatch(/^Fout: /)
    await window.look('citizen-letter-check-empty')
    await code.fill('https://voorbeeld.example/#niets')
    await page.getByRole('button', { name: 'Kijk na' }).click()
    await says(window, 'Dit is geen code van een kiesbrief')
    await untilKept(page)
    await page.context().setOffline(true)
    await scan(page, elsewhere)
    await says(window, 'De code is echt, maar niet helemaal nagekeken')
    await window.close()
  })
})

test('who scans a letter and logs in comes to the page of its election', async () => {
  const [first] = await nationalNumbers(trial, election)
  served.acm.addCitizens([{ name: 'Eerste Kiezer', nationalNumber: first!, shows: 'kiezer' }])
  const window = await served.window(390)
  const { page } = window
  await scan(page, (await letterOf(1)).facts.qrText)
  await says(window, 'De code is echt')
  await page.getByRole('link', { name: 'Toon mijn kiesbrief' }).click()
  await page.getByRole('button', { name: 'Eerste Kiezer' }).first().click()
  await page.waitForURL(served.url + paths.election({ election: election.electionId }))
  await page.getByRole('link', { name: 'Lees je kiesbrief' }).click()
  await page.getByRole('link', { name: 'Lees hem hier' }).click()
  await window.lookAtBoth('citizen-letter-read')
  await page.getByRole('link', { name: 'Terug naar deze verkiezing' }).click()
  await page.waitForURL(served.url + paths.election({ election: election.electionId }))
  await window.close()
})

test('a list that is played back does not take the place of the newer one that the browser has', async () => {
  const window = await served.window(390)
  const { page } = window
  const code = (await letterOf(3)).facts.qrText
  await scan(page, code)
  await says(window, 'De code is echt')
  const mark = sha256(Buffer.from((await letterOf(3)).letter_id.replaceAll('-', ''), 'hex')).subarray(0, 6)
  const newer = signStatusList(served.app.signer, {
    ...{ issuer, municipality: 'Zonnedorp', slug: 'zonnedorp', electionName: election.name },
    electionId: election.electionId,
    ...{ pollingDay: election.pollingDay, madeAt: new Date(Date.now() + 3600 * 1000) },
    marks: { superseded: mark, withdrawn: new Uint8Array(), unreleased: new Uint8Array() },
  })
  await page.evaluate(`(async () => {
    const cache = await caches.open('kiesloket-brief-lijsten')
    const [address] = (await cache.keys()).map(({ url }) => url).filter((url) => url.endsWith('.cose'))
    await cache.put(address, new Response(new Uint8Array([${newer.join(',')}])))
  })()`)
  for (const time of ['first', 'second']) {
    await scan(page, code)
    await says(window, 'Deze brief is vervangen')
    expect(await page.getByText(/oudere lijst/).isVisible(), `the ${time} time`).toBe(true)
  }
  await window.look('citizen-letter-played-back')
  await window.close()
})

test('what did not come as it should says nothing about the letter', async () => {
  const window = await served.window(390)
  const { page } = window
  const code = (await letterOf(1)).facts.qrText
  await page.route('**/.well-known/jwks.json', (route) => route.fulfill({ body: '<h1>Log in</h1>' }))
  await scan(page, code)
  await says(window, 'We konden de code niet nakijken')
  await page.unroute('**/.well-known/jwks.json')
  await page.context().close()
  const other = await served.window(390)
  await other.page.route('**/browser/cose.js', (route) => route.fulfill({ status: 404 }))
  await scan(other.page, code)
  await says(other, 'Je browser kan de code niet nakijken')
  await other.look('citizen-letter-failed')
  await other.page.context().close()
})

test('a browser without this arithmetic of its own fetches it, checks the same, and keeps it', async () => {
  const window = await served.window(390)
  const { page } = window
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await scan(page, (await letterOf(1)).facts.qrText)
  await says(window, 'De code is echt')
  expect(
    asked.filter((one) => one.includes('ed25519')),
    'where it is there',
  ).toEqual([])
  await page.addInitScript(`if (crypto.subtle) crypto.subtle.importKey = async () => {
    throw new DOMException('no such algorithm', 'NotSupportedError')
  }`)
  await scan(page, (await letterOf(1)).facts.qrText)
  await says(window, 'De code is echt')
  expect(asked.filter((one) => one.includes('ed25519')).length).toBeGreaterThan(0)
  await scan(page, changed((await letterOf(1)).facts.qrText))
  await says(window, 'Deze code is niet echt')
  await expect
    .poll(() =>
      page.evaluate(`caches.open('kiesloket-brief-nakijken').then(async (cache) =>
      (await cache.keys()).some(({ url }) => url.includes('ed25519')))`),
    )
    .toBe(true)
  await window.close()
})

test('without script the page says how to find out otherwise', async () => {
  const window = await served.window(390, { javaScriptEnabled: false })
  await window.page.goto(served.url + paths.letter())
  expect(await window.page.evaluate('document.body.innerText')).toContain(
    'Je browser kan de code niet nakijken, omdat',
  )
  await window.page.getByText('Bel je gemeente').waitFor()
  await window.look('citizen-letter-without-script')
  await window.close()
})
