import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { LetterState } from '../letter.ts'
import { type LetterData, type PlateFacts, sharedData } from '../letter-template/letter-template.ts'

export interface StoredPlate {
  readonly plateSha256: Buffer
  readonly facts: PlateFacts
  readonly bytes: Buffer
}

/** From which texts a plate's letters were made. */
export interface TextVersions {
  readonly ruleset: string
  readonly version: number
  readonly french?: number | undefined
}

export interface MadePlate extends StoredPlate {
  /** The hash of the facts, the template's and the press's version: the same key, the same plate. */
  readonly key: string
  readonly letterData: LetterData
  readonly templateVersion: string
  readonly pressVersion: string
  readonly textVersions: TextVersions
}

interface PlateRow {
  plate_sha256: Buffer
  facts: PlateFacts
  plate: Buffer
}

export async function findPlateByKey(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  key: string,
): Promise<StoredPlate | undefined> {
  const { rows } = await sql<PlateRow>`
    select p.plate_sha256, p.facts, p.plate from letters.plate p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.plate_key = ${key}`.execute(
    db,
  )
  return rows[0] && toPlate(rows[0])
}

export async function findPlates(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  hashes: readonly Buffer[],
): Promise<StoredPlate[]> {
  const { rows } = await sql<PlateRow>`
    select p.plate_sha256, p.facts, p.plate from letters.plate p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.plate_sha256 = any(${hashes}::bytea[])`.execute(db)
  return rows.map(toPlate)
}

/** What the letters of a plate say, as it was kept when the plate was made; of older plates from their facts. */
export async function findLetterData(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  plateSha256: Buffer,
): Promise<{ letterData: LetterData; arms: string | undefined }> {
  const { rows } = await sql<{ letterData: LetterData | null; facts: PlateFacts }>`
    select p.letter_data as "letterData", p.facts from letters.plate p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.plate_sha256 = ${plateSha256}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('the plate of a letter is gone')
  return { letterData: row.letterData ?? sharedData(row.facts), arms: row.facts.municipality.arms }
}

/** A plate on which letters of a section were made, and from which facts: by its key. */
export interface PlateInUse {
  readonly section: number
  /** How many letters of the section, in the states that were asked for. */
  readonly letters: number
  readonly plateSha256: Buffer
  readonly key: string
  readonly templateVersion: string
  readonly pressVersion: string
}

/** The plates of the letters in these states, by section. */
export async function platesInUse(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  states: readonly LetterState[],
): Promise<PlateInUse[]> {
  const { rows } = await sql<PlateInUse>`
    with used as (
      select t.section, t.plate_sha256, sum(t.letters)::integer as letters from letters.tally t
      where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.state = any(${states}::text[])
        and t.letters > 0
      group by t.section, t.plate_sha256
    )
    select u.section, u.letters, u.plate_sha256 as "plateSha256", p.plate_key as key, p.template_version as "templateVersion",
           p.press_version as "pressVersion"
    from used u
    join letters.plate p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
                        and p.plate_sha256 = u.plate_sha256
    order by u.section`.execute(db)
  return rows
}

/**
 * The same bytes from other facts (a name that is nowhere printed, say) are the same plate, with its newest facts. What
 * its letters say, and from which texts, stays as it was when the plate was made.
 */
export async function insertPlate(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  plate: MadePlate,
): Promise<void> {
  await sql`
    insert into letters.plate (municipality_id, election_id, plate_key, plate_sha256, template_version, press_version,
                               text_versions, facts, letter_data, plate)
    values (${municipalityId}, ${electionId}, ${plate.key}, ${plate.plateSha256}, ${plate.templateVersion},
            ${plate.pressVersion}, ${JSON.stringify(plate.textVersions)}::jsonb, ${JSON.stringify(plate.facts)}::jsonb,
            ${JSON.stringify(plate.letterData)}::jsonb, ${plate.bytes})
    on conflict (municipality_id, election_id, plate_sha256)
      do update set plate_key = excluded.plate_key, facts = excluded.facts`.execute(db)
}

/**
 * The plates of released letters are kept for good: the letters are pressed from them again. Which they are is asked
 * once, as an array: a join might ask it for every plate.
 */
export async function markPlatesReleased(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<void> {
  await sql`
    update letters.plate p set released_at = now()
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.released_at is null
      and p.plate_sha256 = any(array(
        select distinct t.plate_sha256 from letters.tally t
        where t.municipality_id = ${municipalityId} and t.election_id = ${electionId} and t.state = 'released'
          and t.letters > 0))`.execute(db)
}

function toPlate(row: PlateRow): StoredPlate {
  return { plateSha256: row.plate_sha256, facts: row.facts, bytes: row.plate }
}
