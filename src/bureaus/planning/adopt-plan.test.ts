import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { type Election, getSections } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { designate } from '../assignments/designate.ts'
import { proposeMember } from '../assignments/propose-member.ts'
import { revoke } from '../assignments/revoke.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { showBureau } from '../show-bureau.ts'
import { adopted, aLocalElection, aMember, bureauDeps, withSections } from '../testing.ts'
import { adoptPlan, previewPlan } from './adopt-plan.ts'
import { keptBureaus } from './bureau-store.ts'
import { planBureaus } from './plan-bureaus.ts'
import { type WantedBureau, wantedBureaus } from './wanted-bureau.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
})
afterAll(() => database.close())

const kept = () => database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election))

/** The plan for these sections, as the law has it. */
async function planFor(sections: readonly number[]): Promise<WantedBureau[]> {
  await withSections(database, election, sections)
  const facts = {
    sections: await database.inScope(staffOf(firstMunicipality), (db) =>
      getSections(db, firstMunicipality, election.electionId),
    ),
    ...{ voters: new Map(), seatsToFill: { G: 19, P: 8 }, firstNumber: 1 },
  }
  return wantedBureaus(planBureaus(loadBureauRules(election.ruleset), election, facts), 'PAPER')
}

const seatOf = async (number: string, role: string, ordinal = 1) => {
  const bureau = (await kept()).find((one) => one.number === number)!
  return bureau.seats.find((seat) => seat.role === role && seat.ordinal === ordinal)!.seatId
}

describe('a plan is adopted', () => {
  test('with every seat, the counting bureaus and the reserves', async () => {
    await adopted(deps, election, await planFor([1, 2, 4]))
    const bureaus = await kept()
    expect(bureaus.map(({ number, counts }) => [number, counts])).toEqual([
      ...[
        ['1', undefined],
        ['2', undefined],
        ['3', undefined],
      ],
      ...[
        ['G1', [1, 2, 4]],
        ['P1', [1, 2, 4]],
        ['RC', undefined],
        ['RP', undefined],
      ],
    ])
    expect(bureaus[2]).toMatchObject({ section: 4, place: 'De Linde', room: 'Lokaal 4' })
    expect(bureaus.map(({ seats }) => seats.length)).toEqual([10, 10, 10, 8, 6, 1, 1])
  })

  test('again: nothing changes, and no trace says otherwise', async () => {
    const before = await kept()
    const again = await adoptPlan(deps, { election, wanted: await planFor([1, 2, 4]), by: 'test' })
    expect(again).toMatchObject({
      ok: true,
      difference: { added: [], changed: [], dropped: [], unchanged: 7 },
    })
    expect(await kept()).toEqual(before)
  })

  test('a section between two others moves the numbers up, and the bureaus stay the same ones', async () => {
    const before = await kept()
    const wanted = await planFor([1, 2, 3, 4])
    const preview = await previewPlan(deps, { election, wanted })
    expect(preview.added.map(({ number }) => number)).toEqual(['3', 'G2', 'P2'])
    expect(preview.changed.map(({ bureau, changes }) => [bureau.number, changes])).toEqual([
      ['3', [{ field: 'number', from: '3', to: '4' }]],
      ['G1', [{ field: 'counts', from: '1, 2, 4', to: '1, 2' }]],
      ['P1', [{ field: 'counts', from: '1, 2, 4', to: '1, 2' }]],
    ])
    expect(await kept()).toEqual(before)
    await adopted(deps, election, wanted)
    const after = await kept()
    expect(after.find(({ section }) => section === 4)).toMatchObject({
      bureauId: before.find(({ section }) => section === 4)!.bureauId,
      number: '4',
    })
    expect(after.find(({ number }) => number === 'G2')!.counts).toEqual([3, 4])
  })

  test('a seat more, a seat that becomes optional, a seat less', async () => {
    const [first, ...rest] = await planFor([1, 2, 3, 4])
    const other = {
      ...first!,
      seats: { ...first!.seats, ASSESSOR: 3, SUBSTITUTE: 5 },
      extra: { ASSESSOR: 1 },
    }
    const { changed } = await previewPlan(deps, { election, wanted: [other, ...rest] })
    expect(changed).toMatchObject([
      { addedSeats: [{ role: 'SUBSTITUTE', ordinal: 5 }], droppedSeats: [], turnedSeats: [{ ordinal: 4 }] },
    ])
    await adopted(deps, election, [other, ...rest])
    expect(await previewPlan(deps, { election, wanted: [other, ...rest] })).toMatchObject({ changed: [] })
    await adopted(deps, election, [first!, ...rest])
    expect((await kept())[0]!.seats).toHaveLength(10)
  })
})

describe('nobody is lost by a plan', () => {
  test('a seat that somebody is proposed for holds the whole plan back, until that person left it', async () => {
    const memberId = await aMember(deps, election, 1)
    const seatId = await seatOf('4', 'CHAIR')
    const act = { election, by: 'clerk' }
    const proposed = await proposeMember(deps, {
      ...{ ...act, seatId, memberId, origin: 'CATEGORY', authority: 'municipality' },
    })
    if (!proposed.ok) throw new Error(proposed.because)
    const before = await kept()
    const wanted = await planFor([1, 2, 3])
    const refusal = await adoptPlan(deps, { election, wanted, by: 'test' })
    expect(refusal).toMatchObject({ ok: false, because: 'would-lose-people', detail: '4 CHAIR 1' })
    expect(await kept()).toEqual(before)

    const step = { ...act, assignmentId: proposed.assignment.assignmentId, authority: 'magistrate' as const }
    await designate(deps, step)
    await revoke(deps, { ...step, reason: 'is a candidate' })
    expect(await adoptPlan(deps, { election, wanted, by: 'test' })).toMatchObject({ ok: true })
    expect((await kept()).map(({ number }) => number)).not.toContain('4')
    const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
      sql<{
        seats: number
      }>`select count(*) as seats from bureaus.seat where given_up_at is not null`.execute(db),
    )
    expect(rows[0]!.seats, 'the seat of the past stays, the others are gone').toBe(1)
  })

  test('a seat that was given up takes nobody', async () => {
    const memberId = await aMember(deps, election, 2)
    const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
      sql<{ id: never }>`select seat_id as id from bureaus.seat where given_up_at is not null`.execute(db),
    )
    const proposal = { election, by: 'clerk', authority: 'municipality', origin: 'OTHER' } as const
    expect(await proposeMember(deps, { ...proposal, seatId: rows[0]!.id, memberId })).toMatchObject({
      because: 'no-such-seat',
    })
  })
})

test('a bureau is shown with who sits there, and that leaves a trace', async () => {
  const memberId = await aMember(deps, election, 3)
  const seatId = await seatOf('1', 'CHAIR')
  await proposeMember(deps, {
    ...{ election, by: 'clerk', authority: 'municipality', origin: 'CATEGORY', seatId, memberId },
  })
  const shown = await showBureau(deps, { election, number: '1', by: 'clerk' })
  expect(shown).toMatchObject({ ok: true })
  if (!shown.ok) return
  expect(shown.seats[0]!.people).toMatchObject([{ member: { lastName: 'Peeters 3' } }])
  expect(shown.seats.slice(1).every(({ people }) => people.length === 0)).toBe(true)
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql`select from platform.audit_event where action = 'bureaus.shown' and actor = 'clerk'`.execute(db),
  )
  expect(rows).toHaveLength(1)
  expect(await showBureau(deps, { election, number: '99', by: 'clerk' })).toMatchObject({
    because: 'no-such-bureau',
  })
})
