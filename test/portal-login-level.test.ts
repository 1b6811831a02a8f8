import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AcmStandIn, startAcmStandIn } from '../dev/acm/stand-in.ts'
import { createCitizenAcm } from '../src/connectors/identity/index.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** By which means a citizen logged in is what the token says, and not what was asked for. */

const redirectUri = `http://localhost${paths.signedIn()}`
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const [eid, itsme] = ['urn:be:vlaanderen:authmech:eid', 'urn:be:vlaanderen:authmech:itsme']
const password = 'urn:be:vlaanderen:authmech:wachtwoord'
let acm: AcmStandIn
let trial: DeskTrial

beforeAll(async () => {
  const publicJwk = keys.publicKey.export({ format: 'jwk' })
  const client = { clientId: 'burger', publicJwk, redirectUris: [redirectUri], logoutUris: [] }
  acm = await startAcmStandIn({ port: 0, clients: [{ ...client, isForCitizens: true }], level: password })
  trial = await aDeskTrial(createWeb)
})
afterAll(async () => {
  await trial.close()
  await acm.close()
})

/** Asks for these means and comes back from the service: what the page then says. */
async function logIn(acrValues: string | undefined) {
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  const citizenLogin = createCitizenAcm(
    {
      ...{ issuer: acm.issuer, clientId: 'burger', redirectUri, timeoutMs: 5000, allowInsecure: true },
      ...{ privateKey, acrValues },
    },
    { allowTestNumbers: true },
  )
  const web = createWeb({ ...trial.deps, citizenLogin })
  const jar = new Map<string, string>()
  let url = new URL(paths.signIn(), 'http://localhost')
  let body: URLSearchParams | undefined
  for (let steps = 0; steps < 15; steps++) {
    const headers = { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const asked = {
      method: body ? 'POST' : 'GET',
      headers,
      redirect: 'manual',
      ...(body && { body }),
    } as const
    const isOurs = url.hostname === 'localhost'
    const answer = isOurs ? await web.request(url.href, asked) : await fetch(url, asked)
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=')
      jar.set(name!, value!)
    }
    const to = answer.headers.get('Location')
    if (isOurs && url.pathname === paths.signedIn())
      return { status: answer.status, html: await answer.text(), isIn: jar.has('kiesloket-burger') }
    body = to ? undefined : new URLSearchParams({ account: acm.citizens()[0]!.id })
    url = to ? new URL(to, url) : url
  }
  throw new Error('it goes round')
}

test('who came in by another means than was asked for is not let in, and reads what to do', async () => {
  const { status, html, isIn } = await logIn(`${eid} ${itsme}`)
  expect([status, isIn]).toEqual([403, false])
  expect(html).toContain('Meld je op een andere manier aan')
  expect(html, 'the service would take the same means again').toContain(`href="${paths.signIn()}?vers=ja"`)
})

test('who came in by one of them, or where none was asked for, is in', async () => {
  expect(await logIn(`${eid} ${password}`)).toMatchObject({ status: 303, isIn: true })
  expect(await logIn(undefined)).toMatchObject({ status: 303, isIn: true })
})
