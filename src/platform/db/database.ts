import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { connectionOptions, endOrCut, openLines, PatientClient, sessionSettings } from './connection.ts'
import { type Scope, scopeStatement } from './scope.ts'
import { holdSessionLock, type Rhythm, type SessionLock } from './session-lock.ts'
import { createKnocking } from './silence.ts'

/**
 * A connection inside one transaction and one scope. Modules narrow it to their own tables with
 * `db.withTables<…>()`; row-level security narrows the rows to the scope.
 */
export type Db = Kysely<object>

export interface Database {
  readonly url: string
  /** One transaction in one scope: committed when `work` resolves, rolled back when it throws. */
  inScope<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>
  /** The same with the driver's client beside it, for COPY and cursors. */
  withClient<T>(scope: Scope, work: (db: Db, client: pg.PoolClient) => Promise<T>): Promise<T>
  /** Holds a session lock while `work` runs; `undefined` when another session holds it. */
  whileLocked<T>(name: string, work: (lock: SessionLock) => Promise<T>): Promise<T | undefined>
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/**
 * Opens a pool. `connections` is the most it opens; connections are made when they are needed, and one more for each
 * session lock that is held, in its `rhythm`.
 */
export function openDatabase(url: string, connections = 10, rhythm?: Rhythm): Database {
  const lines = openLines()
  const pool = new pg.Pool({
    ...connectionOptions(url, 'kiesloket', lines),
    max: connections,
    Client: PatientClient,
    onConnect: async (client) => void (await client.query(sessionSettings())),
  })
  const whileKnocking = createKnocking(url, lines)
  pool.on('error', () => {}) // an idle connection that breaks is replaced at its next use
  pool.on('connect', (client) => client.on('error', () => {})) // in use, its query fails: that is how one hears
  const withClient = <T>(scope: Scope, work: (db: Db, client: pg.PoolClient) => Promise<T>) =>
    whileKnocking(() => inTransaction(pool, scopeStatement(scope), work))
  return {
    url,
    withClient,
    inScope: (scope, work) => withClient(scope, work),
    whileLocked: (name, work) =>
      holdSessionLock({ url, name, onSilence: lines.cut, ...(rhythm && { rhythm }) }, work),
    close: () => endOrCut(pool.end(), lines),
  }
}

/**
 * A server may be set to answer a commit before it is on the disk, and forgets it when it is killed then. A letter leaves
 * because its attempt was committed, so that would send it twice: here a commit is what it says, whatever the server's usual is.
 */
const durably = 'set local synchronous_commit = on'

async function inTransaction<T>(
  pool: pg.Pool,
  setScope: string,
  work: (db: Db, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; ${durably}; ${setScope}`)
    const result = await work(overClient(client), client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Kysely over one client that is already inside a transaction: it may use it, not release it. */
function overClient(client: pg.PoolClient): Db {
  const borrowed = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => borrowed, end: async () => {} }
  return new Kysely<object>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
}

/** True when the database answers. */
export async function pingDatabase(db: Db): Promise<boolean> {
  const answer = await sql<{ one: number }>`select 1 as one`.execute(db)
  return answer.rows[0]?.one === 1
}
