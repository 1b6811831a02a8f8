import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { aCampaign, addTestMunicipality } from './testing.ts'
import { watchBatch } from './watch-batch.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

/** What `ask` answers when the clock of this machine says that so much time went by. */
function after<T>(ms: number, ask: () => T): T {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + ms)
  try {
    return ask()
  } finally {
    clock.mockRestore()
  }
}

async function watched(work: (mayLeave: () => boolean, lock: AbortController) => void): Promise<void> {
  const { documents, ...campaign } = await aCampaign(database, firstMunicipality, 1)
  const { documentId } = documents[0]!
  const lock = new AbortController()
  let looks = 0
  const counting: Database = {
    ...database,
    inScope: (scope, work) => database.inScope(scope, work).finally(() => looks++),
  }
  const never = new AbortController().signal
  const watch = watchBatch(
    { database: counting, clock: systemClock },
    { ...campaign, batch: 1 },
    { lost: lock.signal },
    never,
  )
  try {
    while (looks === 0) await sleep(5)
    work(() => watch.mayLeave(documentId), lock)
  } finally {
    watch.end()
  }
}

test('a process that stood still lets nothing leave: its lock may be another’s, and it has not heard so yet', async () => {
  await watched((mayLeave) => {
    expect(mayLeave()).toBe(true)
    expect(after(20_000, mayLeave)).toBe(false)
    expect(after(-60_000, mayLeave), 'a clock that is put back says nothing').toBe(true)
  })
})

test('nothing leaves from the moment that the lock is lost', async () => {
  await watched((mayLeave, lock) => {
    expect(mayLeave()).toBe(true)
    lock.abort()
    expect(mayLeave()).toBe(false)
  })
})
