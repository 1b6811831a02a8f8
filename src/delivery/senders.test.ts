import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { createSenders, type Senders } from './senders.ts'
import { addTestMunicipality } from './testing.ts'

const times = { heartbeatMs: 40, lostAfterMs: 1200, lingerMs: 120 }
const go = new AbortController().signal

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const open: Senders[] = []
function aSender(): Senders {
  const senders = createSenders(database, times)
  open.push(senders)
  return senders
}
afterEach(async () => {
  for (const senders of open.splice(0)) await senders.close()
})

const join = (senders: Senders, ...lanes: string[]) => senders.join(lanes, firstMunicipality, go)

/** Looks again until it is so. */
async function eventually(what: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return what()
    } catch (error) {
      if (tries > 400) throw error
      await sleep(10)
    }
  }
}

test('the first has the lane alone; with a second both know that they are two, in the order they came', async () => {
  const [one, two] = [aSender(), aSender()]
  await join(one, 'a')
  expect(one.placeIn('a')).toEqual({ rank: 0, count: 1 })
  await join(two, 'a')
  expect(two.placeIn('a')).toEqual({ rank: 1, count: 2 })
  await eventually(() => expect(one.placeIn('a')).toEqual({ rank: 0, count: 2 }))
})

test('lanes are apart, and who is in none has no place', async () => {
  const [one, two] = [aSender(), aSender()]
  await join(one, 'b')
  await join(two, 'c')
  expect(one.placeIn('b')).toEqual({ rank: 0, count: 1 })
  expect(two.placeIn('b')).toBeUndefined()
})

test('who comes in where somebody is waits until that one knows, however slowly it hears', async () => {
  const slow = createSenders(database, { ...times, heartbeatMs: 400, lostAfterMs: 30_000 })
  open.push(slow)
  await join(slow, 'd')
  await join(aSender(), 'd')
  expect(slow.placeIn('d')).toEqual({ rank: 0, count: 2 })
})

test('two that come in at one moment never both believe to be alone', async () => {
  for (let round = 0; round < 5; round++) {
    const pair = [aSender(), aSender()]
    await Promise.all(pair.map((each) => join(each, `e${round}`)))
    await eventually(() => expect(pair.map((each) => each.placeIn(`e${round}`)?.count)).toEqual([2, 2]))
  }
})

test('who left is out after a while, and the others have it all again', async () => {
  const [one, two] = [aSender(), aSender()]
  await join(one, 'f')
  const joined = await join(two, 'f')
  joined.leave()
  expect(two.placeIn('f')?.count).toBe(2)
  await eventually(() => expect(one.placeIn('f')?.count).toBe(1))
  expect(two.placeIn('f')).toBeUndefined()
})

test('a process that was lost counts no longer, and is waited for until then', async () => {
  const lost = createSenders(database, { ...times, heartbeatMs: 600_000, lostAfterMs: 6_000_000 })
  const one = aSender()
  await join(lost, 'k')
  const joined = join(one, 'k')
  await eventually(() => expect(one.placeIn('k')).toEqual({ rank: 1, count: 2 }))
  await joined
  await eventually(() => expect(one.placeIn('k')).toEqual({ rank: 0, count: 1 }))
})

test('a process that ends counts no longer', async () => {
  const [one, ending] = [aSender(), aSender()]
  await join(one, 'g')
  await join(ending, 'g')
  await ending.close()
  await eventually(() => expect(one.placeIn('g')?.count).toBe(1))
})

test('a process that can no longer tell that it is there counts itself out', async () => {
  const own = await testDatabase()
  await addTestMunicipality(own, firstMunicipality)
  const senders = createSenders(own, times)
  await join(senders, 'h')
  expect(senders.placeIn('h')).toEqual({ rank: 0, count: 1 })
  await own.close()
  await eventually(() => expect(senders.placeIn('h')).toBeUndefined())
  await senders.close()
})

test('a stop while it waits for the others is heard at once', async () => {
  const slow = createSenders(database, { ...times, heartbeatMs: 60_000, lostAfterMs: 600_000 })
  const one = aSender()
  await join(one, 'i')
  const stop = new AbortController()
  const waiting = slow.join(['i'], firstMunicipality, stop.signal)
  await sleep(50)
  stop.abort()
  await waiting
})
