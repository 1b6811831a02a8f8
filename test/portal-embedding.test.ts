import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { readConfig } from '../src/platform/config.ts'
import { csrfTokenOf } from '../src/platform/http/cookies.ts'
import type { EmbeddedLogin } from '../src/platform/identity.ts'
import { startSession } from '../src/portal/login/citizen-session.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** A citizen's pages within the site of somebody else: who may frame them, who is handed over, what a cookie is worth where. */

const ancestors = 'https://www.burgerprofiel.example https://*.burgerprofiel.example'
const tokenType = 'urn:ietf:params:oauth:token-type:access_token'
const inFrame = { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site' }
const embeddedLogin: EmbeddedLogin = {
  async citizenOf(token) {
    if (token === 'unreachable') return { ok: false, because: 'not-reached' }
    if (token !== 'for us') return { ok: false, because: 'not-accepted' }
    return { ok: true, identity: { nationalNumber: '85610100147', name: 'Jo Elders' } }
  },
}

let trial: DeskTrial
let now = new Date('2029-05-02T10:00:00Z')

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())

function depsWith(env: Readonly<Record<string, string>> = {}) {
  const { config } = trial.deps
  const clock = { now: () => now }
  return { ...trial.deps, clock, embeddedLogin, config: { ...config, EMBED_ANCESTORS: ancestors, ...env } }
}

const webWith = (env?: Readonly<Record<string, string>>) => createWeb(depsWith(env))
type Web = ReturnType<typeof webWith>

const handOver = (web: Web, body: unknown) =>
  web.request(paths.handOver(), { method: 'POST', body: JSON.stringify(body) })

async function ticket(web: Web): Promise<string> {
  const answer = await handOver(web, { token: 'for us', token_type: tokenType })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { token: string }).token
}

const enter = (web: Web, token: string, headers: Readonly<Record<string, string>> = inFrame) =>
  web.request(`${paths.embedded()}?token=${token}`, { headers })

/** The cookie of the session that an answer gives, without its flags; empty when there is none. */
const sessionIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((one) => one.startsWith('kiesloket-burger-kader=') && !/Max-Age=0/.test(one))
    .join()
    .split(';')[0]!

const isOpenedBy = async (web: Web, Cookie: string, headers: Readonly<Record<string, string>> = inFrame) =>
  (await web.request(paths.elections(), { headers: { ...headers, Cookie } })).status === 200

describe('who may put a citizen’s pages in a frame', () => {
  const policyOf = async (web: Web, path: string, headers: Readonly<Record<string, string>> = inFrame) => {
    const answer = await web.request(path, { headers })
    const [frames] = /frame-ancestors [^;]*/.exec(answer.headers.get('Content-Security-Policy') ?? '') ?? []
    return [frames, answer.headers.get('X-Frame-Options')]
  }

  test('the sites that are named, a page that is asked for in a frame', async () => {
    const web = webWith()
    for (const path of [paths.start(), paths.elections(), paths.signIn(), paths.embedded(), '/mijn/nergens'])
      expect(await policyOf(web, path), path).toEqual([`frame-ancestors ${ancestors}`, null])
  })

  test('nobody, when it is not asked for in a frame or nobody is named', async () => {
    const refused = ["frame-ancestors 'none'", 'DENY']
    for (const path of [paths.start(), paths.elections()]) {
      expect(await policyOf(webWith(), path, {})).toEqual(refused)
      expect(await policyOf(webWith(), path, { 'Sec-Fetch-Dest': 'document' })).toEqual(refused)
      expect(await policyOf(trial.web, path)).toEqual(refused)
    }
  })

  test('a page in a frame is as light as the site around it may be, one in a window as dark as the screen', async () => {
    const isDarkWhereTheScreenIs = async (headers: Readonly<Record<string, string>>) =>
      (await (await webWith().request(paths.start(), { headers })).text()).includes('follows-scheme')
    expect([await isDarkWhereTheScreenIs(inFrame), await isDarkWhereTheScreenIs({})]).toEqual([false, true])
  })

  test('nobody ever the pages of the staff, the check of a letter, files and the login of the staff', async () => {
    for (const path of [
      '/loket',
      '/loket/aanmelden',
      '/loket/nergens',
      paths.letter(),
      paths.privacy(),
      '/mijnheer',
    ])
      expect(await policyOf(webWith(), path), path).toEqual(["frame-ancestors 'none'", 'DENY'])
  })

  test.each([
    'https:',
    '*',
    'https://*',
    'http://burgerprofiel.be',
    'https://a.be;script-src *',
    "'self'",
    '',
  ])('a setting of %o is refused', (EMBED_ANCESTORS) => {
    if (EMBED_ANCESTORS === '') expect(readConfig({ EMBED_ANCESTORS }).EMBED_ANCESTORS).toBeUndefined()
    else expect(() => readConfig({ EMBED_ANCESTORS })).toThrow(/EMBED_ANCESTORS/)
  })

  test('a setting of two sites and one’s own machine is taken', () => {
    const EMBED_ANCESTORS = `${ancestors} http://localhost:8083`
    expect(readConfig({ EMBED_ANCESTORS }).EMBED_ANCESTORS).toBe(EMBED_ANCESTORS)
  })
})

describe('who is handed over', () => {
  test('is logged in in that frame, once, by a cookie of that frame alone, and the address says nothing of it', async () => {
    const web = webWith()
    const token = await ticket(web)
    const first = await enter(web, token)
    expect([first.status, first.headers.get('Location')]).toEqual([303, paths.elections()])
    expect(first.headers.getSetCookie()[0]?.split('; ').slice(1).sort()).toEqual([
      ...['HttpOnly', 'Partitioned', 'Path=/', 'SameSite=None', 'Secure'],
    ])
    expect(await isOpenedBy(web, sessionIn(first))).toBe(true)
    expect(sessionIn(await enter(web, token)), 'a second time').toBe('')
  })

  test('is nobody any more when the frame opens without a token: the site may have another visitor', async () => {
    const web = webWith()
    const Cookie = sessionIn(await enter(web, await ticket(web)))
    await web.request(paths.embedded(), { headers: { ...inFrame, Cookie } })
    expect(await isOpenedBy(web, Cookie)).toBe(false)
  })

  test('has a minute to come, and the ticket opens nothing by itself', async () => {
    const web = webWith()
    const [late, asCookie] = [await ticket(web), await ticket(web)]
    expect(await isOpenedBy(web, `kiesloket-burger-kader=${asCookie}`)).toBe(false)
    now = new Date(now.getTime() + 61_000)
    expect(sessionIn(await enter(web, late))).toBe('')
    for (const foul of ['', 'x', 'A'.repeat(43)]) expect(sessionIn(await enter(web, foul))).toBe('')
  })

  test('two who come with one ticket at the same moment are one', async () => {
    const web = webWith()
    const token = await ticket(web)
    const answers = await Promise.all([enter(web, token), enter(web, token), enter(web, token)])
    expect(answers.map(sessionIn).filter(Boolean)).toHaveLength(1)
  })

  test('is not logged in in a window of its own: a link that somebody else made logs in nobody', async () => {
    const web = webWith()
    const answer = await enter(web, await ticket(web), { 'Sec-Fetch-Dest': 'document' })
    expect(answer.headers.getSetCookie().map((one) => one.split(';')[0])).toEqual(['kiesloket-burger-app=ja'])
  })

  test.each([
    ['a token for somebody else', { token: 'for others', token_type: tokenType }, 401],
    ['a login service that does not answer', { token: 'unreachable', token_type: tokenType }, 503],
    [
      'another kind of token',
      { token: 'for us', token_type: 'urn:ietf:params:oauth:token-type:id_token' },
      400,
    ],
    ['no token', { token_type: tokenType }, 400],
    ['no JSON', 'text', 400],
  ])('%s is refused, and says why', async (_, body, status) => {
    const answer = await handOver(webWith(), body)
    expect(answer.status).toBe(status)
    expect((await answer.json()) as object).toHaveProperty('error')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('who guesses is stopped, and who is right is not counted', async () => {
    const web = webWith({ CITIZEN_LOGINS_PER_MINUTE: 3 as unknown as string })
    for (let good = 0; good < 20; good++) await ticket(web)
    const guess = { token: 'guess', token_type: tokenType }
    const statuses: number[] = []
    for (let tried = 0; tried < 5; tried++) statuses.push((await handOver(web, guess)).status)
    expect(statuses).toEqual([401, 401, 401, 429, 429])
  })

  test('is nobody where no site hands anybody over', async () => {
    const web = createWeb({ ...trial.deps, config: { ...trial.deps.config, EMBED_ANCESTORS: ancestors } })
    expect((await handOver(web, { token: 'for us', token_type: tokenType })).status).toBe(404)
  })
})

describe('a session', () => {
  test('of a window opens nothing in a frame, and the other way round', async () => {
    const web = webWith()
    const token = await startSession(depsWith(), { nationalNumber: '85610100147', name: 'Jo Elders' })
    const asWindow = { 'Sec-Fetch-Dest': 'document' }
    expect(await isOpenedBy(web, `kiesloket-burger=${token}`, asWindow)).toBe(true)
    expect(await isOpenedBy(web, `kiesloket-burger=${token}`)).toBe(false)
    const framed = sessionIn(await enter(web, await ticket(web)))
    expect(await isOpenedBy(web, framed)).toBe(true)
    expect(await isOpenedBy(web, framed, asWindow)).toBe(false)
  })

  test('in a frame takes a form of its own pages only, with its token', async () => {
    const web = webWith()
    const Cookie = sessionIn(await enter(web, await ticket(web)))
    const send = (fields: object, headers: object) =>
      web.request(paths.signOut(), {
        method: 'POST',
        headers: { Cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...inFrame, ...headers },
        body: new URLSearchParams(fields as Record<string, string>).toString(),
      })
    const csrf = csrfTokenOf(Cookie.split('=')[1]!)
    const own = { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost' }
    await send({ _csrf: csrf }, {})
    await send({ _csrf: csrf }, { ...own, Origin: 'https://www.burgerprofiel.example' })
    await send({ _csrf: 'guess' }, own)
    await send({}, own)
    expect(await isOpenedBy(web, Cookie), 'as long as all were refused').toBe(true)
    expect((await send({ _csrf: csrf }, own)).headers.get('Location')).toBe(paths.signedOut())
    expect(await isOpenedBy(web, Cookie)).toBe(false)
  })
})

test('?embed behind the first page of a municipality too', async () => {
  const answer = await webWith().request(`${paths.startOf({ municipality: 'zonnedorp-1' })}?embed`)
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `${paths.embedded()}?naar=${encodeURIComponent(paths.startOf({ municipality: 'zonnedorp-1' }))}`,
  ])
})

test('?embed behind any page comes in by the same door, and leaves the address', async () => {
  const web = webWith()
  const address = `${paths.elections()}?embed&token=abc&later=ja`
  const answer = await web.request(address, { headers: inFrame })
  const to = new URL(answer.headers.get('Location')!, 'http://localhost')
  expect([to.pathname, to.searchParams.get('token')]).toEqual([paths.embedded(), 'abc'])
  expect(to.searchParams.get('naar')).toBe(`${paths.elections()}?later=ja`)
  const on = await web.request(to.pathname + to.search, { headers: inFrame })
  expect(on.headers.get('Location')).toBe(`${paths.elections()}?later=ja`)
  for (const naar of ['https://evil.example/', '//evil.example', '/loket'])
    expect(
      (await web.request(`${paths.embedded()}?naar=${encodeURIComponent(naar)}`)).headers.get('Location'),
    ).toBe(paths.elections())
})

test('within a site or an app there is no header and no footer', async () => {
  const web = webWith()
  const Cookie = sessionIn(await enter(web, await ticket(web)))
  const framed = await (await web.request(paths.elections(), { headers: { ...inFrame, Cookie } })).text()
  const token = await startSession(depsWith(), { nationalNumber: '85610100147', name: 'Jo Elders' })
  const app = `kiesloket-burger=${token}; kiesloket-burger-app=ja`
  const inApp = await (await web.request(paths.elections(), { headers: { Cookie: app } })).text()
  const alone = await (
    await web.request(paths.elections(), { headers: { Cookie: `kiesloket-burger=${token}` } })
  ).text()
  for (const html of [framed, inApp]) {
    expect(html).not.toMatch(/<header|<footer|govuk-skip-link/)
    expect(html).toContain('Afmelden')
  }
  expect(alone).toMatch(/<header[\s\S]*<footer/)
})
