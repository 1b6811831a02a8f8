import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, LetterId, MunicipalityId } from '../../platform/ids.ts'
import type { CoverFacts } from './print-overview.ts'

export interface NewPrintFile {
  readonly printFileId: string
  /** Without extension: the PDF and its index share it. */
  readonly name: string
  readonly letters: number
  readonly pages: number
  readonly fileSha256: Buffer
  readonly indexSha256: Buffer
  readonly addressesSha256: Buffer
  readonly by: string
  /** Machine and folder. */
  readonly writtenIn: string
  readonly cover: CoverFacts
  readonly reprint?: { readonly of: string; readonly reason: string }
}

interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

/** Takes a file into the books. Throws when there is one by that name. */
export async function insertPrintFile(
  db: Db,
  { municipalityId, electionId }: OfElection,
  file: NewPrintFile,
): Promise<void> {
  await sql`insert into letters.print_file (municipality_id, election_id, print_file_id, name, letter_count, page_count,
      file_sha256, index_sha256, addresses_sha256, made_by, section, paper_colour, sheet_count, first_list_number, last_list_number,
      reprint_of, reprint_reason, written_in)
    values (${municipalityId}, ${electionId}, ${file.printFileId}, ${file.name}, ${file.letters}, ${file.pages},
      ${file.fileSha256}, ${file.indexSha256}, ${file.addressesSha256}, ${file.by}, ${file.cover.section},
      ${file.cover.paperColour}, ${file.cover.sheets}, ${file.cover.firstListNumber}, ${file.cover.lastListNumber},
      ${file.reprint?.of ?? null}::uuid,
      ${file.reprint?.reason ?? null}, ${file.writtenIn})`.execute(db)
}

/** Writes down in which file letters are. Throws when one of them is on paper, or excepted, already. */
export async function insertPaperLetters(
  db: Db,
  { municipalityId, electionId }: OfElection,
  printFileId: string,
  letters: readonly LetterId[],
): Promise<void> {
  await sql`insert into letters.paper_letter (municipality_id, election_id, letter_id, print_file_id)
    select ${municipalityId}, ${electionId}, printed.letter_id, ${printFileId}::uuid
    from unnest(${letters}::uuid[]) as printed (letter_id)`.execute(db)
}

/** Letters that no post can bring: named, with the reason. */
export async function insertPaperExceptions(
  db: Db,
  { municipalityId, electionId }: OfElection,
  letters: readonly { letterId: LetterId; exception: string }[],
): Promise<void> {
  await sql`insert into letters.paper_letter (municipality_id, election_id, letter_id, exception)
    select ${municipalityId}, ${electionId}, kept.letter_id, kept.exception
    from unnest(${letters.map(({ letterId }) => letterId)}::uuid[], ${letters.map(({ exception }) => exception)}::text[])
      as kept (letter_id, exception)`.execute(db)
}

export interface StoredPrintFile {
  readonly printFileId: string
  readonly section: number
  readonly paperColour: string
  /** The file that is printed instead of this one. */
  readonly replacedBy: string | null
}

export async function findPrintFile(
  db: Db,
  { municipalityId, electionId }: OfElection,
  name: string,
): Promise<StoredPrintFile | undefined> {
  const { rows } = await sql<StoredPrintFile>`
    select f.print_file_id as "printFileId", f.section, f.paper_colour as "paperColour", again.name as "replacedBy"
    from letters.print_file f
    left join letters.print_file again on again.municipality_id = f.municipality_id
      and again.election_id = f.election_id and again.reprint_of = f.print_file_id
    where f.municipality_id = ${municipalityId} and f.election_id = ${electionId} and f.name = ${name}`.execute(
    db,
  )
  return rows[0]
}

/** The letters of a print file that are still somebody's letter, in the order of the file. */
export async function lettersInPrintFile(
  db: Db,
  { municipalityId, electionId }: OfElection,
  printFileId: string,
): Promise<LetterId[]> {
  const { rows } = await sql<{ letter_id: LetterId }>`
    select l.letter_id from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'released'
      and l.letter_id = any(array(
        select p.letter_id from letters.paper_letter p
        where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
          and p.print_file_id = ${printFileId}))
    order by l.section, l.list_number`.execute(db)
  return rows.map((row) => row.letter_id)
}

/** Moves letters to the file that is printed instead: a letter is in one file. */
export async function moveToPrintFile(
  db: Db,
  { municipalityId, electionId }: OfElection,
  printFileId: string,
  letters: readonly LetterId[],
): Promise<void> {
  await sql`update letters.paper_letter p set print_file_id = ${printFileId}::uuid
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.letter_id = any(${letters}::uuid[])`.execute(db)
}

/** Names that are taken, those of replaced files too. */
export async function printFileNames(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select f.name from letters.print_file f
    where f.municipality_id = ${municipalityId} and f.election_id = ${electionId}`.execute(db)
  return new Set(rows.map((row) => row.name))
}
