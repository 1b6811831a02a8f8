import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { LookUpRule } from './look-up-rules.ts'

/** A look-up that stood out. */
export interface UnusualLookUp {
  readonly eventId: number
  /** When the look-up itself was. */
  readonly at: Date
  readonly actor: string
  /** Absent: no person of the municipality. */
  readonly name?: string
  readonly rule: LookUpRule
  /** Different voters in the hour, of `many-voters`. */
  readonly voters?: number
  /** The voter or letter looked at; absent: a search in the list. */
  readonly subject?: string
  /** What somebody found when they asked; absent: nobody did yet. */
  readonly examined?: { readonly at: Date; readonly by: string; readonly conclusion: string }
}

interface Row {
  event_id: number
  at: Date
  actor: string
  name: string | null
  rule: LookUpRule
  voters: number | null
  subject: string | null
  examined_at: Date | null
  examiner: string | null
  conclusion: string | null
}

interface Which {
  /** Only those about which nobody asked yet. */
  readonly isOpen?: boolean | undefined
  readonly eventId?: number | undefined
  readonly before?: number | undefined
  readonly limit: number
}

/** Look-ups that stood out, newest first. `before`: the id of the last one of the page before. */
export async function unusualPage(
  db: Db,
  municipalityId: MunicipalityId,
  { isOpen = false, eventId, before, limit }: Which,
): Promise<UnusualLookUp[]> {
  const { rows } = await sql<Row>`
    select e.event_id, (e.details ->> 'at')::timestamptz as at, e.actor, s.name, e.details ->> 'rule' as rule,
      (e.details ->> 'voters')::integer as voters, e.subject,
      x.happened_at as examined_at, coalesce(by.name, x.actor) as examiner, x.details ->> 'conclusion' as conclusion
    from platform.audit_event e
    left join municipalities.staff s on s.municipality_id = e.municipality_id and s.staff_id::text = e.actor
    left join platform.audit_event x on x.municipality_id = e.municipality_id
      and x.action = 'audit.look-up-examined' and x.details ->> 'event' = e.event_id::text
    left join municipalities.staff by on by.municipality_id = x.municipality_id and by.staff_id::text = x.actor
    where e.municipality_id = ${municipalityId} and e.action = 'audit.unusual-look-up'
      and (${eventId ?? null}::bigint is null or e.event_id = ${eventId ?? null}::bigint)
      and (${before ?? null}::bigint is null or e.event_id < ${before ?? null}::bigint)
      and (not ${isOpen}::boolean or x.event_id is null)
    order by e.event_id desc limit ${limit}`.execute(db)
  return rows.map(lookUpFrom)
}

function lookUpFrom({ event_id, at, actor, name, rule, voters, subject, ...examined }: Row): UnusualLookUp {
  const { examined_at, examiner, conclusion } = examined
  return {
    ...{ eventId: event_id, at, actor, rule },
    ...(name !== null && { name }),
    ...(voters !== null && { voters }),
    ...(subject !== null && { subject }),
    ...(examined_at && { examined: { at: examined_at, by: examiner ?? '', conclusion: conclusion ?? '' } }),
  }
}

export async function findUnusualLookUp(
  db: Db,
  municipalityId: MunicipalityId,
  eventId: number,
): Promise<UnusualLookUp | undefined> {
  return (await unusualPage(db, municipalityId, { eventId, limit: 1 }))[0]
}

/** How many wait for somebody to ask; counted to a thousand. */
export async function openLookUps(db: Db, municipalityId: MunicipalityId): Promise<number> {
  return (await unusualPage(db, municipalityId, { isOpen: true, limit: 1000 })).length
}
