import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesCsv, sectionNumbers } from '../../dev/demo/places.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type Election, importPlaces } from '../elections/index.ts'
import type { Staff } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { composeLetters } from './compose-letters.ts'
import { currentStates } from './letter.ts'
import { outdatedSections } from './outdated-letters.ts'
import { releaseLetters, requestRelease } from './release-letters.ts'
import { takeSample } from './take-sample.ts'
import { anElectionWithClosedList, aStaffMember, type LetterDeps, letterDeps } from './testing.ts'
import { withdrawLetter, withdrawOutdatedLetters } from './withdraw-letter.ts'

/** Three sections; the room of one is changed after its letters were released. */
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
  an = await aStaffMember(deps, election, 'an@zonnedorp.example', ['letters.request-release'])
  bert = await aStaffMember(deps, election, 'bert@zonnedorp.example', ['letters.release'])
})
afterAll(() => database.close())

const here = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(election.municipalityId), work)
const compose = () => composeLetters(deps, { election, by: 'test' })
const outdated = () => here((db) => outdatedSections(db, election, currentStates))
const withdraw = (facts: object = {}) =>
  withdrawOutdatedLetters(deps, { election, reason: 'another room', by: 'test', ...facts })

async function release(): Promise<number> {
  await takeSample(deps, { election, by: 'test' })
  const asked = await requestRelease(deps, { election, staff: an })
  if (!asked.ok) throw new Error(asked.because)
  const released = await releaseLetters(deps, { election, staff: bert, sampleSha256: asked.sampleSha256 })
  if (!released.ok) throw new Error(released.because)
  return released.letters
}

/** Subject in the mailbox, oldest campaign first. */
const subjects = () =>
  here(async (db) => {
    const { rows } = await sql<{ subject: string }>`
      select c.message ->> 'subject' as subject from delivery.campaign c order by c.opened_at`.execute(db)
    return rows.map(({ subject }) => subject)
  })

/** By version, how many letters are current, and whether they say that they replace another. */
const versions = () =>
  here(async (db) => {
    const { rows } = await sql`
      select l.version, p.facts -> 'election' -> 'opening' @> '[{"key": "st.correction"}]' as replaces,
             count(*)::integer as letters
      from letters.letter l join letters.plate p on p.plate_sha256 = l.plate_sha256
      where l.state in ('composed', 'released') group by 1, 2 order by 1`.execute(db)
    return rows
  })

async function changeRoomOf(section: number): Promise<void> {
  const csv = placesCsv(sectionNumbers(voters), '9999', 'Zonnedorp')
  const row = new RegExp(`^(${section};)[^;]*`, 'm')
  const stream = Readable.from([Buffer.from(csv.replace(row, '$1Refter'))])
  expect(await importPlaces(deps, { election, stream, by: 'test' })).toMatchObject({ ok: true })
}

test('a letter that nobody was sent is made again without a word; only letters of a changed room are', async () => {
  await compose()
  expect(await outdated()).toEqual([])
  expect(await withdraw()).toMatchObject({ because: 'nothing-outdated' })
  await withdrawLetter(deps, { election, listNumber: 1, reason: 'test', by: 'test' })
  await compose()
  expect(await versions()).toEqual([
    { version: 1, replaces: false, letters: voters - 1 },
    { version: 2, replaces: false, letters: 1 },
  ])
  expect(await release()).toBe(voters)
})

test('another room after the release: the letters of that section, and they say that they replace one', async () => {
  const [section] = sectionNumbers(voters)
  const [{ letters }] = await here(async (db) => {
    const { rows } = await sql<{ letters: number }>`
      select count(*)::integer as letters from letters.letter l
      where l.section = ${section} and l.state = 'released'`.execute(db)
    return rows as [{ letters: number }]
  })
  await changeRoomOf(section!)
  expect(await outdated()).toEqual([section])
  expect(await withdraw(), 'released letters only when that is said').toMatchObject({
    because: 'nothing-outdated',
  })
  expect(await withdraw({ alsoReleased: true, section: 999 })).toMatchObject({ because: 'nothing-outdated' })
  await here((db) =>
    sql`update delivery.delivery set state = 'delivered' where document_id in (
          select l.letter_id from letters.letter l where l.section = ${section} and l.list_number % 2 = 0)`.execute(
      db,
    ),
  )
  const withdrawn = await withdraw({ alsoReleased: true, section })
  if (!withdrawn.ok) throw new Error(withdrawn.because)
  expect(withdrawn.letters).toBe(letters)
  expect(withdrawn.sent, 'what has left stays where it is; the rest is not sent any more').toBeGreaterThan(0)
  const cancelled = await here((db) =>
    sql`select from delivery.delivery where state = 'cancelled'`.execute(db),
  )
  expect(cancelled.rows).toHaveLength(letters - withdrawn.sent)
  expect(await compose()).toMatchObject({ made: letters })
  expect(await outdated()).toEqual([])
  expect(await release()).toBe(letters)
  const made = (await versions()) as { version: number; replaces: boolean; letters: number }[]
  expect(made.filter(({ replaces }) => replaces).reduce((sum, row) => sum + row.letters, 0)).toBe(letters)
  const ended = await here((db) =>
    sql`select l.state, count(*)::integer as letters from letters.letter l
        where l.state in ('withdrawn', 'superseded') group by 1 order by 1`.execute(db),
  )
  expect(ended.rows, 'the one that nobody was sent is not replaced').toEqual([
    { state: 'superseded', letters },
    { state: 'withdrawn', letters: 1 },
  ])
  expect(await subjects()).toEqual([
    expect.stringMatching(/^Je oproepingsbrief voor/),
    expect.stringMatching(/^Je verbeterde oproepingsbrief voor/),
  ])
})
