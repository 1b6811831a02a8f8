import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { editPlace, fieldsOfPlace, getSections } from '../../elections/index.ts'
import { withdrawOutdatedLetters } from '../amending/withdraw-outdated.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { letterBefore } from './letter-before.ts'
import type { SampledLetter } from './sample-overview.ts'

/** Of whom the letter is that a letter of the proof is held against. */

let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(30)
  expectOk(await trial.compose())
})
afterAll(() => trial.database.close())

const versionsOf = ({ listNumber }: SampledLetter) =>
  trial.here((db) =>
    lettersOfListNumber(db, trial.election.municipalityId, trial.election.electionId, listNumber),
  )

let rounds = 0

/** The places of all voters say something else, and every letter is made again. */
async function otherLetters() {
  const { election, deps } = trial
  const sections = await trial.here((db) => getSections(db, election.municipalityId, election.electionId))
  rounds++
  for (const { place } of new Map(sections.map((one) => [one.place.code, one])).values()) {
    const before = fieldsOfPlace(place)
    const after = { ...before, street: `Nieuwstraat ${rounds}` }
    expectOk(await editPlace(deps, { election, code: place.code, before, after, by: 'test' }))
  }
  expectOk(await withdrawOutdatedLetters(deps, { election, reason: 'test', by: 'test', alsoReleased: true }))
  expectOk(await trial.compose())
}

async function proof() {
  const { sampleSha256, contents } = expectOk(await trial.sample())
  const before = (sampled: SampledLetter) =>
    letterBefore(trial.deps, { election: trial.election, sampleSha256, sampled })
  return { sampleSha256, letters: contents.letters, before }
}

test('the first proof has nothing before it', async () => {
  const { letters, before } = await proof()
  expect(await before(letters[0]!)).toBeUndefined()
})

test('before anything was released each letter is held against the one of that voter in the proof before', async () => {
  await otherLetters()
  const { letters, before } = await proof()
  for (const sampled of letters) {
    const [now, then] = await versionsOf(sampled)
    expect(now!.letter_id).toBe(sampled.letterId)
    expect(await before(sampled)).toEqual({ whose: 'own', letterId: then!.letter_id })
  }
})

test('after a release each is held against the voter’s own as it was released, in the sample of then or not', async () => {
  const { sampleSha256 } = await proof()
  expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
  await otherLetters() // never released: made and taken back
  await otherLetters()
  const { letters, before } = await proof()
  for (const sampled of letters) {
    const released = (await versionsOf(sampled)).find(({ version }) => version === 2)!
    expect(await before(sampled)).toEqual({
      ...{ whose: 'own', letterId: released.letter_id, releasedAt: expect.any(Date) },
    })
  }
})

test('of a voter who had none it is one of the same kind, by name; and where there is none of the kind, nobody’s', async () => {
  const { letters, before } = await proof()
  const { electionId } = trial.election
  const [sampled] = letters
  await trial.here((db) =>
    sql`delete from letters.letter l where l.election_id = ${electionId} and l.list_number = ${sampled!.listNumber}
      and l.letter_id <> ${sampled!.letterId}`.execute(db),
  )
  const found = await before(sampled!)
  expect(found).toMatchObject({ whose: 'other', wasReleased: true })
  if (found?.whose !== 'other') return
  const { section, category, language } = sampled!
  expect(found.other).toMatchObject({ section, category, language, letterId: found.letterId })
  expect(await before({ ...sampled!, section: 99 })).toEqual({ whose: 'nobody', wasReleased: true })
})
