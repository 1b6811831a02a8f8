import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { SeatRole } from '../bureau-rules.ts'
import { callingLetters, mayWithLetter } from '../convoking/sent-letter.ts'
import { type Availability, outcomes } from './availability.ts'

/**
 * What became of who was designated from the lists, by role: in this election, and in those before it as long as these are kept. Of who
 * did not answer yet, asks to be excused, was moved, offered to sit or was appointed on the spot nothing is known here; nor, of an
 * earlier election, of who was expected and of whom nobody noted whether they came. A call that goes on paper may still arrive: until
 * polling day has passed it says nothing either. `today`: the day in Belgium, `yyyy-mm-dd`.
 */
export async function availabilityByRole(
  db: Db,
  { municipalityId, electionId, pollingDay }: Election,
  today: string,
): Promise<Availability[]> {
  const { rows } = await sql<Availability>`
    select role, "isEarlier",
      ${sql.join(
        outcomes.map(
          (outcome) => sql`(count(*) filter (where outcome = ${outcome}))::integer as ${sql.ref(outcome)}`,
        ),
      )}
    from (
      select s.role, a.election_id <> ${electionId} as "isEarlier", case
          when a.designation = 'EXCUSED' then 'excused'
          when a.designation = 'REVOKED' then 'revoked'
          when a.designation <> 'DESIGNATED' then null
          when a.attendance = 'ABSENT' then 'absent'
          when a.attendance <> 'UNKNOWN' then 'came'
          when a.delivery = 'UNDELIVERED' then case when e.polling_day < ${today} or not ${isOnPaper} then 'undelivered' end
          when a.election_id = ${electionId} and a.reply <> 'EXCUSE_PENDING'
            and (a.confirmed or a.reply = 'ACKNOWLEDGED') then 'came'
        end as outcome
      from bureaus.assignment a
      join elections.election e on e.municipality_id = a.municipality_id and e.election_id = a.election_id
      join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
      where a.municipality_id = ${municipalityId} and a.origin in ('CATEGORY', 'DRAW', 'OTHER')
        and (a.election_id = ${electionId} or e.polling_day < ${pollingDay})) a
    where outcome is not null
    group by role, "isEarlier" order by role, "isEarlier"`.execute(db)
  return rows.map((row) => ({ ...row, role: row.role as SeatRole }))
}

/** Of an assignment `a`: its call reached no mailbox, and waits for the printer or for what becomes of it on paper. */
const isOnPaper = sql`exists (
  select from bureaus.member_letter l
  where l.municipality_id = a.municipality_id and l.election_id = a.election_id and l.assignment_id = a.assignment_id
    and l.kind = any(${[...callingLetters]}::text[]) and l.state = any(${[...mayWithLetter.print]}::text[]))`
