import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type AuditObject, namesBehind, objectsBehind } from './object-overview.ts'

/** Which events; what is absent narrows nothing. */
export interface AuditFilter {
  /** A staff id, or the command or job that acted by itself. */
  readonly actor?: string | undefined
  /** An action (`voters.opened`), or all of a kind (`voters`). */
  readonly action?: string | undefined
  /** From this moment on. */
  readonly from?: Date | undefined
  /** Before this moment. */
  readonly until?: Date | undefined
  /** Ids of what it was done to: a voter, a letter, an election. */
  readonly subjects?: readonly string[] | undefined
}

export interface AuditEntry {
  readonly eventId: number
  readonly happenedAt: Date
  readonly actor: string
  /** Name and rights as they are now; absent: no person of the municipality, or nobody who is known any more. */
  readonly person?: {
    readonly name: string
    readonly rights: readonly string[]
    /** Of the login before it; absent: this person did not log in. */
    readonly roles?: readonly string[]
  }
  readonly action: string
  readonly subject?: string
  readonly details: Readonly<Record<string, unknown>>
  /** What it was done to, as people know it; looked up now. */
  readonly about?: {
    readonly object?: AuditObject
    /** Names, where the event has a code. */
    readonly election?: string
    readonly place?: string
    readonly municipality?: string
  }
}

interface Row {
  event_id: number
  happened: Date
  actor: string
  name: string | null
  rights: string[] | null
  roles: string[] | null
  action: string
  subject: string | null
  details: Record<string, unknown>
}

/** One page of events, newest first. `before`: the id of the last event of the page before. */
export async function auditPage(
  db: Db,
  municipalityId: MunicipalityId,
  filter: AuditFilter,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditEntry[]> {
  const { actor, action, from, until, subjects } = filter
  const { rows } = await sql<Row>`
    select e.event_id, e.happened_at as happened, e.actor, s.name, s.rights, login.roles, e.action, e.subject, e.details
    from platform.audit_event e
    left join municipalities.staff s on s.municipality_id = e.municipality_id and s.staff_id::text = e.actor
    left join lateral (
      select l.details -> 'roles' as roles from platform.audit_event l
      where l.municipality_id = e.municipality_id and l.actor = e.actor and l.action = 'staff.logged-in'
        and l.event_id < e.event_id order by l.event_id desc limit 1) login on true
    where e.municipality_id = ${municipalityId}
      and (${before ?? null}::bigint is null or e.event_id < ${before ?? null}::bigint)
      and (${actor ?? null}::text is null or e.actor = ${actor ?? null}::text)
      and (${action ?? null}::text is null or e.action = ${action ?? null}::text
        or starts_with(e.action, ${action ?? null}::text || '.'))
      and (${from ?? null}::timestamptz is null or e.happened_at >= ${from ?? null}::timestamptz)
      and (${until ?? null}::timestamptz is null or e.happened_at < ${until ?? null}::timestamptz)
      and (${subjects ?? null}::text[] is null or e.subject = any(${subjects ?? null}::text[]))
    order by e.event_id desc limit ${limit}`.execute(db)
  const objects = await objectsBehind(
    db,
    municipalityId,
    rows.map(({ subject }) => subject),
  )
  const names = await namesBehind(db, municipalityId)
  return rows.map((row) => ({ ...entryFrom(row), about: aboutOf(row, objects, names) }))
}

function aboutOf(
  { subject, details }: Row,
  objects: Awaited<ReturnType<typeof objectsBehind>>,
  { elections, places }: Awaited<ReturnType<typeof namesBehind>>,
): NonNullable<AuditEntry['about']> {
  const code = (name: string) => (typeof details[name] === 'string' ? details[name] : undefined)
  const [object, election, place] = [objects.get(subject ?? ''), code('election'), code('place')]
  const municipality = code('municipality')
  return {
    ...(object && { object }),
    ...(election && { election: elections.get(election) ?? election }),
    ...(place && { place: places.get(place) ?? place }),
    ...(municipality && { municipality }),
  }
}

function entryFrom({ event_id, happened, actor, action, subject, details, ...person }: Row): AuditEntry {
  const { name, rights, roles } = person
  return {
    ...{ eventId: event_id, happenedAt: happened, actor, action, details },
    ...(name !== null && { person: { name, rights: rights ?? [], ...(roles && { roles }) } }),
    ...(subject !== null && { subject }),
  }
}
