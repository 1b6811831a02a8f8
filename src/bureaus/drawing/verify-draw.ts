import { isDeepStrictEqual } from 'node:util'
import { type Draw, drawSchema, type GivenUpDraw } from './draw-file.ts'
import { commitmentOf, drawOrder, seedOf } from './draw-order.ts'
import { spelled } from './public-value.ts'

export type DrawCheckName =
  | 'form'
  | 'pools-sorted-and-each-person-once'
  | 'enough-people'
  | 'commitment'
  | 'commitment-as-published'
  | 'committed-before-chance'
  | 'public-value-spelled'
  | 'withdrawn-marked'
  | 'dice'
  | 'seed'
  | 'orders'

export interface DrawCheck {
  readonly name: DrawCheckName
  readonly ok: boolean
  /** What was found, when it is not as it should be. */
  readonly detail?: string
}

/**
 * Recomputes a draw from its file alone. With `published`, the commitment as it was made known beforehand, it also
 * shows that nothing was changed since; without it, only that the file agrees with itself.
 */
export function verifyDraw(
  document: unknown,
  { published }: { readonly published?: string } = {},
): DrawCheck[] {
  const parsed = drawSchema.safeParse(document)
  const fault = parsed.error?.issues[0]
  const form = check('form', parsed.success, `${fault?.path.join('.') || 'the file'}: ${fault?.message}`)
  return parsed.success ? [form, ...checksOf(parsed.data, published)] : [form]
}

function checksOf(draw: Draw, published: string | undefined): DrawCheck[] {
  const { frozen, commitment, committedAt, publicValue, dice, drawnAt, seed } = draw
  const { knownAt, dice: asked } = frozen.randomness
  return [
    check('pools-sorted-and-each-person-once', arePoolsSound(draw), 'a person stands twice, or out of order'),
    check(
      'enough-people',
      frozen.pools.every(({ places, people }) => places <= people.length),
      tooFew(draw),
    ),
    check('commitment', commitmentOf(frozen) === commitment, 'it is not the hash of what was frozen'),
    ...(published === undefined
      ? []
      : [check('commitment-as-published', published === commitment, `the file has ${commitment}`)]),
    check(
      'committed-before-chance',
      Date.parse(committedAt) < Date.parse(knownAt) && Date.parse(knownAt) <= Date.parse(drawnAt),
      `committed ${committedAt}, value known ${knownAt}, drawn ${drawnAt}`,
    ),
    check(
      'public-value-spelled',
      spelled(frozen, publicValue) === publicValue,
      'it is not in its one spelling',
    ),
    check('withdrawn-marked', (frozen.withdrawn ?? []).every(isMarked), 'one has not the mark that it needs'),
    check('dice', dice.length === asked, `${dice.length} were thrown where ${asked} were announced`),
    check(
      'seed',
      seedOf(commitment, { publicValue, dice }) === seed,
      'it does not follow from what chance said',
    ),
    check('orders', isDeepStrictEqual(draw.orders, ordersOf(draw)), wrongOrders(draw)),
  ]
}

function check(name: DrawCheckName, ok: boolean, detail: string): DrawCheck {
  return ok ? { name, ok } : { name, ok, detail }
}

/** Nobody stands in two pools either: a voter votes in one section. */
function arePoolsSound({ frozen: { pools } }: Draw): boolean {
  const everybody = pools.flatMap(({ people }) => people)
  const units = pools.map(({ unit }) => unit)
  const ascending = pools.every(({ people }) => people.every((one, at) => at === 0 || people[at - 1]! < one))
  return ascending && new Set(everybody).size === everybody.length && new Set(units).size === units.length
}

/** A draw that was given up when its public value could be known says so. */
function isMarked({ withdrawnAt, knownAt, afterChance }: GivenUpDraw): boolean {
  return afterChance === (withdrawnAt === null || Date.parse(withdrawnAt) >= Date.parse(knownAt))
}

/** What a file says of the draws that were given up before it, for who reads the checks. */
export function givenUpBefore(document: unknown): readonly GivenUpDraw[] {
  const parsed = drawSchema.safeParse(document)
  return parsed.success ? (parsed.data.frozen.withdrawn ?? []) : []
}

function ordersOf({ frozen, seed }: Draw): Draw['orders'] {
  return frozen.pools.map((pool) => ({ unit: pool.unit, order: drawOrder(seed, frozen, pool) }))
}

function wrongOrders(draw: Draw): string {
  const right = ordersOf(draw)
  const wrong = right.filter((one, at) => !isDeepStrictEqual(one, draw.orders[at])).map(({ unit }) => unit)
  return `it does not follow from the seed: ${wrong.slice(0, 10).join(', ') || 'there are orders of no pool'}`
}

function tooFew({ frozen }: Draw): string {
  const units = frozen.pools.filter(({ places, people }) => places > people.length).map(({ unit }) => unit)
  return `more places than people: ${units.slice(0, 10).join(', ')}`
}
