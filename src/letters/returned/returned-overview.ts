import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, LetterId, MunicipalityId } from '../../platform/ids.ts'
import { campaignsOf } from '../reconciling/reconciliation-overview.ts'
import type { ReturnedLetter } from './returned-letter.ts'

/** Read models for a page of returned post: a few rows of however many came back. */

interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

/** How many letters came back, and of how many nobody has done anything about it; by the sums that the database keeps. */
export async function countReturned(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<{ readonly all: number; readonly open: number }> {
  const { rows } = await sql<{ all: number; open: number }>`
    select coalesce(sum(t.letters), 0)::integer as all,
      coalesce(sum(t.letters) filter (where t.follow_up = ''), 0)::integer as open
    from letters.returned_tally t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId}`.execute(db)
  return rows[0]!
}

export interface ReturnedPart {
  /** Of those that somebody did something about, the last one first; else of the others, the oldest first. */
  readonly isDone: boolean
  /** The letter before the first one wanted. */
  readonly after?: LetterId | undefined
  readonly limit: number
}

type ReturnRow = Pick<ReturnedLetter, 'letterId' | 'reason' | 'returnedOn' | 'followUp'>
type LetterFacts = Pick<ReturnedLetter, 'letterId' | 'listNumber' | 'section' | 'version' | 'state'> &
  Pick<ReturnedLetter, 'printFile' | 'digital'>

/** At most so many letters that came back. */
export async function returnedPart(
  db: Db,
  election: OfElection,
  part: ReturnedPart,
): Promise<ReturnedLetter[]> {
  const returned = await returnRows(db, election, part)
  const letters = await factsOf(
    db,
    election,
    returned.map(({ letterId }) => letterId),
  )
  return returned.map((row) => ({ ...letters.get(row.letterId)!, ...row }))
}

async function returnRows(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { isDone, after, limit }: ReturnedPart,
): Promise<ReturnRow[]> {
  const moment = isDone ? sql.ref('followed_up_at') : sql.ref('recorded_at')
  const before = sql`(select b.${moment}, b.letter_id from letters.returned_letter b
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.letter_id = ${after ?? null})`
  const from = isDone
    ? sql`(r.${moment}, r.letter_id) < ${before}`
    : sql`(r.${moment}, r.letter_id) > ${before}`
  const order = isDone ? sql`r.${moment} desc, r.letter_id desc` : sql`r.${moment}, r.letter_id`
  const { rows } = await sql<ReturnRow>`
    select r.letter_id as "letterId", r.reason, r.returned_on as "returnedOn", r.follow_up as "followUp"
    from letters.returned_letter r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
      and ${isDone ? sql`r.follow_up is not null` : sql`r.follow_up is null`} and ${after ? from : sql`true`}
    order by ${order} limit ${limit}`.execute(db)
  return rows
}

/** Letter by letter, by its id: that stays quick on tables without statistics. */
async function factsOf(
  db: Db,
  election: OfElection,
  ids: readonly LetterId[],
): Promise<ReadonlyMap<LetterId, LetterFacts>> {
  const { municipalityId, electionId } = election
  const campaigns = await campaignsOf(db, municipalityId, electionId)
  const { rows } = await sql<LetterFacts>`
    select l.letter_id as "letterId", l.list_number as "listNumber", l.section, l.version, l.state,
      (select f.name from letters.paper_letter p
       join letters.print_file f on f.municipality_id = p.municipality_id and f.election_id = p.election_id
         and f.print_file_id = p.print_file_id
       where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
         and p.letter_id = l.letter_id) as "printFile",
      (select d.state from delivery.delivery d
       where d.municipality_id = ${municipalityId} and d.campaign_id = any(${campaigns}::uuid[])
         and d.document_id = l.letter_id and d.state in ('delivered', 'inactive') limit 1) as digital
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.letterId, row]))
}
