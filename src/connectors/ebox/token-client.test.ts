import { generateKeyPairSync } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import type { Post, Posted } from './http-post.ts'
import { createTokenClient } from './token-client.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const settings = {
  tokenUrl: 'https://ebox.example/token',
  audience: 'https://audience.example/token',
  clientId: 'client-1',
  privateKey,
  scope: 'scope:a scope:b',
}

/** A token endpoint that gives t1, t2, … or what `answer` says. */
function tokenEndpoint(answer?: (call: number) => Posted | undefined, lifeSeconds = 300) {
  const forms: URLSearchParams[] = []
  const clock = { ms: Date.parse('2029-05-20T08:00:00Z') }
  const post: Post = async (_url, _headers, body) => {
    forms.push(new URLSearchParams(String(body)))
    const reply = { access_token: `t${forms.length}`, token_type: 'Bearer', expires_in: lifeSeconds }
    return (
      answer?.(forms.length) ?? { kind: 'answered', status: 200, headers: {}, body: JSON.stringify(reply) }
    )
  }
  return { forms, clock, client: createTokenClient(post, settings, () => clock.ms) }
}

test('the assertion is signed RS256 by the client, for the audience, for minutes, with an id of its own', async () => {
  const { client, forms, clock } = tokenEndpoint()
  await client.token()
  await client.token('t1')
  const [first, second] = forms.map((form) => form.get('client_assertion')!)
  const { payload } = await jwtVerify(first!, publicKey, {
    ...{ audience: settings.audience, issuer: 'client-1', subject: 'client-1', algorithms: ['RS256'] },
    currentDate: new Date(clock.ms),
  })
  expect(decodeProtectedHeader(first!).alg).toBe('RS256')
  expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(300)
  const { payload: other } = await jwtVerify(second!, publicKey, { currentDate: new Date(clock.ms) })
  expect(other.jti).not.toBe(payload.jti)
  expect(forms[0]!.get('grant_type')).toBe('client_credentials')
  expect(forms[0]!.get('scope')).toBe('scope:a scope:b')
})

test('a token is kept until half a minute before its end, and one is asked for at a time', async () => {
  const { client, forms, clock } = tokenEndpoint()
  const many = await Promise.all(Array.from({ length: 10 }, () => client.token()))
  expect(new Set(many.map((answer) => answer.ok && answer.token))).toEqual(new Set(['t1']))
  clock.ms += 269_000
  expect(await client.token()).toEqual({ ok: true, token: 't1' })
  clock.ms += 2000
  expect(await client.token()).toEqual({ ok: true, token: 't2' })
  expect(forms).toHaveLength(2)
})

test('a refused token is not given again; a newer one is, without asking', async () => {
  const { client, forms } = tokenEndpoint()
  await client.token()
  expect(await client.token('t1')).toEqual({ ok: true, token: 't2' })
  expect(await client.token('t1')).toEqual({ ok: true, token: 't2' })
  expect(forms).toHaveLength(2)
})

test('a short life is used for half, not thrown away at once', async () => {
  const { client, forms } = tokenEndpoint(undefined, 20)
  await client.token()
  await client.token()
  expect(forms).toHaveLength(1)
})

test('refused credentials close the road; an endpoint in trouble is tried again', async () => {
  const refused = JSON.stringify({ error: 'invalid_client', error_description: 'no' })
  const answers: (Posted | undefined)[] = [
    { kind: 'answered', status: 401, headers: {}, body: refused },
    { kind: 'answered', status: 503, headers: { 'retry-after': '4' }, body: '' },
    { kind: 'lost', code: 'time-out' },
    { kind: 'answered', status: 200, headers: {}, body: 'not json' },
    undefined,
  ]
  const { client } = tokenEndpoint((call) => answers[call - 1])
  expect(await client.token()).toMatchObject({ kind: 'closed', code: 'token-invalid_client' })
  expect(await client.token()).toMatchObject({ kind: 'later', code: 'token-http-503', retryAfterSeconds: 4 })
  expect(await client.token()).toMatchObject({ kind: 'later', code: 'token-time-out' })
  expect(await client.token()).toMatchObject({ kind: 'later', code: 'token-http-200' })
  expect(await client.token()).toEqual({ ok: true, token: 't5' })
})

describe.each([-5, 5])('a machine whose clock is %i minutes ahead', (minutes) => {
  /** An endpoint that reads assertions by its own clock, and says what time it is. */
  function strictEndpoint() {
    const theirs = Date.parse('2029-05-20T08:00:00Z')
    const dated: (number | undefined)[] = []
    const post: Post = async (_url, _headers, body) => {
      const { iat = 0, exp = 0 } = decodeJwt(new URLSearchParams(String(body)).get('client_assertion')!)
      dated.push(iat - theirs / 1000)
      const isTaken = iat * 1000 <= theirs + 5000 && exp * 1000 > theirs
      const headers = { date: new Date(theirs).toUTCString() }
      return isTaken
        ? { kind: 'answered', status: 200, headers, body: '{"access_token":"t","expires_in":1}' }
        : { kind: 'answered', status: 400, headers, body: '{"error":"invalid_client"}' }
    }
    return { dated, client: createTokenClient(post, settings, () => theirs + minutes * 60_000) }
  }

  test('is not taken for somebody without rights: it dates what it signs by the clock of the other side', async () => {
    const { client, dated } = strictEndpoint()
    expect(await client.token()).toEqual({ ok: true, token: 't' })
    expect(await client.token('t')).toEqual({ ok: true, token: 't' })
    expect(dated, 'once by its own clock, and then no more').toEqual([minutes * 60, 0, 0])
  })
})

test('refused though the clocks agree, it is asked once', async () => {
  const headers = { date: new Date(Date.parse('2029-05-20T08:00:01Z')).toUTCString() }
  const { client, forms } = tokenEndpoint(() => ({ kind: 'answered', status: 401, headers, body: '{}' }))
  expect(await client.token()).toMatchObject({ ok: false, kind: 'closed' })
  expect(forms).toHaveLength(1)
})
