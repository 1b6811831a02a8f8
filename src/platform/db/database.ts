import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type Scope, scopeStatement } from './scope.ts'

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

/** PostgreSQL frees the lock by itself when this process dies or the connection breaks. */
export interface SessionLock {
  readonly lost: boolean
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Opens a pool. `connections` is the most it opens; connections are made when they are needed. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'kiesloket' })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at its next use
  pool.on('connect', (client) => client.on('error', () => {})) // in use, its query fails: that is how one hears
  const withClient = <T>(scope: Scope, work: (db: Db, client: pg.PoolClient) => Promise<T>) =>
    inTransaction(pool, scopeStatement(scope), work)
  return {
    url,
    withClient,
    inScope: (scope, work) => withClient(scope, work),
    whileLocked: (name, work) => holdingLock(url, name, work),
    close: () => pool.end(),
  }
}

async function inTransaction<T>(
  pool: pg.Pool,
  setScope: string,
  work: (db: Db, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; ${setScope}`)
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

async function holdingLock<T>(
  url: string,
  name: string,
  work: (lock: SessionLock) => Promise<T>,
): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'kiesloket lock' })
  const lock = { lost: false }
  client.on('error', () => {
    lock.lost = true
  })
  await client.connect()
  try {
    const answer = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [name])
    return answer.rows[0].held ? await work(lock) : undefined
  } finally {
    await client.end().catch(() => {})
  }
}

/** True when the database answers. */
export async function pingDatabase(db: Db): Promise<boolean> {
  const answer = await sql<{ one: number }>`select 1 as one`.execute(db)
  return answer.rows[0]?.one === 1
}
