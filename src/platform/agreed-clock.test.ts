import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { keepAgreedClock } from './agreed-clock.ts'
import { createLogger } from './log.ts'

const log = createLogger('silent')
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const hour = 3_600_000

async function differenceFromDatabase(now: () => Date): Promise<number> {
  return database.inScope({ directory: true }, async (db) => {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
    return Math.abs(now().getTime() - rows[0]!.now.getTime())
  })
}

test.each([-1, 1])('a machine that is %d hour ahead goes by the clock of the database', async (hours) => {
  const clock = { now: () => new Date(Date.now() + hours * hour) }
  const agreed = await keepAgreedClock({ database, clock, log })
  expect(await differenceFromDatabase(agreed.now)).toBeLessThan(hour / 2)
  agreed.stop()
})

test('a clock that is set while it runs is noticed; a database that is away changes nothing', async () => {
  let ahead = 0
  let isAway = false
  const clock = { now: () => new Date(Date.now() + ahead) }
  const asked: typeof database = {
    ...database,
    inScope: (...wanted) => (isAway ? Promise.reject(new Error('away')) : database.inScope(...wanted)),
  }
  const agreed = await keepAgreedClock({ database: asked, clock, log }, 20)
  ahead = hour
  while ((await differenceFromDatabase(agreed.now)) > hour / 2) await sleep(20)
  isAway = true
  await sleep(60)
  expect(await differenceFromDatabase(agreed.now)).toBeLessThan(hour / 2)
  agreed.stop()
})
