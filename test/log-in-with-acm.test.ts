import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AcmStandIn, startAcmStandIn } from '../dev/acm/stand-in.ts'
import { createAcm } from '../src/connectors/identity/index.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { listStaff } from '../src/municipalities/index.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'

const own = 'http://localhost'
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
let acm: AcmStandIn
let trial: DeskTrial

const serviceWith = (privateKey = keys.privateKey, issuer = acm.issuer) =>
  createAcm({
    ...{ issuer, clientId: 'kiesloket', redirectUri: own + paths.signedIn(), roleScope: 'kiesloket' },
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    ...{ timeoutMs: 5000, allowInsecure: true },
  })

beforeAll(async () => {
  const publicJwk = keys.publicKey.export({ format: 'jwk' })
  const logoutUris = [own + paths.signedOut(), own + paths.signIn()]
  const client = { clientId: 'kiesloket', publicJwk, redirectUris: [own + paths.signedIn()], logoutUris }
  acm = await startAcmStandIn({ port: 0, clients: [client] })
  trial = await aDeskTrial((deps) => createWeb({ ...deps, loginService: serviceWith() }))
})
afterAll(async () => {
  await trial.close()
  await acm.close()
})
beforeEach(() => trial.deps.clock.moveTo(new Date().toISOString()))

/** A browser as far as a login needs one: it keeps cookies by site, follows redirects, and picks a person. */
class Surfer {
  readonly jars = new Map<string, Map<string, string>>()
  web = trial.web

  cookie(name: string): string | undefined {
    return this.jars.get(own)?.get(name)
  }

  /** Where it ends, and every address on the way. */
  async go(address: string, body?: URLSearchParams): Promise<{ answer: Response; way: string[] }> {
    const way: string[] = []
    let url = new URL(address, own)
    let method = body ? 'POST' : 'GET'
    for (let steps = 0; steps < 15; steps++) {
      way.push(url.href)
      const answer = await this.ask(url, method, body)
      const to = answer.headers.get('Location')
      if (!to || answer.status < 300 || answer.status > 399) return { answer, way }
      url = new URL(to, url)
      method = 'GET'
    }
    throw new Error(`it goes round: ${way.join(' → ')}`)
  }

  /** Logs in as the account; without one, breaks it off. */
  async logIn(account: string, address = paths.start()) {
    const { way } = await this.go(address)
    return this.pick(way.at(-1)!, account)
  }

  pick(page: string, account: string) {
    return this.go(page, new URLSearchParams({ account }))
  }

  private async ask(url: URL, method: string, body?: URLSearchParams): Promise<Response> {
    const jar = this.jars.get(url.origin) ?? new Map<string, string>()
    this.jars.set(url.origin, jar)
    const headers = { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const request = {
      method,
      headers,
      redirect: 'manual',
      ...(method === 'POST' && { body: body! }),
    } as const
    const answer = url.origin === own ? await this.web.request(url.href, request) : await fetch(url, request)
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value === '' || /Max-Age=0|1970/.test(line)) jar.delete(name!)
      else jar.set(name!, value!)
    }
    return answer
  }
}

const karim = 'karim.medewerker|1999000150'

describe('who has a role here', () => {
  test('gets in, is one person at every login, and the event says with which role', async () => {
    const [first, second] = [new Surfer(), new Surfer()]
    const { answer, way } = await first.logIn(karim)
    expect([answer.status, way.at(-1)]).toEqual([200, own + paths.start()])
    expect(await answer.text()).toContain('Karim El Amrani')
    await second.logIn(karim)
    const people = await listStaff(trial.deps, { municipalityId: trial.here })
    expect(people.filter(({ name }) => name === 'Karim El Amrani')).toMatchObject([
      { rights: [], logsIn: true },
    ])
    const events = await trial.database.inScope(staffOf(trial.here), (db) =>
      latestAuditEvents(db, trial.here, 20),
    )
    expect(events.find(({ action }) => action === 'staff.logged-in')).toMatchObject({
      details: { roles: ['medewerker'] },
    })
  })

  test('comes back where they wanted to be, and never on another site', async () => {
    const calendar = paths.calendar({ election: trial.election.code })
    expect((await new Surfer().logIn(karim, calendar)).way.at(-1)).toBe(own + calendar)
    for (const foul of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/loket/../..//evil.example',
      '/k',
    ])
      expect(
        (await new Surfer().logIn(karim, `${paths.signIn()}?naar=${encodeURIComponent(foul)}`)).way.at(-1),
        foul,
      ).toBe(own + paths.start())
  })

  test('sees of two municipalities the one they chose, and nothing of the other', async () => {
    const { answer } = await new Surfer().logIn('tom.twee|1999000546')
    const text = await answer.text()
    expect(text).toContain('Zonnedorp 2')
    expect(text).not.toContain('verkiezing-hier')
  })
})

test('without a role, and from a municipality that is not here, one sees the same page', async () => {
  const pages = []
  for (const account of ['nora.zonderrol|1999000150', 'piet.elders|1999000348']) {
    const { answer } = await new Surfer().logIn(account)
    expect(answer.status).toBe(403)
    pages.push((await answer.text()).replaceAll(/nonce="[^"]*"/g, ''))
  }
  expect(pages[0]).toBe(pages[1])
})

describe('a login', () => {
  test('gives a new session, and ends the one before it', async () => {
    const surfer = new Surfer()
    await surfer.logIn(karim)
    const before = surfer.cookie('kiesloket')!
    const { way } = await surfer.go(`${paths.signIn()}?vers=ja`)
    await surfer.pick(way.at(-1)!, karim)
    expect(surfer.cookie('kiesloket')).not.toBe(before)
    const old = await trial.web.request(paths.start(), { headers: { Cookie: `kiesloket=${before}` } })
    expect(old.status).toBe(303)
  })

  test('that has to be fresh asks who one is, also when the service remembers', async () => {
    const surfer = new Surfer()
    await surfer.logIn(karim)
    expect((await surfer.go(paths.signIn())).way.at(-1), 'remembered').toBe(own + paths.start())
    expect((await surfer.go(`${paths.signIn()}?vers=ja`)).way.at(-1)).toContain('/op/interaction/')
  })

  test('that was begun in another browser is not accepted', async () => {
    const [victim, attacker] = [new Surfer(), new Surfer()]
    const { way } = await attacker.go(paths.start())
    attacker.web = { request: async () => new Response('caught') } as unknown as typeof trial.web
    const caught = (await attacker.pick(way.at(-1)!, karim)).way.at(-1)!
    expect(caught).toContain(`${paths.signedIn()}?code=`)
    const { answer } = await victim.go(caught)
    expect([answer.status, victim.cookie('kiesloket')]).toEqual([400, undefined])
    await victim.go(paths.start())
    expect((await victim.go(caught)).answer.status, 'nor with a login of their own under way').toBe(400)
  })

  test('that is broken off, or whose answer is forged, gives no session', async () => {
    const surfer = new Surfer()
    const { answer } = await surfer.logIn('')
    expect(await answer.text()).toContain('afgebroken')
    await surfer.go(paths.start())
    const forged = await surfer.go(`${paths.signedIn()}?code=x&state=y&iss=${acm.issuer}`)
    expect([forged.answer.status, surfer.cookie('kiesloket')]).toEqual([400, undefined])
  })

  test('needs the key of this application', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const surfer = new Surfer()
    surfer.web = createWeb({ ...trial.deps, loginService: serviceWith(other.privateKey) })
    expect((await surfer.logIn(karim)).answer.status).toBe(400)
  })

  test('while the service is away says so', async () => {
    const away = serviceWith(keys.privateKey, 'http://127.0.0.1:9/op')
    const answer = await createWeb({ ...trial.deps, loginService: away }).request(paths.signIn())
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('antwoordt niet')])
  })

  test('can begin only so often in a minute', async () => {
    const config = { ...trial.deps.config, LOGINS_PER_MINUTE: 3 }
    const web = createWeb({ ...trial.deps, config, loginService: serviceWith() })
    const statuses = []
    for (let times = 0; times < 4; times++) statuses.push((await web.request(paths.signIn())).status)
    expect(statuses).toEqual([303, 303, 303, 429])
  })
})

test('over https the cookie is for this host only, for no script, and not for other sites', async () => {
  const config = { ...trial.deps.config, PORTAL_URL: 'https://kies.example' }
  const web = createWeb({ ...trial.deps, config, loginService: serviceWith() })
  const answer = await web.request(paths.signIn())
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-kiesloket-login=/)
  for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag)
  expect(cookie).not.toContain('Domain')
})
