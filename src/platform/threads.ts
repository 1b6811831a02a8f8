import { availableParallelism } from 'node:os'

/** Threads worth starting beside the main one; more than this are not worth their memory. */
const most = 4

export function sparePower(): number {
  return Math.min(Math.max(availableParallelism() - 1, 1), most)
}

/** Threads worth starting where the main one has next to nothing to do. */
export function allPower(): number {
  return Math.min(availableParallelism(), most)
}

/**
 * Works on a stream of items, some at once; the outcomes come in the order of the items. Reads no further ahead
 * than `atOnce`.
 */
export async function* inOrder<Item, Outcome>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const underWay: Promise<Outcome>[] = []
  for await (const item of items) {
    const outcome = work(item)
    outcome.catch(() => {}) // whoever awaits it in turn hears of it; nobody does once one before it has failed
    underWay.push(outcome)
    if (underWay.length >= atOnce) yield await underWay.shift()!
  }
  while (underWay.length > 0) yield await underWay.shift()!
}
