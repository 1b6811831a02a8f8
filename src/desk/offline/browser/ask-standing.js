// Asks the server whether this device may still have its pack. No answer is no reason to throw it away: that is what it is for.

import { findDevice, findPack, keepPack, wipePack } from './store.js'

/** @returns {Promise<'active' | 'revoked' | 'unknown' | 'expired' | undefined>} nothing when nobody answered */
export async function askStanding(address) {
  const device = await findDevice()
  if (!device || navigator.onLine === false) return undefined
  const answer = await fetch(address, { method: 'POST', body: device.token }).catch(() => undefined)
  if (!answer?.ok) return undefined
  const { standing, now } = await answer.json().catch(() => ({}))
  const pack = await findPack()
  if (!['active', 'revoked', 'unknown'].includes(standing)) return undefined
  if (standing !== 'active') {
    if (pack) await wipePack('revoked')
    return standing
  }
  if (!pack) return standing
  // The clock of the server counts, also for a device whose own was put back.
  if (now >= pack.expiresAt) {
    await wipePack('expired')
    return 'expired'
  }
  await keepPack({ ...pack, seenUntil: Math.max(pack.seenUntil, now) })
  return standing
}
