import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, CampaignId, DocumentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MemberLetterKind } from './member-letter-facts.ts'
import type { DeliveryProof, SentLetter, SentLetterState } from './sent-letter.ts'

const columns = sql`
  l.letter_id as "letterId", l.assignment_id as "assignmentId", l.kind, l.version, l.facts,
  l.settings_version as "settingsVersion", l.pdf_sha256 as "pdfSha256", l.campaign_id as "campaignId", l.state,
  l.sent_at as "sentAt", l.sent_by as "sentBy", l.settled_at as "settledAt", l.proof,
  l.facts ? 'correction' as "isCorrection"`

/** Letters of one campaign are handed over one transaction after the other, whoever asked for them. */
export async function lockCampaign(db: Db, campaignId: CampaignId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`member letters ${campaignId}`}, 0))`.execute(db)
}

export type NewLetter = Omit<SentLetter, 'state' | 'settledAt' | 'proof' | 'isCorrection'>

export async function insertLetters(
  db: Db,
  { municipalityId, electionId }: OfElection,
  letters: readonly NewLetter[],
): Promise<void> {
  const column = <T>(pick: (letter: NewLetter) => T): T[] => letters.map(pick)
  await sql`
    insert into bureaus.member_letter (municipality_id, election_id, letter_id, assignment_id, kind, version, facts,
      settings_version, pdf_sha256, campaign_id, state, sent_at, sent_by)
    select ${municipalityId}, ${electionId}, one.letter_id, one.assignment_id, one.kind, one.version, one.facts::jsonb,
      one.settings_version, one.pdf_sha256, one.campaign_id, 'sent', one.sent_at, one.sent_by
    from unnest(${column((one) => one.letterId)}::uuid[], ${column((one) => one.assignmentId)}::uuid[],
      ${column((one) => one.kind)}::text[], ${column((one) => one.version)}::integer[],
      ${column((one) => JSON.stringify(one.facts))}::text[], ${column((one) => one.settingsVersion)}::integer[],
      ${column((one) => one.pdfSha256)}::bytea[], ${column((one) => one.campaignId)}::uuid[],
      ${column((one) => one.sentAt)}::timestamptz[], ${column((one) => one.sentBy)}::text[])
      as one (letter_id, assignment_id, kind, version, facts, settings_version, pdf_sha256, campaign_id, sent_at, sent_by)`.execute(
    db,
  )
}

/** These letters; ids that are not there are left out. */
export async function lettersById(
  db: Db,
  { municipalityId, electionId }: OfElection,
  ids: readonly DocumentId[],
): Promise<SentLetter[]> {
  const { rows } = await sql<SentLetter>`
    select ${columns} from bureaus.member_letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** All that was written to who has these assignments, the last first. */
export async function lettersOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignments: readonly AssignmentId[],
): Promise<SentLetter[]> {
  const { rows } = await sql<SentLetter>`
    select ${columns} from bureaus.member_letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.assignment_id = any(${assignments}::uuid[])
    order by l.sent_at desc, l.version desc`.execute(db)
  return rows
}

/** The letter, held for the caller's transaction. */
export async function lockLetter(
  db: Db,
  { municipalityId, electionId }: OfElection,
  letterId: DocumentId,
): Promise<SentLetter | undefined> {
  const { rows } = await sql<SentLetter>`
    select ${columns} from bureaus.member_letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.letter_id = ${letterId}
    for update`.execute(db)
  return rows[0]
}

export interface Settling {
  readonly state: SentLetterState
  readonly at: Date
  readonly proof?: DeliveryProof
}

/** What arrived meanwhile, or was handed over, stays so. */
export async function settleLetters(
  db: Db,
  { municipalityId, electionId }: OfElection,
  ids: readonly DocumentId[],
  { state, at, proof }: Settling,
): Promise<void> {
  await sql`
    update bureaus.member_letter as l
    set state = ${state}, settled_at = ${at}, proof = ${proof ? JSON.stringify(proof) : null}::jsonb
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = any(${ids}::uuid[]) and l.state in ('sent', 'undelivered', 'printed')`.execute(db)
}

/** Earlier versions of a letter, which a new one replaces; answers those that were on their way, with how they travel. */
export async function replaceVersions(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { assignmentId, kind, at }: { assignmentId: AssignmentId; kind: MemberLetterKind; at: Date },
): Promise<Pick<SentLetter, 'letterId' | 'campaignId'>[]> {
  const { rows } = await sql<Pick<SentLetter, 'letterId' | 'campaignId'>>`
    update bureaus.member_letter as l set state = 'replaced', settled_at = ${at}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.assignment_id = ${assignmentId}
      and l.kind = ${kind} and l.state in ('sent', 'undelivered', 'printed')
    returning l.letter_id as "letterId", l.campaign_id as "campaignId"`.execute(db)
  return rows
}
