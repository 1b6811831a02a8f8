import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { packCertificate } from './pack-certificate.ts'
import { aSentCampaign, certificateDeps } from './testing.ts'
import { type VerifiedUpload, verifyUpload } from './verify-upload.ts'
import { writeCertificate } from './write-certificate.ts'

let database: TestDatabase
let folder: string
let certificateFile: string
let zip: Buffer
let trustedKeys: string[]

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-pack-'))
  const deps = certificateDeps(database)
  trustedKeys = [deps.signer.keyId]
  const { election } = await aSentCampaign(database, firstMunicipality, { voters: 40, sections: 2 })
  const written = expectOk(await writeCertificate(deps, { election, folder, by: 'test' }))
  certificateFile = written.certificateFile
  const pieces: Uint8Array[] = []
  for await (const piece of packCertificate(dirname(certificateFile))) pieces.push(piece)
  zip = Buffer.concat(pieces)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const wrong = ({ checks }: VerifiedUpload) => checks.filter(({ ok }) => !ok).map(({ name }) => name)
const handIn = (bytes: Uint8Array, keys = trustedKeys) =>
  verifyUpload(Readable.from([Buffer.from(bytes)]), { trustedKeys: keys })

test('a certificate comes out of its ZIP as it went in, and every check passes', async () => {
  const found = expectOk(await handIn(zip))
  expect(wrong(found)).toEqual([])
  expect(found).toMatchObject({ isAlone: false, certificate: { list: { voters: 40 } } })
  expect(Object.keys(unzipSync(zip)).sort()).toEqual(
    ['certificate-public.json', 'certificate.json', 'certificate.pdf', 'leaves.jsonl'].sort(),
  )
})

test('files in a folder of the ZIP are found; what else lies in it is left', async () => {
  const files = Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [`map/${name}`, bytes]),
  )
  const found = expectOk(await handIn(zipSync({ ...files, 'map/other.txt': strToU8('x') })))
  expect(wrong(found)).toEqual([])
})

test('by itself it says what was checked, and that the others were not there', async () => {
  const found = expectOk(await verifyUpload(createReadStream(certificateFile), { trustedKeys }))
  expect(found.isAlone).toBe(true)
  expect(wrong(found)).toContain('leaves-file')
  expect(wrong(found)).not.toContain('certificate-signature')
})

test('a changed leaf, another key and a ZIP that climbs out of its folder are told apart', async () => {
  const files = unzipSync(zip)
  const leaves = Buffer.from(files['leaves.jsonl']!).toString('utf8').replace('delivered', 'inactive')
  const changed = expectOk(await handIn(zipSync({ ...files, 'leaves.jsonl': strToU8(leaves) })))
  expect(wrong(changed)).toEqual(expect.arrayContaining(['leaves-file', 'leaves-root']))
  expect(wrong(expectOk(await handIn(zip, ['another'])))).toEqual(['key-is-trusted'])
  const climbing = zipSync({ ...files, '../../outside.txt': strToU8('x') })
  expect(await handIn(climbing)).toMatchObject({ because: 'damaged-zip' })
})

test('what is no certificate is told by what it is instead', async () => {
  const json = unzipSync(zip)['certificate.json']!
  const instead = async (bytes: Uint8Array | string) => {
    const answer = await handIn(typeof bytes === 'string' ? strToU8(bytes) : bytes)
    return answer.ok ? 'a certificate' : answer.because
  }
  expect(await instead(json)).toBe('a certificate')
  expect(await instead(zip.subarray(0, zip.length - 100))).toBe('damaged-zip')
  expect(await instead('PK nothing')).toBe('damaged-zip')
  expect(await instead(zipSync({ 'x.txt': strToU8('x') }))).toBe('zip-without-certificate')
  expect(await instead(zipSync({ 'certificate.json': strToU8('{}') }))).toBe('other-json')
  const huge = zipSync({ 'certificate.json': new Uint8Array(53_000_000) }, { level: 1 })
  expect(await instead(huge), 'a small ZIP of a huge file').toBe('zip-too-large-inside')
  expect(await instead('')).toBe('empty-file')
  expect(await instead(' \n')).toBe('empty-file')
  expect(await instead('<!DOCTYPE html><title>Log in</title>')).toBe('web-page')
  expect(await instead('%PDF-1.7')).toBe('pdf')
  expect(await instead('no certificate')).toBe('other-file')
  expect(await instead(json.subarray(0, json.length - 20))).toBe('damaged-json')
  expect(await instead('{"name": "Zonnedorp"}')).toBe('other-json')
})
