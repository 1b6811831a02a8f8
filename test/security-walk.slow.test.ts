import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveCookie } from '../src/desk/cookies.ts'
import { deskRoutes } from '../src/desk/index.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { type StaffRole, staffRoles } from '../src/municipalities/index.ts'
import { readConfig } from '../src/platform/config.ts'
import type { CompleteConfig } from '../src/platform/development.ts'
import type { Route } from '../src/platform/http/route.ts'
import { createWeb, routesOf } from '../src/server.ts'

/** What somebody with bad intentions tries at every address: frames, caches, hosts, ways back, a session that was left. */

let trial: DeskTrial
let everybody: Visitor
let routes: readonly Route[]

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  everybody = await trial.visitor(Object.keys(staffRoles) as StaffRole[])
  routes = routesOf(trial.deps)
})
afterAll(() => trial.close())

const addressOf = (path: string) =>
  path.replace(':election', trial.election.code).replaceAll(/:\w+/g, '018f3d5e-0000-7000-8000-000000000000')
const isOfSession = (path: string) => path === paths.signOut() || path === paths.switchOrganisation()
/** All that can be asked without ending the session that asks. */
const asked = () => routes.filter(({ path }) => !isOfSession(path))

async function ask({ method, path }: Route, headers: Readonly<Record<string, string>> = {}, query = '') {
  const answer =
    method === 'GET'
      ? await everybody.get(addressOf(path) + query, headers)
      : await everybody.post(addressOf(path) + query, {}, { Origin: 'http://localhost', ...headers })
  const isText = /text|json/.test(answer.headers.get('Content-Type') ?? '')
  return { answer, line: `${method} ${path}`, text: isText ? await answer.text() : '' }
}

test('no page can be put in a frame, taken for something else than it says, or found in a cache after leaving', async () => {
  const web = createWeb(trial.deps)
  const answers = [{ answer: await web.request('/nergens'), line: 'nowhere', isOfPerson: false }]
  for (const route of asked()) answers.push({ ...(await ask(route)), isOfPerson: route.access !== 'public' })
  for (const { answer, line, isOfPerson } of answers) {
    expect(answer.headers.get('Content-Security-Policy'), line).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('X-Frame-Options'), line).toBe('DENY')
    expect(answer.headers.get('X-Content-Type-Options'), line).toBe('nosniff')
    expect(answer.headers.get('Referrer-Policy'), line).toBe('same-origin')
    if (isOfPerson) expect(answer.headers.get('Cache-Control'), line).toBe('no-store')
  }
})

test('an error says nothing of itself, and is framed and kept as little', async () => {
  const broken = () => Promise.reject(new Error('somebody’s number'))
  const web = createWeb({ ...trial.deps, database: { ...trial.deps.database, inScope: broken } })
  const answer = await web.request(paths.start(), { headers: { Cookie: everybody.cookie } })
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([500, 'no-store'])
  expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  expect(await answer.text()).not.toContain('number')
})

test('a host that somebody makes up is in no page and in no way back', async () => {
  for (const route of asked()) {
    const { answer, line, text } = await ask(route, {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
    })
    expect(answer.headers.get('Location') ?? '', line).not.toContain('evil.example')
    expect(text, line).not.toContain('evil.example')
  }
})

test('no address leads to another site, whatever is asked of it', async () => {
  const foul = ['https://evil.example/', '//evil.example/', '/\\evil.example/', '/loket/..//evil.example/']
  const names = ['naar', 'terug', 'bewaard', 'gelukt']
  const query = `?${new URLSearchParams(Object.fromEntries(names.map((name, n) => [name, foul[n]!])))}`
  for (const route of asked()) {
    const { answer, line } = await ask(route, {}, query)
    const to = new URL(answer.headers.get('Location') ?? '/', 'http://localhost')
    expect(to.origin, line).toBe('http://localhost')
  }
  for (const there of foul) {
    const stayed = await everybody.post(paths.stay(), { naar: there })
    expect(stayed.headers.get('Location')).toBe(`${paths.start()}?gelukt=stayed`)
  }
})

test('a session that was left opens nothing any more', async () => {
  const leaver = await trial.visitor('medewerker')
  expect((await leaver.post(paths.signOut())).status).toBe(303)
  for (const { method, path } of deskRoutes.filter((route) => route.method === 'GET')) {
    const answer = await leaver.get(addressOf(path))
    expect(answer.status, `${method} ${path}`).toBe(303)
  }
})

test('over https the session is a cookie of this host only, for no script, and not for other sites', async () => {
  const config = readConfig({ PORTAL_URL: 'https://kies.example' }) as CompleteConfig
  const web = new Hono().get('/', (context) => {
    giveCookie(context, config, 'session', 'a-token')
    return context.text('')
  })
  const [cookie] = (await web.request('/')).headers.getSetCookie()
  expect(cookie!.split('; ').sort()).toEqual([
    'HttpOnly',
    'Path=/',
    'SameSite=Lax',
    'Secure',
    '__Host-kiesloket=a-token',
  ])
})
