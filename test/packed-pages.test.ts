import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** The first page on a slow phone is packed; a page with a session, whose forms have a secret, is not (BREACH). */

let trial: DeskTrial

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())

const ask = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  trial.web.request(address, { headers: { 'Accept-Encoding': 'gzip, br', ...headers } })

test.each([paths.start(), paths.startOf({ municipality: 'zonnedorp-1' })])(
  'who is not logged in gets %s in less than half of its bytes',
  async (address) => {
    const plain = Buffer.from(await (await trial.web.request(address)).arrayBuffer())
    const answer = await ask(address, { Cookie: 'kiesloket-burger-taal=nl; kiesloket-burger-bekend=a.b' })
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    expect(answer.headers.get('Vary')).toContain('Accept-Encoding')
    const packed = Buffer.from(await answer.arrayBuffer())
    expect(gunzipSync(packed).toString()).toContain('<html lang="nl"')
    expect(packed.length).toBeLessThan(plain.length / 2)
  },
)

test.each(['kiesloket-burger', 'kiesloket', '__Host-kiesloket-burger', 'kiesloket-bureau', 'unknown'])(
  'with a cookie %s, which may be a session, nothing is packed',
  async (cookie) => {
    const answer = await ask(paths.start(), { Cookie: `${cookie}=secret` })
    expect(answer.headers.get('Content-Encoding')).toBeNull()
  },
)
