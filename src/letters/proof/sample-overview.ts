import { sql } from 'kysely'
import type { VoterCategory } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { joiningWholeTables } from '../../platform/db/snapshot.ts'
import type { ElectionId, LetterId, ListId, MunicipalityId } from '../../platform/ids.ts'

/** Why a letter is in the sample, the oddest first. */
export const sampleReasons = [
  'rare-letters',
  'typeset-whole',
  'correction',
  'moved',
  'abroad',
  'particular-address',
  'no-first-name',
  'no-house-number',
  'longest-name',
  'shortest-name',
  'longest-address',
  'unusual-letters',
  'one-of-each',
  'drawn',
] as const
export type SampleReason = (typeof sampleReasons)[number]

export interface SampledLetter {
  readonly letterId: LetterId
  readonly section: number
  readonly listNumber: number
  readonly category: VoterCategory
  readonly language: string
  readonly why: readonly SampleReason[]
  readonly pdfSha256: string
}

/** How many composed letters a plate has in a section. */
export interface PlateCount {
  readonly section: number
  readonly category: VoterCategory
  readonly language: string
  /** SHA-256 of the plate, in hex. */
  readonly plate: string
  readonly letters: number
}

interface OfList {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
}

/**
 * A sample of the composed letters that covers every section, category and language, every odd case, and some drawn by
 * hash: the same every time, chosen by nobody. In order of section and list number.
 */
export async function coveringSample(
  db: Db,
  { municipalityId, electionId, listId }: OfList,
): Promise<SampledLetter[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<SampledLetter>`
    with plate as materialized (
      select p.plate_sha256, p.facts ->> 'language' as language from letters.plate p
      where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
    ), l as materialized (
      select l.letter_id, l.voter_id, l.section, l.list_number, l.version, l.plate_sha256, l.pdf_sha256, l.typeset_whole,
        l.facts ->> 'fullName' as name, length(l.facts ->> 'addressLines') as address, v.category, v.address_kind,
        plate.language, v.first_names, coalesce(v.delivery_address, v.list_address) ->> 'houseNumber' as house_number,
        v.delivery_address is not null as elsewhere, coalesce(v.delivery_address ->> 'country', 'BE') as country
      from letters.letter l
      join voters.voter v on v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
        and v.list_id = ${listId} and v.voter_id = l.voter_id
      join plate on plate.plate_sha256 = l.plate_sha256
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'
    ), picked as (
      (select distinct on (l.plate_sha256, l.section, l.category) l.letter_id, 'one-of-each' as why from l
        order by l.plate_sha256, l.section, l.category, l.list_number)
      union all (select l.letter_id, 'rare-letters' from l where l.typeset_whole = 'missing-glyph'
        order by l.list_number limit 20)
      union all (select l.letter_id, 'typeset-whole' from l where l.typeset_whole <> 'missing-glyph'
        order by l.list_number limit 20)
      union all (select l.letter_id, 'correction' from l where l.version > 1 and exists (
          select from letters.letter earlier
          where earlier.municipality_id = ${municipalityId} and earlier.election_id = ${electionId}
            and earlier.voter_id = l.voter_id and earlier.release_id is not null) order by l.list_number limit 5)
      union all (select l.letter_id, 'moved' from l where l.elsewhere and l.country = 'BE' order by l.list_number limit 5)
      union all (select l.letter_id, 'abroad' from l where l.country <> 'BE' order by l.list_number limit 5)
      union all (select distinct on (l.address_kind) l.letter_id, 'particular-address' from l
        where l.address_kind is not null order by l.address_kind, l.list_number)
      union all (select l.letter_id, 'no-first-name' from l where l.first_names = '' order by l.list_number limit 3)
      union all (select l.letter_id, 'no-house-number' from l where l.house_number = '' order by l.list_number limit 3)
      union all (select l.letter_id, 'longest-name' from l order by length(l.name) desc, l.list_number limit 5)
      union all (select l.letter_id, 'shortest-name' from l order by length(l.name), l.list_number limit 3)
      union all (select l.letter_id, 'longest-address' from l order by l.address desc, l.list_number limit 5)
      union all (select l.letter_id, 'unusual-letters' from l where l.name ~ '[^A-Za-z -]' order by l.pdf_sha256 limit 5)
      union all (select l.letter_id, 'drawn' from l order by l.pdf_sha256 limit 20)
    )
    select l.letter_id as "letterId", l.section, l.list_number as "listNumber", l.category, l.language,
      array_agg(picked.why order by array_position(${sampleReasons}::text[], picked.why)) as why,
      encode(l.pdf_sha256, 'hex') as "pdfSha256"
    from picked join l on l.letter_id = picked.letter_id
    group by l.letter_id, l.section, l.list_number, l.category, l.language, l.pdf_sha256
    order by l.section, l.list_number`.execute(db)
  return rows
}

/** The plates of the composed letters, by section and category, with how many letters each has. */
export async function plateCounts(
  db: Db,
  { municipalityId, electionId, listId }: OfList,
): Promise<PlateCount[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<PlateCount>`
    with used as materialized (
      select l.section, v.category, l.plate_sha256, count(*)::integer as letters
      from letters.letter l
      join voters.voter v on v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
        and v.list_id = ${listId} and v.voter_id = l.voter_id
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'
      group by l.section, v.category, l.plate_sha256
    )
    select used.section, used.category, p.facts ->> 'language' as language, encode(used.plate_sha256, 'hex') as plate,
      used.letters
    from used join letters.plate p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.plate_sha256 = used.plate_sha256
    order by used.section, used.category, language, plate`.execute(db)
  return rows
}
