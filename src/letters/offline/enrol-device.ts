import { timingSafeEqual } from 'node:crypto'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type DeviceId, isId, type MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { findDevice, insertDevice, markRevoked, markSeen } from './device-store.ts'
import { type DeviceStanding, isPublicKey, readDeviceToken } from './offline-device.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

export interface NewDevice {
  readonly municipalityId: MunicipalityId
  readonly deviceId: string
  readonly name: string
  readonly publicKey: Buffer
  readonly tokenSha256: Buffer
  readonly by: string
}

const longestName = 60

/**
 * Enrols a browser that made a key of its own: from then on packs can be sealed for it. The same browser again changes
 * nothing. A device that was revoked stays so: its browser makes a new key.
 */
export async function enrolDevice(
  { database, clock }: Deps,
  { municipalityId, by, ...device }: NewDevice,
): Promise<Result<{ deviceId: DeviceId }, 'name-missing' | 'not-a-device'>> {
  const name = device.name.trim()
  if (name === '' || name.length > longestName) return refused('name-missing')
  if (!isId(device.deviceId) || !isPublicKey(device.publicKey) || device.tokenSha256.length !== 32)
    return refused('not-a-device')
  const deviceId = device.deviceId as DeviceId
  return database.inScope(staffOf(municipalityId), async (db) => {
    const enrolled = { enrolledAt: clock.now(), enrolledBy: by, seenAt: null, revokedAt: null }
    if (await insertDevice(db, municipalityId, { ...device, ...enrolled, deviceId, name }))
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'offline.device-enrolled', details: { deviceId } },
      })
    return { ok: true, deviceId }
  })
}

/** From now on it gets no pack, throws away the one it has as soon as it hears of this, and what it hands in waits for a person. */
export async function revokeDevice(
  { database, clock }: Deps,
  { municipalityId, deviceId, by }: { municipalityId: MunicipalityId; deviceId: string; by: string },
): Promise<Result<{ deviceId: DeviceId }, 'no-such-device'>> {
  if (!isId(deviceId)) return refused('no-such-device')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const id = deviceId as DeviceId
    if (!(await findDevice(db, municipalityId, id))) return refused('no-such-device')
    if (await markRevoked(db, municipalityId, id, { now: clock.now(), by }))
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'offline.device-revoked', details: { deviceId: id } },
      })
    return { ok: true, deviceId: id }
  })
}

/** What a device hears when it asks by its token, with nobody logged in. A wrong secret hears the same as an unknown device. */
export async function standingOf({ database, clock }: Deps, token: string): Promise<DeviceStanding> {
  const claim = readDeviceToken(token)
  if (!claim) return 'unknown'
  const { municipalityId, deviceId, tokenSha256 } = claim
  if (!isId(deviceId)) return 'unknown'
  return database.inScope(staffOf(municipalityId), async (db) => {
    const device = await findDevice(db, municipalityId, deviceId)
    if (!device || !timingSafeEqual(device.tokenSha256, tokenSha256)) return 'unknown'
    await markSeen(db, municipalityId, deviceId, clock.now())
    return device.revokedAt ? 'revoked' : 'active'
  })
}
