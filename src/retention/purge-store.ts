import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { CampaignId, ElectionId, MunicipalityId } from '../platform/ids.ts'
import type { PurgeStep } from './holdings.ts'

interface OfElection {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
}

/** Dropping a partition waits for whoever reads another one: not longer than this, or others wait behind it. */
const longestWait = '3s'

/**
 * Carries out one step in the caller's transaction; answers how many rows it was about. The database itself refuses
 * it while a legal hold stands or the result was not validated.
 */
export async function carryOut(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { method, table }: PurgeStep,
): Promise<number> {
  const [m, e] = [municipalityId, electionId] as const
  await sql`select set_config('lock_timeout', ${longestWait}, true)`.execute(db)
  const statement = {
    'drop-partitions': sql<Gone>`select retention.drop_partitions(${m}, ${e}::uuid, ${table}) as rows`,
    'delete-rows': sql<Gone>`select retention.delete_rows(${m}, ${e}::uuid, ${table}::regclass) as rows`,
    'delete-ended-letters': sql<Gone>`select retention.delete_ended_letters(${m}, ${e}::uuid) as rows`,
    'empty-samples': sql<Gone>`select retention.empty_samples(${m}, ${e}::uuid) as rows`,
    'keep-public-copy': sql<Gone>`
      select count(*) as rows from letters.certificate c where c.municipality_id = ${m} and c.election_id = ${e}`,
  }[method]
  return (await statement.execute(db)).rows[0]!.rows
}

interface Gone {
  readonly rows: number
}

/** Takes what woke workers for these campaigns out of the queue: there is nothing left to wake them for. */
export async function endJobs(db: Db, campaigns: readonly CampaignId[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from jobs.job j where j.data->>'campaignId' = any(${campaigns}::text[])`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export async function openCampaigns(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<{ campaignId: CampaignId; isOpen: boolean }[]> {
  const { rows } = await sql<{ campaignId: CampaignId; isOpen: boolean }>`
    select c.campaign_id as "campaignId", c.state = 'open' as "isOpen" from delivery.campaign c
    where c.municipality_id = ${municipalityId} and c.reference = ${electionId}::text`.execute(db)
  return rows
}

export interface KeptCertificate {
  readonly certificateId: string
  readonly jws: string
  readonly merkleRoot: string
  readonly writtenAt: Date
}

export async function certificatesOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<KeptCertificate[]> {
  const { rows } = await sql<KeptCertificate>`
    select c.certificate_id as "certificateId", c.jws, encode(c.merkle_root, 'hex') as "merkleRoot",
      c.written_at as "writtenAt"
    from letters.certificate c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} order by c.written_at`.execute(
    db,
  )
  return rows
}

export async function replaceCertificate(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { certificateId, jws }: Pick<KeptCertificate, 'certificateId' | 'jws'>,
): Promise<void> {
  await sql`select retention.replace_certificate(${municipalityId}, ${electionId}::uuid, ${certificateId}::uuid,
    ${jws})`.execute(db)
}
