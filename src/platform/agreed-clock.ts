import { sql } from 'kysely'
import { type Clock, systemClock } from './clock.ts'
import type { Database } from './db/database.ts'
import type { Logger } from './log.ts'

/** From this difference on it is worth telling whoever runs the machine. */
const worthTellingMs = 2000
const agreeEveryMs = 5000

export interface AgreedClock extends Clock {
  stop(): void
}

/**
 * The clock of the database, which all machines ask: it decides when something may leave, so that a machine whose own clock is ahead
 * sends nothing early and makes nobody wait. The own clock only says how much time went by since the last question, a few
 * seconds ago. While the database is away that goes on.
 */
export async function keepAgreedClock(
  { database, clock: own = systemClock, log }: { database: Database; clock?: Clock; log: Logger },
  everyMs = agreeEveryMs,
): Promise<AgreedClock> {
  let aheadMs = await howFarAhead(database, own)
  if (Math.abs(aheadMs) > worthTellingMs)
    log.warn({ aheadMs: Math.round(aheadMs) }, 'the clock of this machine differs from that of the database')
  const agreeing = setInterval(() => {
    howFarAhead(database, own).then(
      (found) => {
        aheadMs = found
      },
      () => {}, // away: what is known of it still holds
    )
  }, everyMs).unref()
  return {
    now: () => new Date(own.now().getTime() - aheadMs),
    stop: () => clearInterval(agreeing),
  }
}

/** In milliseconds; the question is taken to be answered halfway. */
async function howFarAhead(database: Database, own: Clock): Promise<number> {
  return database.inScope({ directory: true }, async (db) => {
    const asked = own.now().getTime()
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
    return (asked + own.now().getTime()) / 2 - rows[0]!.now.getTime()
  })
}
