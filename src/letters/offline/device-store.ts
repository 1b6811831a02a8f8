import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { DeviceId, MunicipalityId } from '../../platform/ids.ts'
import type { OfflineDevice } from './offline-device.ts'

const columns = sql`d.device_id as "deviceId", d.name, d.public_key as "publicKey", d.enrolled_at as "enrolledAt",
  d.enrolled_by as "enrolledBy", d.seen_at as "seenAt", d.revoked_at as "revokedAt"`

/** Answers whether it was new; the same again changes nothing. */
export async function insertDevice(
  db: Db,
  municipalityId: MunicipalityId,
  device: OfflineDevice & { readonly tokenSha256: Buffer },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into letters.offline_device (municipality_id, device_id, name, public_key, token_sha256, enrolled_at, enrolled_by)
    values (${municipalityId}, ${device.deviceId}, ${device.name}, ${device.publicKey}, ${device.tokenSha256},
      ${device.enrolledAt}, ${device.enrolledBy}) on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** Every device of the municipality, those in use first, the newest above. */
export async function listDevices(db: Db, municipalityId: MunicipalityId): Promise<OfflineDevice[]> {
  const { rows } = await sql<OfflineDevice>`
    select ${columns} from letters.offline_device d where d.municipality_id = ${municipalityId}
    order by d.revoked_at is not null, d.enrolled_at desc limit 200`.execute(db)
  return rows
}

export async function findDevice(
  db: Db,
  municipalityId: MunicipalityId,
  deviceId: DeviceId,
): Promise<(OfflineDevice & { readonly tokenSha256: Buffer }) | undefined> {
  const { rows } = await sql<OfflineDevice & { tokenSha256: Buffer }>`
    select ${columns}, d.token_sha256 as "tokenSha256" from letters.offline_device d
    where d.municipality_id = ${municipalityId} and d.device_id = ${deviceId}`.execute(db)
  return rows[0]
}

export async function markSeen(db: Db, municipalityId: MunicipalityId, deviceId: DeviceId, now: Date) {
  await sql`update letters.offline_device d set seen_at = ${now}
    where d.municipality_id = ${municipalityId} and d.device_id = ${deviceId}`.execute(db)
}

/** Answers whether it was not revoked yet. */
export async function markRevoked(
  db: Db,
  municipalityId: MunicipalityId,
  deviceId: DeviceId,
  { now, by }: { now: Date; by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update letters.offline_device d set revoked_at = ${now}, revoked_by = ${by}
    where d.municipality_id = ${municipalityId} and d.device_id = ${deviceId} and d.revoked_at is null`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0) > 0
}
