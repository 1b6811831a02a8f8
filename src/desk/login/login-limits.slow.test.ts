import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Identity, LoginService } from '../../platform/identity.ts'
import { newId } from '../../platform/ids.ts'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial } from '../testing.ts'

/** Half past seven in a town hall: everybody comes in at once, from one address, and somebody means no good. */

let trial: DeskTrial
const organisation = '1999000150'

/** A login service that believes the browser: it is whoever stands in the address. */
const believing: LoginService = {
  origin: 'https://login.example',
  begin: async ({ fresh }) => ({
    ok: true,
    url: 'https://login.example/',
    pending: { state: newId<string>(), nonce: 'n', codeVerifier: 'v', fresh },
  }),
  finish: async (query) => {
    const subject = new URLSearchParams(query).get('code')
    if (!subject) return { ok: false, because: 'not-accepted' }
    const role = { role: 'lezer', organisations: [organisation] }
    const who = { issuer: 'test', subject, name: `Persoon ${subject}`, targetGroup: 'LB', organisation }
    const identity: Identity = { ...who, roles: [role], authenticatedAt: trial.deps.clock.now() }
    return { ok: true, identity }
  },
  probe: async () => ({ ok: true }),
  goodbye: async () => undefined,
}

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())

const aWeb = () => createWeb({ ...trial.deps, loginService: believing })
type Web = ReturnType<typeof aWeb>

/** Of one address: a request without a port is of one that nobody knows. Answers the status and what to keep. */
async function ask(web: Web, address: string, cookie = '') {
  const answer = await web.request(address, { headers: { Cookie: cookie } })
  const kept = answer.headers.getSetCookie().map((line) => line.split(';')[0]!)
  return { status: answer.status, kept }
}

async function logIn(web: Web, subject: string, browser = '') {
  const begun = await ask(web, paths.signIn(), browser)
  if (begun.status !== 303) return begun
  return ask(web, `${paths.signedIn()}?code=${subject}`, [browser, ...begun.kept].filter(Boolean).join('; '))
}

const browserOf = (kept: readonly string[]) => kept.find((line) => line.startsWith('kiesloket-bekend='))!

test('two hundred people of one address come in within a minute', async () => {
  const web = aWeb()
  for (let n = 0; n < 200; n++) expect((await logIn(web, `clerk-${n}`)).status, `clerk ${n}`).toBe(303)
})

test('who tries without end is stopped, and who logged in here before still comes in', async () => {
  const web = aWeb()
  const { kept } = await logIn(web, 'els')
  const { LOGINS_PER_MINUTE: most } = trial.deps.config
  const statuses = new Set<number>()
  for (let n = 0; n <= most; n++) statuses.add((await ask(web, paths.signIn())).status)
  expect(statuses).toContain(429)
  expect((await logIn(web, 'a-new-one')).status, 'the address is used up').toBe(429)
  expect((await logIn(web, 'els', browserOf(kept))).status).toBe(303)
  const forged = browserOf(kept).replace(/.{4}$/, 'AAAA')
  expect((await logIn(web, 'els', forged)).status, 'nobody makes such a cookie').toBe(429)
})

test('one person, or one browser, does not come in for ever', async () => {
  const web = aWeb()
  const { LOGINS_PER_PERSON: most } = trial.deps.config
  for (let n = 0; n < most; n++) expect((await logIn(web, 'in-a-circle')).status).toBe(303)
  expect((await logIn(web, 'in-a-circle')).status).toBe(429)
  const { kept } = await logIn(web, 'somebody-else')
  const statuses = []
  for (let n = 0; n <= most; n++) statuses.push((await ask(web, paths.signIn(), browserOf(kept))).status)
  expect(statuses.at(-1)).toBe(429)
})
