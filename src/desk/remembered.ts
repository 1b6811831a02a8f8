import type { Clock } from '../platform/clock.ts'

interface Remembered<Value> {
  readonly value: Promise<Value>
  readonly startedAt: number
  until: number
}

/** Counted at that moment. */
export interface CountedAt<Value> {
  readonly value: Value
  readonly at: Date
}

/**
 * What takes long to count is counted once for all who look at it, and again only after ten times as long as it took: ten
 * people who refresh a page of a city keep the database no busier than one. A failure is not remembered.
 */
export function createMemory(mostKept = 200) {
  const kept = new WeakMap<object, Map<string, Remembered<unknown>>>()
  return async function remembered<Value>(
    { database, clock }: { readonly database: object; readonly clock: Clock },
    key: string,
    count: () => Promise<Value>,
  ): Promise<CountedAt<Value>> {
    const ofDatabase = kept.get(database) ?? new Map<string, Remembered<unknown>>()
    kept.set(database, ofDatabase)
    const there = ofDatabase.get(key) as Remembered<Value> | undefined
    if (there && there.until > performance.now())
      return { value: await there.value, at: new Date(there.startedAt) }
    if (ofDatabase.size >= mostKept) ofDatabase.clear()
    const began = performance.now()
    const fresh: Remembered<Value> = {
      value: count(),
      startedAt: clock.now().getTime(),
      until: Number.POSITIVE_INFINITY,
    }
    ofDatabase.set(key, fresh)
    try {
      const value = await fresh.value
      fresh.until = performance.now() + 10 * (performance.now() - began)
      return { value, at: new Date(fresh.startedAt) }
    } catch (error) {
      ofDatabase.delete(key)
      throw error
    }
  }
}

export const remembered = createMemory()
