import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, LetterId, MunicipalityId } from '../../platform/ids.ts'
import { campaignsOf } from '../reconciling/reconciliation-overview.ts'
import type { FollowUp, ReturnedLetter, ReturnReason } from './returned-letter.ts'

interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

/** A letter that was on paper, and whether it is known to have come back. */
export interface PrintedLetter {
  readonly letterId: LetterId
  readonly listNumber: number
  readonly isPrinted: boolean
  readonly returnedOn: string | null
}

/**
 * For list numbers the newest letter that was printed, or else the newest; for letters themselves just those. Numbers
 * and letters that are not there are left out.
 */
export async function lettersThatReturn(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { listNumbers, letterIds }: { listNumbers: readonly number[]; letterIds: readonly LetterId[] },
): Promise<PrintedLetter[]> {
  const { rows } = await sql<PrintedLetter>`
    select distinct on (known.asked) known."letterId", known."listNumber", known."isPrinted", known."returnedOn"
    from (
      select l.letter_id as "letterId", l.list_number as "listNumber", l.version,
        p.print_file_id is not null as "isPrinted", r.returned_on as "returnedOn",
        case when l.letter_id = any(${letterIds}::uuid[]) then l.letter_id::text else l.list_number::text end as asked
      from letters.letter l
      left join letters.paper_letter p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
        and p.letter_id = l.letter_id
      left join letters.returned_letter r on r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
        and r.letter_id = l.letter_id
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
        and (l.list_number = any(${listNumbers}::integer[]) or l.letter_id = any(${letterIds}::uuid[]))) as known
    order by known.asked, known."isPrinted" desc, known.version desc`.execute(db)
  return rows
}

export async function insertReturned(
  db: Db,
  { municipalityId, electionId }: OfElection,
  returned: readonly { letterId: LetterId; reason: ReturnReason; on: string }[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await sql`
    insert into letters.returned_letter (municipality_id, election_id, letter_id, reason, returned_on, recorded_at,
      recorded_by)
    select ${municipalityId}, ${electionId}, r.letter_id, r.reason, r.returned_on, ${at}, ${by}
    from unnest(${returned.map(({ letterId }) => letterId)}::uuid[], ${returned.map(({ reason }) => reason)}::text[],
      ${returned.map(({ on }) => on)}::date[]) as r (letter_id, reason, returned_on)`.execute(db)
}

export async function writeFollowUp(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { letterId, followUp, at, by }: { letterId: LetterId; followUp: FollowUp; at: Date; by: string },
): Promise<void> {
  await sql`
    update letters.returned_letter r set follow_up = ${followUp}, followed_up_at = ${at}, followed_up_by = ${by}
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.letter_id = ${letterId}`.execute(
    db,
  )
}

/** Every letter that came back, by section and list number. */
export async function returnedLetters(db: Db, election: OfElection): Promise<ReturnedLetter[]> {
  const { municipalityId, electionId } = election
  const campaigns = await campaignsOf(db, municipalityId, electionId)
  const { rows } = await sql<ReturnedLetter>`
    select r.letter_id as "letterId", l.list_number as "listNumber", l.section, l.version, r.reason,
      r.returned_on as "returnedOn", r.follow_up as "followUp", l.state, f.name as "printFile",
      (select d.state from delivery.delivery d
       where d.municipality_id = ${municipalityId} and d.campaign_id = any(${campaigns}::uuid[])
         and d.document_id = r.letter_id and d.state in ('delivered', 'inactive') limit 1) as digital
    from letters.returned_letter r
    join letters.letter l on l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = r.letter_id
    join letters.paper_letter p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.letter_id = r.letter_id
    join letters.print_file f on f.municipality_id = ${municipalityId} and f.election_id = ${electionId}
      and f.print_file_id = p.print_file_id
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
    order by l.section, l.list_number, l.version`.execute(db)
  return rows
}
