import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { ContentInfo, SignedData } from 'pkijs'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeTestPassOwner } from '../../../dev/seal/make-test-pass-owner.ts'
import { verifyWithPkijs } from '../../../test/seal/verify-with-pkijs.ts'
import { faultByOpenssl } from '../../../test/seal/verify-with-tools.ts'
import { createPassMaker } from './pass-maker.ts'

/** A pass as a phone looks at it: each file by its digest, the digests by a signature, that by Apple's certificate. */

const now = new Date('2029-05-02T10:00:00.700Z')
const pictures = { 'icon.png': Uint8Array.of(1, 2, 3), 'icon@2x.png': Uint8Array.of(4, 5, 6) }
const pass = { content: { serialNumber: '1', description: 'Stemmen' }, pictures }

let owner: Awaited<ReturnType<typeof makeTestPassOwner>>
let files: Record<string, Uint8Array>
beforeAll(async () => {
  owner = await makeTestPassOwner()
  files = unzipSync(await createPassMaker(owner).make(pass, now))
})

const signatureIn = (files: Record<string, Uint8Array>) => ({
  cms: files.signature!,
  signed: files['manifest.json']!,
})
const jsonIn = (name: string) => JSON.parse(Buffer.from(files[name]!).toString('utf8'))

test('it has the files of a pass, and says whose pass type it is', () => {
  expect(Object.keys(files).sort()).toEqual([
    ...['icon.png', 'icon@2x.png', 'manifest.json', 'pass.json', 'signature'],
  ])
  expect(jsonIn('pass.json')).toEqual({
    ...{ formatVersion: 1, passTypeIdentifier: 'pass.example.kiesloket', teamIdentifier: 'TEST000001' },
    ...pass.content,
  })
})

test('the manifest names every other file with its SHA-1, and no more', () => {
  const { signature: _, 'manifest.json': __, ...others } = files
  const digests = Object.entries(others).map(([name, bytes]) => [
    name,
    createHash('sha1').update(bytes).digest('hex'),
  ])
  expect(jsonIn('manifest.json')).toEqual(Object.fromEntries(digests))
})

describe('the signature', () => {
  test('is verified by OpenSSL, under the certificate that stands for Apple’s', async (context) => {
    expect(await faultByOpenssl(context, signatureIn(files), owner.root)).toBeUndefined()
  })

  test('is verified by pkijs, and carries both certificates', async () => {
    const verdict = await verifyWithPkijs(signatureIn(files), owner.root)
    expect(verdict).toMatchObject({ holds: true, trusted: true })
    expect(verdict.signer).toMatch(/Pass Type ID: pass\.example\.kiesloket/)
    expect(verdict.signer).toMatch(/TEST Kiesloket/)
  })

  test('says when it was made', () => {
    const content = ContentInfo.fromBER(Uint8Array.from(files.signature!).buffer)
    const { signedAttrs } = new SignedData({ schema: content.content }).signerInfos[0]!
    const moment = signedAttrs!.attributes.find(({ type }) => type === '1.2.840.113549.1.9.5')
    expect(moment!.values[0].toDate().toISOString()).toBe('2029-05-02T10:00:00.000Z')
  })

  test('does not hold over a changed byte, for either of them', async (context) => {
    const manifest = Uint8Array.from(files['manifest.json']!)
    manifest[20]! ^= 1
    const changed = { ...signatureIn(files), signed: manifest }
    expect((await verifyWithPkijs(changed, owner.root)).holds).toBe(false)
    expect(await faultByOpenssl(context, changed, owner.root)).toMatch(/verification failure|digest failure/i)
  })

  test('is worth nothing under another authority', async () => {
    const other = await makeTestPassOwner()
    expect((await verifyWithPkijs(signatureIn(files), other.root)).trusted).toBe(false)
  })
})

test('made again later only the signature is another one', async () => {
  const later = unzipSync(await createPassMaker(owner).make(pass, new Date('2029-05-03T10:00:00Z')))
  const { signature, ...others } = later
  expect(files).toMatchObject(others)
  expect(signature).not.toEqual(files.signature)
})

test.each([
  ['2019-12-31', false],
  ['2029-05-02', true],
  ['2050-01-01', false],
])('on %s the certificate holds: %s', (day, holds) => {
  expect(createPassMaker(owner).worksAt(new Date(day))).toBe(holds)
})

describe('is refused at the start', () => {
  test('without Apple’s own certificate', () => {
    const alone = owner.certificates.slice(0, owner.certificates.indexOf('-----END') + 26)
    expect(() => createPassMaker({ ...owner, certificates: alone })).toThrow(/WWDR/)
  })
  test('with the certificate of another pass type', () => {
    expect(() => createPassMaker({ ...owner, passType: 'pass.example.other' })).toThrow(
      'the first certificate is not that of pass.example.other',
    )
  })
  test('with the key of somebody else', async () => {
    const { privateKey } = await makeTestPassOwner()
    expect(() => createPassMaker({ ...owner, privateKey })).toThrow(/not that of the first certificate/)
  })
})
