import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type LetterId, type MunicipalityId, newId } from '../../platform/ids.ts'
import { aSentCampaign, type SentCampaign } from '../certificate/testing.ts'
import { markReleased, supersedeBy, withdrawLetters } from '../letter-store.ts'
import { countEndedInPrintFiles, countOnPaper, countReleasedNotOnPaper } from '../letters-tally-overview.ts'
import { countingScope, reconcileLetters } from '../reconciling/reconcile-letters.ts'
import { total } from '../reconciling/reconciliation.ts'
import { insertReturned, lettersThatReturn, writeFollowUp } from '../returned/returned-store.ts'
import { endedInPrintFiles, sectionsToPrint } from './print-overview.ts'
import {
  insertPaperExceptions,
  insertPaperLetters,
  insertPrintFile,
  lettersInPrintFile,
  moveToPrintFile,
} from './print-store.ts'

/** The sums that the database keeps of letters on paper are those that one gets by counting, whoever moves letters in whatever order. */

const here = 1 as MunicipalityId
const sections = 3
const voters = 24
let database: TestDatabase
let campaign: SentCampaign

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  campaign = await aSentCampaign(database, here, { voters, sections })
  await campaign.change(`delete from letters.paper_letter where election_id = '${electionId()}'`)
})

const electionId = () => campaign.election.electionId
const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(here), work)

/** One move that somebody makes; `among` picks the letters it is about. */
const move = fc.record({
  what: fc.constantFrom(
    ...(['print', 'except', 'reprint', 'withdraw', 'compose', 'release', 'return', 'follow-up'] as const),
  ),
  section: fc.integer({ min: 1, max: sections }),
  among: fc.array(fc.nat(voters / sections - 1), { minLength: 1, maxLength: 5 }),
})
type Move = typeof move extends fc.Arbitrary<infer One> ? One : never

interface Asked {
  readonly states: readonly string[]
  readonly onPaper?: boolean
}

/** Letters of a section, those that the move picks. */
async function lettersOf(db: Db, { section, among }: Move, { states, onPaper }: Asked): Promise<LetterId[]> {
  const { rows } = await sql<{ id: LetterId }>`
    select l.letter_id as id from letters.letter l
    left join letters.paper_letter p on p.election_id = ${electionId()} and p.letter_id = l.letter_id
    where l.election_id = ${electionId()} and l.section = ${section} and l.state = any(${states}::text[])
      and (${onPaper ?? null}::boolean is null or (p.letter_id is not null) = ${onPaper ?? null})
    order by l.letter_id`.execute(db)
  return [...new Set(among.flatMap((place) => rows[place]?.id ?? []))]
}

const hash = Buffer.alloc(32)

async function aPrintFile(
  db: Db,
  section: number,
  reprint?: { of: string; reason: string },
): Promise<string> {
  const printFileId = newId<string>()
  const spans = { sheets: 1, firstListNumber: 1, lastListNumber: 1 }
  await insertPrintFile(db, campaign.election, {
    ...{ printFileId, name: `file-${printFileId}`, letters: 1, pages: 2, by: 'test', writtenIn: 'test' },
    ...{ fileSha256: hash, indexSha256: hash, addressesSha256: hash },
    cover: { section, paperColour: 'wit', ...spans },
    ...(reprint && { reprint }),
  })
  return printFileId
}

const moves: Record<Move['what'], (db: Db, one: Move) => Promise<unknown>> = {
  async print(db, one) {
    const letters = await lettersOf(db, one, { states: ['released'], onPaper: false })
    await insertPaperLetters(db, campaign.election, await aPrintFile(db, one.section), letters)
  },
  async except(db, one) {
    const letters = await lettersOf(db, one, { states: ['released'], onPaper: false })
    const excepted = letters.map((letterId) => ({ letterId, exception: 'house-gone' }))
    await insertPaperExceptions(db, campaign.election, excepted)
  },
  async reprint(db, { section }) {
    const { rows } = await sql<{ id: string }>`
      select f.print_file_id as id from letters.print_file f where f.election_id = ${electionId()}
        and f.section = ${section} and not exists (select from letters.print_file a where a.reprint_of = f.print_file_id)
      order by f.print_file_id limit 1`.execute(db)
    if (!rows[0]) return
    const letters = await lettersInPrintFile(db, campaign.election, rows[0].id)
    const again = await aPrintFile(db, section, { of: rows[0].id, reason: 'spoilt' })
    await moveToPrintFile(db, campaign.election, again, letters)
  },
  async withdraw(db, one) {
    const letters = await lettersOf(db, one, { states: ['composed', 'released'] })
    await withdrawLetters(db, here, electionId(), { letters, reason: 'corrected' })
  },
  /** Another version for whoever has no current letter. */
  compose: (db) =>
    sql`
    insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
      person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes)
    select distinct on (l.voter_id) l.municipality_id, l.election_id, gen_random_uuid(), l.voter_id, l.version + 1, 'composed',
      l.section, l.list_number, l.person_index, l.plate_sha256, l.facts, l.facts_sha256, l.pdf_sha256, l.pdf_bytes
    from letters.letter l where l.election_id = ${electionId()} and not exists (select from letters.letter c
      where c.election_id = ${electionId()} and c.voter_id = l.voter_id and c.state in ('composed', 'released'))
    order by l.voter_id, l.version desc`.execute(db),
  async release(db) {
    const releaseId = newId<Parameters<typeof markReleased>[3]>()
    await markReleased(db, here, electionId(), releaseId)
    await supersedeBy(db, here, electionId(), releaseId)
  },
  async return(db, one) {
    const letterIds = await lettersOf(db, one, {
      states: ['released', 'withdrawn', 'superseded'],
      onPaper: true,
    })
    const known = await lettersThatReturn(db, campaign.election, { listNumbers: [], letterIds })
    const back = known.filter(({ returnedOn }) => !returnedOn)
    const returned = back.map(({ letterId }) => ({ letterId, reason: 'moved' as const, on: '2030-09-20' }))
    await insertReturned(db, campaign.election, returned, { at: new Date('2030-09-20'), by: 'test' })
  },
  async 'follow-up'(db, one) {
    for (const letterId of await lettersOf(db, one, { states: ['released', 'superseded'], onPaper: true })) {
      const done = { letterId, followUp: 'none' as const, at: new Date('2030-09-21'), by: 'test' }
      await writeFollowUp(db, campaign.election, done)
    }
  },
}

const make = (one: Move) => throughDeadlocks(() => inScope((db) => moves[one.what](db, one)), 20)

/** What the pages are told, and the sums it comes from; and the same by counting. */
async function keptAndCounted() {
  const { policy } = (await inScope((db) => countingScope(db, campaign.election)))!
  expect(policy, 'each letter is due on paper').toBe('paper-for-all')
  return inScope(async (db) => {
    const rowsOf = async (query: ReturnType<typeof sql<object>>) => (await query.execute(db)).rows
    const scope = (await countingScope(db, campaign.election))!
    const left = await sectionsToPrint(db, scope)
    const ended = await endedInPrintFiles(db, here, electionId())
    const kept = {
      left: await countReleasedNotOnPaper(db, here, electionId()),
      ended: Object.fromEntries(await countEndedInPrintFiles(db, here, electionId())),
      sums: await rowsOf(sql`select t.section, t.print_file_id, t.exception, t.state, t.letters from letters.printed_tally t
        where t.election_id = ${electionId()} and t.letters <> 0 order by 1, 2, 3, 4`),
      returned: await rowsOf(sql`select t.follow_up, t.letters from letters.returned_tally t
        where t.election_id = ${electionId()} and t.letters <> 0 order by 1`),
    }
    const counted = {
      left: left.reduce((sum, { letters }) => sum + letters, 0),
      ended: Object.fromEntries([...ended].map(([name, numbers]) => [name, numbers.length])),
      sums: await rowsOf(sql`select l.section, coalesce(p.print_file_id, '00000000-0000-0000-0000-000000000000') as print_file_id,
          coalesce(p.exception, '') as exception, l.state, count(*)::integer as letters
        from letters.paper_letter p join letters.letter l using (municipality_id, election_id, letter_id)
        where p.election_id = ${electionId()} group by 1, 2, 3, 4 order by 1, 2, 3, 4`),
      returned: await rowsOf(sql`select coalesce(r.follow_up, '') as follow_up, count(*)::integer as letters
        from letters.returned_letter r where r.election_id = ${electionId()} group by 1 order by 1`),
    }
    return { kept, counted }
  })
}

async function expectExact() {
  const { kept, counted } = await keptAndCounted()
  expect(kept).toEqual(counted)
  return kept
}

test('after each move of any walk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25 }), async (walk) => {
      for (const one of walk) {
        await make(one)
        await expectExact()
      }
    }),
    { numRuns: 12 },
  )
})

test('after walks that many make at the same time', async () => {
  const walks = fc.array(fc.array(move, { minLength: 8, maxLength: 12 }), { minLength: 4, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(walks, async (all) => {
      await Promise.all(
        all.map(async (walk) => {
          // Who comes second with the same letters is refused by the keys of the tables: that is no move.
          for (const one of walk) await make(one).catch(expectTaken)
        }),
      )
      await expectExact()
    }),
    { numRuns: 6 },
  )
})

function expectTaken(error: { code?: string }): void {
  if (error.code !== '23505') throw error
}

const first: Move = { what: 'print', section: 1, among: [0, 1, 2] }

test.each([
  ['printed while they are withdrawn', { ...first, what: 'withdraw' }, first],
  ['withdrawn while they are printed', first, { ...first, what: 'withdraw' }],
] as const)('letters that are %s', async (_, one, other) => {
  let second: Promise<unknown> | undefined
  await inScope(async (db) => {
    await moves[one.what](db, one)
    second = make(other)
    await expect.poll(isSomebodyWaiting, { timeout: 10_000 }).toBe(true)
  })
  await second
  const { sums } = await expectExact()
  expect(sums).toMatchObject([{ section: 1, state: 'withdrawn', letters: 3 }])
})

async function isSomebodyWaiting(): Promise<boolean> {
  return inScope(async (db) => {
    const { rows } = await sql`select from pg_locks l where l.locktype = 'advisory' and not l.granted
      and l.database = (select d.oid from pg_database d where d.datname = current_database())`.execute(db)
    return rows.length > 0
  })
}

test('what the pages call printed is what the certificate calls printed; what ended since is beside it', async () => {
  await make({ what: 'print', section: 1, among: [0, 1, 2, 3] })
  await make({ what: 'except', section: 2, among: [0, 1] })
  await make({ what: 'withdraw', section: 1, among: [0] })
  const counted = expectOk(await reconcileLetters({ database }, { election: campaign.election }))
  const { printed, exceptions } = counted.reconciliation.paper
  const onPaper = await inScope((db) => countOnPaper(db, here, electionId()))
  expect(onPaper).toEqual({ printed, exceptions: total(exceptions), ended: 1 })
  expect(onPaper).toEqual({ printed: 3, exceptions: 2, ended: 1 })
})

const at = (what: Move['what'], section: number): Move => ({ what, section, among: [0] })

test('those who take letters back do not wait for each other', async () => {
  await make(at('print', 1))
  await inScope(async (db) => {
    await moves.withdraw(db, at('withdraw', 1))
    await make(at('withdraw', 2))
  })
  await expectExact()
})

test('letters that are released for the first time wait for nobody who prints', async () => {
  await make(at('withdraw', 2))
  await make(at('compose', 2))
  await inScope(async (db) => {
    await moves.print(db, at('print', 1))
    await inScope((other) =>
      markReleased(other, here, electionId(), newId<Parameters<typeof markReleased>[3]>()),
    )
  })
  await expectExact()
})

test('a letter that was not released is put on no paper', async () => {
  await make({ what: 'withdraw', section: 1, among: [0] })
  await make({ what: 'compose', section: 1, among: [0] })
  const printed = inScope(async (db) => {
    const one: Move = { what: 'print', section: 1, among: [0] }
    const letters = await lettersOf(db, one, { states: ['composed'] })
    await insertPaperLetters(db, campaign.election, await aPrintFile(db, 1), letters)
  })
  await expect(printed).rejects.toThrow('not released is put on no paper')
})

test('nobody prints or ends letters in one snapshot, in which the other could not be seen', async () => {
  const printed = inScope(async (db) => {
    await sql`set transaction isolation level repeatable read`.execute(db)
    await moves.print(db, first)
  })
  await expect(printed).rejects.toThrow('read committed')
})
