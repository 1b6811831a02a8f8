import { setTimeout as sleep } from 'node:timers/promises'

const nodeCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
])
// Classes of SQLSTATE: 08 connection, 57P operator intervention (shutdown, terminated), 53300 too many connections.
const sqlStates = /^(08...|57P0[1-5]|53300)$/
const driverMessages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when|timeout expired$|Query read timeout$)/

/** True when the database went away or is coming up, so that the same statement may succeed in a while. */
export function isConnectionTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return nodeCodes.has(code) || sqlStates.test(code) || driverMessages.test(error.message)
}

const silentCodes = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])

/** True when nobody answered at all, not even to refuse. */
export function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && silentCodes.has(String(error.code))) || error.message === 'timeout expired'
}

// SQLSTATE 28: this login is not let in; 3D000 and 3F000: no such database or schema; 42P01 and 42883: not (wholly) migrated.
const notOurs = /^(28...|3D000|3F000|42P01|42883)$/

/** In what way the database is not there for us, in one line; nothing when the error is about something else. */
export function whyNoDatabase(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  return isConnectionTrouble(error) || notOurs.test(code) ? error.message || code : undefined
}

// Classes of SQLSTATE: 40 rolled back (a deadlock), 53 no room or memory, 55P03 a lock that was waited for, 25006 read only for now.
const passing = /^(40...|53...|55P03|25006)$/

/** True when two transactions stood in each other's way and this one was given up: nothing of it was done. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^40(001|P01)$/.test(String(error.code))
}

/** True when the same work may succeed in a while, by another worker or by this one: nothing is wrong with it. */
export function mayPass(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return isConnectionTrouble(error) || passing.test(code)
}

/** Does a whole transaction again that was given up for another one, some times. */
export async function throughDeadlocks<T>(transaction: () => Promise<T>, times = 5): Promise<T> {
  try {
    return await transaction()
  } catch (error) {
    if (!isDeadlock(error) || times <= 1) throw error
    return throughDeadlocks(transaction, times - 1)
  }
}

/**
 * Does `work` again while the database is away or can't write, for at most a minute unless said otherwise. Only for work that may be done twice: when a
 * connection breaks during a commit, nobody knows whether it was done.
 */
export async function throughTrouble<T>(work: () => Promise<T>, patienceMs = 60_000): Promise<T> {
  const giveUpAt = Date.now() + patienceMs
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 2000)) {
    try {
      return await work()
    } catch (error) {
      if (!mayPass(error) || Date.now() + waitMs > giveUpAt) throw error
      await sleep(waitMs)
    }
  }
}
