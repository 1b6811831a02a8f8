import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { LetterId } from '../platform/ids.ts'
import type { CountingScope } from './reconciliation-overview.ts'

/** A released letter that the channel policy gives paper and that is in no print file yet. */
export interface LetterToPrint {
  readonly letterId: LetterId
  readonly listNumber: number
  /** Why no post can reach the voter; null when it can. */
  readonly noPost: string | null
}

export interface NewPrintFile {
  readonly printFileId: string
  readonly name: string
  readonly letters: number
  readonly pages: number
  readonly fileSha256: Buffer
  readonly indexSha256: Buffer
  readonly by: string
}

/** The sections that still have something to print, with how much. */
export async function sectionsToPrint(
  db: Db,
  scope: CountingScope,
): Promise<{ section: number; letters: number }[]> {
  const { rows } = await sql<{ section: number; letters: number }>`
    select l.section, count(*)::integer as letters ${lettersDue(scope)} group by l.section order by l.section`.execute(
    db,
  )
  return rows
}

/** What is left to print of a section, in order of list number. */
export async function lettersToPrint(
  db: Db,
  scope: CountingScope,
  section: number,
): Promise<LetterToPrint[]> {
  const { rows } = await sql<LetterToPrint>`
    select l.letter_id as "letterId", l.list_number as "listNumber", v.no_post as "noPost"
    ${lettersDue(scope)} and l.section = ${section} order by l.list_number`.execute(db)
  return rows
}

/** Takes the file and its letters into the books in one statement each; a letter is in one file only. */
export async function insertPrintFile(
  db: Db,
  { municipalityId, electionId }: CountingScope,
  file: NewPrintFile,
  letters: readonly LetterId[],
): Promise<void> {
  await sql`insert into letters.print_file (municipality_id, election_id, print_file_id, name, letter_count, page_count,
      file_sha256, index_sha256, made_by)
    values (${municipalityId}, ${electionId}, ${file.printFileId}, ${file.name}, ${file.letters}, ${file.pages},
      ${file.fileSha256}, ${file.indexSha256}, ${file.by})`.execute(db)
  await sql`insert into letters.paper_letter (municipality_id, election_id, letter_id, print_file_id)
    select ${municipalityId}, ${electionId}, printed.letter_id, ${file.printFileId}::uuid
    from unnest(${letters}::uuid[]) as printed (letter_id)`.execute(db)
}

/** Letters that no post can bring: named, with the reason. */
export async function insertPaperExceptions(
  db: Db,
  { municipalityId, electionId }: CountingScope,
  letters: readonly LetterToPrint[],
): Promise<void> {
  await sql`insert into letters.paper_letter (municipality_id, election_id, letter_id, exception)
    select ${municipalityId}, ${electionId}, kept.letter_id, kept.exception
    from unnest(${letters.map(({ letterId }) => letterId)}::uuid[],
                ${letters.map(({ noPost }) => exceptionOf(noPost))}::text[]) as kept (letter_id, exception)`.execute(
    db,
  )
}

const exceptions: Readonly<Record<string, string>> = { GONE: 'house-gone', RETURNED: 'post-returned' }

function exceptionOf(noPost: string | null): string {
  return exceptions[noPost ?? ''] ?? 'no-deliverable-address'
}

function lettersDue({ municipalityId, electionId, listId, policy, campaigns }: CountingScope) {
  const reached = sql`exists (select from delivery.delivery d where d.municipality_id = l.municipality_id
    and d.document_id = l.letter_id and d.campaign_id = any(${campaigns}::uuid[]) and d.state = 'delivered')`
  return sql`
    from letters.letter l
    join voters.voter v on v.municipality_id = l.municipality_id and v.election_id = l.election_id
      and v.list_id = ${listId} and v.voter_id = l.voter_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'released'
      and not exists (select from letters.paper_letter p where p.municipality_id = l.municipality_id
        and p.election_id = l.election_id and p.letter_id = l.letter_id)
      and (${policy === 'paper-for-all'} or not ${reached})`
}
