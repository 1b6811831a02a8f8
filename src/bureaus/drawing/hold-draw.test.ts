import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { recomputeDraw } from '../../../test/second-check/recompute-draw.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId, SeatId } from '../../platform/ids.ts'
import { adoptList } from '../listing/adopt-list.ts'
import { listContent } from '../listing/list-content.ts'
import { proposeNext } from '../listing/propose-next.ts'
import { aKeeper, aNaming, candidatesAre, importNamings, withVoters } from '../listing/testing.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aLocalElection, aPollingBureau, bureauDeps, withSections } from '../testing.ts'
import type { Draw } from './draw-file.ts'
import { commitmentOf } from './draw-order.ts'
import { currentDraw, drawsOf } from './draw-store.ts'
import { freezeDraw } from './freeze-draw.ts'
import { holdDraw } from './hold-draw.ts'
import type { KeptDraw } from './kept-draw.ts'
import { verifyDraw } from './verify-draw.ts'
import { withdrawDraw } from './withdraw-draw.ts'
import { drawFile } from './write-draw-file.ts'

const before = '2030-08-20T08:00:00Z'
const knownAt = new Date('2030-08-21T18:00:00Z')
const after = '2030-08-21T19:00:00Z'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let municipalityId = 0 as MunicipalityId
let election: Election
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  deps = bureauDeps(database, before)
  municipalityId = (municipalityId + 1) as MunicipalityId
  election = await aLocalElection(database, municipalityId)
  await withSections(database, election, [1, 2])
  await withVoters(deps, election, 40, (n) => 1 + (n % 2))
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)
const clerk = () => aKeeper(election, 'clerk')
const registrar = () => aKeeper(election, 'registrar')
const freeze = (more: Partial<Parameters<typeof freezeDraw>[1]> = {}) =>
  freezeDraw(deps, {
    ...{ election, staff: clerk(), publicSource: 'Lotto van woensdag', knownAt, dice: 2, twoPeople: true },
    ...more,
  })
const hold = (more: Partial<Parameters<typeof holdDraw>[1]> = {}) =>
  holdDraw(deps, { election, staff: registrar(), publicValue: '4 8 15 16 23 42', dice: [3, 6], ...more })
async function fileOf(): Promise<Draw> {
  const draw = (await inScope((db) => currentDraw(db, election))) as KeptDraw & { state: 'DRAWN' }
  let text = ''
  for await (const piece of drawFile(database, election, draw)) text += piece
  return JSON.parse(text) as Draw
}
async function drawn() {
  expect(await freeze()).toMatchObject({ ok: true })
  deps.clock.moveTo(after)
  expect(await hold()).toMatchObject({ ok: true })
  return fileOf()
}

describe('a draw of list B', () => {
  test('is recomputed from its file, by this program and by another, with the commitment that was made known', async () => {
    const committed = await freeze()
    if (!committed.ok) throw new Error(committed.because)
    const published = committed.draw.commitment
    deps.clock.moveTo(after)
    expect(await hold()).toMatchObject({ ok: true })
    const file = await fileOf()
    expect(verifyDraw(file, { published }).filter(({ ok }) => !ok)).toEqual([])
    const { commitment, seed, orders } = file
    expect(commitment).toBe(commitmentOf(file.frozen))
    expect(recomputeDraw(file)).toEqual({ commitment, seed, orders })
    expect(file.frozen.pools.map(({ unit, places, people }) => [unit, places, people.length])).toEqual([
      ['section-1', 12, 20],
      ['section-2', 12, 20],
    ])
  })

  test('leaves out who is on list A and who is a candidate', async () => {
    await importNamings(deps, election, aNaming(0), aNaming(2))
    await candidatesAre(deps, election, 1)
    const { frozen } = await drawn()
    expect(frozen.pools.map(({ people }) => people.length)).toEqual([18, 19])
  })

  test('gives list B, which the college adopts', async () => {
    expect(await inScope((db) => listContent(db, election, 'B'))).toBeUndefined()
    await drawn()
    const decision = { decision: 'CBS 2030/120', decidedOn: '2030-08-22', by: 'clerk' }
    expect(await adoptList(deps, { election, kind: 'B', ...decision })).toMatchObject({ people: 24 })
  })
})

describe('refused, and nothing changes', () => {
  test.each<[string, Partial<Parameters<typeof freezeDraw>[1]>, string]>([
    ['a moment that is past', { knownAt: new Date(before) }, 'moment-passed'],
    ['no source', { publicSource: ' ' }, 'no-public-source'],
    ['half a die', { dice: 0.5 }, 'no-dice'],
  ])('fixing with %s', async (_, more, because) => {
    expect(await freeze(more)).toMatchObject({ ok: false, because })
    expect(await inScope((db) => drawsOf(db, election))).toEqual([])
  })

  test('fixing a second time, or by who may not', async () => {
    expect(await freeze({ staff: { ...clerk(), rights: ['bureaus.read'] } })).toMatchObject({
      because: 'right-missing',
    })
    await freeze()
    expect(await freeze()).toMatchObject({ because: 'already-committed' })
  })

  test('drawing too early, by the same person, with other dice, twice', async () => {
    expect(await hold()).toMatchObject({ because: 'nothing-committed' })
    await freeze()
    expect(await hold()).toMatchObject({ because: 'before-the-moment' })
    deps.clock.moveTo(after)
    expect(await hold({ staff: clerk() })).toMatchObject({ because: 'committed-by-same-person' })
    expect(await hold({ dice: [3] })).toMatchObject({ because: 'not-those-dice' })
    expect(await hold({ dice: [3, 7] })).toMatchObject({ because: 'not-those-dice' })
    expect(await hold({ publicValue: '' })).toMatchObject({ because: 'no-public-value' })
    expect(await hold()).toMatchObject({ ok: true })
    expect(await hold({ dice: [1, 1] })).toMatchObject({ because: 'already-drawn' })
    expect(await withdrawDraw(deps, { election, staff: clerk(), reason: 'spijt' })).toMatchObject({
      because: 'already-drawn',
    })
  })

  test('one person may do both where that was fixed', async () => {
    await freeze({ twoPeople: false })
    deps.clock.moveTo(after)
    expect(await hold({ staff: clerk() })).toMatchObject({ ok: true })
  })
})

test('a draw that breaks off in the middle leaves nothing: it is held again, with the same order', async () => {
  await freeze()
  deps.clock.moveTo(after)
  const broken = {
    ...deps,
    database: {
      ...database,
      inScope: <T>(scope: never, work: (db: Db) => Promise<T>) =>
        database.inScope(scope, async (db) => {
          await work(db)
          throw new Error('killed')
        }),
    },
  }
  const facts = { election, staff: registrar(), publicValue: '4 8 15 16 23 42', dice: [3, 6] }
  await expect(holdDraw(broken as never, facts)).rejects.toThrow('killed')
  const ranked = await inScope((db) =>
    sql`select from bureaus.drawn_person where rank is not null and municipality_id = ${municipalityId}`.execute(
      db,
    ),
  )
  expect(ranked.rows).toEqual([])
  expect(await inScope((db) => currentDraw(db, election))).toMatchObject({ state: 'COMMITTED' })
  expect(await hold()).toMatchObject({ ok: true })
})

test('a draw that is given up keeps its commitment known, and another is fixed under another name', async () => {
  const first = await freeze()
  expect(await withdrawDraw(deps, { election, staff: clerk(), reason: 'Lotto afgelast' })).toEqual({
    ok: true,
  })
  expect(await freeze()).toMatchObject({ ok: true })
  const [second, withdrawn] = await inScope((db) => drawsOf(db, election))
  expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', commitment: first.ok && first.draw.commitment })
  expect(second!.frozen.drawId).not.toBe(withdrawn!.frozen.drawId)
})

describe('a draw that is given up after its public value could be known', () => {
  const giveUp = (more: object = {}) =>
    withdrawDraw(deps, { election, staff: clerk(), reason: 'verkeerde kiezerslijst', ...more })

  test('is refused unless somebody knows it, and the file of the next one marks it with the reason', async () => {
    const first = await freeze()
    deps.clock.moveTo(after)
    expect(await giveUp()).toMatchObject({ because: 'after-chance' })
    expect(await inScope((db) => currentDraw(db, election))).toMatchObject({ state: 'COMMITTED' })
    expect(await giveUp({ isAfterChance: true })).toEqual({ ok: true })
    const nextKnown = new Date('2030-08-24T18:00:00Z')
    const second = await freeze({ knownAt: nextKnown })
    if (!first.ok || !second.ok) throw new Error('not fixed')
    deps.clock.moveTo('2030-08-24T19:00:00Z')
    expect(await hold()).toMatchObject({ ok: true })
    const file = await fileOf()
    expect(file.frozen.withdrawn).toEqual([
      {
        ...{ drawId: first.draw.frozen.drawId, commitment: first.draw.commitment },
        ...{ committedAt: new Date(before).toISOString(), knownAt: knownAt.toISOString() },
        ...{ withdrawnAt: new Date(after).toISOString(), afterChance: true, why: 'verkeerde kiezerslijst' },
      },
    ])
    const published = second.draw.commitment
    expect(verifyDraw(file, { published }).filter(({ ok }) => !ok)).toEqual([])
    expect(recomputeDraw(file)).toMatchObject({ seed: file.seed, orders: file.orders })
    const unmarked = { ...file, frozen: { ...file.frozen, withdrawn: [] } }
    expect(
      verifyDraw(unmarked, { published }).some(({ ok }) => !ok),
      'it is under the commitment',
    ).toBe(true)
  })

  test('before that moment is told without a mark', async () => {
    await freeze()
    expect(await giveUp()).toEqual({ ok: true })
    await freeze()
    const { frozen } = (await inScope((db) => currentDraw(db, election)))!
    expect(frozen.withdrawn).toMatchObject([{ afterChance: false, why: 'verkeerde kiezerslijst' }])
  })

  test('is not told when it was from before that was written down, and then counts as after', async () => {
    await freeze()
    await giveUp()
    await inScope((db) =>
      sql`update bureaus.draw set withdrawn_at = null where municipality_id = ${municipalityId}`.execute(db),
    )
    await freeze()
    const { frozen } = (await inScope((db) => currentDraw(db, election)))!
    expect(frozen.withdrawn).toMatchObject([{ withdrawnAt: null, afterChance: true, why: '' }])
  })
})

test('a public value is kept in its one spelling, whatever was typed', async () => {
  await freeze()
  deps.clock.moveTo(after)
  expect(await hold({ publicValue: ' - ' })).toMatchObject({ because: 'no-public-value' })
  expect(await hold({ publicValue: '04-08-15 / 16 / 23 / 42' })).toMatchObject({
    draw: { publicValue: '4 8 15 16 23 42' },
  })
})

describe('who comes next', () => {
  async function seatsOf(section: number): Promise<SeatId[]> {
    await adopted(deps, election, [aPollingBureau(1, 4, 4), aPollingBureau(2)])
    const bureaus = await inScope((db) => keptBureaus(db, election))
    const bureau = bureaus.find((one) => one.section === section)!
    return bureau.seats.filter(({ role }) => role !== 'CHAIR').map(({ seatId }) => seatId)
  }
  const next = (seatId: SeatId) =>
    proposeNext(deps, { election, seatId, by: 'clerk', authority: 'municipality' })
  const ranks = async (seats: readonly SeatId[]) =>
    (await Promise.all(seats.map(next))).map((one) => (one.ok ? one.assignment.drawRank : one.because))

  test('nobody before there was a draw', async () => {
    const [seat] = await seatsOf(1)
    expect(await next(seat!)).toMatchObject({ because: 'queue-empty' })
  })

  test('asked at the same time, each gets another, in the order of the draw and without a hole', async () => {
    const seats = await seatsOf(1)
    await drawn()
    const given = await ranks(seats)
    expect(given.toSorted((one, other) => Number(one) - Number(other))).toEqual(seats.map((_, at) => at + 1))
  })

  test('who became a candidate since is passed over, and stays in the order', async () => {
    const [seat] = await seatsOf(1)
    await drawn()
    const { rows } = await inScope((db) =>
      sql<{ number: number }>`
        select v.list_number as number from bureaus.drawn_person d
        join voters.voter v on v.nrn_index = d.nrn_index and v.election_id = d.election_id
          and v.municipality_id = d.municipality_id
        where d.unit = 'section-1' and d.rank <= 2 and d.municipality_id = ${municipalityId}`.execute(db),
    )
    await candidatesAre(deps, election, ...rows.map(({ number }) => number - 1))
    expect(await ranks([seat!])).toEqual([3])
    expect((await fileOf()).orders[0]!.order).toHaveLength(20)
  })
})
