import { verify } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from './app.ts'
import { factsDigest, qrText } from './letters/composing/letter-statement.ts'
import { readStatement } from './letters/index.ts'
import { readConfig } from './platform/config.ts'
import { type ElectionId, type LetterId, newId } from './platform/ids.ts'
import { keySetOf, readKeySet } from './platform/key-set.ts'
import { createLogger } from './platform/log.ts'
import { createSigner, generateSigningKey, openSigned } from './platform/signer.ts'
import { createWeb, startServer } from './server.ts'

const earlier = createSigner(generateSigningKey())
const signer = createSigner(generateSigningKey())
const keySet = keySetOf([signer.publicJwk, earlier.publicJwk])
const web = createWeb({ keySet, config: readConfig({}) } as App)
const fetchKeys = (headers = {}) => web.request('/.well-known/jwks.json', { headers })

test('the public keys are where others look for them, each by its name, and may be kept for an hour', async () => {
  const answer = await fetchKeys()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/jwk-set+json')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.json()).toEqual({ keys: [signer.publicJwk, earlier.publicJwk] })
  const again = await fetchKeys({ 'If-None-Match': answer.headers.get('etag') })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await fetchKeys({ 'If-None-Match': '"another"' })).status).toBe(200)
})

test('with them a third party checks a certificate and the code on a letter, also of an earlier key', async () => {
  const { keys } = readKeySet(await (await fetchKeys()).text())!
  const letter = { issuer: '1999000150', letterId: newId<LetterId>(), electionId: newId<ElectionId>() }
  const digest = factsDigest({ voter: {}, shared: {}, templateVersion: '1' })
  const verifyWith =
    (published: typeof keys) => (keyId: Uint8Array, signed: Uint8Array, signature: Uint8Array) => {
      const key = published.find(({ kid }) => Buffer.from(kid, 'base64url').subarray(0, 8).equals(keyId))
      return key !== undefined && verify(null, signed, { key: { ...key }, format: 'jwk' }, signature)
    }
  for (const one of [signer, earlier]) {
    const signed = await one.signJws(Buffer.from('a certificate'))
    const { kid } = JSON.parse(Buffer.from(signed.protected, 'base64url').toString())
    const key = keys.find((published) => published.kid === kid)!
    expect(await openSigned(signed, key)).toEqual(Buffer.from('a certificate'))
    const code = qrText(one, 'https://kiesloket.example', { ...letter, digest })
    expect(readStatement(code, verifyWith(keys))).toMatchObject({ letterId: letter.letterId })
    expect(readStatement(code, verifyWith([]))).toBeUndefined()
  }
})

describe('a port that is taken', () => {
  const other = createServer()
  let taken = 0
  beforeAll(async () => {
    await once(other.listen(0), 'listening')
    taken = (other.address() as AddressInfo).port
  })
  afterAll(() => other.close())
  const start = (ports: object, options?: Parameters<typeof startServer>[1]) =>
    startServer(
      {
        keySet: keySetOf([]),
        log: createLogger('silent'),
        config: { ...readConfig({}), PORT: 0, METRICS_PORT: 0, ...ports },
      } as App,
      options,
    )

  test('is said by the name of its setting, and nothing stays open', async () => {
    await expect(start({ PORT: taken })).rejects.toThrow(`PORT: port ${taken} is in use`)
    const free = await start({})
    await free.close()
    const { port } = new URL(free.url)
    await expect(start({ PORT: Number(port), METRICS_PORT: taken })).rejects.toThrow(
      `METRICS_PORT: port ${taken} is in use`,
    )
    await expect(fetch(free.url)).rejects.toThrow()
  })

  test('may be another one where nobody asked for it, and the address says which', async () => {
    const serving = await start({ PORT: taken, METRICS_PORT: taken }, { movable: ['PORT', 'METRICS_PORT'] })
    expect(new URL(serving.url).port).not.toBe(String(taken))
    expect((await fetch(`${serving.url}/.well-known/jwks.json`)).status).toBe(200)
    expect((await fetch(`${serving.operationsUrl}/metrics`)).status).toBe(200)
    await serving.close()
  })
})
