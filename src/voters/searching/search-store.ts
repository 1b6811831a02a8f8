import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ListId, MunicipalityId, VoterId } from '../../platform/ids.ts'
import type { FoldedWords } from './search-terms.ts'

/** Makes the index of a list that is taken into use; some seconds for 400 000 voters. Again it does nothing. */
export async function indexForSearch(db: Db, municipalityId: MunicipalityId, listId: ListId): Promise<void> {
  await sql`select voters.index_for_search(${municipalityId}, ${listId}::uuid)`.execute(db)
}

/** What was typed, folded as the index folds names and streets. In the order given. */
export async function foldWords(db: Db, texts: readonly string[]): Promise<FoldedWords[]> {
  const { rows } = await sql<FoldedWords>`
    select f.plain, f.joined, f.plain_sound as "plainSound", f.joined_sound as "joinedSound"
    from unnest(${texts}::text[]) with ordinality as typed (words, place),
      lateral voters.folded_question(typed.words) f
    order by typed.place`.execute(db)
  return rows
}

export interface SearchPage {
  /** A `tsquery` of the terms of the index. */
  readonly terms: string
  readonly birthDate: string | undefined
  readonly afterListNumber: number
  readonly limit: number
}

/** Voters of a list who answer to the terms, in the order of their list numbers. */
export async function findOnList(
  db: Db,
  municipalityId: MunicipalityId,
  listId: ListId,
  { terms, birthDate, afterListNumber, limit }: SearchPage,
): Promise<{ voterId: VoterId; listNumber: number }[]> {
  const { rows } = await sql<{ voterId: VoterId; listNumber: number }>`
    select f.voter_id as "voterId", f.list_number as "listNumber"
    from voters.find_on_list(${municipalityId}, ${listId}::uuid, ${terms}::tsquery, ${birthDate ?? null}::date,
      ${afterListNumber}, ${limit}) f
    order by f.list_number`.execute(db)
  return rows
}
