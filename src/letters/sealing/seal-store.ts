import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { DocumentId, ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { chainSha256, type SealChain } from '../../platform/seal/seal-key.ts'

/** A seal as it was made, once for a document. */
export interface LetterSeal {
  readonly documentId: DocumentId
  readonly chainSha256: Buffer
  readonly sealedAt: Date
  readonly signature: Buffer
  /** Of the PDF with its seal. */
  readonly sealedSha256: Buffer
}

/** Which of these letters and duplicates carry a seal: those of a release that has one. With their seals, as far as they are made. */
export async function sealsAsked(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, LetterSeal | undefined>> {
  const { rows } = await sql<LetterSeal & { sealedAt: Date | null }>`
    with asked as (
      select l.letter_id as document_id, l.release_id from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.letter_id = any(${ids}::uuid[])
      union all
      select d.duplicate_id, l.release_id
      from letters.duplicate d join letters.letter l
        on l.municipality_id = d.municipality_id and l.election_id = d.election_id and l.letter_id = d.letter_id
      where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
        and d.duplicate_id = any(${ids}::uuid[])
    )
    select a.document_id as "documentId", s.chain_sha256 as "chainSha256", s.sealed_at as "sealedAt", s.signature,
      s.sealed_sha256 as "sealedSha256"
    from asked a
    join letters.release r on r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
                          and r.release_id = a.release_id and r.sealed
    left join letters.seal s on s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
                            and s.document_id = a.document_id`.execute(db)
  return new Map(rows.map((row) => [row.documentId, row.sealedAt ? row : undefined]))
}

/**
 * Keeps seals with the certificates they were made under. One that somebody else made for the same document meanwhile stays.
 * In the order of their ids, so that two who keep the same ones wait for each other and not in a circle.
 */
export async function insertSeals(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { chain, seals }: { chain: SealChain; seals: readonly LetterSeal[] },
): Promise<void> {
  const name = chainSha256(chain)
  await sql`insert into letters.seal_certificate (municipality_id, chain_sha256, chain)
    values (${municipalityId}, ${name}, ${chain.map((one) => Buffer.from(one))}::bytea[])
    on conflict do nothing`.execute(db)
  const column = <T>(pick: (seal: LetterSeal) => T) => seals.map(pick)
  await sql`
    insert into letters.seal (municipality_id, election_id, document_id, chain_sha256, sealed_at, signature, sealed_sha256)
    select ${municipalityId}, ${electionId}, made.document_id, ${name}, made.sealed_at, made.signature, made.sealed_sha256
    from unnest(
      ${column((seal) => seal.documentId)}::uuid[], ${column((seal) => seal.sealedAt)}::timestamptz[],
      ${column((seal) => seal.signature)}::bytea[], ${column((seal) => seal.sealedSha256)}::bytea[])
      as made (document_id, sealed_at, signature, sealed_sha256)
    order by made.document_id
    on conflict do nothing`.execute(db)
}

export async function findSealChain(
  db: Db,
  municipalityId: MunicipalityId,
  chain: Buffer,
): Promise<SealChain> {
  const { rows } = await sql<{ chain: Buffer[] }>`select c.chain from letters.seal_certificate c
    where c.municipality_id = ${municipalityId} and c.chain_sha256 = ${chain}`.execute(db)
  if (!rows[0]) throw new Error('the certificate of a seal is gone')
  return rows[0].chain
}
