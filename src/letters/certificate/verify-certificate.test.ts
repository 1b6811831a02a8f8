import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, testDatabase } from '../../../test/database.ts'
import { canonicalJson } from '../../platform/hash.ts'
import { keySetOf, readKeySet } from '../../platform/key-set.ts'
import { createSigner, generateSigningKey, type Signer } from '../../platform/signer.ts'
import { type Certificate, fileNames } from './certificate.ts'
import { aSentCampaign, certificateDeps } from './testing.ts'
import { type CheckName, findCertificate, verifyCertificate } from './verify-certificate.ts'
import { writeCertificate } from './write-certificate.ts'

let folder: string
let genuine: string
let signer: Signer

beforeAll(async () => {
  const database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-verify-'))
  const deps = certificateDeps(database)
  signer = deps.signer
  const shape = { voters: 60, sections: 2, refusedListNumbers: [19], noAddressListNumbers: [7] }
  const { election } = await aSentCampaign(database, firstMunicipality, shape)
  const written = await writeCertificate(deps, { election, folder, by: 'clerk' })
  if (!written.ok) throw new Error(written.because)
  genuine = dirname(written.certificateFile)
  await database.close()
})
afterAll(() => rm(folder, { recursive: true }))

type Tampering = (file: (name: keyof typeof fileNames) => string) => Promise<unknown>

/** The names of the checks that fail once the files were tampered with. */
async function failuresAfter(tamper: Tampering, trustedKeys = [signer.keyId]): Promise<CheckName[]> {
  const copy = await mkdtemp(join(folder, 'tampered-'))
  await cp(genuine, copy, { recursive: true })
  await tamper((name) => join(copy, fileNames[name]))
  const { ok, checks } = await verifyCertificate(join(copy, fileNames.certificate), { trustedKeys })
  const failures = checks.filter((check) => !check.ok)
  expect(ok).toBe(failures.length === 0)
  for (const { detail } of failures) expect(detail).toBeTruthy()
  return failures.map(({ name }) => name)
}

async function changeLeaves(path: string, change: (lines: string[]) => string[]): Promise<void> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await writeFile(path, `${change(lines).join('\n')}\n`)
}

async function payloadOf<Payload>(path: string): Promise<Payload> {
  const { payload } = JSON.parse(await readFile(path, 'utf8'))
  return JSON.parse(Buffer.from(payload, 'base64url').toString())
}

/** Changes what a signed file says: with the old signature, or signed again. */
async function changeSigned<Payload>(
  path: string,
  change: (payload: Payload) => void,
  again?: Signer,
): Promise<void> {
  const envelope = JSON.parse(await readFile(path, 'utf8'))
  const payload = await payloadOf<Payload>(path)
  change(payload)
  const bytes = Buffer.from(canonicalJson(payload))
  const changed = again ? await again.signJws(bytes) : { ...envelope, payload: bytes.toString('base64url') }
  await writeFile(path, JSON.stringify(changed))
}

describe('a genuine certificate', () => {
  test('passes every check', async () => {
    expect(await failuresAfter(async () => {})).toEqual([])
    const { ok, checks, keyId, certificate } = await verifyCertificate(join(genuine, fileNames.certificate))
    expect(ok).toBe(true)
    expect(checks.map(({ name }) => name)).not.toContain('key-is-trusted')
    expect(keyId).toBe(signer.keyId)
    expect(certificate?.leaves.count).toBe(60)
  })

  test('is found by its folder or by itself, and not where it is not', async () => {
    const file = join(genuine, fileNames.certificate)
    expect(await findCertificate(genuine)).toBe(file)
    expect(await findCertificate(file)).toBe(file)
    expect(await findCertificate(folder)).toBeUndefined()
    expect(await findCertificate(join(folder, 'nowhere'))).toBeUndefined()
  })

  test('is trusted by a key of the set that the pages publish', async () => {
    const keys = readKeySet(JSON.stringify(keySetOf([signer.publicJwk])))!.keys.map(({ kid }) => kid)
    const { ok, checks } = await verifyCertificate(join(genuine, fileNames.certificate), {
      trustedKeys: keys,
    })
    expect(ok).toBe(true)
    expect(checks.map(({ name }) => name)).toContain('key-is-trusted')
  })
})

describe('tampering shows', () => {
  const other = createSigner(generateSigningKey())

  test('a changed leaf: a letter that was printed no longer is', async () => {
    const failures = await failuresAfter((file) =>
      changeLeaves(file('leaves'), (lines) => {
        const printed = lines.findIndex((line) => line.includes('"paper":"printed"'))
        return lines.with(printed, lines[printed]!.replace('"paper":"printed"', '"paper":"not-due"'))
      }),
    )
    expect(failures).toEqual(['leaves-file', 'leaves-root', 'counts-follow-from-leaves'])
  })

  test('a changed receipt, on which no count depends', async () => {
    const failures = await failuresAfter((file) =>
      changeLeaves(file('leaves'), (lines) => {
        const sent = lines.findIndex((line) => line.includes('"receipt"'))
        return lines.with(sent, lines[sent]!.replace(/"receipt":"[^"]*"/, '"receipt":"another"'))
      }),
    )
    expect(failures).toEqual(['leaves-file', 'leaves-root'])
  })

  test('a receipt on two leaves, which can’t prove two letters', async () => {
    const failures = await failuresAfter((file) =>
      changeLeaves(file('leaves'), (lines) => {
        const [one, other] = lines.filter((line) => line.includes('"receipt"'))
        const receipt = /"receipt":"[^"]*"/
        return lines.with(lines.indexOf(other!), other!.replace(receipt, receipt.exec(one!)![0]))
      }),
    )
    expect(failures).toEqual(['leaves-file', 'leaves-root', 'every-receipt-once'])
  })

  test('a removed leaf', async () => {
    const failures = await failuresAfter((file) => changeLeaves(file('leaves'), (lines) => lines.slice(1)))
    expect(failures).toEqual(['leaves-file', 'leaves-root', 'counts-follow-from-leaves'])
  })

  test('a doubled leaf, in place of another', async () => {
    const failures = await failuresAfter((file) =>
      changeLeaves(file('leaves'), (lines) => [lines[0]!, lines[0]!, ...lines.slice(2)]),
    )
    expect(failures).toContain('every-voter-once')
  })

  test('leaves in another order, so that a double could hide', async () => {
    const failures = await failuresAfter((file) => changeLeaves(file('leaves'), (lines) => lines.reverse()))
    expect(failures).toEqual(['leaves-file', 'leaves-root', 'every-voter-once'])
  })

  test('a line that is no leaf', async () => {
    const failures = await failuresAfter((file) => appendFile(file('leaves'), '{"voter":"somebody"}\n'))
    expect(failures).toContain('every-voter-once')
  })

  test('a changed count: under the old signature, and signed again by whoever has the key', async () => {
    const oneMore = (payload: Certificate) => {
      payload.digital.delivered++
    }
    const old = await failuresAfter((file) => changeSigned(file('certificate'), oneMore))
    expect(old).toEqual(['certificate-signature', 'counts-follow-from-leaves', 'sums-balance'])
    const again = await failuresAfter((file) => changeSigned(file('certificate'), oneMore, signer))
    expect(again).toEqual(['counts-follow-from-leaves', 'sums-balance'])
  })

  test('counts moved so that the sums still balance', async () => {
    const moved = (payload: Certificate) => {
      payload.digital.delivered++
      payload.digital.inactive--
    }
    const failures = await failuresAfter((file) => changeSigned(file('certificate'), moved, signer))
    expect(failures).toEqual(['counts-follow-from-leaves'])
  })

  test('a count of the list, which the leaves know only as a whole', async () => {
    const failures = await failuresAfter((file) =>
      changeSigned<Certificate>(
        file('certificate'),
        (payload) => {
          payload.list.struck++
        },
        signer,
      ),
    )
    expect(failures).toEqual(['sums-balance'])
  })

  test('the certificate signed with another key', async () => {
    const failures = await failuresAfter((file) => changeSigned(file('certificate'), () => {}, other))
    expect(failures).toEqual(['key-is-trusted', 'public-copy-signature'])
  })

  test('a header that names the trusted key over a signature of another one', async () => {
    const failures = await failuresAfter(async (file) => {
      const envelope = JSON.parse(await readFile(file('certificate'), 'utf8'))
      const forged = await other.signJws(Buffer.from(envelope.payload, 'base64url'))
      await writeFile(file('certificate'), JSON.stringify({ ...forged, protected: envelope.protected }))
    })
    expect(failures).toContain('certificate-signature')
  })

  test('a swapped document', async () => {
    expect(await failuresAfter((file) => writeFile(file('document'), '%PDF-1.7 another'))).toEqual([
      'document-file',
    ])
  })

  test('an edited copy for publication: under the old signature, and signed again', async () => {
    const flatter = (copy: { voters: number }) => {
      copy.voters += 100
    }
    const old = await failuresAfter((file) => changeSigned(file('publicCopy'), flatter))
    expect(old).toEqual(['public-copy-signature', 'public-copy-follows'])
    const again = await failuresAfter((file) => changeSigned(file('publicCopy'), flatter, signer))
    expect(again).toEqual(['public-copy-follows'])
    const byOther = await failuresAfter((file) => changeSigned(file('publicCopy'), () => {}, other))
    expect(byOther).toEqual(['public-copy-signature'])
  })

  test('each file that is missing, by name', async () => {
    const without = (name: keyof typeof fileNames) => failuresAfter((file) => rm(file(name)))
    expect(await without('document')).toEqual(['document-file'])
    expect(await without('publicCopy')).toEqual(['public-copy-signature', 'public-copy-follows'])
    expect(await without('leaves')).toEqual([
      'leaves-file',
      'leaves-root',
      'every-voter-once',
      'every-receipt-once',
      'counts-follow-from-leaves',
    ])
    expect(await without('certificate')).toEqual([
      'certificate-signature',
      'certificate-form',
      'key-is-trusted',
    ])
  })

  test('a file that is something else altogether', async () => {
    const failures = await failuresAfter((file) => writeFile(file('certificate'), 'hello'))
    expect(failures).toEqual(['certificate-signature', 'certificate-form', 'key-is-trusted'])
    expect((await verifyCertificate(join(folder, 'nowhere'))).ok).toBe(false)
  })
})
