import { randomBytes } from 'node:crypto'
import { type Election, getSections, type Section } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type DeviceId, isId, newId, type PackId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { currentList } from '../../voters/index.ts'
import { sectionsWithLetters } from '../letter-store.ts'
import { findDevice } from './device-store.ts'
import type { OfflineDevice } from './offline-device.ts'
import {
  endOfWork,
  lastMoment,
  type OfflinePack,
  type PackEnd,
  type PackedVoter,
  packExpiry,
} from './offline-pack.ts'
import { packedVoters } from './pack-overview.ts'
import { insertPack, markPackWhole } from './pack-store.ts'

/** Voters in one sealed piece: little enough to unpack without the page standing still. */
const pageSize = 2000

export interface TakenPack {
  readonly pack: OfflinePack
  readonly device: OfflineDevice
  /** With it a device seals what it gave, and the server opens that; it opens nothing of the pack. */
  readonly outboxKey: Buffer
  readonly sections: readonly Section[]
  /** Everybody who votes, in list order, read in pages: no transaction waits for a slow network. */
  voters(): AsyncGenerator<PackedVoter[]>
  /** Call it when the last byte was handed to the network. */
  isWhole(whole: { voters: number; bytes: number; sha256: Buffer }): Promise<void>
}

export type PackRefusal = 'no-such-device' | 'revoked' | 'no-list' | 'no-letters' | 'too-late'

/**
 * Takes a copy of the list for a counter without network. It is written down before the first voter is read, because it is
 * about all of them. Refused to a device that is not enrolled or was revoked, and when the pack would expire at once.
 */
export async function takePack(
  deps: { database: Database; vault: Vault; clock: Clock },
  facts: { election: Election; deviceId: string; end: PackEnd; mostDays: number; by: string },
): Promise<Result<TakenPack, PackRefusal>> {
  const { database, vault, clock } = deps
  const { election, deviceId, end, mostDays, by } = facts
  const { municipalityId, electionId } = election
  const scope = staffOf(municipalityId)
  const now = clock.now()
  if (now >= lastMoment(election)) return refused('too-late')
  const isPast = now >= endOfWork(election, end)
  const expiresAt = packExpiry(election, isPast ? 'last-hour' : end, { now, mostDays })
  if (!isId(deviceId)) return refused('no-such-device')
  return database.inScope(scope, async (db) => {
    const device = await findDevice(db, municipalityId, deviceId as DeviceId)
    if (!device) return refused('no-such-device')
    if (device.revokedAt) return refused('revoked')
    const list = await currentList(db, municipalityId, electionId)
    if (!list) return refused('no-list')
    if ((await sectionsWithLetters(db, municipalityId, electionId)).length === 0) return refused('no-letters')
    const outboxKey = randomBytes(32)
    const pack: OfflinePack = {
      ...{ municipalityId, electionId, packId: newId<PackId>(), deviceId: device.deviceId },
      ...{ madeAt: now, madeBy: by, expiresAt },
    }
    await insertPack(db, { ...pack, outboxKey: vault.seal(outboxKey.toString('base64')) })
    const details = { packId: pack.packId, deviceId: device.deviceId, expiresAt: expiresAt.toISOString() }
    await recordAudit(db, { municipalityId, actor: by, action: 'offline.pack-taken', details })
    const page = (after: number) =>
      database.inScope(scope, (own) =>
        packedVoters(own, { municipalityId, electionId, listId: list.listId }, after, pageSize),
      )
    async function* voters() {
      for (let after = 0; ; ) {
        const some = await page(after)
        if (some.length === 0) return
        yield some
        after = some.at(-1)!.listNumber
      }
    }
    const isWhole: TakenPack['isWhole'] = (whole) =>
      database.inScope(scope, (own) => markPackWhole(own, pack, whole))
    const sections = await getSections(db, municipalityId, electionId)
    return { ok: true, pack, device, outboxKey, sections, voters, isWhole }
  })
}
