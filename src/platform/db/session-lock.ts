import type pg from 'pg'
import { connectionOptions, endOrCut, openLines, PatientClient, sessionSettings } from './connection.ts'

/**
 * A lock that belongs to one connection. PostgreSQL frees it when the process dies or the connection breaks, and also
 * when it has not heard of its holder for `leaseSeconds`: a holder that vanished, or that stands still.
 */
export interface SessionLock {
  /** Aborts when somebody else may have the lock from now on: nothing new is to be done under it. */
  readonly lost: AbortSignal
}

export interface SessionLockSettings {
  readonly url: string
  readonly name: string
  /** Heard when the server said nothing for too long: what else waits for it waits in vain. */
  readonly onSilence?: () => void
  readonly rhythm?: Rhythm
}

export interface Rhythm {
  readonly beatEveryMs: number
  /** So many beats without an answer, and the lock counts as lost. */
  readonly missedBeats: number
  /** After so long without a beat the server ends the session, and with it the lock. */
  readonly leaseSeconds: number
}

/**
 * The holder gives up after ten seconds at most, the server after twenty: so it stops before another begins, and there
 * is room for a server that is slow. Twenty seconds and a sweep are what it takes until somebody else goes on.
 */
const usualRhythm: Rhythm = { beatEveryMs: 2000, missedBeats: 4, leaseSeconds: 20 }

/** Holds the lock while `work` runs; answers `undefined` when another session holds it. */
export async function holdSessionLock<T>(
  { url, name, onSilence, rhythm = usualRhythm }: SessionLockSettings,
  work: (lock: SessionLock) => Promise<T>,
): Promise<T | undefined> {
  const lines = openLines()
  const client = new PatientClient(connectionOptions(url, 'kiesloket lock', lines))
  const lost = new AbortController()
  client.on('error', () => lost.abort())
  await client.connect()
  const beating = new AbortController()
  try {
    await client.query(sessionSettings({ idle_session_timeout: `${rhythm.leaseSeconds}s` }))
    const answer = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [name])
    if (!answer.rows[0].held) return undefined
    const lose = () => {
      lost.abort()
      lines.cut()
      onSilence?.()
    }
    beat(client, rhythm, { until: beating.signal, lose })
    return await work({ lost: lost.signal })
  } finally {
    beating.abort()
    await endOrCut(client.end(), lines)
  }
}

/**
 * Asks the server something small at each beat. Beats are counted, not milliseconds: a process that stood still for a
 * minute missed one, and its answer is there when it looks.
 */
function beat(
  client: pg.Client,
  { beatEveryMs, missedBeats }: Rhythm,
  { until, lose }: { until: AbortSignal; lose: () => void },
): void {
  let unanswered = 0
  const timer = setInterval(() => {
    if (unanswered > missedBeats) return end(lose)
    if (unanswered++ > 0) return
    client.query('select 1').then(
      () => {
        unanswered = 0
      },
      () => end(() => {}), // the client hears of that as well, as an error of its connection
    )
  }, beatEveryMs)
  const end = (then: () => void) => {
    clearInterval(timer)
    then()
  }
  until.addEventListener('abort', () => clearInterval(timer))
}
