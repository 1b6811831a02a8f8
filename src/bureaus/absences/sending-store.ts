import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, BureauId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Addressee, SendingMeans } from './absence-rules.ts'

/** A file that was handed to somebody on the route. */
export interface AbsenceSending {
  readonly bureauId: BureauId
  readonly version: number
  readonly addressee: Addressee
  readonly means: SendingMeans
  /** Of the document that left. */
  readonly pdfSha256: Buffer
  /** As 2030-10-15. */
  readonly sentOn: string
  readonly notedAt: Date
  readonly notedBy: string
}

/** Answers whether it was new: a file goes to each on the route once. */
export async function insertSending(
  db: Db,
  { municipalityId, electionId }: OfElection,
  one: AbsenceSending,
): Promise<boolean> {
  const { rows } = await sql`
    insert into bureaus.absence_sending (municipality_id, election_id, bureau_id, version, addressee, means, pdf_sha256, sent_on,
      noted_at, noted_by)
    values (${municipalityId}, ${electionId}, ${one.bureauId}, ${one.version}, ${one.addressee}, ${one.means}, ${one.pdfSha256},
      ${one.sentOn}::date, ${one.notedAt}, ${one.notedBy})
    on conflict do nothing returning version`.execute(db)
  return rows.length > 0
}

/** To whom files of these bureaus went, the last version first. */
export async function selectSendings(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureaus: readonly BureauId[],
): Promise<AbsenceSending[]> {
  const { rows } = await sql<AbsenceSending>`
    select t.bureau_id as "bureauId", t.version, t.addressee, t.means, t.pdf_sha256 as "pdfSha256",
      to_char(t.sent_on, 'YYYY-MM-DD') as "sentOn", t.noted_at as "notedAt", t.noted_by as "notedBy"
    from bureaus.absence_sending t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.bureau_id = any(${bureaus}::uuid[])
    order by t.bureau_id, t.version desc, t.noted_at desc`.execute(db)
  return rows
}

/** Who on the route holds a file that names this person, with the first that does: of the version that reported them, or a later one. */
export async function holdersOfReport(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
): Promise<Pick<AbsenceSending, 'bureauId' | 'addressee' | 'version' | 'sentOn'>[]> {
  const { rows } = await sql<Pick<AbsenceSending, 'bureauId' | 'addressee' | 'version' | 'sentOn'>>`
    select distinct on (t.addressee) t.bureau_id as "bureauId", t.addressee, t.version,
      to_char(t.sent_on, 'YYYY-MM-DD') as "sentOn"
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.assignment_event e on e.municipality_id = a.municipality_id and e.election_id = a.election_id
      and e.assignment_id = a.assignment_id and e.transition = 'report-absence'
    join bureaus.absence_sending t on t.municipality_id = s.municipality_id and t.election_id = s.election_id
      and t.bureau_id = s.bureau_id and t.version >= (e.details ->> 'version')::integer
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.assignment_id = ${assignmentId}
    order by t.addressee, t.version`.execute(db)
  return rows
}
