import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId } from '../../platform/ids.ts'
import { currentList } from '../../voters/index.ts'

/** Which of these members asked for a language on the voters list of the election, and for which. */
export async function askedLanguages(
  db: Db,
  { municipalityId, electionId }: Election,
  members: readonly MemberId[],
): Promise<readonly { readonly memberId: MemberId; readonly language: string }[]> {
  const list = await currentList(db, municipalityId, electionId)
  if (!list) return []
  const { rows } = await sql<{ memberId: MemberId; language: string }>`
    select m.member_id as "memberId", v.requested_language as language
    from bureaus.member m
    join voters.voter v on v.municipality_id = m.municipality_id and v.election_id = m.election_id
      and v.list_id = ${list.listId} and v.nrn_index = m.nrn_index
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId}
      and m.member_id = any(${members}::uuid[]) and v.requested_language is not null`.execute(db)
  return rows
}
