import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'

/** What the municipality writes down of a claim, from the forms of polling day. */
export interface ClaimNote {
  readonly livesHere?: boolean | undefined
  /** There and back, as declared; 0: no travel is claimed. */
  readonly metres?: number | undefined
  readonly decided?: 'paid' | 'unpaid' | undefined
  /** A substitute who was called apart. */
  readonly needed: boolean
  /** As `readIban` gives it; absent: the one that was known stays. */
  readonly iban?: string | undefined
}

interface KeptNote {
  readonly election: Election
  readonly assignmentId: AssignmentId
  readonly note: ClaimNote
  readonly ibanSealed: Buffer | null
  readonly at: Date
  readonly by: string
}

export async function putNote(
  db: Db,
  { election, assignmentId, note, ibanSealed, at, by }: KeptNote,
): Promise<void> {
  const { livesHere, metres, decided, needed } = note
  await sql`
    insert into bureaus.claim_note as n (municipality_id, election_id, assignment_id, lives_here, metres, decided, needed,
      iban_sealed, noted_at, noted_by)
    values (${election.municipalityId}, ${election.electionId}, ${assignmentId}, ${livesHere ?? null}, ${metres ?? null},
      ${decided ?? null}, ${needed}, ${ibanSealed}, ${at}, ${by})
    on conflict (municipality_id, election_id, assignment_id) do update
    set lives_here = excluded.lives_here, metres = excluded.metres, decided = excluded.decided, needed = excluded.needed,
      iban_sealed = coalesce(excluded.iban_sealed, n.iban_sealed), noted_at = excluded.noted_at, noted_by = excluded.noted_by`.execute(
    db,
  )
}

/** What was noted of the account of this person, at any claim of theirs: what they give afterwards goes before it. */
export async function forgetNotedAccounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: MemberId,
): Promise<void> {
  await sql`
    update bureaus.claim_note n set iban_sealed = null
    from bureaus.assignment a
    where n.municipality_id = ${municipalityId} and n.election_id = ${electionId} and n.iban_sealed is not null
      and a.municipality_id = n.municipality_id and a.election_id = n.election_id and a.assignment_id = n.assignment_id
      and a.member_id = ${memberId}`.execute(db)
}
