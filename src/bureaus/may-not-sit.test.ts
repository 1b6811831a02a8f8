import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Election } from '../elections/index.ts'
import { anElection } from '../elections/testing.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { designate, designateAll } from './assignments/designate.ts'
import { countToCall } from './convoking/member-letter-overview.ts'
import { peopleKeptOut } from './may-not-sit-overview.ts'
import { keptBureaus } from './planning/bureau-store.ts'
import {
  adopted,
  aLocalElection,
  aMember,
  aPollingBureau,
  aProposal,
  bureauDeps,
  candidatesAre,
  withSections,
  withVoters,
} from './testing.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(1, 3)])
  const [bureau] = await inScope((db) => keptBureaus(db, election))
  for (const [place, { seatId }] of bureau!.seats.slice(0, 3).entries()) {
    const memberId = await aMember(deps, election, place + 1)
    const assignmentId = await aProposal(deps, { election, seatId, memberId })
    const act = { by: 'magistrate', authority: 'magistrate' } as const
    if (place < 2) await designate(deps, { election, assignmentId, ...act })
  }
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)
const toCall = () => inScope((db) => countToCall(db, election, {}))
const keptOut = () => inScope((db) => peopleKeptOut(db, election))

test('who turns out to be a candidate is told, and not called meanwhile', async () => {
  expect([await toCall(), await keptOut()]).toEqual([2, []])
  await candidatesAre(deps, election, 1, 3)
  expect(await toCall()).toBe(1)
  expect((await keptOut()).map(({ designation, whyNot }) => [designation, whyNot])).toEqual(
    expect.arrayContaining([
      ['DESIGNATED', 'candidate'],
      ['PROPOSED', 'candidate'],
    ]),
  )
})

test('nobody signs for a candidate, alone or among others', async () => {
  const [proposed] = (await keptOut()).filter(({ designation }) => designation === 'PROPOSED')
  const act = { election, by: 'magistrate', authority: 'magistrate' } as const
  const { assignmentId } = proposed!
  expect(await designate(deps, { ...act, assignmentId })).toMatchObject({ because: 'is-candidate' })
  expect(await designateAll(deps, { ...act, steps: [{ assignmentId }] })).toMatchObject({
    designated: [],
    refused: [{ because: 'is-candidate' }],
  })
})

test('of another municipality nothing is seen, and who is no candidate after all is called', async () => {
  await candidatesAre(deps, election, 9)
  expect([await toCall(), await keptOut()]).toEqual([2, []])
})

describe('once there is a voters list, each thing that it says keeps out', () => {
  const federal = () => ({ ...election, ruleset: anElection().ruleset })
  const reasons = async (as = election) =>
    (await inScope((db) => peopleKeptOut(db, as))).map(
      ({ whyNot, role, ordinal }) => `${role} ${ordinal}: ${whyNot}`,
    )
  /** Of the first person, who is the chair. */
  const becomes = (change: RawBuilder<unknown>) =>
    inScope((db) =>
      sql`update voters.voter v set ${change} from bureaus.member m
          where m.nrn_index = v.nrn_index and m.election_id = v.election_id and m.last_name = 'Peeters 1'
            and v.election_id = ${election.electionId}`.execute(db),
    )
  beforeAll(async () => {
    await withSections(database, election, [1])
    await withVoters(deps, election, 3) // the people 0, 1 and 2: the third who is proposed is no voter
  })

  test('who is no voter here, where the rules want one', async () => {
    expect(await reasons()).toEqual(['ASSESSOR 2: no-voter'])
    expect(await toCall(), 'who is proposed was not to be called').toBe(2)
  })

  test.each([
    ['struck', sql`state = 'struck'`, false, true],
    ['nationality', sql`category = 'EU'`, true, false],
    ['age', sql`birth_date = '2012-10-14'`, false, true],
    ['age', sql`birth_date = null, category = 'BELGIAN_16_17'`, false, true],
  ])('%s', async (code, change, onlyFederal, isLocal) => {
    const before = await inScope((db) =>
      sql<{ state: string; category: string; born: string | null }>`
        select v.state, v.category, v.birth_date as born from voters.voter v join bureaus.member m on m.nrn_index = v.nrn_index
        where m.last_name = 'Peeters 1' and v.election_id = ${election.electionId}`.execute(db),
    )
    await becomes(change)
    const said = `CHAIR 1: ${code}`
    expect((await reasons()).includes(said), 'by the decree').toBe(isLocal)
    if (onlyFederal) expect(await reasons(federal())).toContain(said)
    expect(await toCall()).toBe(isLocal ? 1 : 2)
    const { state, category, born } = before.rows[0]!
    await becomes(sql`state = ${state}, category = ${category}, birth_date = ${born}::date`)
    expect(await reasons()).toEqual(['ASSESSOR 2: no-voter'])
  })

  test('who is eighteen on polling day may sit', async () => {
    await becomes(sql`birth_date = '2012-10-13'`)
    expect(await reasons()).toEqual(['ASSESSOR 2: no-voter'])
  })
})
