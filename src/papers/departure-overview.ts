import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { joiningWholeTables } from '../platform/db/snapshot.ts'
import type { ElectionId, ListId, MunicipalityId } from '../platform/ids.ts'
import { entitled } from '../voters/index.ts'

export interface DepartureScope {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  /** Who has paper coming: every voter, or whom the digital letter does not reach. */
  readonly isPaperForAll: boolean
  /** Last day to send, `yyyy-mm-dd` in Brussels. */
  readonly deadline: string
  /** Day on which print files that were ready were handed to the post; absent: nobody declared it. */
  readonly postedOn?: string | undefined
}

export interface Departures {
  readonly voters: number
  readonly digitalInTime: number
  readonly digitalLate: number
  /** Current letters that no mailbox got: refused, unreachable, on their way. */
  readonly digitalNotSent: number
  readonly firstSentAt: Date | null
  readonly lastSentAt: Date | null
  readonly paperInTime: number
  readonly paperLate: number
  readonly firstPrintedAt: Date | null
  readonly lastPrintedAt: Date | null
  readonly notPrinted: number
  readonly exceptions: number
  /** Voters whose current letter was not on its way by the deadline, on paper where the law wants paper. */
  readonly lateAdded: number
  readonly lateReplaced: number
  readonly lateOtherwise: number
}

/**
 * When each voter's letter left: digitally at the attempt that was taken in; on paper on the day of posting, when its file
 * was ready by then. A voter whose earlier letter left in time and who got another since counts as replaced.
 */
export async function departuresOf(db: Db, scope: DepartureScope): Promise<Departures> {
  const { municipalityId, electionId, listId, isPaperForAll, deadline, postedOn = null } = scope
  await joiningWholeTables(db)
  const { rows } = await sql<Departures>`
    with deadline as (
      select (${deadline}::date + 1)::timestamp at time zone 'Europe/Brussels' as over,
             (${postedOn}::date + 1)::timestamp at time zone 'Europe/Brussels' as posted_over,
             ${postedOn}::date <= ${deadline}::date as posted_in_time
    ), sent as (
      select d.document_id, min(d.finished_at) as at from delivery.delivery d
      where d.municipality_id = ${municipalityId} and d.state in ('delivered', 'inactive') and d.campaign_id in (
        select c.campaign_id from delivery.campaign c
        where c.municipality_id = ${municipalityId} and c.reference = ${electionId}::text)
      group by 1
    ), letter as (
      select l.voter_id, l.state = 'released' as is_current, sent.at as sent_at, f.made_at as printed_at,
        p.letter_id is not null as on_paper, p.exception is not null as excepted,
        coalesce(sent.at < deadline.over, false) as sent_in_time,
        coalesce(deadline.posted_in_time and f.made_at < deadline.posted_over, false) as posted_in_time,
        ${isPaperForAll} or sent.at is null as paper_due
      from letters.letter l
      cross join deadline
      left join sent on sent.document_id = l.letter_id
      left join letters.paper_letter p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
        and p.letter_id = l.letter_id
      left join letters.print_file f on f.municipality_id = ${municipalityId} and f.election_id = ${electionId}
        and f.print_file_id = p.print_file_id
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
    ), judged as (
      select l.*, case when l.paper_due then l.posted_in_time or l.excepted else l.sent_in_time end as in_time from letter l
    ), earlier as (
      select j.voter_id, bool_or(j.in_time) as in_time from judged j where not j.is_current group by 1
    ), standing as (
      select v.added_late, j.sent_at, j.printed_at, coalesce(j.sent_in_time, false) as sent_in_time,
        coalesce(j.posted_in_time, false) as posted_in_time, coalesce(j.excepted, false) as excepted,
        coalesce(j.paper_due, true) and not coalesce(j.on_paper, false) as not_printed,
        coalesce(j.in_time, false) as in_time, coalesce(earlier.in_time, false) as earlier_in_time
      from voters.voter v
      left join judged j on j.voter_id = v.voter_id and j.is_current
      left join earlier on earlier.voter_id = v.voter_id
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.state = any(${entitled}::text[])
    )
    select count(*)::integer as voters,
      count(*) filter (where sent_in_time)::integer as "digitalInTime",
      count(*) filter (where sent_at is not null and not sent_in_time)::integer as "digitalLate",
      count(*) filter (where sent_at is null)::integer as "digitalNotSent",
      min(sent_at) as "firstSentAt", max(sent_at) as "lastSentAt",
      count(*) filter (where posted_in_time)::integer as "paperInTime",
      count(*) filter (where printed_at is not null and not posted_in_time)::integer as "paperLate",
      min(printed_at) as "firstPrintedAt", max(printed_at) as "lastPrintedAt",
      count(*) filter (where not_printed)::integer as "notPrinted",
      count(*) filter (where excepted)::integer as exceptions,
      count(*) filter (where not in_time and added_late)::integer as "lateAdded",
      count(*) filter (where not in_time and not added_late and earlier_in_time)::integer as "lateReplaced",
      count(*) filter (where not in_time and not added_late and not earlier_in_time)::integer as "lateOtherwise"
    from standing`.execute(db)
  return rows[0]!
}
