import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'

/** What the audit log knows one person by, in one election: the voter on each list, and each letter. */
export interface MySubjects {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly subjects: readonly string[]
}

/** Where this person stands on a list or has a letter. `db` is in the scope of this person. */
export async function mySubjects(db: Db, personIndex: Uint8Array): Promise<MySubjects[]> {
  const person = Buffer.from(personIndex)
  const { rows } = await sql<MySubjects>`
    select mine.municipality_id as "municipalityId", mine.election_id as "electionId",
      array_agg(distinct mine.subject) as subjects
    from (
      select v.municipality_id, v.election_id, v.voter_id::text as subject from voters.voter v
      where v.nrn_index = ${person}
      union all
      select l.municipality_id, l.election_id, unnest(array[l.voter_id, l.letter_id])::text from letters.letter l
      where l.person_index = ${person}) mine
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Something that was done with the data or the letter of one person; never by whom, only in what role. */
export interface MyEvent {
  readonly happenedAt: Date
  readonly action: string
  readonly by: 'citizen' | 'staff' | 'operator' | 'program'
  /** Roles of the login before it; empty when there was none. */
  readonly roles: readonly string[]
  /** As it was given, or the code of it. */
  readonly reason: string | null
}

/** Supervision of the staff, and no use of this person's data: whoever looked is asked about it first (decision 0046). */
const notTold = ['audit.unusual-look-up']

/** Newest first. `db` is in the scope of the municipality; the subjects were asked in that of the person. */
export async function myEvents(
  db: Db,
  { municipalityId, subjects }: Pick<MySubjects, 'municipalityId' | 'subjects'>,
  limit: number,
): Promise<MyEvent[]> {
  const { rows } = await sql<MyEvent>`
    select e.happened_at as "happenedAt", e.action, e.details ->> 'reason' as reason,
      case when e.actor = 'citizen' then 'citizen'
           when s.staff_id is not null then 'staff'
           when e.actor = 'command-line' or e.actor ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then 'operator'
           else 'program' end as by,
      coalesce(login.roles, '[]') as roles
    from platform.audit_event e
    left join municipalities.staff s on s.municipality_id = e.municipality_id and s.staff_id::text = e.actor
    left join lateral (
      select l.details -> 'roles' as roles from platform.audit_event l
      where l.municipality_id = e.municipality_id and l.actor = e.actor and l.action = 'staff.logged-in'
        and l.event_id < e.event_id order by l.event_id desc limit 1) login on s.staff_id is not null
    where e.municipality_id = ${municipalityId} and e.subject = any(${subjects}::text[])
      and e.action <> all(${notTold}::text[])
    order by e.event_id desc limit ${limit}`.execute(db)
  return rows
}
