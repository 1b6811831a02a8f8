import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { updateMunicipality } from '../src/municipalities/index.ts'
import { aMunicipality } from '../src/municipalities/testing.ts'
import type { CitizenIdentity, LoginService } from '../src/platform/identity.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** A citizen who begins at their municipality sees that it is theirs, until they are known and their letter says so. */

let trial: DeskTrial
const arms = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><path d="M0 0h10v12H0z"/></svg>'
const cancelled: LoginService<CitizenIdentity> = {
  origin: 'https://login.example',
  begin: async () => ({
    ok: true,
    url: 'https://login.example/auth',
    pending: { state: 's', nonce: 'n', codeVerifier: 'v', fresh: false },
  }),
  finish: async () => ({ ok: false, because: 'cancelled' }),
  probe: async () => ({ ok: true }),
  goodbye: async () => undefined,
}

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())

const web = () => createWeb({ ...trial.deps, citizenLogin: cancelled })
const own = { name: 'Zonnedorp 1', colours: '/thema/7a1f5c/' }

async function inOwnLook(answer: Response) {
  const html = await answer.text()
  return { isOwn: html.includes('<strong>Zonnedorp 1</strong>') && html.includes(own.colours), html }
}

test('from the first page on, over the login, to the page that says why it failed', async () => {
  const document = aMunicipality(1, {
    enterpriseNumber: '1999000150',
    arms,
    theme: { colour: '#7a1f5c' },
  } as object)
  const updated = await updateMunicipality(trial.deps, { municipalityId: trial.here, document, by: 'test' })
  expect(updated.ok, JSON.stringify(updated)).toBe(true)
  const start = await inOwnLook(await web().request(paths.startOf({ municipality: 'zonnedorp-1' })))
  expect(start.isOwn).toBe(true)
  expect(start.html).toContain(`href="${paths.signIn()}?gemeente=zonnedorp-1"`)
  const begun = await web().request(`${paths.signIn()}?gemeente=zonnedorp-1`)
  expect(begun.headers.get('Location')).toBe('https://login.example/auth')
  const cookie = begun.headers.getSetCookie()[0]!.split(';')[0]!
  const back = await inOwnLook(
    await web().request(`${paths.signedIn()}?error=x`, { headers: { Cookie: cookie } }),
  )
  expect(back.isOwn).toBe(true)
  expect(back.html).toContain('Je hebt het aanmelden afgebroken')
  expect(back.html).toContain(`href="${paths.signIn()}?gemeente=zonnedorp-1"`)
})

test('a municipality that is not there has no page, and what could be none is not remembered', async () => {
  expect((await web().request(paths.startOf({ municipality: 'nergens' }))).status).toBe(404)
  for (const gemeente of ['nergens', '../x', 'a'.repeat(5000)]) {
    const begun = await web().request(`${paths.signIn()}?${new URLSearchParams({ gemeente })}`)
    expect(begun.status).toBe(303)
    const [cookie] = begun.headers.getSetCookie()
    expect(cookie!.length).toBeLessThan(1000)
    const back = await web().request(paths.signedIn(), { headers: { Cookie: cookie!.split(';')[0]! } })
    expect(await back.text()).toContain('<strong>Digitale kiesbrief</strong>')
  }
})
