import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database, Db } from '../platform/db/database.ts'
import { type Scope, staffOf } from '../platform/db/scope.ts'
import { type MunicipalityId, newId } from '../platform/ids.ts'
import {
  databaseTime,
  endPresence,
  haveToldSince,
  type PlaceInLane,
  placesOf,
  tellPresence,
} from './sender-store.ts'

/** Where this process stands among those that send in one lane. */
export type Place = Pick<PlaceInLane, 'rank' | 'count'>

/**
 * The processes of an installation that send at this moment, as far as this one knows. A lane is what several of them
 * share the limits of: a party, or a municipality.
 */
export interface Senders {
  /** Stands in these lanes until `leave`. When it comes in where others are, it waits until they know of it. */
  join(lanes: readonly string[], as: MunicipalityId, signal: AbortSignal): Promise<{ leave(): void }>
  /** `undefined`: not there, or cut off for so long that the others no longer count on it. */
  placeIn(lane: string): Place | undefined
  close(): Promise<void>
}

/** A process that need not share with others. */
export const alone: Senders = {
  join: async () => ({ leave() {} }),
  placeIn: () => ({ rank: 0, count: 1 }),
  close: async () => {},
}

export interface SenderTimes {
  readonly heartbeatMs: number
  /** A process that was not heard of for so long is no longer counted. It stops by itself before. */
  readonly lostAfterMs: number
  /** How long it stays in a lane between one batch and the next. */
  readonly lingerMs: number
}

/** How often one that comes in looks whether the others know of it. */
const looksPerHeartbeat = 4

const usualTimes: SenderTimes = { heartbeatMs: 1000, lostAfterMs: 10_000, lingerMs: 30_000 }

interface Presence {
  readonly as: MunicipalityId
  batches: number
  quietSince: number
  /** As heard the last time, and when that was asked. */
  place?: Place
  heardAt: number
  /** When all who are there know of this process. */
  known?: Promise<void> | undefined
}

interface State {
  readonly database: Database
  readonly times: SenderTimes
  readonly senderId: string
  readonly lanes: Map<string, Presence>
}

/** Told by a table of the database, so that all machines know the same. Times are in milliseconds. */
export function createSenders(database: Database, times: SenderTimes = usualTimes): Senders {
  const state: State = { database, times, senderId: newId(), lanes: new Map() }
  const { lanes } = state
  let timer: NodeJS.Timeout | undefined
  let beating: Promise<void> | undefined

  // A beat that fails is a beat that is missed: after some of them this process counts itself out.
  function onTime(): void {
    beating ??= beat(state)
      .catch(() => {})
      .finally(() => {
        beating = undefined
      })
  }

  return {
    placeIn(lane) {
      const { place, heardAt } = lanes.get(lane) ?? { heardAt: 0 }
      const countedOutAfter = times.lostAfterMs - 2 * times.heartbeatMs
      return performance.now() - heardAt > countedOutAfter ? undefined : place
    },
    async join(names, as, signal) {
      timer ??= setInterval(onTime, times.heartbeatMs).unref()
      const leave = () => {
        for (const name of names) go(state, name)
      }
      try {
        await untilAborted(Promise.all(names.map((name) => come(state, name, as))), signal)
      } catch (error) {
        leave()
        throw error
      }
      return { leave }
    },
    async close() {
      clearInterval(timer)
      await beating
      await endIn(state, [...lanes.keys()]).catch(() => {}) // then the others miss it
    },
  }
}

async function beat(state: State): Promise<void> {
  const quietFrom = performance.now() - state.times.lingerMs
  const quiet = [...state.lanes].filter(
    ([, { batches, quietSince }]) => batches === 0 && quietSince < quietFrom,
  )
  await endIn(
    state,
    quiet.map(([name]) => name),
  )
  await hear(state, [...state.lanes.keys()])
}

async function hear(state: State, names: readonly string[]): Promise<void> {
  const { database, lanes, senderId } = state
  const scope = scopeOf(state, names)
  if (!scope) return
  const asked = { lanes: names, lostAfterMs: state.times.lostAfterMs }
  const askedAt = performance.now()
  await database.inScope(scope, (db) => tellPresence(db, senderId, names))
  // After the commit: of two that come in at once, at least one sees the other.
  const places = await database.inScope(scope, (db) => placesOf(db, senderId, asked))
  for (const { lane, rank, count } of places) {
    const presence = lanes.get(lane)
    if (presence) Object.assign(presence, { place: { rank, count }, heardAt: askedAt })
  }
}

async function endIn(state: State, names: readonly string[]): Promise<void> {
  const { database, lanes, senderId } = state
  const scope = scopeOf(state, names)
  if (!scope) return
  for (const name of names) lanes.delete(name)
  const ended = { lanes: names, lostAfterMs: state.times.lostAfterMs }
  await database.inScope(scope, (db) => endPresence(db, senderId, ended))
}

/** Any municipality that sends will do; nothing to say without one. */
function scopeOf({ lanes }: State, [name = '']: readonly string[]): Scope | undefined {
  const presence = lanes.get(name)
  return presence && staffOf(presence.as)
}

/** Stands in a lane from now on; ends when all who are there know of it. */
function come(state: State, name: string, as: MunicipalityId): Promise<void> {
  const presence = state.lanes.get(name) ?? {
    as,
    batches: 0,
    quietSince: 0,
    heardAt: Number.NEGATIVE_INFINITY,
  }
  state.lanes.set(name, presence)
  presence.batches++
  presence.known ??= enter(state, name, presence)
  return presence.known
}

async function enter(state: State, name: string, presence: Presence): Promise<void> {
  try {
    await hear(state, [name])
    if (presence.place && presence.place.count > 1) await untilOthersKnow(state, name)
  } catch (error) {
    presence.known = undefined
    throw error
  }
}

/** Each tells that it is there, then looks who else is: told twice, it has looked in between. */
async function untilOthersKnow(state: State, lane: string): Promise<void> {
  for (let told = 0; told < 2; told++) await untilOthersTell(state, lane)
}

/** Not a matter of so many heartbeats: one of a machine or a database that is busy may take its time. */
async function untilOthersTell(state: State, lane: string): Promise<void> {
  const { database, senderId, times } = state
  const ask = <T>(question: (db: Db) => Promise<T>): Promise<T> | undefined => {
    const scope = scopeOf(state, [lane])
    return scope && database.inScope(scope, question)
  }
  const since = await ask(databaseTime)
  if (since === undefined) return
  const asked = { lane, since, lostAfterMs: times.lostAfterMs }
  while ((await ask((db) => haveToldSince(db, senderId, asked))) === false) {
    await sleep(times.heartbeatMs / looksPerHeartbeat, undefined, { ref: false })
  }
}

function go({ lanes }: State, name: string): void {
  const presence = lanes.get(name)
  if (!presence) return
  presence.batches--
  presence.quietSince = performance.now()
}

async function untilAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const ended = new AbortController()
  const aborted = once(signal, 'abort', { signal: ended.signal }).catch(() => {})
  try {
    if (!signal.aborted) await Promise.race([work, aborted])
  } finally {
    ended.abort()
    work.catch(() => {})
  }
}
