import pg from 'pg'
import { testDatabase } from './database.ts'

/** Every tenant table with one row of each of two municipalities, and the two ways in: for what row-level security does. */
export interface TenantTables {
  /** `schema.table`. Partitions are reached through their parents, so they are not among them. */
  readonly names: readonly string[]
  /** Sees everything. */
  readonly owner: pg.Client
  /** As the product connects. */
  readonly application: pg.Client
  /** The statement that makes the one row of a municipality. */
  insertOf(name: string, municipality: number): string
  close(): Promise<void>
}

/**
 * Not tenant data: the installation's own facts, and sessions and limits of citizens, who belong to no municipality. The queue's tables hold
 * ids of batches only.
 */
export const withoutTenant = [
  'platform.installation',
  'delivery.downtime',
  'delivery.party_answer',
  'delivery.sender',
  'portal.citizen_session',
  'portal.mail_limit',
]
const partitionKey = '0198b7a0-0000-7000-8000-000000000001'

export async function openTenantTables(): Promise<TenantTables> {
  const database = await testDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  const application = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await application.connect()
  const names = await listTenantTables(owner)
  const columns = new Map<string, readonly Column[]>()
  for (const name of names) columns.set(name, await columnsOf(owner, name))
  const insertOf = (name: string, municipality: number) =>
    insertStatement(name, columns.get(name)!, municipality)
  await makeRoom(owner)
  // The sums that the database keeps of a table are tables too, with a row of their own.
  for (const name of names) await owner.query(`alter table ${name} disable trigger user`)
  for (const name of names) for (const municipality of [1, 2]) await owner.query(insertOf(name, municipality))
  for (const name of names) await owner.query(`alter table ${name} enable trigger user`)
  return {
    ...{ names, owner, application, insertOf },
    async close() {
      await owner.end()
      await application.end()
      await database.close()
    },
  }
}

async function listTenantTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query(`
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg_%'
      and n.nspname not in ('information_schema', 'jobs', 'public')`)
  return rows.map((row) => row.name as string).filter((name) => !withoutTenant.includes(name))
}

/** Checks and foreign keys are put aside, and there is a partition for every row. */
async function makeRoom(owner: pg.Client): Promise<void> {
  const { rows: constraints } = await owner.query(`
    select conrelid::regclass as name, conname from pg_constraint
    where contype in ('c', 'f') and connamespace::regnamespace::text in ('platform', 'municipalities', 'elections', 'voters', 'delivery', 'letters', 'portal', 'bureaus', 'retention')`)
  for (const { name, conname } of constraints)
    await owner.query(`alter table ${name} drop constraint ${conname}`)
  for (const parent of ['letters.letter', 'letters.paper_letter', 'delivery.delivery', 'delivery.attempt'])
    await owner.query(`call platform.ensure_partition($1, $2)`, [parent, partitionKey])
  await owner.query(`call platform.ensure_partition('voters.voter', $1, 'partition by list (list_id)')`, [
    partitionKey,
  ])
  await owner.query(
    `create table voters.voter_list partition of voters.voter_${partitionKey.replaceAll('-', '')} default`,
  )
}

interface Column {
  readonly column: string
  readonly type: string
}

async function columnsOf(owner: pg.Client, name: string): Promise<readonly Column[]> {
  const { rows } = await owner.query<Column>(
    `select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity <> 'a'
       and attgenerated = ''`,
    [name],
  )
  return rows
}

function insertStatement(name: string, columns: readonly Column[], municipality: number): string {
  const values = columns.map(({ column, type }) => {
    if (column === 'municipality_id') return `${municipality}`
    if (type === 'uuid') return `'${partitionKey}'`
    if (type === 'jsonb') return `'{}'`
    if (type === 'bytea') return `decode('0${municipality}', 'hex')`
    if (type.endsWith('[]')) return `'{}'`
    if (type === 'text') return `'text-${municipality}'`
    if (type.startsWith('timestamp') || type === 'date') return 'now()'
    return type === 'boolean' ? 'false' : '1'
  })
  const names = columns.map(({ column }) => column).join(', ')
  return `insert into ${name} (${names}) overriding system value values (${values.join(', ')})`
}
