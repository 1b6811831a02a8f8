import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLane, shareOf } from './lane.ts'
import type { Place } from './senders.ts'

test('however many processes share, together they have exactly the limit', () => {
  const facts = { concurrency: fc.integer({ min: 1, max: 200 }), rate: fc.integer({ min: 1, max: 5000 }) }
  fc.assert(
    fc.property(fc.record(facts), fc.integer({ min: 1, max: 300 }), ({ concurrency, rate }, count) => {
      const limits = { concurrency, ratePerSecond: rate }
      const shares = Array.from({ length: count }, (_, rank) => shareOf(limits, { rank, count }))
      const sum = (of: (share: (typeof shares)[number]) => number) =>
        shares.reduce((total, share) => total + of(share), 0)
      expect(sum((share) => share.concurrency)).toBe(concurrency)
      expect(sum((share) => share.ratePerSecond)).toBeCloseTo(rate)
    }),
  )
})

test('who does not know how many there are has nothing', () => {
  expect(shareOf({ concurrency: 5, ratePerSecond: 10 }, undefined)).toEqual({
    concurrency: 0,
    ratePerSecond: 0,
  })
})

const limits = { concurrency: 6, ratePerSecond: 100 }

/** Twenty that each stay a moment; answers how many were in it together at most, and how many got no seat. */
async function twenty(lane: ReturnType<typeof createLane>) {
  let [now, most, refused] = [0, 0, 0]
  const one = async () => {
    if (!(await lane.take())) return refused++
    most = Math.max(most, ++now)
    await sleep(3)
    now--
    return lane.free()
  }
  await Promise.all(Array.from({ length: 20 }, one))
  return { most, refused }
}

test('no more are in a lane at once than falls to this process', async () => {
  expect(await twenty(createLane(limits, () => ({ rank: 0, count: 1 })))).toEqual({ most: 6, refused: 0 })
  expect(await twenty(createLane(limits, () => ({ rank: 0, count: 4 })))).toEqual({ most: 2, refused: 0 })
  expect(await twenty(createLane(limits, () => ({ rank: 3, count: 4 })))).toEqual({ most: 1, refused: 0 })
})

test('when others come in, the next wait for fewer seats; when they leave, for more', async () => {
  let place: Place = { rank: 0, count: 3 }
  const lane = createLane(limits, () => place)
  const taken = [await lane.take(), await lane.take()]
  expect(taken).toEqual([true, true])
  let third = false
  const waiting = lane.take().then((seated) => {
    third = seated
  })
  place = { rank: 0, count: 6 }
  lane.free()
  await sleep(1)
  expect(third, 'one of one is taken').toBe(false)
  place = { rank: 0, count: 1 }
  lane.free()
  await waiting
  expect(third).toBe(true)
})

test('cut off from the others, nobody gets a seat any more, those who wait neither', async () => {
  let place: Place | undefined = { rank: 0, count: 6 }
  const lane = createLane(limits, () => place)
  await lane.take()
  const waiting = lane.take()
  place = undefined
  expect(await lane.take()).toBe(false)
  lane.free()
  expect(await waiting).toBe(false)
})
