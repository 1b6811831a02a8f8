import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { EvidenceId, ExcuseId, MunicipalityId, StaffId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { ReaderKey } from '../evidence/reader-key.ts'
import type { DocumentFacts } from './excuse.ts'

export interface EvidenceReader {
  readonly staffId: StaffId
  readonly publicKey: Buffer
}

/** Who can open evidence in this municipality. */
export async function selectReaders(db: Db, municipalityId: MunicipalityId): Promise<EvidenceReader[]> {
  const { rows } = await sql<EvidenceReader>`
    select r.staff_id as "staffId", r.public_key as "publicKey" from bureaus.evidence_reader r
    where r.municipality_id = ${municipalityId} order by r.staff_id`.execute(db)
  return rows
}

export async function selectReaderKey(
  db: Db,
  municipalityId: MunicipalityId,
  staffId: StaffId,
): Promise<(ReaderKey & { readonly madeAt: Date }) | undefined> {
  const { rows } = await sql<ReaderKey & { madeAt: Date }>`
    select r.public_key as "publicKey", r.locked, r.made_at as "madeAt" from bureaus.evidence_reader r
    where r.municipality_id = ${municipalityId} and r.staff_id = ${staffId}`.execute(db)
  return rows[0]
}

/** A key in the stead of an earlier one of the same person. */
export async function replaceReaderKey(
  db: Db,
  municipalityId: MunicipalityId,
  { staffId, key, at }: { staffId: StaffId; key: ReaderKey; at: Date },
): Promise<void> {
  await sql`delete from bureaus.evidence_reader
            where municipality_id = ${municipalityId} and staff_id = ${staffId}`.execute(db)
  await sql`
    insert into bureaus.evidence_reader (municipality_id, staff_id, public_key, locked, made_at)
    values (${municipalityId}, ${staffId}, ${Buffer.from(key.publicKey)}, ${Buffer.from(key.locked)}, ${at})`.execute(
    db,
  )
}

export async function setCaseKey(
  db: Db,
  { municipalityId, electionId }: OfElection,
  excuseId: ExcuseId,
  publicKey: Uint8Array,
): Promise<void> {
  await sql`
    update bureaus.excuse set case_key = ${Buffer.from(publicKey)}
    where municipality_id = ${municipalityId} and election_id = ${electionId} and excuse_id = ${excuseId}`.execute(
    db,
  )
}

export async function putCaseCopy(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { excuseId, reader, copy }: { excuseId: ExcuseId; reader: EvidenceReader; copy: Uint8Array },
): Promise<void> {
  await sql`
    insert into bureaus.case_copy (municipality_id, election_id, excuse_id, staff_id, sealed_key, reader_key)
    values (${municipalityId}, ${electionId}, ${excuseId}, ${reader.staffId}, ${Buffer.from(copy)}, ${Buffer.from(reader.publicKey)})
    on conflict (municipality_id, election_id, excuse_id, staff_id)
    do update set sealed_key = excluded.sealed_key, reader_key = excluded.reader_key`.execute(db)
}

/** The copies of a reader of cases that nothing was purged of yet: of one case, or of all of the election. */
export async function selectCaseCopies(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { staffId, excuseId }: { staffId: StaffId; excuseId?: ExcuseId | undefined },
): Promise<CaseCopy[]> {
  const { rows } = await sql<CaseCopy>`
    select k.excuse_id as "excuseId", k.sealed_key as copy, k.reader_key as "readerKey" from bureaus.case_copy k
    where k.municipality_id = ${municipalityId} and k.election_id = ${electionId} and k.staff_id = ${staffId}
      and (${excuseId ?? null}::uuid is null or k.excuse_id = ${excuseId ?? null}::uuid)
    order by k.excuse_id`.execute(db)
  return rows
}

export interface CaseCopy {
  readonly excuseId: ExcuseId
  readonly copy: Buffer
  /** Which key of the reader it was sealed for; null: it was made before that was written down. */
  readonly readerKey: Buffer | null
}

/** How many cases of the election have their documents sealed, and how many of those each reader can open with the key of today. */
export async function readersOfCases(
  db: Db,
  { municipalityId, electionId }: OfElection,
  excuseId?: ExcuseId,
): Promise<ReaderOfCases[]> {
  const { rows } = await sql<ReaderOfCases>`
    select r.staff_id as "staffId", r.public_key as "publicKey", r.made_at as "madeAt",
      count(x.excuse_id)::integer as cases, count(k.excuse_id)::integer as opens
    from bureaus.evidence_reader r
    left join bureaus.excuse x on x.municipality_id = r.municipality_id and x.election_id = ${electionId}
      and x.case_key is not null and (${excuseId ?? null}::uuid is null or x.excuse_id = ${excuseId ?? null}::uuid)
    left join bureaus.case_copy k on k.municipality_id = x.municipality_id and k.election_id = x.election_id
      and k.excuse_id = x.excuse_id and k.staff_id = r.staff_id and k.reader_key = r.public_key
    where r.municipality_id = ${municipalityId}
    group by r.staff_id, r.public_key, r.made_at order by r.made_at, r.staff_id`.execute(db)
  return rows
}

export interface ReaderOfCases extends EvidenceReader {
  readonly madeAt: Date
  readonly cases: number
  readonly opens: number
}

export async function insertEvidence(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { excuseId, document, sealed }: { excuseId: ExcuseId; document: DocumentFacts; sealed: Uint8Array },
): Promise<void> {
  await sql`
    insert into bureaus.evidence (municipality_id, election_id, evidence_id, excuse_id, type, bytes, sealed, added_at)
    values (${municipalityId}, ${electionId}, ${document.evidenceId}, ${excuseId}, ${document.type}, ${document.bytes},
      ${Buffer.from(sealed)}, ${document.addedAt})`.execute(db)
}

/** Whether that document of the case was there. */
export async function deleteEvidence(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { excuseId, evidenceId }: { excuseId: ExcuseId; evidenceId: EvidenceId },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from bureaus.evidence
    where municipality_id = ${municipalityId} and election_id = ${electionId} and evidence_id = ${evidenceId}
      and excuse_id = ${excuseId}`.execute(db)
  return numAffectedRows === 1n
}

export interface SealedDocument {
  readonly excuseId: ExcuseId
  readonly sealed: Buffer
  readonly caseKey: Buffer
  /** The private half of the case for this reader; null: it was never given to them. */
  readonly copy: Buffer | null
}

export async function selectSealedDocument(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { evidenceId, staffId }: { evidenceId: EvidenceId; staffId: StaffId },
): Promise<SealedDocument | undefined> {
  const { rows } = await sql<SealedDocument>`
    select v.excuse_id as "excuseId", v.sealed, x.case_key as "caseKey", k.sealed_key as copy
    from bureaus.evidence v
    join bureaus.excuse x on x.municipality_id = v.municipality_id and x.election_id = v.election_id and x.excuse_id = v.excuse_id
    left join bureaus.case_copy k on k.municipality_id = v.municipality_id and k.election_id = v.election_id
      and k.excuse_id = v.excuse_id and k.staff_id = ${staffId}
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.evidence_id = ${evidenceId}`.execute(
    db,
  )
  return rows[0]
}
