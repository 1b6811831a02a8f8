import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, LetterId, ListId, MunicipalityId } from '../platform/ids.ts'
import type { LetterState } from './letter.ts'

export interface LetterInOtherLanguage {
  readonly letterId: LetterId
  readonly section: number
  readonly state: LetterState
}

/** The current letters of voters who asked for one of these languages that are in another. */
export async function lettersInOtherLanguage(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { listId, languages }: { listId: ListId; languages: readonly string[] },
): Promise<LetterInOtherLanguage[]> {
  const { rows } = await sql<LetterInOtherLanguage>`
    select l.letter_id as "letterId", l.section, l.state
    from voters.voter v
    join letters.letter l on l.voter_id = v.voter_id and l.election_id = ${electionId}
                         and l.municipality_id = ${municipalityId} and l.ended_at is null
    join letters.plate p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
                        and p.plate_sha256 = l.plate_sha256
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
      and v.requested_language = any(${languages}::text[]) and p.language <> v.requested_language`.execute(db)
  return rows
}
