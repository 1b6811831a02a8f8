import { sha256 } from '../../platform/hash.ts'
import type { DeviceId, MunicipalityId } from '../../platform/ids.ts'

/** A browser that may hold a pack. The private half of its key is in the browser and can't be taken out by its scripts. */
export interface OfflineDevice {
  readonly deviceId: DeviceId
  /** What people call it: `Loket 2`. */
  readonly name: string
  /** A point on the curve P-256, uncompressed. */
  readonly publicKey: Buffer
  readonly enrolledAt: Date
  readonly enrolledBy: string
  /** When it last asked whether it is revoked. */
  readonly seenAt: Date | null
  readonly revokedAt: Date | null
}

/** What a device hears when it asks. It throws its pack away unless it is `active`. */
export type DeviceStanding = 'active' | 'revoked' | 'unknown'

const form = /^([1-9][0-9]{0,8})\.([0-9a-f-]{36})\.[A-Za-z0-9_-]{43}$/

export interface DeviceClaim {
  readonly municipalityId: MunicipalityId
  readonly deviceId: DeviceId
  readonly tokenSha256: Buffer
}

/**
 * `MUNICIPALITY.ID.SECRET`: what a device shows when nobody is logged in. It opens nothing, it only asks. `undefined` when
 * the text is no such token.
 */
export function readDeviceToken(token: string): DeviceClaim | undefined {
  const [, municipality, deviceId] = form.exec(token) ?? []
  if (municipality === undefined) return undefined
  return {
    municipalityId: Number(municipality) as MunicipalityId,
    deviceId: deviceId as DeviceId,
    tokenSha256: sha256(token),
  }
}

/** Uncompressed points begin with a 4 and have both coordinates behind it. */
export function isPublicKey(bytes: Uint8Array): boolean {
  return bytes.length === 65 && bytes[0] === 4
}
