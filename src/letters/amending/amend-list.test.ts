import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import {
  amendmentsOf,
  currentList,
  hashFrozenList,
  streamVoters,
  type VoterFact,
} from '../../voters/index.ts'
import { testNumber } from '../../voters/testing.ts'
import { reconcileLetters } from '../reconciling/reconcile-letters.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { amendList, type ListAmendment } from './amend-list.ts'

/** A list is closed, its letters are released; then people die, move and come back by a decision. */
const voters = 40
let trial: LettersTrial
let people: VoterFact[]

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  await trial.compose()
  await release()
  people = await everybody()
})
afterAll(() => trial.database.close())

const header = {
  ...{ kind: '', list_number: '', current_last_name: '', ground: '', decided_on: '' },
  ...{ source: '', national_number: '', last_name: '', first_names: '', birth_date: '', category: '' },
  ...{ section: '', street: '', house_number: '', postcode: '', city: '', delivery_street: '' },
  ...{ delivery_city: '', delivery_postcode: '' },
}
type Cells = Partial<typeof header>

const decision = { decided_on: '2026-11-02', source: 'decision 12' }
const strike = (n: number, cells: Cells = {}): Cells => ({
  ...{ kind: 'strike', ground: 'deceased', ...decision, ...of(n), ...cells },
})
const correct = (n: number, cells: Cells): Cells => ({
  ...{ kind: 'correct', ground: 'college-decision', ...decision, ...of(n), ...cells },
})

function of(n: number): Cells {
  const voter = people.find(({ listNumber }) => listNumber === n)
  return { list_number: String(n), current_last_name: voter?.lastName ?? 'Niemand' }
}

function fileOf(rows: readonly Cells[]): Readable {
  const names = Object.keys(header) as (keyof Cells)[]
  const lines = rows.map((row) => names.map((name) => `"${row[name] ?? ''}"`).join(';'))
  return Readable.from([Buffer.from([names.join(';'), ...lines, ''].join('\n'))])
}

const amend = (rows: readonly Cells[], more: Partial<ListAmendment> = {}) =>
  amendList(trial.deps, { election: trial.election, mutations: fileOf(rows), by: 'test', ...more })

async function release(): Promise<number> {
  await trial.sample()
  const { sampleSha256 } = expectOk(await trial.request())
  return expectOk(await trial.release(sampleSha256)).letters
}

const listNow = () =>
  trial.here((db) => currentList(db, trial.election.municipalityId, trial.election.electionId))

async function everybody(): Promise<VoterFact[]> {
  const { municipalityId, electionId } = trial.election
  const list = (await listNow())!
  return trial.here(async (db) => {
    const all: VoterFact[] = []
    for await (const voter of streamVoters(db, municipalityId, electionId, list.listId)) all.push(voter)
    return all
  })
}

const lettersTakenBack = () =>
  trial.here(async (db) => {
    const { rows } = await sql<{ n: number; why: string }>`
      select l.list_number as n, l.end_reason as why from letters.letter l
      where l.state in ('withdrawn', 'superseded') order by 1`.execute(db)
    return rows.map(({ n, why }) => `${n} ${why}`)
  })

describe('refused as a whole', () => {
  test('every fault has its row and column, and nothing changes', async () => {
    const outcome = await amend([
      strike(1),
      strike(2, { current_last_name: 'Iemandanders' }),
      strike(999, { current_last_name: 'Peeters' }),
      strike(3, { ground: 'moved' }),
      correct(4, {}),
      correct(5, { section: '77' }),
      correct(6, { last_name: people[5]!.lastName }),
      correct(7, { national_number: '85610100147', city: 'Gent' }),
      { kind: 'add', ground: 'court-decision', ...decision, last_name: 'Claes' },
      { kind: 'vanish', ...decision },
      strike(8, { decided_on: '2099-01-01', source: '' }),
      strike(1),
    ])
    expect(outcome).toMatchObject({ because: 'mutations-refused' })
    const findings = 'findings' in outcome ? outcome.findings : []
    const found = findings.map(({ row, column = '', code }) => `${row} ${column} ${code}`)
    expect(found).toEqual(
      expect.arrayContaining([
        '3 current_last_name another-name',
        '4 list_number not-on-list',
        '5 ground unknown-ground',
        '6  nothing-to-correct',
        '7 section unknown-section',
        '8  nothing-to-correct',
        '9 national_number another-person',
        '10 national_number missing-value',
        '11 kind unknown-mutation',
        '12 decided_on date-to-come',
        '12 source missing-value',
        '13 list_number already-struck',
      ]),
    )
    expect(await everybody()).toEqual(people)
    expect(await lettersTakenBack()).toEqual([])
  })

  test('what is no file of mutations, an empty one, or a list that is not closed', async () => {
    const mutations = Readable.from([Buffer.from('a;b\n1;2\n')])
    expect(await amend([], { mutations })).toMatchObject({ because: 'not-a-list' })
    expect(await amend([])).toMatchObject({ because: 'no-mutations' })
    const election = { ...trial.election, electionId: crypto.randomUUID() as never }
    expect(await amend([strike(1)], { election })).toMatchObject({ because: 'list-not-closed' })
  })

  test('a dry run says what would happen', async () => {
    expect(await amend([strike(1)], { dryRun: true })).toMatchObject({ ok: true, struck: [1], withdrawn: 1 })
    expect(await everybody()).toEqual(people)
    expect(await lettersTakenBack()).toEqual([])
  })
})

test('the letters concerned are taken back and made anew, no other; the sums hold and the frozen list stays', async () => {
  const frozen = (await listNow())!.listSha256
  const outcome = await amend([
    strike(1),
    correct(2, { last_name: 'Verbeterd' }),
    correct(3, { birth_date: '-' }),
    correct(4, { delivery_street: 'Nieuwstraat', delivery_city: 'Gent', delivery_postcode: '9000' }),
    {
      ...{ kind: 'add', ground: 'court-decision', ...decision, national_number: testNumber(900) },
      ...{ last_name: 'Claes', first_names: 'Mia', category: 'BELGIAN', section: String(people[0]!.section) },
      ...{ street: 'Dorp', house_number: '1', postcode: '9999', city: 'Zonnedorp' },
    },
  ])
  expect(outcome).toMatchObject({ ok: true, struck: [1], added: [voters + 1], corrected: [2, 3, 4] })
  expect(await lettersTakenBack(), 'a date of birth stands on no letter').toEqual([
    ...['1 struck', '2 corrected', '4 corrected'],
  ])
  expect(await trial.compose()).toMatchObject({ made: 3 })
  expect(await release()).toBe(3)
  const { municipalityId, electionId } = trial.election
  const { sha256 } = await trial.here(async (db) =>
    hashFrozenList(
      db,
      trial.deps.vault,
      trial.election,
      (await currentList(db, municipalityId, electionId))!.listId,
    ),
  )
  expect(sha256, 'the list as it was closed can still be recomputed').toEqual(frozen)
  const now = await everybody()
  expect(now.find(({ listNumber }) => listNumber === 2)?.lastName).toBe('Verbeterd')
  expect(now.find(({ listNumber }) => listNumber === 3)).not.toHaveProperty('birthDate')
  const { reconciliation } = expectOk(await reconcileLetters(trial.deps, { election: trial.election }))
  expect(reconciliation.list).toEqual({ frozen: voters, added: 1, struck: 1, voters })
  expect(reconciliation.faults.filter(({ channel }) => channel === 'digital')).toEqual([])
  const kept = await trial.here((db) => amendmentsOf(db, municipalityId, electionId))
  expect(kept.map(({ kind, decidedOn }) => `${kind} ${decidedOn}`)).toEqual(
    ['struck', 'corrected', 'corrected', 'corrected', 'added'].map((kind) => `${kind} 2026-11-02`),
  )
  const audited = await trial.here((db) =>
    sql<{ text: string }>`select details::text as text from platform.audit_event
      where action like 'voters.%'`.execute(db),
  )
  expect(audited.rows.map(({ text }) => text).join(), 'which columns, never what stood in them').not.toMatch(
    /Verbeterd|Nieuwstraat|806/,
  )
})
