import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, LetterId, ListId, MunicipalityId } from '../../platform/ids.ts'
import type { LetterState } from '../letter.ts'

/** A voter's current letter that is in another language than the voter asked for. */
export interface LetterInOtherLanguage {
  readonly letterId: LetterId
  readonly section: number
  readonly state: LetterState
  readonly requestedLanguage: string
  readonly languageRequestedOn?: string
}

export async function lettersInOtherLanguage(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<LetterInOtherLanguage[]> {
  const { rows } = await sql<LetterInOtherLanguage & { languageRequestedOn: string | null }>`
    select l.letter_id as "letterId", l.section, l.state, v.requested_language as "requestedLanguage",
      v.language_requested_on as "languageRequestedOn"
    from voters.voter v
    join letters.letter l on l.voter_id = v.voter_id and l.election_id = ${electionId}
                         and l.municipality_id = ${municipalityId} and l.ended_at is null
    join letters.plate p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
                        and p.plate_sha256 = l.plate_sha256
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
      and v.requested_language is not null and p.language <> v.requested_language`.execute(db)
  return rows.map(({ languageRequestedOn: on, ...row }) => ({
    ...row,
    ...(on && { languageRequestedOn: on }),
  }))
}
