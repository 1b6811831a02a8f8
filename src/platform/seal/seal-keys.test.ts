import { verify, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestSeal, type TestSeal } from '../../../dev/seal/make-test-seal.ts'
import { openSealKeys } from './open-seal-keys.ts'
import { readSealCertificate, validityFault } from './seal-certificate.ts'
import { createSoftwareKey } from './software-key.ts'

let seal: TestSeal
let folder: string
beforeAll(async () => {
  seal = await makeTestSeal()
  folder = await mkdtemp(join(tmpdir(), 'seal-keys-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a key in a file', () => {
  test('signs each text, so that its certificate verifies it', async () => {
    const key = createSoftwareKey(seal)
    const texts = ['one', 'two'].map((text) => Buffer.from(text))
    const signatures = await key.sign(texts)
    const { publicKey } = new X509Certificate(Buffer.from(key.chain[0]!))
    expect(texts.map((text, index) => verify('sha256', text, publicKey, signatures[index]!))).toEqual([
      true,
      true,
    ])
    expect(verify('sha256', texts[0]!, publicKey, signatures[1]!)).toBe(false)
  })

  const broken: [string, (other: TestSeal) => { certificates: string; privateKey: string }, RegExp][] = [
    [
      'of another certificate',
      (other) => ({ ...seal, privateKey: other.privateKey }),
      /not that of the first/,
    ],
    ['without a certificate', () => ({ ...seal, certificates: 'hello' }), /no certificate in PEM/],
    [
      'that is no key',
      () => ({ ...seal, privateKey: 'secret words' }),
      /^the private key is no PKCS#8 in PEM$/,
    ],
    [
      'whose certificate somebody else issued',
      (other) => ({
        ...seal,
        certificates: seal.certificates.slice(0, seal.certificates.indexOf('-----END') + 26) + other.root,
      }),
      /certificate 1 was not issued by certificate 2/,
    ],
  ]
  test.each(broken)('%s is refused', async (_, make, says) => {
    const other = await makeTestSeal()
    expect(() => createSoftwareKey(make(other))).toThrow(says)
  })

  test('of a kind that readers of PDF may not know is refused', async () => {
    const unusual = await makeTestSeal({ kind: 'p384' })
    expect(() => createSoftwareKey(unusual)).toThrow(/neither P-256 nor RSA/)
    expect(readSealCertificate(createSoftwareKey(seal).chain)).toMatchObject({
      ...{ subject: 'TEST Gemeente Zonnedorp', algorithm: 'ecdsa', signatureBytes: 72 },
    })
  })
})

test.each([
  ['2019-12-31', undefined, 'not-yet-valid'],
  ['2020-01-02', undefined, undefined],
  ['2020-01-02', '2021-01-02', 'ends-too-soon'],
  ['2021-01-02', undefined, 'expired'],
] as const)('on %s, for use until %s: %s', (now, until, fault) => {
  const lasts = { validFrom: new Date('2020-01-01'), validUntil: new Date('2021-01-01') }
  expect(validityFault(lasts, { now: new Date(now), ...(until && { until: new Date(until) }) })).toBe(fault)
})

describe('by what the settings name', () => {
  const files = () => ({
    certificateFile: join(folder, 'seal.crt'),
    privateKeyFile: join(folder, 'seal.pem'),
  })
  const put = async ({ certificates, privateKey }: TestSeal) => {
    await writeFile(files().certificateFile, certificates)
    await writeFile(files().privateKeyFile, privateKey)
  }

  test('nothing is named, nothing seals', async () => {
    expect(await openSealKeys(async () => undefined).keyFor(1)).toBeUndefined()
  })

  test('a file that is not there is told by its place', async () => {
    const keys = openSealKeys(async () => ({ ...files(), certificateFile: '/nowhere/seal.crt' }))
    await expect(keys.keyFor(1)).rejects.toThrow(
      "the certificate of the seal can't be read from /nowhere/seal.crt: ENOENT",
    )
  })

  test('the key stays open, and one that is renewed is used without a new start', async () => {
    const keys = openSealKeys(async () => files())
    await put(seal)
    const first = await keys.keyFor(1)
    expect(await keys.keyFor(1)).toBe(first)
    await put(await makeTestSeal())
    expect(await keys.keyFor(1)).not.toBe(first)
  })
})
