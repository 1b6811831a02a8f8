import { createDecipheriv } from 'node:crypto'
import { type OutboxEntry, outboxEntry, type SealedEntry } from './offline-issue.ts'

const ivBytes = 12
const tagBytes = 16

/**
 * Opens what a device sealed with the outbox key of its pack (`browser/pack-key.js` seals it): IV, ciphertext, tag, bound to
 * the pack and its own id. `undefined` when it is damaged, of another pack, or says something that no page of ours writes.
 */
export function openEntry({ id, pack, sealed }: SealedEntry, outboxKey: Buffer): OutboxEntry | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length <= ivBytes + tagBytes) return undefined
  const tagAt = bytes.length - tagBytes
  const decipher = createDecipheriv('aes-256-gcm', outboxKey, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(`${pack}|${id}`, 'utf8'))
  decipher.setAuthTag(bytes.subarray(tagAt))
  try {
    const text = decipher.update(bytes.subarray(ivBytes, tagAt), undefined, 'utf8') + decipher.final('utf8')
    return outboxEntry.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
