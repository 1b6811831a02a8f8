import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { drawExample } from '../../../scripts/draw-example.ts'
import { recomputeDraw } from '../../../test/second-check/recompute-draw.ts'
import { sha256 } from '../../platform/hash.ts'
import { commitDraw, runDraw } from './draw.ts'
import { type Draw, drawAlgorithm, type FrozenDraw } from './draw-file.ts'
import { canonicalValue } from './public-value.ts'
import { verifyDraw } from './verify-draw.ts'

const person = (name: string) => sha256(name).toString('hex')
const people = (unit: string, many: number) =>
  Array.from({ length: many }, (_, at) => person(`${unit} ${at}`))

const frozen: FrozenDraw = {
  algorithm: drawAlgorithm,
  drawId: 'zonnedorp-2030-list-b',
  election: { municipality: '99001', code: 'lpkd-2030', pollingDay: '2030-10-13' },
  rules: { regime: 'LPKD', version: 1 },
  randomness: { publicSource: 'Lotto, trekking van zaterdag', knownAt: '2030-08-10T20:00:00.000Z', dice: 3 },
  pools: [
    { unit: 'section-1', places: 12, people: people('1', 40) },
    { unit: 'section-2', places: 12, people: people('2', 900) },
  ],
  withdrawn: [],
}
const committed = commitDraw(frozen, new Date('2030-08-05T09:00:00Z'))
const chance = { publicValue: '4 8 15 16 23 42', dice: [3, 5, 1] }
const drawnAt = new Date('2030-08-12T09:00:00Z')
const draw = runDraw(committed, chance, drawnAt)

const faults = (document: unknown, published?: string) =>
  verifyDraw(document, published === undefined ? {} : { published })
    .filter(({ ok }) => !ok)
    .map(({ name }) => name)

test('another program, written from the description alone, finds the same', () => {
  const { commitment, seed, orders } = draw
  expect(recomputeDraw(draw)).toEqual({ commitment, seed, orders })
})

test('the example of the description is what it says', () => {
  const example = JSON.parse(readFileSync('docs/examples/draw.json', 'utf8')) as Draw
  expect(example, 'run `node --import tsx scripts/write-docs.ts`').toEqual(drawExample())
  expect(faults(example)).toEqual([])
  const { commitment, seed, orders } = example
  expect(recomputeDraw(example)).toEqual({ commitment, seed, orders })
})

test('a draw verifies, also against the commitment that was published', () => {
  expect(faults(draw)).toEqual([])
  expect(faults(draw, committed.commitment)).toEqual([])
})

test('the order says everybody of the pool once, and is the same however the pool was handed in', () => {
  for (const [at, { order }] of draw.orders.entries())
    expect(order.toSorted()).toEqual(frozen.pools[at]!.people.toSorted())
  const reversed = frozen.pools.map((pool) => ({ ...pool, people: pool.people.toReversed() }))
  const again = runDraw(
    commitDraw({ ...frozen, pools: reversed }, new Date(committed.committedAt)),
    chance,
    drawnAt,
  )
  expect(again).toEqual(draw)
})

const late = {
  ...{ drawId: 'zonnedorp-1', commitment: person('c'), committedAt: '2030-08-01T09:00:00.000Z' },
  ...{
    knownAt: '2030-08-03T20:00:00.000Z',
    withdrawnAt: '2030-08-03T21:00:00.000Z',
    why: 'verkeerde kiezerslijst',
  },
  afterChance: true,
}

test.each([
  ['4 8 15 16 23 42', '4 8 15 16 23 42'],
  ['04-08-15, 16/23 (42)', '4 8 15 16 23 42'],
  ['Lotto: 4, Joker 000 0A1F', 'lotto 4 joker 0 0a1f'],
  [' – ', ''],
])('a public value has one spelling: %s', (typed, spelling) => {
  expect(canonicalValue(typed)).toBe(spelling)
  expect(canonicalValue(spelling)).toBe(spelling)
})

test('the same outcome, however it is written, draws the same', () => {
  expect(runDraw(committed, { ...chance, publicValue: '04-08-15-16-23-42' }, drawnAt)).toEqual(draw)
})

test('a file of the first algorithm stays verifiable, with its value letter by letter', () => {
  const { withdrawn: _, ...rest } = frozen
  const before = commitDraw({ ...rest, algorithm: 'kiesloket-draw-1' }, new Date(committed.committedAt))
  const old = runDraw(before, { ...chance, publicValue: '04-08-15' }, drawnAt)
  expect(old.publicValue).toBe('04-08-15')
  expect(faults(old, before.commitment)).toEqual([])
  expect(recomputeDraw(old)).toMatchObject({ seed: old.seed, orders: old.orders })
})

describe('the program of the page', () => {
  const page = readFileSync('docs/formats/draw.md', 'utf8')
  const program = /```js\n([\s\S]*?)```/.exec(page)![1]!
  const folder = mkdtempSync(join(tmpdir(), 'kiesloket-recompute-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (file: unknown, ...more: readonly string[]) => {
    writeFileSync(join(folder, 'narekenen.mjs'), program)
    writeFileSync(join(folder, 'loting.json'), JSON.stringify(file))
    const ran = spawnSync(process.execPath, ['narekenen.mjs', 'loting.json', ...more], {
      ...{ cwd: folder, encoding: 'utf8' },
    })
    return { ...ran, wrong: ran.stdout.split('\n').filter((line) => line.startsWith('WRONG')) }
  }

  test('is the one that the desk hands out', () => {
    expect(program).toBe(readFileSync('src/desk/bureaus/draw/narekenen.mjs', 'utf8'))
  })

  test('finds that a draw holds, and tells what was given up', () => {
    expect(run(draw, committed.commitment)).toMatchObject({ status: 0, wrong: [] })
    const again = commitDraw({ ...frozen, withdrawn: [late] }, new Date(committed.committedAt))
    const ran = run(runDraw(again, chance, drawnAt), again.commitment)
    expect([ran.status, ran.stdout.includes('zonnedorp-1 was given up AFTER')]).toEqual([0, true])
  })

  test.each<[string, object]>([
    ['the dice', { ...draw, dice: [3, 5, 2] }],
    ['a value in another spelling', { ...draw, publicValue: '4-8-15-16-23-42' }],
    ['the order', { ...draw, orders: draw.orders.map((one) => ({ ...one, order: one.order.toReversed() })) }],
    ['the pool', { ...draw, frozen: { ...draw.frozen, drawId: 'other' } }],
  ])('finds what was changed: %s', (_, changed) => {
    expect(run(changed, committed.commitment)).toMatchObject({ status: 1 })
  })

  test('finds another commitment than the one that was made known', () => {
    expect(run(draw, 'f'.repeat(64)).wrong).toEqual(['WRONG  commitment is the one that was made known'])
  })
})

describe('what was changed afterwards is found', () => {
  const [first, second] = draw.frozen.pools as [FrozenDraw['pools'][number], FrozenDraw['pools'][number]]
  const [order, otherOrder] = draw.orders as [Draw['orders'][number], Draw['orders'][number]]
  const swapped = [order.order[1]!, order.order[0]!, ...order.order.slice(2)]

  test.each<[string, unknown, string[]]>([
    ['two people change places', { ...draw, orders: [{ ...order, order: swapped }, otherOrder] }, ['orders']],
    [
      'somebody is taken out',
      { ...draw, orders: [{ ...order, order: order.order.slice(1) }, otherOrder] },
      ['orders'],
    ],
    ['the dice', { ...draw, dice: [3, 5, 2] }, ['seed']],
    ['a die more', { ...draw, dice: [3, 5, 1, 1] }, ['dice', 'seed']],
    ['the public value', { ...draw, publicValue: '1 2 3 4 5 6' }, ['seed']],
    ['another spelling', { ...draw, publicValue: '4-8-15-16-23-42' }, ['public-value-spelled', 'seed']],
    [
      'a mark that is missing',
      { ...draw, frozen: { ...draw.frozen, withdrawn: [{ ...late, afterChance: false }] } },
      ['commitment', 'withdrawn-marked'],
    ],
    ['what was given up, left out', { ...draw, frozen: { ...draw.frozen, withdrawn: undefined } }, ['form']],
    ['the seed', { ...draw, seed: person('x') }, ['seed', 'orders']],
    [
      'one person in the pool',
      withPools([{ ...first, people: [...first.people.slice(1), 'f'.repeat(64)] }, second]),
      ['commitment', 'orders'],
    ],
    [
      'a person twice',
      withPools([first, { ...second, people: [first.people[0], ...second.people].sort() }]),
      ['pools-sorted-and-each-person-once', 'commitment', 'orders'],
    ],
    [
      'more places than people',
      withPools([{ ...first, places: 41 }, second]),
      ['enough-people', 'commitment'],
    ],
    [
      'committed when chance had spoken',
      { ...draw, committedAt: '2030-08-11T09:00:00.000Z' },
      ['committed-before-chance'],
    ],
    [
      'drawn before chance had spoken',
      { ...draw, drawnAt: '2030-08-09T09:00:00.000Z' },
      ['committed-before-chance'],
    ],
    ['it is no draw', { seed: draw.seed }, ['form']],
    ['it is nothing', null, ['form']],
  ])('%s', (_, changed, expected) => {
    expect(faults(changed)).toEqual(expected)
  })

  test('all was made anew, after the dice: the published commitment shows it', () => {
    const people = [...first.people.slice(1), 'f'.repeat(64)].sort()
    const forged = runDraw(
      commitDraw({ ...frozen, pools: [{ ...first, people }, second] }, new Date(committed.committedAt)),
      chance,
      drawnAt,
    )
    expect(faults(forged)).toEqual([])
    expect(faults(forged, committed.commitment)).toEqual(['commitment-as-published'])
  })

  function withPools(pools: unknown[]) {
    return { ...draw, frozen: { ...draw.frozen, pools } }
  }
})

test('nobody is favoured: over 3,000 seeds each of ten comes first about as often', () => {
  const ten = people('ten', 10)
  const small = commitDraw(
    { ...frozen, pools: [{ unit: 'section-1', places: 1, people: ten }] },
    new Date(committed.committedAt),
  )
  const first = new Map(ten.map((one) => [one, 0]))
  for (let value = 0; value < 3000; value++) {
    const { orders } = runDraw(small, { publicValue: String(value), dice: [1, 2, 3] }, drawnAt)
    const winner = orders[0]!.order[0]!
    first.set(winner, first.get(winner)! + 1)
  }
  const chiSquare = [...first.values()].reduce((sum, seen) => sum + (seen - 300) ** 2 / 300, 0)
  expect(chiSquare, 'nine degrees of freedom, one in a thousand').toBeLessThan(27.88)
})
