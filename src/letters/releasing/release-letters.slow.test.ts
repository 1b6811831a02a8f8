import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { campaignStatus } from '../../delivery/index.ts'
import { getSettings, logIn } from '../../municipalities/index.ts'
import { sha256 } from '../../platform/hash.ts'
import { withdrawLetter } from '../amending/withdraw-letter.ts'
import { createLetterMaker } from '../letter-source.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { refuseRelease } from './release-letters.ts'
import { releasesOf } from './release-store.ts'

const voters = 90
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(voters)
})
afterAll(() => trial.database.close())

const lettersOf = (listNumber: number) => {
  const { municipalityId, electionId } = trial.election
  return trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, listNumber))
}

const refuse = (reason: string) =>
  refuseRelease(trial.deps, { election: trial.election, staff: trial.bert, reason })

const withdraw = (listNumber: number, reason = 'test') =>
  withdrawLetter(trial.deps, { election: trial.election, listNumber, reason, by: 'test' })

/** Another municipality is making room for its campaign: whoever needs room now has to wait until `work` is done. */
async function whileRoomIsMadeElsewhere<T>(work: () => Promise<T>): Promise<T> {
  const other = new pg.Client({ connectionString: trial.database.ownerUrl })
  await other.connect()
  await other.query(
    `begin; set local kiesloket.municipalities = '2'; select delivery.add_partition(gen_random_uuid())`,
  )
  try {
    return await work()
  } finally {
    await other.end()
  }
}

describe('composing', () => {
  test('nothing is sampled before anything is composed', async () => {
    expect(await trial.sample()).toMatchObject({ because: 'nothing-composed' })
  })

  test('a run that is stopped goes on where it was, and every voter ends with one letter', async () => {
    expect(await trial.compose(AbortSignal.abort())).toMatchObject({ ok: true, made: 0, complete: false })
    expect(await trial.compose()).toMatchObject({ ok: true, made: voters, complete: true })
    expect(await trial.compose()).toMatchObject({ ok: true, made: 0, complete: true })
  })

  test('a letter is made again byte for byte, and is a PDF with the hash that was recorded', async () => {
    const [letter] = await lettersOf(7)
    const { deps, election } = trial
    const [made] = await createLetterMaker(deps)(election.municipalityId, election.electionId, [
      letter!.letter_id,
    ])
    expect(sha256(made!.pdf)).toEqual(letter!.pdf_sha256)
    expect(Buffer.from(made!.pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('releasing', () => {
  test('without a sample nobody can ask', async () => {
    expect(await trial.request()).toMatchObject({ because: 'no-sample' })
  })

  test('the sample covers every plate, and taken twice it has the same hash', async () => {
    const first = await trial.sample()
    const second = await trial.sample()
    if (!first.ok || !second.ok) throw new Error('no sample')
    expect(second.sampleSha256).toEqual(first.sampleSha256)
    const { rows } = await trial.here((db) =>
      sql<{ plates: number }>`select count(distinct plate_sha256)::int as plates from letters.letter`.execute(
        db,
      ),
    )
    expect(first.contents.letters.length).toBeGreaterThanOrEqual(rows[0]!.plates)
  })

  test('a person without the right is refused; so is one of another municipality', async () => {
    const { an } = trial
    const reader = { ...an, rights: [] }
    const stranger = { ...an, municipalityId: (an.municipalityId + 1) as typeof an.municipalityId }
    for (const staff of [reader, stranger])
      expect(await trial.request(staff)).toMatchObject({ because: 'right-missing' })
  })

  test('a request can be refused with a reason, and asked again', async () => {
    expect(await trial.request()).toMatchObject({ ok: true })
    expect(await trial.request(trial.bert)).toMatchObject({ because: 'already-requested' })
    expect(await refuse('wapen ontbreekt')).toMatchObject({ ok: true })
    expect(await refuse('nog eens')).toMatchObject({ because: 'nothing-requested' })
  })

  test('what was refused is not asked again unchanged, unless somebody says why; also not by way of taking it back', async () => {
    expect(await trial.request()).toMatchObject({ because: 'refused-before' })
    expect(await trial.request(trial.bert, '  '), 'no reason is none').toMatchObject({
      because: 'refused-before',
    })
    expect(await trial.request(trial.an, 'nummer 85.61.01-001.47')).toMatchObject({
      because: 'number-in-text',
    })
    expect(await trial.request(trial.an, 'Het wapen staat er wel: zie blad 1.')).toMatchObject({ ok: true })
    const { municipalityId, electionId } = trial.election
    const [newest] = await trial.here((db) => releasesOf(db, municipalityId, electionId))
    expect(newest).toMatchObject({
      state: 'requested',
      askedAgainBecause: 'Het wapen staat er wel: zie blad 1.',
    })
    const takenBack = { election: trial.election, staff: trial.an, reason: 'toch nog nakijken' }
    expect(await refuseRelease(trial.deps, takenBack)).toMatchObject({ ok: true })
    expect(await trial.request()).toMatchObject({ because: 'refused-before' })
  })

  test('a letter that changed after the sample stops the request; a new sample mends it', async () => {
    expect(await withdraw(3)).toMatchObject({ ok: true, sent: false })
    expect(await trial.request()).toMatchObject({ because: 'changed-since-sample' })
    expect(await trial.sample()).toMatchObject({ because: 'not-every-voter-has-one-letter' })
    expect(await trial.compose()).toMatchObject({ made: 1 })
    const versions = await lettersOf(3)
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'composed'],
      [1, 'withdrawn'],
    ])
    expect(await trial.sample()).toMatchObject({ ok: true })
  })

  test('who asked can’t release, the wrong hash releases nothing, two people release once', async () => {
    const asked = await trial.request()
    if (!asked.ok) throw new Error(asked.because)
    const { sampleSha256 } = asked
    expect(await trial.release(sampleSha256, trial.an)).toMatchObject({ because: 'same-person' })
    expect(await trial.release(sampleSha256, await whoLogsIn())).toMatchObject({
      because: 'maybe-same-person',
    })
    // the second person may take the sample for themselves first: without a change it is the same sample
    expect(await trial.sample('bert')).toMatchObject({ ok: true, sampleSha256 })
    const other = sha256('another sample')
    expect(await trial.release(other)).toMatchObject({ because: 'other-sample' })
    const both = await whileRoomIsMadeElsewhere(() =>
      Promise.all([1, 2].map(() => trial.release(sampleSha256))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const released = both.find((one) => one.ok)!
    if (!released.ok) throw new Error('not released')
    expect(released.letters).toBe(voters)
    const { municipalityId } = trial.election
    const status = await trial.here((db) =>
      campaignStatus(db, { municipalityId, campaignId: released.campaignId }, trial.deps.clock.now()),
    )
    expect(status).toMatchObject({ total: voters, counts: { waiting: voters } })
  })

  test('a released letter that is withdrawn before it left is never sent', async () => {
    const reason = 'struck: deceased'
    expect(await withdraw(5, reason)).toMatchObject({ ok: true, sent: false })
    expect(await withdraw(5, reason)).toMatchObject({ because: 'not-current' })
    expect(await withdraw(999, reason)).toMatchObject({ because: 'no-such-letter' })
    const { rows } = await trial.here((db) =>
      sql<{ state: string }>`select state from delivery.delivery where state = 'cancelled'`.execute(db),
    )
    expect(rows).toHaveLength(1)
  })
})

/** Somebody of the same municipality who may release, known by a login alone: for all one knows it is An. */
async function whoLogsIn() {
  const { enterpriseNumber: organisation } = await trial.here((db) =>
    getSettings(db, trial.election.municipalityId),
  )
  const who = {
    issuer: 'https://login.example/op',
    subject: 'dora',
    name: 'Dora',
    targetGroup: 'LB',
    organisation,
  }
  const identity = { ...who, roles: [{ role: 'vrijgever', organisations: [organisation] }] }
  const entered = await logIn(trial.deps, { identity, limits: { idle: 20, whole: 600 } })
  if (!entered.ok) throw new Error(entered.because)
  return { ...trial.bert, staffId: entered.staffId }
}
