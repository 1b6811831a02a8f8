import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import type { Downtime, Failures } from './downtime.ts'
import type { Party } from './mailbox.ts'

/** Begins a downtime, or adds to the one that another process or an earlier moment began. */
export async function addFailures(
  db: Db,
  { api, host }: Party,
  since: Failures,
  seenBy: string,
): Promise<void> {
  const { beganAt, firstTraceId, lastFailureAt, lastTraceId, failures, codes } = since
  await sql`
    insert into delivery.downtime as d (downtime_id, api, host, began_at, first_trace_id, last_failure_at, last_trace_id,
      failures, codes, seen_by)
    values (${newId()}, ${api}, ${host}, ${beganAt}, ${firstTraceId}, ${lastFailureAt}, ${lastTraceId}, ${failures},
      ${[...codes]}::text[], ${seenBy})
    on conflict (api, host) where ended_at is null do update
    set failures = d.failures + excluded.failures,
        codes = array(select distinct code from unnest(d.codes || excluded.codes) as code order by 1),
        began_at = least(d.began_at, excluded.began_at),
        first_trace_id = case when excluded.began_at < d.began_at then excluded.first_trace_id else d.first_trace_id end,
        last_failure_at = greatest(d.last_failure_at, excluded.last_failure_at),
        last_trace_id = case when excluded.last_failure_at > d.last_failure_at then excluded.last_trace_id
                             else d.last_trace_id end`.execute(db)
}

/** Ends what is open of a party without a failure since `quietSince`. Answers whether there was anything to end. */
export async function endDowntime(
  db: Db,
  { api, host }: Party,
  { at, traceId, quietSince }: { at: Date; traceId: string; quietSince: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery.downtime as d set ended_at = ${at}, ended_trace_id = ${traceId}
    where d.api = ${api} and d.host = ${host} and d.ended_at is null and d.last_failure_at <= ${quietSince}`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** Downtimes that lasted into this time, the latest first. */
export async function downtimesSince(db: Db, since: Date, limit: number): Promise<Downtime[]> {
  const { rows } = await sql<Downtime>`
    select d.api, d.host, d.began_at as "beganAt", d.first_trace_id as "firstTraceId", d.last_failure_at as "lastFailureAt",
           d.last_trace_id as "lastTraceId", d.failures, d.codes, d.seen_by as "seenBy", d.ended_at as "endedAt",
           d.ended_trace_id as "endedTraceId"
    from delivery.downtime d where coalesce(d.ended_at, d.last_failure_at) >= ${since} or d.ended_at is null
    order by d.began_at desc limit ${limit}`.execute(db)
  return rows
}
