import { sql } from 'kysely'
import type { LetterLanguage } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, LetterId, MunicipalityId, ReleaseId, VoterId } from '../platform/ids.ts'
import { currentStates, type LetterState, may } from './letter.ts'
import type { VoterFacts } from './letter-template/letter-template.ts'

/** A letter as it is about to be stored: facts and hashes, never the PDF. */
export interface ComposedLetter {
  readonly letterId: LetterId
  readonly voterId: VoterId
  readonly version: number
  readonly section: number
  readonly listNumber: number
  readonly personIndex: Buffer
  readonly plateSha256: Buffer
  readonly facts: VoterFacts
  readonly factsSha256: Buffer
  readonly pdfSha256: Buffer
  readonly pdfBytes: number
  /** Why the letter did not fit its plate and was typeset whole. */
  readonly typesetWhole?: string
  /** The bytes of a letter typeset whole. */
  readonly wholePdf?: Uint8Array
}

export interface LetterRow {
  readonly letter_id: LetterId
  readonly voter_id: VoterId
  readonly version: number
  readonly state: LetterState
  readonly section: number
  readonly list_number: number
  readonly plate_sha256: Buffer
  readonly facts: VoterFacts
  readonly pdf_sha256: Buffer
  readonly pdf_bytes: number
  readonly typeset_whole: string | null
  readonly language: LetterLanguage
  /** Nothing: it was never released. */
  readonly release_id: string | null
}

export async function ensureLetterPartition(db: Db, electionId: ElectionId): Promise<void> {
  await sql`select letters.add_partition(${electionId})`.execute(db)
}

/**
 * Lets the database look at what was stored or changed by the thousands, within the same transaction: until it has,
 * it takes a whole election for a few rows and joins it letter by letter.
 */
export async function refreshLetterStatistics(db: Db, electionId: ElectionId): Promise<void> {
  await sql`select letters.refresh_statistics(${electionId}::uuid)`.execute(db)
}

/** The sections in which somebody has a current letter. */
export function sectionsWithLetters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<number[]> {
  return sectionsInState(db, municipalityId, electionId, currentStates)
}

/** Those in which somebody has one that was released. */
export function sectionsWithReleased(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<number[]> {
  return sectionsInState(db, municipalityId, electionId, ['released'])
}

async function sectionsInState(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  states: readonly LetterState[],
): Promise<number[]> {
  const { rows } = await sql<{ section: number }>`
    select distinct t.section from letters.tally t
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId}
      and t.state = any(${states}::text[]) and t.letters > 0 order by t.section`.execute(db)
  return rows.map(({ section }) => section)
}

/** Voters of a section who have a current letter, with its version. */
export async function currentLettersOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  section: number,
): Promise<ReadonlySet<VoterId>> {
  const { rows } = await sql<{ voter_id: VoterId }>`
    select l.voter_id from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.section = ${section}
      and l.state in ('composed', 'released')`.execute(db)
  return new Set(rows.map((row) => row.voter_id))
}

/** The last version each of these voters ever had a letter of; voters without one are left out. */
export async function lastVersionsOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  voters: readonly VoterId[],
): Promise<ReadonlyMap<VoterId, { version: number; wasReleased: boolean }>> {
  const { rows } = await sql<{ voter_id: VoterId; version: number; wasReleased: boolean }>`
    select l.voter_id, max(l.version) as version, bool_or(l.release_id is not null) as "wasReleased"
    from letters.letter l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.voter_id = any(${voters}::uuid[])
    group by l.voter_id`.execute(db)
  return new Map(rows.map(({ voter_id, ...last }) => [voter_id, last]))
}

/** Stores a page of letters in one statement. A voter who got a current letter meanwhile makes it fail whole. */
export async function insertLetters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  letters: readonly ComposedLetter[],
): Promise<void> {
  const column = <T>(pick: (letter: ComposedLetter) => T) => letters.map(pick)
  await sql`
    insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
      person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes, typeset_whole)
    select ${municipalityId}, ${electionId}, made.letter_id, made.voter_id, made.version, 'composed', made.section,
      made.list_number, made.person_index, made.plate_sha256, made.facts, made.facts_sha256, made.pdf_sha256,
      made.pdf_bytes, made.typeset_whole
    from unnest(
      ${column((letter) => letter.letterId)}::uuid[], ${column((letter) => letter.voterId)}::uuid[],
      ${column((letter) => letter.version)}::int[], ${column((letter) => letter.section)}::int[],
      ${column((letter) => letter.listNumber)}::int[], ${column((letter) => letter.personIndex)}::bytea[],
      ${column((letter) => letter.plateSha256)}::bytea[], ${column((letter) => JSON.stringify(letter.facts))}::jsonb[],
      ${column((letter) => letter.factsSha256)}::bytea[], ${column((letter) => letter.pdfSha256)}::bytea[],
      ${column((letter) => letter.pdfBytes)}::int[], ${column((letter) => letter.typesetWhole ?? null)}::text[])
      as made (letter_id, voter_id, version, section, list_number, person_index, plate_sha256, facts, facts_sha256,
               pdf_sha256, pdf_bytes, typeset_whole)`.execute(db)
  await sql`select letters.ensure_statistics(${electionId}::uuid)`.execute(db)
  for (const letter of letters)
    if (letter.wholePdf)
      await sql`insert into letters.whole_letter (municipality_id, election_id, letter_id, pdf)
        values (${municipalityId}, ${electionId}, ${letter.letterId}, ${Buffer.from(letter.wholePdf)})`.execute(
        db,
      )
}

const letterColumns = sql`l.letter_id, l.voter_id, l.version, l.state, l.section, l.list_number, l.plate_sha256,
  l.facts, l.pdf_sha256, l.pdf_bytes, l.typeset_whole, p.language, l.release_id`

const lettersWithPlate = sql`letters.letter l
  join letters.plate p using (municipality_id, election_id, plate_sha256)`

/** Letters by id, in no particular order; ids that are not there are left out. */
export async function lettersById(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  ids: readonly LetterId[],
): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select ${letterColumns} from ${lettersWithPlate}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Every version of the letter of the voter with this number on the list, newest first. */
export async function lettersOfListNumber(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listNumber: number,
): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select ${letterColumns} from ${lettersWithPlate}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.list_number = ${listNumber}
    order by l.version desc`.execute(db)
  return rows
}

/** Every version of the letters that one person was sent, in whatever municipality, newest first. */
export async function lettersOfPerson(
  db: Db,
  personIndex: Uint8Array,
): Promise<(LetterRow & { municipalityId: MunicipalityId; electionId: ElectionId })[]> {
  const { rows } = await sql<LetterRow & { municipalityId: MunicipalityId; electionId: ElectionId }>`
    select l.municipality_id as "municipalityId", l.election_id as "electionId", ${letterColumns}
    from ${lettersWithPlate}
    where l.person_index = ${Buffer.from(personIndex)} and l.release_id is not null
    order by l.version desc`.execute(db)
  return rows
}

/** The kept bytes of letters that were typeset whole. */
export async function wholeLetters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  ids: readonly LetterId[],
): Promise<ReadonlyMap<LetterId, Buffer>> {
  const { rows } = await sql<{ letter_id: LetterId; pdf: Buffer }>`
    select w.letter_id, w.pdf from letters.whole_letter w
    where w.municipality_id = ${municipalityId} and w.election_id = ${electionId}
      and w.letter_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.letter_id, row.pdf]))
}

/** Moves every composed letter of the election to released, under one release. Answers how many. */
export async function markReleased(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  releaseId: ReleaseId,
): Promise<number> {
  const moved = await sql`
    update letters.letter l set state = 'released', release_id = ${releaseId}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = 'composed'`.execute(
    db,
  )
  return Number(moved.numAffectedRows ?? 0)
}

/** Letters that were taken back, and whose voters get another with this release, are replaced by it. */
export async function supersedeBy(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  releaseId: ReleaseId,
): Promise<void> {
  await sql`
    update letters.letter l set state = 'superseded'
    from letters.letter newer
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.state = any(${may.supersede}::text[]) and l.release_id is not null
      and newer.municipality_id = ${municipalityId} and newer.election_id = ${electionId}
      and newer.release_id = ${releaseId} and newer.voter_id = l.voter_id`.execute(db)
}

/** Withdraws the letters in these states that were made on these plates. Answers each, and whether it was released. */
export async function withdrawOnPlates(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  which: {
    states: readonly LetterState[]
    plates: readonly { section: number; plateSha256: Buffer }[]
    reason: string
  },
): Promise<{ letterId: LetterId; wasReleased: boolean }[]> {
  const { rows } = await sql<{ letterId: LetterId; wasReleased: boolean }>`
    update letters.letter l set state = 'withdrawn', ended_at = now(), end_reason = ${which.reason}
    from unnest(${which.plates.map(({ section }) => section)}::integer[],
                ${which.plates.map(({ plateSha256 }) => plateSha256)}::bytea[]) as plate (section, sha256)
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.state = any(${which.states}::text[]) and l.section = plate.section and l.plate_sha256 = plate.sha256
    returning l.letter_id as "letterId", l.release_id is not null as "wasReleased"`.execute(db)
  return rows
}

/** Withdraws these letters, as far as they are current. Answers each, and whether it was released. */
export async function withdrawLetters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { letters, reason }: { letters: readonly LetterId[]; reason: string },
): Promise<{ letterId: LetterId; wasReleased: boolean }[]> {
  const { rows } = await sql<{ letterId: LetterId; wasReleased: boolean }>`
    update letters.letter l set state = 'withdrawn', ended_at = now(), end_reason = ${reason}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = any(${letters}::uuid[]) and l.state = any(${currentStates}::text[])
    returning l.letter_id as "letterId", l.release_id is not null as "wasReleased"`.execute(db)
  return rows
}

/** Withdraws the current letters of the voters with these numbers on the list. Answers each, and whether it was released. */
export async function withdrawOfListNumbers(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { listNumbers, reason }: { listNumbers: readonly number[]; reason: string },
): Promise<{ letterId: LetterId; wasReleased: boolean }[]> {
  const { rows } = await sql<{ letterId: LetterId; wasReleased: boolean }>`
    update letters.letter l set state = 'withdrawn', ended_at = now(), end_reason = ${reason}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.list_number = any(${listNumbers}::integer[]) and l.state = any(${may.withdraw}::text[])
    returning l.letter_id as "letterId", l.release_id is not null as "wasReleased"`.execute(db)
  return rows
}
