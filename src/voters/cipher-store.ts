import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId, VoterId } from '../platform/ids.ts'

export interface SealedNumber {
  readonly electionId: ElectionId
  readonly listId: ListId
  readonly voterId: VoterId
  readonly nrnCipher: Buffer
}

/** The next numbers that another key than this one sealed (its id is the first byte), locked for the update. */
export async function sealedUnderOtherKeys(
  db: Db,
  municipalityId: MunicipalityId,
  keyId: number,
  page: { readonly after: SealedNumber | undefined; readonly limit: number },
): Promise<SealedNumber[]> {
  const { after, limit } = page
  const { rows } = await sql<SealedNumber>`
    select v.election_id as "electionId", v.list_id as "listId", v.voter_id as "voterId",
      v.nrn_cipher as "nrnCipher"
    from voters.voter v
    where v.municipality_id = ${municipalityId} and get_byte(v.nrn_cipher, 0) <> ${keyId}
      and (v.election_id, v.list_id, v.voter_id) > (${after?.electionId ?? lowest}::uuid,
           ${after?.listId ?? lowest}::uuid, ${after?.voterId ?? lowest}::uuid)
    order by v.election_id, v.list_id, v.voter_id
    limit ${limit} for update`.execute(db)
  return rows
}

const lowest = '00000000-0000-0000-0000-000000000000'

export async function replaceCiphers(
  db: Db,
  municipalityId: MunicipalityId,
  numbers: readonly SealedNumber[],
): Promise<void> {
  await sql`
    update voters.voter v set nrn_cipher = fresh.nrn_cipher
    from unnest(${numbers.map((number) => number.electionId)}::uuid[],
                ${numbers.map((number) => number.listId)}::uuid[],
                ${numbers.map((number) => number.voterId)}::uuid[],
                ${numbers.map((number) => number.nrnCipher)}::bytea[])
         as fresh (election_id, list_id, voter_id, nrn_cipher)
    where v.municipality_id = ${municipalityId} and v.election_id = fresh.election_id
      and v.list_id = fresh.list_id and v.voter_id = fresh.voter_id`.execute(db)
}
