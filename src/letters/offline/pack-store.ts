import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { DeviceId, ElectionId, MunicipalityId, PackId } from '../../platform/ids.ts'
import type { OfflinePack } from './offline-pack.ts'

export async function insertPack(db: Db, pack: OfflinePack & { readonly outboxKey: Buffer }): Promise<void> {
  await sql`insert into letters.offline_pack (municipality_id, election_id, pack_id, device_id, outbox_key, made_at,
      made_by, expires_at)
    values (${pack.municipalityId}, ${pack.electionId}, ${pack.packId}, ${pack.deviceId}, ${pack.outboxKey},
      ${pack.madeAt}, ${pack.madeBy}, ${pack.expiresAt})`.execute(db)
}

/** It went out whole: so many voters, so many bytes, with this hash over all of them. */
export async function markPackWhole(
  db: Db,
  { municipalityId, electionId, packId }: OfflinePack,
  whole: { voters: number; bytes: number; sha256: Buffer },
): Promise<void> {
  await sql`update letters.offline_pack p
    set voters = ${whole.voters}, bytes = ${whole.bytes}, sha256 = ${whole.sha256}
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.pack_id = ${packId}`.execute(
    db,
  )
}

export interface PackToReceive {
  readonly packId: PackId
  readonly deviceId: DeviceId
  readonly outboxKey: Buffer
  readonly madeAt: Date
  /** Of the device that has it. */
  readonly revokedAt: Date | null
}

export async function findPack(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  packId: PackId,
): Promise<PackToReceive | undefined> {
  const { rows } = await sql<PackToReceive>`
    select p.pack_id as "packId", p.device_id as "deviceId", p.outbox_key as "outboxKey", p.made_at as "madeAt",
      d.revoked_at as "revokedAt"
    from letters.offline_pack p join letters.offline_device d using (municipality_id, device_id)
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.pack_id = ${packId}`.execute(
    db,
  )
  return rows[0]
}

export interface LatestPack {
  readonly deviceId: DeviceId
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly voters: number | null
}

/** The last pack of this election that each device took whole. */
export async function latestPacks(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<ReadonlyMap<DeviceId, LatestPack>> {
  const { rows } = await sql<LatestPack>`
    select distinct on (p.device_id) p.device_id as "deviceId", p.made_at as "madeAt", p.expires_at as "expiresAt",
      p.voters
    from letters.offline_pack p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.sha256 is not null
    order by p.device_id, p.made_at desc`.execute(db)
  return new Map(rows.map((row) => [row.deviceId, row]))
}
