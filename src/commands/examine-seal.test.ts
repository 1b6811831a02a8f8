import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestSeal, type TestSealFacts } from '../../dev/seal/make-test-seal.ts'
import { testDatabase } from '../../test/database.ts'
import { anElectionWithClosedList, type LetterDeps, letterDeps } from '../letters/testing.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { SealNotReady } from '../platform/seal/seal-key.ts'
import { createSoftwareKey } from '../platform/seal/software-key.ts'
import { examineSeal } from './examine-seal.ts'

/** An election of 10 June 2029, looked at on 2 May. */
let deps: LetterDeps
let municipalityId: MunicipalityId
beforeAll(async () => {
  deps = letterDeps(await testDatabase())
  municipalityId = (await anElectionWithClosedList(deps, 2)).municipalityId
})
afterAll(() => deps.database.close())

async function examined(seal: TestSealFacts) {
  const key = createSoftwareKey(await makeTestSeal(seal))
  return examineSeal(
    { ...deps, sealKeys: { keyFor: async () => key } },
    { municipalityId, slug: 'zonnedorp' },
  )
}

test('a municipality that does not seal has nothing to look at', async () => {
  expect(await examineSeal(deps, { municipalityId, slug: 'zonnedorp' })).toEqual([])
})

test('a seal that holds until polling day is over is told with whose it is', async () => {
  expect(await examined({ until: '2029-12-31' })).toEqual([
    {
      what: 'seal of zonnedorp',
      state: 'ok',
      says: 'the key signs as TEST Gemeente Zonnedorp, with a certificate until 2029-12-31',
    },
  ])
})

test('one that ends before polling day is over is told in time, with the election', async () => {
  const [finding] = await examined({ until: '2029-06-10' })
  expect(finding!.state).toBe('look')
  expect(finding!.says).toMatch(/until 2029-06-10: not until polling day of \S+ is over/)
})

test('one that is over, or can’t be used, is wrong', async () => {
  const [over] = await examined({ until: '2029-05-01' })
  expect(over).toMatchObject({ state: 'wrong', says: expect.stringContaining('was valid until 2029-05-01') })
  const keyFor = () => Promise.reject(new SealNotReady('the certificate of the seal can’t be read'))
  const [gone] = await examineSeal({ ...deps, sealKeys: { keyFor } }, { municipalityId, slug: 'zonnedorp' })
  expect(gone).toMatchObject({ state: 'wrong', says: expect.stringContaining('can’t be read') })
})
