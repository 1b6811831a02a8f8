import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import {
  readingFiles,
  type UploadedFile,
  type UploadedList,
  type UploadOutcome,
  type UploadPurpose,
  type UploadState,
} from './uploaded-list.ts'

/** Which upload: by key. */
export interface UploadKey {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly uploadId: string
}

type OfElection = Pick<UploadKey, 'municipalityId' | 'electionId'>

const silentAfter = sql`interval '60 seconds'`
const busy = sql`('receiving', 'reading', 'carrying-out')`

const isKey = ({ municipalityId, electionId, uploadId }: UploadKey) => sql<boolean>`
  u.municipality_id = ${municipalityId} and u.election_id = ${electionId} and u.upload_id = ${uploadId}`

/** The upload of an election that was made last, whatever became of it: a list, or a file that amends one. */
export async function latestUpload(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  purpose: UploadPurpose = 'list',
): Promise<UploadedList | undefined> {
  const { rows } = await sql<Nullable<UploadedList>>`
    select u.upload_id as "uploadId", u.state, u.source_name as "sourceName", u.preset, u.byte_count as bytes,
      u.byte_total as "totalBytes", u.row_count as rows, u.uploaded_at as "uploadedAt", u.uploaded_by as "uploadedBy",
      u.seen_at < clock_timestamp() - ${silentAfter} as "isSilent", u.outcome, u.foreseen,
      u.list_id as "listId"
    from voters.uploaded_list u where u.municipality_id = ${municipalityId} and u.election_id = ${electionId}
      and u.purpose = ${purpose}
    order by u.upload_id desc limit 1`.execute(db)
  const [row] = rows
  if (!row) return undefined
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as unknown as UploadedList
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null }

export interface NewUpload extends UploadKey {
  /** Absent: a list. */
  readonly purpose?: UploadPurpose | undefined
  readonly sourceName: string
  readonly totalBytes?: number | undefined
  readonly by: string
  readonly at: Date
}

/** Writes down that a list comes in; answers false when another one is being received or read. */
export async function insertUpload(db: Db, upload: NewUpload): Promise<boolean> {
  const { municipalityId, electionId, uploadId, purpose = 'list', sourceName, totalBytes, by, at } = upload
  const { numAffectedRows } = await sql`
    insert into voters.uploaded_list (municipality_id, election_id, upload_id, state, purpose, source_name, byte_total,
      uploaded_by, uploaded_at)
    values (${municipalityId}, ${electionId}, ${uploadId}, 'receiving', ${purpose}, ${sourceName},
      ${totalBytes ?? null}, ${by}, ${at})
    on conflict (municipality_id, election_id) where state in ${busy} do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** Ends what a process that died left under way, so that it holds up nobody. */
export async function endSilent(db: Db, { municipalityId, electionId }: OfElection): Promise<void> {
  await sql`
    update voters.uploaded_list u set state = 'failed'
    where u.municipality_id = ${municipalityId} and u.election_id = ${electionId}
      and u.state in ${busy} and u.seen_at < clock_timestamp() - ${silentAfter}`.execute(db)
}

/** Begins to carry out what was foreseen; answers false when it is not there to be carried out any more. */
export async function claimToCarryOut(db: Db, key: UploadKey): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update voters.uploaded_list u
    set state = 'carrying-out', byte_count = 0, row_count = 0, stop_asked = false, seen_at = clock_timestamp()
    where ${isKey(key)} and u.state = 'foreseen'`.execute(db)
  return numAffectedRows === 1n
}

/**
 * Begins to read an upload that is whole; answers false when it is being read, is not there any more, or another one is
 * busy.
 */
export async function claimUpload(
  db: Db,
  key: UploadKey,
  { preset, by }: { preset?: string | undefined; by?: string | undefined },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update voters.uploaded_list u
    set state = 'reading', preset = ${preset ?? null}, byte_count = 0, row_count = 0, stop_asked = false,
      read_by = ${by ?? null}, taken_over = 0, seen_at = clock_timestamp()
    where ${isKey(key)} and u.state not in ${busy}
      and not exists (select from voters.uploaded_list o where o.municipality_id = u.municipality_id
        and o.election_id = u.election_id and o.state in ${busy})`.execute(db)
  return numAffectedRows === 1n
}

/** A reading whose process was not heard of for some of its beats: whether it is gone, its lock tells. */
export interface QuietReading extends UploadKey {
  readonly sourceName: string
  readonly preset: string | null
  readonly by: string
}

export async function quietReadings(
  db: Db,
  municipalities: readonly MunicipalityId[],
): Promise<QuietReading[]> {
  const { rows } = await sql<QuietReading>`
    select u.municipality_id as "municipalityId", u.election_id as "electionId", u.upload_id as "uploadId",
      u.source_name as "sourceName", u.preset, coalesce(u.read_by, u.uploaded_by) as by
    from voters.uploaded_list u
    where u.municipality_id = any(${municipalities}::integer[]) and u.state = 'reading'
      and u.purpose = 'list' and u.seen_at < clock_timestamp() - interval '3 seconds'`.execute(db)
  return rows
}

/** Notes that another process goes on with it, from its beginning; answers how often that happened, or nothing when it is over. */
export async function takeOver(db: Db, key: UploadKey): Promise<number | undefined> {
  const { rows } = await sql<{ times: number }>`
    update voters.uploaded_list u
    set taken_over = u.taken_over + 1, byte_count = 0, row_count = 0, seen_at = clock_timestamp()
    where ${isKey(key)} and u.state = 'reading' returning u.taken_over as times`.execute(db)
  return rows[0]?.times
}

/** Notes how far it is; answers whether it has to stop: somebody asked so, or it was taken away. */
export async function noteProgress(
  db: Db,
  key: UploadKey,
  { bytes, rows }: Pick<UploadedList, 'bytes' | 'rows'>,
): Promise<boolean> {
  const { rows: found } = await sql<{ stop: boolean }>`
    update voters.uploaded_list u set byte_count = ${bytes}, row_count = ${rows}, seen_at = clock_timestamp()
    where ${isKey(key)} and u.state in ${busy} returning u.stop_asked as stop`.execute(db)
  return found[0]?.stop ?? true
}

export async function askToStop(db: Db, { municipalityId, electionId }: OfElection): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update voters.uploaded_list u set stop_asked = true
    where u.municipality_id = ${municipalityId} and u.election_id = ${electionId}
      and u.state in ${busy} and not u.stop_asked`.execute(db)
  return numAffectedRows === 1n
}

export async function endUpload(
  db: Db,
  key: UploadKey,
  end: {
    readonly state: UploadState
    readonly outcome?: UploadOutcome | undefined
    readonly listId?: ListId | undefined
    /** Its length, now that it is known. */
    readonly totalBytes?: number | undefined
    /** Of a file that amends a list: what carrying it out comes to. */
    readonly foreseen?: object | undefined
  },
): Promise<void> {
  await sql`
    update voters.uploaded_list u
    set state = ${end.state}, outcome = ${end.outcome ? JSON.stringify(end.outcome) : null}::jsonb,
      foreseen = ${end.foreseen ? JSON.stringify(end.foreseen) : null}::jsonb, list_id = ${end.listId ?? null},
      byte_total = coalesce(${end.totalBytes ?? null}, u.byte_total), seen_at = clock_timestamp()
    where ${isKey(key)}`.execute(db)
}

/** Lets go of uploads of an election with everything in them; absent `except`: of all. */
export async function deleteUploads(
  db: Db,
  { municipalityId, electionId }: OfElection,
  except?: string,
): Promise<void> {
  const which = sql`u.municipality_id = ${municipalityId} and u.election_id = ${electionId}
    and u.upload_id is distinct from ${except ?? null}::uuid`
  await sql`delete from voters.uploaded_part u where ${which}`.execute(db)
  await sql`delete from voters.uploaded_list u where ${which}`.execute(db)
}

/** Lets go of one file of an upload. */
export async function deleteFile(db: Db, key: UploadKey, file: UploadedFile): Promise<void> {
  await sql`delete from voters.uploaded_part u where ${isKey(key)} and u.file = ${file}`.execute(db)
}

/** Puts the files of a reading in the place of those of the reading before; absent ones leave theirs as it was. */
export async function replaceReadingFiles(db: Db, key: UploadKey): Promise<void> {
  const files = await filesOf(db, key)
  for (const file of readingFiles) {
    if (!files.has(`new ${file}`)) continue
    await deleteFile(db, key, file)
    await sql`update voters.uploaded_part u set file = ${file} where ${isKey(key)} and u.file = ${`new ${file}`}`.execute(
      db,
    )
  }
}

export async function dropNewFiles(db: Db, key: UploadKey): Promise<void> {
  for (const file of readingFiles) await deleteFile(db, key, `new ${file}`)
}

export async function insertPart(
  db: Db,
  key: UploadKey,
  { file, number, sealed }: { file: UploadedFile; number: number; sealed: Uint8Array },
): Promise<void> {
  await sql`
    insert into voters.uploaded_part (municipality_id, election_id, upload_id, file, part_number, sealed)
    values (${key.municipalityId}, ${key.electionId}, ${key.uploadId}, ${file}, ${number}, ${sealed})`.execute(
    db,
  )
}

export async function partOf(
  db: Db,
  key: UploadKey,
  file: UploadedFile,
  number: number,
): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select u.sealed from voters.uploaded_part u
    where ${isKey(key)} and u.file = ${file} and u.part_number = ${number}`.execute(db)
  return rows[0]?.sealed
}

/** Names of the files that an upload has. */
export async function filesOf(db: Db, key: UploadKey): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ file: string }>`
    select u.file from voters.uploaded_part u where ${isKey(key)} and u.part_number = 0`.execute(db)
  return new Set(rows.map(({ file }) => file))
}

/** Elections whose uploads nobody touched for a week. */
export async function leftUploads(db: Db, municipalityId: MunicipalityId): Promise<ElectionId[]> {
  const { rows } = await sql<{ electionId: ElectionId }>`
    select u.election_id as "electionId" from voters.uploaded_list u
    where u.municipality_id = ${municipalityId}
    group by u.election_id having max(u.seen_at) < clock_timestamp() - interval '7 days'`.execute(db)
  return rows.map(({ electionId }) => electionId)
}
