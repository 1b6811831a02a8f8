import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { campaignStatus } from '../delivery/index.ts'
import type { Election } from '../elections/index.ts'
import type { Staff } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import { composeLetters } from './compose-letters.ts'
import { createLetterMaker } from './letter-source.ts'
import { lettersOfListNumber } from './letter-store.ts'
import { refuseRelease, releaseLetters, requestRelease } from './release-letters.ts'
import { takeSample } from './take-sample.ts'
import { anElectionWithClosedList, aStaffMember, type LetterDeps, letterDeps } from './testing.ts'
import { withdrawLetter } from './withdraw-letter.ts'

const voters = 90
let database: TestDatabase
let deps: LetterDeps
let election: Election
let an: Staff
let bert: Staff

beforeAll(async () => {
  database = await testDatabase()
  deps = letterDeps(database)
  election = await anElectionWithClosedList(deps, voters)
  const both = ['letters.request-release', 'letters.release'] as const
  an = await aStaffMember(deps, election, 'an@zonnedorp.example', both)
  bert = await aStaffMember(deps, election, 'bert@zonnedorp.example', both)
})
afterAll(() => database.close())

const compose = (signal?: AbortSignal) =>
  composeLetters({ ...deps, ...(signal && { signal }) }, { election, by: 'test' })

const here = <T>(work: (db: Db) => Promise<unknown>) =>
  database.inScope(staffOf(election.municipalityId), work) as Promise<T>

/** Another municipality is making room for its campaign: whoever needs room now has to wait until `work` is done. */
async function whileRoomIsMadeElsewhere<T>(work: () => Promise<T>): Promise<T> {
  const other = new pg.Client({ connectionString: database.ownerUrl })
  await other.connect()
  await other.query('begin; select delivery.add_partition(gen_random_uuid())')
  try {
    return await work()
  } finally {
    await other.end()
  }
}

describe('composing', () => {
  test('nothing is sampled before anything is composed', async () => {
    expect(await takeSample(deps, { election, by: 'test' })).toMatchObject({ because: 'nothing-composed' })
  })

  test('a run that is stopped goes on where it was, and every voter ends with one letter', async () => {
    expect(await compose(AbortSignal.abort())).toMatchObject({ ok: true, made: 0, complete: false })
    expect(await compose()).toMatchObject({ ok: true, made: voters, complete: true })
    expect(await compose()).toMatchObject({ ok: true, made: 0, complete: true })
  })

  test('a letter is made again byte for byte, and is a PDF with the hash that was recorded', async () => {
    const [letter] = await here<Awaited<ReturnType<typeof lettersOfListNumber>>>((db) =>
      lettersOfListNumber(db, election.municipalityId, election.electionId, 7),
    )
    const [made] = await createLetterMaker(deps)(election.municipalityId, election.electionId, [
      letter!.letter_id,
    ])
    expect(sha256(made!.pdf)).toEqual(letter!.pdf_sha256)
    expect(Buffer.from(made!.pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('releasing', () => {
  test('without a sample nobody can ask', async () => {
    expect(await requestRelease(deps, { election, staff: an })).toMatchObject({ because: 'no-sample' })
  })

  test('the sample covers every plate, and taken twice it has the same hash', async () => {
    const first = await takeSample(deps, { election, by: 'test' })
    const second = await takeSample(deps, { election, by: 'test' })
    if (!first.ok || !second.ok) throw new Error('no sample')
    expect(second.sampleSha256).toEqual(first.sampleSha256)
    const { rows } = await here<{ rows: { plates: number }[] }>((db) =>
      sql<{ plates: number }>`select count(distinct plate_sha256)::int as plates from letters.letter`.execute(
        db,
      ),
    )
    expect(first.contents.letters.length).toBeGreaterThanOrEqual(rows[0]!.plates)
  })

  test('a person without the right is refused; so is one of another municipality', async () => {
    const reader = { ...an, rights: [] }
    const stranger = { ...an, municipalityId: (an.municipalityId + 1) as typeof an.municipalityId }
    for (const staff of [reader, stranger])
      expect(await requestRelease(deps, { election, staff })).toMatchObject({ because: 'right-missing' })
  })

  test('a request can be refused with a reason, and asked again', async () => {
    expect(await requestRelease(deps, { election, staff: an })).toMatchObject({ ok: true })
    expect(await requestRelease(deps, { election, staff: bert })).toMatchObject({
      because: 'already-requested',
    })
    expect(await refuseRelease(deps, { election, staff: bert, reason: 'wapen ontbreekt' })).toMatchObject({
      ok: true,
    })
    expect(await refuseRelease(deps, { election, staff: bert, reason: 'nog eens' })).toMatchObject({
      because: 'nothing-requested',
    })
  })

  test('a letter that changed after the sample stops the request; a new sample mends it', async () => {
    const facts = { election, listNumber: 3, reason: 'test', by: 'test' }
    expect(await withdrawLetter(deps, facts)).toMatchObject({ ok: true, sent: false })
    expect(await requestRelease(deps, { election, staff: an })).toMatchObject({
      because: 'changed-since-sample',
    })
    expect(await takeSample(deps, { election, by: 'test' })).toMatchObject({
      because: 'not-every-voter-has-one-letter',
    })
    expect(await compose()).toMatchObject({ made: 1 })
    const versions = await here<{ version: number; state: string }[]>((db) =>
      lettersOfListNumber(db, election.municipalityId, election.electionId, 3),
    )
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'composed'],
      [1, 'withdrawn'],
    ])
    expect(await takeSample(deps, { election, by: 'test' })).toMatchObject({ ok: true })
  })

  test('who asked can’t release, the wrong hash releases nothing, two people release once', async () => {
    const asked = await requestRelease(deps, { election, staff: an })
    if (!asked.ok) throw new Error(asked.because)
    const { sampleSha256 } = asked
    expect(await releaseLetters(deps, { election, staff: an, sampleSha256 })).toMatchObject({
      because: 'same-person',
    })
    // the second person may take the sample for themselves first: without a change it is the same sample
    expect(await takeSample(deps, { election, by: 'bert' })).toMatchObject({ ok: true, sampleSha256 })
    const other = sha256('another sample')
    expect(await releaseLetters(deps, { election, staff: bert, sampleSha256: other })).toMatchObject({
      because: 'other-sample',
    })
    const both = await whileRoomIsMadeElsewhere(() =>
      Promise.all([1, 2].map(() => releaseLetters(deps, { election, staff: bert, sampleSha256 }))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const released = both.find((one) => one.ok)!
    if (!released.ok) throw new Error('not released')
    expect(released.letters).toBe(voters)
    const { municipalityId } = election
    const status = await here<Awaited<ReturnType<typeof campaignStatus>>>((db) =>
      campaignStatus(db, { municipalityId, campaignId: released.campaignId }, deps.clock.now()),
    )
    expect(status).toMatchObject({ total: voters, counts: { waiting: voters } })
  })

  test('a released letter that is withdrawn before it left is never sent', async () => {
    const facts = { election, listNumber: 5, reason: 'struck: deceased', by: 'test' }
    expect(await withdrawLetter(deps, facts)).toMatchObject({ ok: true, sent: false })
    expect(await withdrawLetter(deps, facts)).toMatchObject({ because: 'not-current' })
    expect(await withdrawLetter(deps, { ...facts, listNumber: 999 })).toMatchObject({
      because: 'no-such-letter',
    })
    const { rows } = await here<{ rows: { state: string }[] }>((db) =>
      sql<{ state: string }>`select state from delivery.delivery where state = 'cancelled'`.execute(db),
    )
    expect(rows).toHaveLength(1)
  })
})
