import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { InstructedBureau, InstructionsByBureau, OwnInstructions } from './chair-instructions.ts'

/** The last of each kind of bureau. */
export async function currentInstructions(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<InstructionsByBureau> {
  const { rows } = await sql<OwnInstructions>`
    select distinct on (i.bureau) i.bureau, i.version, i.text, i.written_at as "writtenAt", i.written_by as "writtenBy"
    from bureaus.chair_instructions i
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId}
    order by i.bureau, i.version desc`.execute(db)
  return new Map(rows.map((one) => [one.bureau, one]))
}

/** Answers its version: nothing is ever changed, a new text is the next version. */
export async function insertInstructions(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { bureau, text, at, by }: { bureau: InstructedBureau; text: string; at: Date; by: string },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chair instructions ${electionId} ${bureau}`}, 0))`.execute(
    db,
  )
  const { rows } = await sql<{ version: number }>`
    insert into bureaus.chair_instructions (municipality_id, election_id, bureau, version, text, written_at, written_by)
    select ${municipalityId}, ${electionId}, ${bureau}, coalesce(max(i.version), 0) + 1, ${text}, ${at}, ${by}
    from bureaus.chair_instructions i
    where i.municipality_id = ${municipalityId} and i.election_id = ${electionId} and i.bureau = ${bureau}
    returning version`.execute(db)
  return rows[0]!.version
}
