import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'

/** Read models over the sums that the database keeps while letters move: for pages, which are asked all day. */

/** How many letters there are in which of the current states. */
interface LetterCounts {
  readonly composed: number
  readonly released: number
}

/** Current letters of a section, and a sum that is the same for letters to the same voters. */
interface SectionLetters extends LetterCounts {
  readonly section: number
  readonly fingerprint: string
  /** Of this and earlier versions. */
  readonly everReleased: number
}

/** Every section that ever had a letter. */
export async function lettersBySection(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<SectionLetters[]> {
  const { rows } = await sql<SectionLetters>`
    select t.section, coalesce(sum(t.letters) filter (where t.state = 'composed'), 0)::integer as composed,
      coalesce(sum(t.letters) filter (where t.state = 'released'), 0)::integer as released,
      coalesce(sum(t.fingerprint) filter (where t.state in ('composed', 'released')), 0)::text as fingerprint,
      coalesce(sum(t.letters) filter (where t.was_released), 0)::integer as "everReleased"
    from letters.tally t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId}
    group by t.section order by t.section`.execute(db)
  return rows
}

/** Letters on paper, as the certificate counts them: those that are current, and apart from them those that ended since. */
export interface PaperCounts {
  /** Current letters in a print file. */
  readonly printed: number
  /** Current letters that the post can't bring: in no print file. */
  readonly exceptions: number
  /** In a print file, and replaced or withdrawn since. */
  readonly ended: number
}

export async function countOnPaper(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<PaperCounts> {
  const { rows } = await sql<PaperCounts>`
    select coalesce(sum(t.letters) filter (where t.state = 'released' and t.exception = ''), 0)::integer as printed,
      coalesce(sum(t.letters) filter (where t.state = 'released' and t.exception <> ''), 0)::integer as exceptions,
      coalesce(sum(t.letters) filter (where t.state in ('withdrawn', 'superseded') and t.exception = ''), 0)::integer as ended
    from letters.printed_tally t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId}`.execute(db)
  return rows[0]!
}

/** How many current letters are released, and in no print file nor set apart. */
export async function countReleasedNotOnPaper(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<number> {
  const { rows } = await sql<{ letters: number }>`
    select (
      coalesce((select sum(t.letters) from letters.tally t where t.municipality_id = ${municipalityId}
        and t.election_id = ${electionId} and t.state = 'released'), 0)
      - coalesce((select sum(p.letters) from letters.printed_tally p where p.municipality_id = ${municipalityId}
        and p.election_id = ${electionId} and p.state = 'released'), 0))::integer as letters`.execute(db)
  return rows[0]!.letters
}

/** By the name of a print file, how many letters in it were replaced or withdrawn since. Files without any are left out. */
export async function countEndedInPrintFiles(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; letters: number }>`
    select f.name, ended.letters from (
      select p.print_file_id, sum(p.letters)::integer as letters from letters.printed_tally p
      where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.exception = ''
        and p.state in ('withdrawn', 'superseded')
      group by p.print_file_id having sum(p.letters) > 0) ended
    join letters.print_file f on f.municipality_id = ${municipalityId} and f.election_id = ${electionId}
      and f.print_file_id = ended.print_file_id`.execute(db)
  return new Map(rows.map(({ name, letters }) => [name, letters]))
}

/** Whether letters of this election left the house, and are still kept. */
export async function wasAnythingReleased(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<boolean> {
  const { rows } = await sql`select from letters.tally t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.was_released and t.letters > 0
    limit 1`.execute(db)
  return rows.length > 0
}
