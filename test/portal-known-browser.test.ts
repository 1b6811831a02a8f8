import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { CitizenIdentity, LoginService } from '../src/platform/identity.ts'
import { newId } from '../src/platform/ids.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** The evening on which the letters arrive: thousands of phones of one network, and somebody who means no good behind the same address. */

const most = 20
let trial: DeskTrial

/** A login service that believes the browser: it is whoever stands in the address. */
const believing: LoginService<CitizenIdentity> = {
  origin: 'https://login.example',
  begin: async ({ fresh }) => ({
    ok: true,
    url: 'https://login.example/',
    pending: { state: newId<string>(), nonce: 'n', codeVerifier: 'v', fresh },
  }),
  finish: async (query) => {
    const nationalNumber = new URLSearchParams(query).get('code')
    if (!nationalNumber) return { ok: false, because: 'not-accepted' }
    return { ok: true, identity: { nationalNumber, name: 'Eerste Kiezer' } }
  },
  probe: async () => ({ ok: true }),
  goodbye: async () => undefined,
}

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())

const aWeb = (perMinute = most) =>
  createWeb({
    ...trial.deps,
    config: { ...trial.deps.config, CITIZEN_LOGINS_PER_MINUTE: perMinute },
    citizenLogin: believing,
  })
type Web = ReturnType<typeof aWeb>

async function ask(web: Web, address: string, cookie = '') {
  const answer = await web.request(address, { headers: { Cookie: cookie } })
  const kept = answer.headers.getSetCookie().map((line) => line.split(';')[0]!)
  return { status: answer.status, kept }
}

async function logIn(web: Web, nationalNumber: string, browser = '') {
  const begun = await ask(web, paths.signIn(), browser)
  if (begun.status !== 303) return begun
  const cookies = [browser, ...begun.kept].filter(Boolean).join('; ')
  return ask(web, `${paths.signedIn()}?code=${nationalNumber}`, cookies)
}

async function useUp(web: Web): Promise<void> {
  for (let n = 0; n < most; n++) await ask(web, paths.signIn())
  expect((await ask(web, paths.signIn())).status, 'the address is used up').toBe(429)
}

const an = '85610100147'
const browserOf = (kept: readonly string[]) =>
  kept.find((line) => line.startsWith('kiesloket-burger-bekend='))!

test('whoever logged in with this browser before comes in, while somebody behind the same address tries without end', async () => {
  const web = aWeb()
  const { kept } = await logIn(web, an)
  await useUp(web)
  expect((await logIn(web, an)).status).toBe(429)
  expect((await logIn(web, an, browserOf(kept))).status).toBe(303)
  const forged = browserOf(kept).replace(/.{4}$/, 'AAAA')
  expect((await logIn(web, an, forged)).status, 'nobody makes such a cookie').toBe(429)
})

test('what a browser keeps of it names nobody, stays the same, and is gone with nobody’s logging out', async () => {
  const web = aWeb()
  const first = browserOf((await logIn(web, an)).kept)
  const other = browserOf((await logIn(web, an)).kept)
  expect(first, 'the same person in another browser').not.toBe(other)
  expect(browserOf((await logIn(web, '85610100246', first)).kept)).toBe(first)
})

test('one browser, or one person, does not come in for ever', async () => {
  const web = aWeb(1000)
  const perPerson = trial.deps.config.CITIZEN_LOGINS_PER_PERSON
  const { kept } = await logIn(web, an)
  const statuses = []
  for (let n = 0; n <= perPerson; n++) statuses.push((await ask(web, paths.signIn(), browserOf(kept))).status)
  expect(statuses.at(-1)).toBe(429)
  const again = []
  for (let n = 0; n < perPerson; n++) again.push((await logIn(web, an)).status)
  expect(again.at(-1)).toBe(429)
})

test('two thousand people of one address come in within a minute', async () => {
  const web = aWeb(trial.deps.config.CITIZEN_LOGINS_PER_MINUTE)
  for (let n = 0; n < 2000; n++) expect((await ask(web, paths.signIn())).status, `person ${n}`).toBe(303)
})
