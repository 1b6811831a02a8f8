import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../municipalities/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { openProof } from '../proof/open-proof.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { releaseLetters, requestRelease } from './release-letters.ts'

const voters = 40
let trial: LettersTrial
let sampleSha256: Buffer

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  await trial.compose()
  const sample = await trial.sample()
  if (!sample.ok) throw new Error(sample.because)
  ;({ sampleSha256 } = sample)
})
afterAll(() => trial.database.close())

const open = (staff: Staff) => openProof(trial.deps, { election: trial.election, staff })
const ask = (hash = sampleSha256) =>
  requestRelease(trial.deps, {
    election: trial.election,
    staff: trial.an,
    seen: { sampleSha256: hash },
  })
const release = (typedLetters: number, staff = trial.bert) =>
  releaseLetters(trial.deps, { election: trial.election, staff, sampleSha256, typedLetters })

test('who did not open the proof asks for nothing; nor does who opened another', async () => {
  expect(await ask()).toMatchObject({ because: 'not-opened' })
  await open(trial.an)
  expect(await ask(Buffer.alloc(32))).toMatchObject({ because: 'other-sample' })
  expect(await ask()).toMatchObject({ ok: true })
})

test('who opens a proof again is written down once', async () => {
  await open(trial.an)
  const { municipalityId } = trial.election
  const events = await trial.here((db) => latestAuditEvents(db, municipalityId, 200))
  expect(events.filter(({ action }) => action === 'proof.first-opened')).toHaveLength(1)
})

test('the second person opened it too, types the number of letters, and is another than the first', async () => {
  expect(await release(voters)).toMatchObject({ because: 'not-opened' })
  await open(trial.bert)
  expect(await release(voters - 1)).toMatchObject({ because: 'other-number' })
  expect(await release(voters, trial.an)).toMatchObject({ because: 'same-person' })
  const twice = await Promise.all([release(voters), release(voters)])
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  expect(twice.filter((one) => !one.ok)).toMatchObject([{ because: 'nothing-requested' }])
})
