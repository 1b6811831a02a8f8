import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AcmStandIn, startAcmStandIn } from '../dev/acm/stand-in.ts'
import { createCitizenAcm } from '../src/connectors/identity/index.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** Who reads these pages in a language is asked who they are in the same one. */

const redirectUri = `http://localhost${paths.signedIn()}`
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
let acm: AcmStandIn
let trial: DeskTrial

beforeAll(async () => {
  const publicJwk = keys.publicKey.export({ format: 'jwk' })
  const client = { clientId: 'burger', publicJwk, redirectUris: [redirectUri], logoutUris: [] }
  acm = await startAcmStandIn({ port: 0, clients: [{ ...client, isForCitizens: true }] })
  const citizenLogin = createCitizenAcm(
    {
      ...{ issuer: acm.issuer, clientId: 'burger', redirectUri, timeoutMs: 5000, allowInsecure: true },
      privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    },
    { allowTestNumbers: true },
  )
  trial = await aDeskTrial((deps) => createWeb({ ...deps, citizenLogin }))
})
afterAll(async () => {
  await trial.close()
  await acm.close()
})

const cookieIn = (language: string) => ({ Cookie: `kiesloket-burger-taal=${language}` })

test.each([
  ['fr', {}, '?taal=fr', 'Qui êtes-vous ?'],
  ['de', cookieIn('de'), '', 'Wer sind Sie?'],
  ['en', cookieIn('en'), '', 'Who are you?'],
  ['nl', {}, '', 'Wie bent u?'],
])('in %s', async (language, headers, query, asks) => {
  const answer = await trial.web.request(paths.signIn() + query, { headers })
  const address = answer.headers.get('Location')!
  expect(new URL(address).searchParams.get('ui_locales')).toBe(language)
  const begun = await fetch(address, { redirect: 'manual' })
  const page = await fetch(new URL(begun.headers.get('Location')!, address), {
    headers: {
      Cookie: begun.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    },
  })
  const html = await page.text()
  expect(html).toContain(`<html lang="${language}">`)
  expect(html).toContain(asks)
})

test('what is no language of these pages is not asked for', async () => {
  const answer = await trial.web.request(`${paths.signIn()}?taal=xx`)
  expect(new URL(answer.headers.get('Location')!).searchParams.get('ui_locales')).toBe('nl')
})
