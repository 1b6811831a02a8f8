import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { joiningWholeTables } from '../../platform/db/snapshot.ts'
import type { ElectionId, LetterId, MunicipalityId } from '../../platform/ids.ts'
import { entitled, type NoPost } from '../../voters/index.ts'
import type { CountingScope } from '../reconciling/reconciliation-overview.ts'

/** A letter that is to be on paper, and where the post can't bring it, why. */
export interface LetterToPrint {
  readonly letterId: LetterId
  /** Of the paper: letters on paper of different colours are not in one file. */
  readonly colour: string
  readonly noPost?: NoPost
}

/** Of paper, where no law names one. */
const usualColour = 'wit'

/** The sections that still have something to print, with how much: most of it, when delivery is under way. */
export async function sectionsToPrint(
  db: Db,
  { municipalityId, electionId, policy, campaigns }: CountingScope,
): Promise<{ section: number; letters: number }[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<{ section: number; letters: number }>`
    select l.section, count(*)::integer as letters from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'released'
      and not exists (select from letters.paper_letter p where p.municipality_id = ${municipalityId}
        and p.election_id = ${electionId} and p.letter_id = l.letter_id)
      and (${policy} = 'paper-for-all' or not exists (
        select from delivery.delivery d where d.municipality_id = ${municipalityId}
          and d.campaign_id = any(${campaigns}::uuid[]) and d.document_id = l.letter_id and d.state = 'delivered'))
    group by l.section order by l.section`.execute(db)
  return rows
}

/** What is left to print of a section, in order of list number: letters of voters, in no print file yet. */
export async function lettersToPrint(
  db: Db,
  scope: CountingScope,
  section: number,
): Promise<LetterToPrint[]> {
  const { municipalityId, electionId, listId, policy } = scope
  // Both sides by section, and the rest by id below: that stays quick on tables without statistics.
  await joiningWholeTables(db)
  const { rows } = await sql<{ letterId: LetterId; colour: string | null; noPost: NoPost | null }>`
    with plate as materialized (
      select p.plate_sha256, p.facts #>> '{election,paperColour}' as colour from letters.plate p
      where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.plate_sha256 = any(array(
        select distinct l.plate_sha256 from letters.letter l
        where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.section = ${section}))
    )
    select l.letter_id as "letterId", plate.colour, v.no_post as "noPost"
    from letters.letter l join plate on plate.plate_sha256 = l.plate_sha256
    join voters.voter v on v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
      and v.list_id = ${listId} and v.section = ${section} and v.voter_id = l.voter_id
      and v.state = any(${entitled}::text[])
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.section = ${section}
      and l.state = 'released'
    order by l.list_number`.execute(db)
  const ids = rows.map(({ letterId }) => letterId)
  const done = await onPaperAlready(db, scope, ids)
  if (policy === 'paper-for-the-rest') for (const id of await deliveredAmong(db, scope, ids)) done.add(id)
  return rows
    .filter(({ letterId }) => !done.has(letterId))
    .map(({ letterId, colour, noPost }) => ({
      ...{ letterId, colour: colour ?? usualColour },
      ...(noPost && { noPost }),
    }))
}

async function onPaperAlready(
  db: Db,
  { municipalityId, electionId }: CountingScope,
  ids: readonly LetterId[],
): Promise<Set<LetterId>> {
  const { rows } = await sql<{ id: LetterId }>`
    select p.letter_id as id from letters.paper_letter p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.letter_id = any(${ids}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

async function deliveredAmong(
  db: Db,
  { municipalityId, campaigns }: CountingScope,
  ids: readonly LetterId[],
): Promise<LetterId[]> {
  const { rows } = await sql<{ id: LetterId }>`
    select d.document_id as id from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = any(${campaigns}::uuid[])
      and d.document_id = any(${ids}::uuid[]) and d.state = 'delivered'`.execute(db)
  return rows.map(({ id }) => id)
}

/** How many letters of the election have no outcome yet. */
export async function lettersUnderWay(db: Db, { municipalityId, campaigns }: CountingScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = any(${campaigns}::uuid[])
      and d.state in ('waiting', 'attempting')`.execute(db)
  return rows[0]!.count
}

export interface PrintFileFacts {
  readonly name: string
  readonly letters: number
  readonly pages: number
  readonly sha256: string
  readonly indexSha256: string
  /** Absent in files of before the addresses were hashed. */
  readonly addressesSha256?: string
  /** Absent in files of before print files had a cover sheet. */
  readonly cover?: CoverFacts
  readonly reprintedBecause?: string
}

/** What the cover sheet says of a print file, besides its numbers. */
export interface CoverFacts {
  readonly section: number
  readonly paperColour: string
  readonly sheets: number
  readonly firstListNumber: number
  readonly lastListNumber: number
}

/** The print files of an election by name: those that are to be printed, not those that a reprint replaced. */
export async function printFileFacts(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<PrintFileFacts[]> {
  type Row = Omit<PrintFileFacts, 'cover' | 'addressesSha256'> &
    CoverFacts & { because: string | null; ofAddresses: string | null }
  const { rows } = await sql<Row>`
    select f.name, f.letter_count as letters, f.page_count as pages, encode(f.file_sha256, 'hex') as sha256,
           encode(f.index_sha256, 'hex') as "indexSha256", encode(f.addresses_sha256, 'hex') as "ofAddresses",
           f.reprint_reason as because,
           f.section, f.paper_colour as "paperColour", f.sheet_count as sheets,
           f.first_list_number as "firstListNumber", f.last_list_number as "lastListNumber"
    from letters.print_file f
    where f.municipality_id = ${municipalityId} and f.election_id = ${electionId} and not exists (
      select from letters.print_file again
      where again.municipality_id = f.municipality_id and again.election_id = f.election_id
        and again.reprint_of = f.print_file_id)
    order by f.name`.execute(db)
  return rows.map((row) => {
    const { because, ofAddresses, section, paperColour, sheets, firstListNumber, lastListNumber, ...file } =
      row
    const cover = { section, paperColour, sheets, firstListNumber, lastListNumber }
    return {
      ...file,
      ...(ofAddresses && { addressesSha256: ofAddresses }),
      ...(paperColour && { cover }),
      ...(because && { reprintedBecause: because }),
    }
  })
}

/** By the name of a print file, the list numbers of letters in it that were replaced or withdrawn since. */
export async function endedInPrintFiles(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<ReadonlyMap<string, readonly number[]>> {
  await joiningWholeTables(db)
  const { rows } = await sql<{ name: string; listNumbers: number[] }>`
    select f.name, array_agg(l.list_number order by l.list_number) as "listNumbers"
    from letters.letter l
    join letters.paper_letter p on p.municipality_id = l.municipality_id and p.election_id = l.election_id
      and p.letter_id = l.letter_id
    join letters.print_file f on f.municipality_id = p.municipality_id and f.election_id = p.election_id
      and f.print_file_id = p.print_file_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.state in ('withdrawn', 'superseded')
    group by f.name`.execute(db)
  return new Map(rows.map(({ name, listNumbers }) => [name, listNumbers]))
}

/** Exceptions of the paper channel by reason, over current letters. */
export async function paperExceptions(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Record<string, number>> {
  await joiningWholeTables(db)
  const { rows } = await sql<{ exception: string; count: number }>`
    select p.exception, count(*)::integer as count
    from letters.paper_letter p
    join letters.letter l on l.municipality_id = p.municipality_id and l.election_id = p.election_id
      and l.letter_id = p.letter_id and l.state = 'released'
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.exception is not null
    group by p.exception order by p.exception`.execute(db)
  return Object.fromEntries(rows.map(({ exception, count }) => [exception, count]))
}
