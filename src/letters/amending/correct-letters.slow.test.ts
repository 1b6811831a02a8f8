import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesCsv, sectionNumbers } from '../../../dev/demo/places.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { importPlaces } from '../../elections/index.ts'
import { currentStates } from '../letter.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { countOutdated, outdatedSections } from './outdated-letters.ts'
import { withdrawLetter } from './withdraw-letter.ts'
import { withdrawOutdatedLetters } from './withdraw-outdated.ts'

/** Three sections; the room of one is changed after its letters were released. */
const voters = 90
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(voters)
})
afterAll(() => trial.database.close())

const outdated = () => trial.here((db) => outdatedSections(db, trial.election, currentStates))
const withdraw = (facts: object = {}) =>
  withdrawOutdatedLetters(trial.deps, {
    ...{ election: trial.election, reason: 'another room', by: 'test' },
    ...facts,
  })

async function release(): Promise<number> {
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  return expectOk(await trial.release(sampleSha256)).letters
}

/** Subject in the mailbox, oldest campaign first. */
const subjects = () =>
  trial.here(async (db) => {
    const { rows } = await sql<{ subject: string }>`
      select c.message ->> 'subject' as subject from delivery.campaign c order by c.opened_at`.execute(db)
    return rows.map(({ subject }) => subject)
  })

/** By version, how many letters are current, and whether they say that they replace another. */
const versions = () =>
  trial.here(async (db) => {
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
  expect(await importPlaces(trial.deps, { election: trial.election, stream, by: 'test' })).toMatchObject({
    ok: true,
  })
}

test('a letter that nobody was sent is made again without a word; only letters of a changed room are', async () => {
  await trial.compose()
  expect(await outdated()).toEqual([])
  expect(await withdraw()).toMatchObject({ because: 'nothing-outdated' })
  await withdrawLetter(trial.deps, { election: trial.election, listNumber: 1, reason: 'test', by: 'test' })
  await trial.compose()
  expect(await versions()).toEqual([
    { version: 1, replaces: false, letters: voters - 1 },
    { version: 2, replaces: false, letters: 1 },
  ])
  expect(await release()).toBe(voters)
})

test('another room after the release: the letters of that section, and they say that they replace one', async () => {
  const [section] = sectionNumbers(voters)
  const [{ letters }] = await trial.here(async (db) => {
    const { rows } = await sql<{ letters: number }>`
      select count(*)::integer as letters from letters.letter l
      where l.section = ${section} and l.state = 'released'`.execute(db)
    return rows as [{ letters: number }]
  })
  await changeRoomOf(section!)
  expect(await outdated()).toEqual([section])
  expect(await trial.here((db) => countOutdated(db, trial.election, currentStates))).toBe(letters)
  expect(await withdraw(), 'released letters only when that is said').toMatchObject({
    because: 'nothing-outdated',
  })
  expect(await withdraw({ alsoReleased: true, section: 999 })).toMatchObject({ because: 'nothing-outdated' })
  await trial.here((db) =>
    sql`update delivery.delivery set state = 'delivered' where document_id in (
          select l.letter_id from letters.letter l where l.section = ${section} and l.list_number % 2 = 0)`.execute(
      db,
    ),
  )
  const withdrawn = expectOk(await withdraw({ alsoReleased: true, section }))
  expect(withdrawn.letters).toBe(letters)
  expect(withdrawn.sent, 'what has left stays where it is; the rest is not sent any more').toBeGreaterThan(0)
  const cancelled = await trial.here((db) =>
    sql`select from delivery.delivery where state = 'cancelled'`.execute(db),
  )
  expect(cancelled.rows).toHaveLength(letters - withdrawn.sent)
  expect(await trial.compose()).toMatchObject({ made: letters })
  expect(await outdated()).toEqual([])
  expect(await release()).toBe(letters)
  const made = (await versions()) as { version: number; replaces: boolean; letters: number }[]
  expect(made.filter(({ replaces }) => replaces).reduce((sum, row) => sum + row.letters, 0)).toBe(letters)
  const ended = await trial.here((db) =>
    sql`select l.state, count(*)::integer as letters from letters.letter l
        where l.state in ('withdrawn', 'superseded') group by 1 order by 1`.execute(db),
  )
  expect(ended.rows, 'the one that nobody was sent is not replaced').toEqual([
    { state: 'superseded', letters },
    { state: 'withdrawn', letters: 1 },
  ])
  expect(await subjects()).toEqual([
    expect.stringMatching(/^Je oproepingsbrief voor/),
    expect.stringMatching(
      /^Je verbeterde oproepingsbrief voor .*\. Vervangt de brief van \w+ \d+ \w+ \d{4}$/,
    ),
  ])
})
