import pg from 'pg'

/** Where a text was found in the database. */
export interface Found {
  readonly table: string
  readonly needle: string
  readonly rows: number
}

/**
 * Looks for texts in every column of every table of the database, those of the queue and of the program itself too, as
 * the superuser sees them. Bytes are looked for as hex.
 */
export async function scanDatabase(ownerUrl: string, needles: readonly string[]): Promise<Found[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)
    const found: Found[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ needle: string; rows: number }>(
        `select n.needle, count(*)::int as rows from ${name} t
         join unnest($1::text[]) as n (needle) on position(n.needle in t::text) > 0 group by 1`,
        [needles],
      )
      found.push(...rows.map((row) => ({ table: name, ...row })))
    }
    return found
  } finally {
    await client.end()
  }
}
