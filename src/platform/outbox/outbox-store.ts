import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { MunicipalityId } from '../ids.ts'
import type { Outbox, OutboxState, Outgoing } from './outbox.ts'

export interface Claimed<Item> {
  readonly claim: string
  readonly items: readonly Item[]
}

/** Takes some that are due in hand, for one worker. Committed before anything leaves: what happens then, it never leaves twice. */
export async function claimDue<Item extends Outgoing>(
  db: Db,
  { table, columns, key }: Outbox<Item>,
  municipalityId: MunicipalityId,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<Claimed<Item>> {
  const claim = randomUUID()
  const keyColumns = key.map((field) => columns[field])
  const isDue = keyColumns.map((column) => sql`${sql.ref(`m.${column}`)} = ${sql.ref(`due.${column}`)}`)
  const fields = Object.entries<string>(columns).map(
    ([field, column]) => sql`${sql.ref(`m.${column}`)} as ${sql.id(field)}`,
  )
  const { rows } = await sql<Item>`
    update ${sql.table(table)} m set state = 'sending', claim = ${claim}, claimed_at = ${now}, attempts = m.attempts + 1
    from (select ${sql.join(keyColumns.map((column) => sql.ref(`d.${column}`)))} from ${sql.table(table)} d
          where d.municipality_id = ${municipalityId} and d.state = 'waiting' and d.next_attempt_at <= ${now}
          order by d.next_attempt_at limit ${most} for update skip locked) due
    where ${and(isDue)} returning ${sql.join(fields)}`.execute(db)
  return { claim, items: rows }
}

export interface Left {
  readonly state: Exclude<OutboxState, 'sending'>
  readonly code: string
  readonly now: Date
  /** When it may be tried again. */
  readonly again?: Date | undefined
  /** What is known of it by now, by column of its table. */
  readonly noted?: Readonly<Record<string, string | number | undefined>> | undefined
}

/**
 * What became of something that this worker had in hand; what was given up for lost meanwhile is known after all. Answers whether it
 * was still this worker's to say.
 */
export async function leaveClaimed<Item extends Outgoing>(
  db: Db,
  { table, columns, key }: Outbox<Item>,
  item: Item,
  { claim, state, code, now, again, noted = {} }: Left & { readonly claim: string },
): Promise<boolean> {
  const isIt = key.map((field) => sql`${sql.ref(`m.${columns[field]}`)} = ${item[field]}`)
  const finishedAt = state === 'waiting' ? null : now
  const told = { ...noted, state, code, next_attempt_at: again ?? now, finished_at: finishedAt }
  const set = Object.entries(told)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.id(column)} = ${value}`)
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} m set ${sql.join(set)}
    where ${and(isIt)} and m.state in ('sending', 'unconfirmed') and m.claim = ${claim}`.execute(db)
  return Number(numAffectedRows) === 1
}

/** What a worker had in hand before this moment, and never told of again: nobody knows whether it left. */
export async function giveUpLost(
  db: Db,
  { table }: Pick<Outbox<Outgoing>, 'table'>,
  municipalities: readonly MunicipalityId[],
  { before, now }: { readonly before: Date; readonly now: Date },
): Promise<void> {
  await sql`
    update ${sql.table(table)} m set state = 'unconfirmed', code = 'worker-lost', finished_at = ${now}
    where m.municipality_id = any(${municipalities}::integer[]) and m.state = 'sending'
      and m.claimed_at < ${before}`.execute(db)
}

/** Which of these municipalities have something that could leave now. */
export async function municipalitiesDue(
  db: Db,
  { table }: Pick<Outbox<Outgoing>, 'table'>,
  municipalities: readonly MunicipalityId[],
  now: Date,
): Promise<MunicipalityId[]> {
  const { rows } = await sql<{ municipalityId: MunicipalityId }>`
    select distinct m.municipality_id as "municipalityId" from ${sql.table(table)} m
    where m.municipality_id = any(${municipalities}::integer[]) and m.state = 'waiting'
      and m.next_attempt_at <= ${now} order by 1`.execute(db)
  return rows.map(({ municipalityId }) => municipalityId)
}

function and(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `)
}
