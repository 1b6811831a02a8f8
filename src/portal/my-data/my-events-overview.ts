import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'

/**
 * What the audit log knows one person by, in one election: the voter on each list, each letter, and of who was called for a bureau the
 * member, the call, its letters and each excuse; of who offered to sit the offer, which makes nobody a voter or called.
 */
export interface MySubjects {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly subjects: readonly string[]
  readonly isVoter: boolean
  readonly isCalled: boolean
}

/**
 * Where this person stands on a list, has a letter or was called for a bureau. Whom nobody told yet that they are proposed learns it from
 * a letter, and not from who looked. `db` is in the scope of this person.
 */
export async function mySubjects(db: Db, personIndex: Uint8Array): Promise<MySubjects[]> {
  const person = Buffer.from(personIndex)
  const { rows } = await sql<MySubjects>`
    select mine.municipality_id as "municipalityId", mine.election_id as "electionId",
      array_agg(distinct mine.subject) as subjects, coalesce(bool_or(not mine.is_called), false) as "isVoter",
      coalesce(bool_or(mine.is_called), false) as "isCalled"
    from (
      select v.municipality_id, v.election_id, v.voter_id::text as subject, false as is_called from voters.voter v
      where v.nrn_index = ${person}
      union all
      select l.municipality_id, l.election_id, unnest(array[l.voter_id, l.letter_id])::text, false
      from letters.letter l where l.person_index = ${person}
      union all
      select a.municipality_id, a.election_id, known.subject::text, true
      from bureaus.member m
      join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id
        and a.member_id = m.member_id and a.delivery <> 'NOT_SENT'
      cross join lateral (
        select unnest(array[m.member_id, a.assignment_id]) as subject
        union all
        select x.excuse_id from bureaus.excuse x
        where x.municipality_id = a.municipality_id and x.election_id = a.election_id and x.assignment_id = a.assignment_id
        union all
        select w.letter_id from bureaus.member_letter w
        where w.municipality_id = a.municipality_id and w.election_id = a.election_id and w.assignment_id = a.assignment_id) known
      where m.nrn_index = ${person}
      union all
      select o.municipality_id, o.election_id, o.volunteer_id::text, null
      from bureaus.volunteer o where o.nrn_index = ${person} and o.state <> 'NEW') mine
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
