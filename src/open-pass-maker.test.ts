import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestPassOwner } from '../dev/seal/make-test-pass-owner.ts'
import { openPassMaker } from './open-pass-maker.ts'

let folder: string
let whole: Record<
  'APPLE_PASS_TYPE' | 'APPLE_PASS_TEAM' | 'APPLE_PASS_CERTIFICATE_FILE' | 'APPLE_PASS_KEY_FILE',
  string | undefined
>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-pass-'))
  const { passType, team, certificates, privateKey } = await makeTestPassOwner()
  whole = {
    ...{ APPLE_PASS_TYPE: passType, APPLE_PASS_TEAM: team },
    APPLE_PASS_CERTIFICATE_FILE: join(folder, 'pass.crt'),
    APPLE_PASS_KEY_FILE: join(folder, 'pass.pem'),
  }
  await writeFile(whole.APPLE_PASS_CERTIFICATE_FILE!, certificates)
  await writeFile(whole.APPLE_PASS_KEY_FILE!, privateKey)
})
afterAll(() => rm(folder, { recursive: true }))

test('an installation without a pass type makes no passes', async () => {
  expect(await openPassMaker({ ...whole, APPLE_PASS_TYPE: undefined })).toBeUndefined()
})

test('with all four settings it does', async () => {
  expect((await openPassMaker(whole))!.worksAt(new Date('2029-05-02'))).toBe(true)
})

test.each(['APPLE_PASS_TEAM', 'APPLE_PASS_CERTIFICATE_FILE', 'APPLE_PASS_KEY_FILE'] as const)(
  'without %s it does not start, and says which is missing',
  async (name) => {
    const fault = { path: name, wrong: 'is missing, while APPLE_PASS_TYPE is there' }
    await expect(openPassMaker({ ...whole, [name]: undefined })).rejects.toMatchObject({ faults: [fault] })
  },
)

test('a file that is not there is a fault of its setting', async () => {
  const settings = { ...whole, APPLE_PASS_KEY_FILE: join(folder, 'nowhere.pem') }
  await expect(openPassMaker(settings)).rejects.toMatchObject({
    faults: [{ path: 'APPLE_PASS_KEY_FILE', wrong: expect.stringContaining('ENOENT') }],
  })
})

test('the key of another certificate is a fault, and no key is repeated', async () => {
  const settings = { ...whole, APPLE_PASS_KEY_FILE: whole.APPLE_PASS_CERTIFICATE_FILE }
  await expect(openPassMaker(settings)).rejects.toMatchObject({
    faults: [{ path: 'APPLE_PASS_CERTIFICATE_FILE', wrong: 'the private key is no PKCS#8 in PEM' }],
  })
})
