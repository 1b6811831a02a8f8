import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignStatus, letAllGo, sendWave } from '../../delivery/index.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { releasedLetters } from '../letter-overview.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { releaseLetters } from './release-letters.ts'

let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(60)
})
afterAll(() => trial.database.close())

test('released and held back: nothing may leave but the wave of one section, until all may go', async () => {
  const { deps, election, bert, here } = trial
  const { municipalityId, electionId } = election
  await trial.compose()
  await trial.sample()
  const asked = await trial.request()
  if (!asked.ok) throw new Error(asked.because)
  const { sampleSha256 } = asked
  const released = await releaseLetters(deps, { election, staff: bert, sampleSha256, hold: true })
  if (!released.ok) throw new Error(released.because)
  const campaign = { municipalityId, campaignId: released.campaignId, by: 'test' }
  const status = () => here((db) => campaignStatus(db, campaign, deps.clock.now()))
  expect(await status()).toMatchObject({ state: 'open', wave: { toGo: 0 }, total: 60 })

  const [first] = await here((db) => lettersOfListNumber(db, municipalityId, electionId, 1))
  const section = first!.section
  const ofSection = await here((db) => releasedLetters(db, municipalityId, electionId, { section }))
  expect(ofSection).toContain(first!.letter_id)
  expect(ofSection.length).toBeLessThan(60)
  const one = await here((db) =>
    releasedLetters(db, municipalityId, electionId, { letterIds: [first!.letter_id] }),
  )
  expect(one).toEqual([first!.letter_id])
  expect(await here((db) => releasedLetters(db, municipalityId, electionId, { section: 9999 }))).toEqual([])

  const documentIds = ofSection.map((id) => id as string as DocumentId)
  const sent = await sendWave(deps, { ...campaign, documentIds })
  if (!sent.ok) throw new Error(sent.because)
  expect(await status()).toMatchObject({ wave: { toGo: sent.documents } })
  await letAllGo(deps, campaign)
  expect((await status())?.wave).toBeUndefined()
})
