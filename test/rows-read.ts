import type pg from 'pg'
import type { Database } from '../src/platform/db/database.ts'

/** Rows read of each table and entries of each index, by their names, since it was asked last. */
export interface RowsRead {
  taken(): ReadonlyMap<string, number>
}

/**
 * The database, counting what its transactions read: rows that were scanned, entries of an index that were looked at. What a
 * plan reads is a fact of the plan and the data; how long it takes is one of the machine.
 */
export function countingRows(database: Database): Database & { readonly read: RowsRead } {
  let counted = new Map<string, number>()
  const withClient: Database['withClient'] = (scope, work) =>
    database.withClient(scope, async (db, client) => {
      const result = await work(db, client)
      for (const { name, read } of await readHere(client)) counted.set(name, (counted.get(name) ?? 0) + read)
      return result
    })
  return {
    ...database,
    withClient,
    inScope: (scope, work) => withClient(scope, work),
    read: {
      taken() {
        const taken = counted
        counted = new Map()
        return taken
      },
    },
  }
}

/** By this session alone, since the server took over its counts: that it does at the end of this transaction. */
async function readHere(client: pg.PoolClient): Promise<{ name: string; read: number }[]> {
  const { rows } = await client.query<{ name: string; read: number }>(`
    select n.nspname || '.' || c.relname as name, pg_stat_get_xact_tuples_returned(c.oid)::integer as read
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'i') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and pg_stat_get_xact_tuples_returned(c.oid) > 0`)
  await client.query('select pg_stat_force_next_flush()')
  return rows
}
