import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, BureauId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { byComing } from '../assignments/note-delivered.ts'

/** A file of one bureau that was made for who prosecutes. */
export interface AbsenceReport {
  readonly bureauId: BureauId
  readonly version: number
  readonly sealed: Buffer
  readonly contentSha256: Buffer
  readonly settingsVersion: number
  readonly pdfSha256: Buffer
  readonly reported: number
  readonly takenBack: number
  readonly madeAt: Date
  readonly madeBy: string
}

export async function insertReport(
  db: Db,
  { municipalityId, electionId }: OfElection,
  one: AbsenceReport,
): Promise<void> {
  await sql`
    insert into bureaus.absence_report (municipality_id, election_id, bureau_id, version, sealed, content_sha256, settings_version,
      pdf_sha256, reported, taken_back, made_at, made_by)
    values (${municipalityId}, ${electionId}, ${one.bureauId}, ${one.version}, ${one.sealed}, ${one.contentSha256},
      ${one.settingsVersion}, ${one.pdfSha256}, ${one.reported}, ${one.takenBack}, ${one.madeAt}, ${one.madeBy})`.execute(
    db,
  )
}

/** Files of a bureau, the last first. */
export async function selectReports(
  db: Db,
  { municipalityId, electionId }: OfElection,
  bureauId: BureauId,
): Promise<AbsenceReport[]> {
  const { rows } = await sql<AbsenceReport>`
    select r.bureau_id as "bureauId", r.version, r.sealed, r.content_sha256 as "contentSha256",
      r.settings_version as "settingsVersion", r.pdf_sha256 as "pdfSha256", r.reported, r.taken_back as "takenBack",
      r.made_at as "madeAt", r.made_by as "madeBy"
    from bureaus.absence_report r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.bureau_id = ${bureauId}
    order by r.version desc`.execute(db)
  return rows
}

export interface AbsenceCount {
  readonly bureauId: BureauId
  readonly number: string
  readonly kind: 'POLLING' | 'COUNTING' | 'MAIN' | 'RESERVE'
  readonly absent: number
  readonly late: number
  readonly left: number
  /** Away, late or left early, and in no file yet. */
  readonly open: number
  readonly reported: number
  readonly excused: number
  /** Expected, and not noted whether they came. */
  readonly unknown: number
  /** The last file that was made; 0: none. */
  readonly lastVersion: number
  /** How many on the route have that one. */
  readonly sent: number
}

/** Bureaus where somebody stayed away, came late or left early, or that closed without noting everybody; from after the one that is named. */
export async function absenceCounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { after, most }: { readonly after?: BureauId | undefined; readonly most: number },
): Promise<AbsenceCount[]> {
  const { rows } = await sql<AbsenceCount>`
    select b.bureau_id as "bureauId", b.number, b.kind,
      count(*) filter (where a.attendance = 'ABSENT')::integer as absent,
      count(*) filter (where a.attendance = 'LATE')::integer as late,
      count(*) filter (where a.attendance = 'LEFT')::integer as left,
      count(*) filter (where a.attendance in ('ABSENT', 'LATE', 'LEFT') and a.sanction = 'NONE' and (a.attendance = 'LEFT' or not exists (
        select from bureaus.assignment had
        join bureaus.assignment_event e on e.municipality_id = had.municipality_id and e.election_id = had.election_id
          and e.assignment_id = had.assignment_id
        where had.municipality_id = a.municipality_id and had.election_id = a.election_id and had.member_id = a.member_id
          and (had.assignment_id = a.assignment_id or a.called_up) and e.transition = 'send' and e.details ->> 'channel' = ${byComing})))::integer as open,
      count(*) filter (where a.sanction = 'REPORTED')::integer as reported,
      count(*) filter (where a.sanction = 'EXCUSED_AFTER')::integer as excused,
      count(*) filter (where a.confirmed and a.attendance = 'UNKNOWN')::integer as unknown,
      coalesce((select max(r.version) from bureaus.absence_report r where r.municipality_id = b.municipality_id
        and r.election_id = b.election_id and r.bureau_id = b.bureau_id), 0) as "lastVersion",
      (select count(*)::integer from bureaus.absence_sending t where t.municipality_id = b.municipality_id
        and t.election_id = b.election_id and t.bureau_id = b.bureau_id
        and t.version = (select max(r.version) from bureaus.absence_report r where r.municipality_id = t.municipality_id
          and r.election_id = t.election_id and r.bureau_id = t.bureau_id)) as sent
    from bureaus.assignment a
    join bureaus.seat s on s.municipality_id = a.municipality_id and s.election_id = a.election_id and s.seat_id = a.seat_id
    join bureaus.bureau b on b.municipality_id = s.municipality_id and b.election_id = s.election_id and b.bureau_id = s.bureau_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.designation = 'DESIGNATED'
      and (${after ?? null}::uuid is null or b.bureau_id > ${after ?? null}::uuid)
    group by b.municipality_id, b.election_id, b.bureau_id
    having count(*) filter (where a.attendance in ('ABSENT', 'LATE', 'LEFT')) > 0
      or count(*) filter (where a.confirmed and a.attendance = 'UNKNOWN') > 0 and exists (
        select from bureaus.checkpoint c where c.municipality_id = b.municipality_id and c.election_id = b.election_id
          and c.bureau_id = b.bureau_id and c.checkpoint in ('CLOSED', 'COUNTED', 'HANDED_OVER'))
    order by b.bureau_id limit ${most}`.execute(db)
  return rows
}

/** When it was last written down of one of these whether they came. */
export async function lastNotedAt(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignments: readonly AssignmentId[],
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(e.happened_at) as at from bureaus.assignment_event e
    where e.municipality_id = ${municipalityId} and e.election_id = ${electionId}
      and e.assignment_id = any(${assignments}::uuid[])
      and e.transition in ('check-in', 'check-in-late', 'note-absent', 'appoint-on-the-spot', 'correct-to-present',
        'correct-to-late', 'correct-to-absent', 'leave', 'return-to-present', 'return-to-late')`.execute(db)
  return rows[0]?.at ?? undefined
}

/** What somebody asked when the time for an excuse was over: sealed, with how many documents. */
export async function selectLateRequests(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignmentId: AssignmentId,
): Promise<{ askedAt: Date; request: Buffer; documents: number }[]> {
  const { rows } = await sql<{ askedAt: Date; request: Buffer; documents: number }>`
    select x.asked_at as "askedAt", x.request_sealed as request,
      (select count(*)::integer from bureaus.evidence v where v.municipality_id = x.municipality_id
         and v.election_id = x.election_id and v.excuse_id = x.excuse_id) as documents
    from bureaus.excuse x
    where x.municipality_id = ${municipalityId} and x.election_id = ${electionId} and x.assignment_id = ${assignmentId}
      and not x.in_time
    order by x.asked_at`.execute(db)
  return rows
}
