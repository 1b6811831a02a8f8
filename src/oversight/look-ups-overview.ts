import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { LookUp } from './look-up-rules.ts'

/** Events in which somebody looks at one person, or for persons. */
export const lookUpActions = [
  'voters.searched',
  'voters.opened',
  'letters.shown',
  'letters.rendered',
  'letters.duplicated',
  'delivery.timeline-shown',
  'audit.person-shown',
]

/**
 * Takes the look-ups since the last time that were written at least a minute ago, so that a transaction that was slow has
 * committed by then, and remembers how far that went. One process at a time per municipality.
 */
export async function takeLookUps(db: Db, municipalityId: MunicipalityId, until: Date): Promise<LookUp[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('watch ' || ${municipalityId}::text, 0))`.execute(
    db,
  )
  const watched = await sql<{ from: Date }>`
    select w.watched_until as "from" from platform.look_up_watch w
    where w.municipality_id = ${municipalityId}`.execute(db)
  const from = watched.rows[0]?.from ?? new Date(0)
  await sql`insert into platform.look_up_watch (municipality_id, watched_until)
    values (${municipalityId}, ${until}) on conflict (municipality_id)
    do update set watched_until = greatest(platform.look_up_watch.watched_until, excluded.watched_until)`.execute(
    db,
  )
  const { rows } = await sql<LookUp>`
    select e.actor, e.subject, e.happened_at as "happenedAt",
      coalesce((e.details ->> 'protectedAddress')::boolean, false) as "protectedAddress",
      coalesce((e.details ->> 'sameName')::boolean, false) as "sameName",
      (select count(distinct o.subject)::integer from platform.audit_event o
       where o.municipality_id = e.municipality_id and o.actor = e.actor and o.action = any(${lookUpActions}::text[])
         and o.happened_at > e.happened_at - interval '1 hour' and o.happened_at <= e.happened_at) as "inTheHour"
    from platform.audit_event e
    where e.municipality_id = ${municipalityId} and e.action = any(${lookUpActions}::text[])
      and e.happened_at >= ${from} and e.happened_at < ${until}
    order by e.event_id`.execute(db)
  return rows
}

/** Was this told of this actor within the hour before? Then it is not told again. */
export async function wasTold(
  db: Db,
  municipalityId: MunicipalityId,
  { actor, rule, at }: { actor: string; rule: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select exists (select from platform.audit_event e
      where e.municipality_id = ${municipalityId} and e.action = 'audit.unusual-look-up' and e.actor = ${actor}
        and e.happened_at > ${at}::timestamptz - interval '1 hour' and e.details ->> 'rule' = ${rule}
        and (e.details ->> 'at')::timestamptz > ${at}::timestamptz - interval '1 hour') as told`.execute(db)
  return rows[0]!.told
}
