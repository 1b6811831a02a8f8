import type pg from 'pg'

/** What the release before may lean on: the tables, columns, functions, rights and rules that are there. */
export interface Shape {
  /** By `schema.table`, then by column. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Column>>
  /** Checks, keys and unique indexes: what they refuse. */
  readonly rules: ReadonlyMap<
    string,
    { readonly table: string; readonly columns: readonly string[]; readonly says: string }
  >
  /** Signature and what it answers. */
  readonly functions: ReadonlyMap<string, string>
  /** What the application's role may do, each in words. */
  readonly rights: ReadonlySet<string>
}

interface Column {
  readonly type: string
  readonly required: boolean
  /** A row that does not name it gets something. */
  readonly filled: boolean
}

const ours = `nspname not like 'pg_%' and nspname not in ('information_schema', 'public', 'jobs')`

export async function shapeOf(client: pg.Client): Promise<Shape> {
  const ask = async <Row extends object>(query: string) => (await client.query<Row>(query)).rows
  const tables = new Map<string, Map<string, Column>>()
  for (const { table, column, ...facts } of await ask<{ table: string; column: string } & Column>(`
    select c.oid::regclass::text as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull as required, a.atthasdef or a.attidentity <> '' as filled
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where ${ours} and c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped`))
    tables.set(table, (tables.get(table) ?? new Map()).set(column, facts))
  const rules = await ask<{ name: string; table: string; columns: string[]; says: string }>(`
    select r.conrelid::regclass || ' ' || r.conname as name, r.conrelid::regclass::text as table,
           pg_get_constraintdef(r.oid) as says,
           array(select a.attname::text from pg_attribute a where a.attrelid = r.conrelid and a.attnum = any(r.conkey)) as columns
    from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not c.relispartition and r.contype in ('c', 'f', 'u', 'p', 'x')
    union all
    select i.indexrelid::regclass::text, i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid),
           array(select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey))
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not c.relispartition and i.indisunique
      and not exists (select from pg_constraint r where r.conindid = i.indexrelid)`)
  const functions = await ask<{ signature: string; answers: string }>(`
    select p.oid::regprocedure::text as signature, coalesce(pg_get_function_result(p.oid), 'nothing') as answers
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`)
  const rights = await ask<{ may: string }>(`
    select lower(x.privilege_type) || ' ' || c.oid::regclass as may
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x
    where ${ours} and not c.relispartition and x.grantee = 'kiesloket_app'::regrole
    union all
    select lower(x.privilege_type) || ' ' || c.oid::regclass || '.' || a.attname
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) x
    where ${ours} and not c.relispartition and x.grantee = 'kiesloket_app'::regrole
    union all
    select lower(x.privilege_type) || ' ' || p.oid::regprocedure
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) x
    where ${ours} and x.grantee in ('kiesloket_app'::regrole, 0)`)
  return {
    tables,
    rules: new Map(rules.map(({ name, ...rule }) => [name, rule])),
    functions: new Map(functions.map(({ signature, answers }) => [signature, answers])),
    rights: new Set(rights.map(({ may }) => may)),
  }
}
