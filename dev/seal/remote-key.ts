import { setTimeout as sleep } from 'node:timers/promises'
import type { SealKey } from '../../src/platform/seal/seal-key.ts'

export interface RemoteKey extends SealKey {
  /** Calls that it got, by how many texts were in each. */
  readonly calls: readonly number[]
  /** From now on it fails with this; nothing: it works again. */
  breaksWith(error: Error | undefined): void
}

/**
 * Stands in for a key that lies elsewhere (a token by PKCS#11, a signing service): it answers by the call and after a while,
 * and may be away. Real services differ in how they are asked; they will be connectors behind the same port.
 */
export function createRemoteKey(key: SealKey, { answersAfterMs = 20 } = {}): RemoteKey {
  const calls: number[] = []
  let trouble: Error | undefined
  return {
    chain: key.chain,
    calls,
    async sign(contents) {
      calls.push(contents.length)
      await sleep(answersAfterMs)
      if (trouble) throw trouble
      return key.sign(contents)
    },
    breaksWith(error) {
      trouble = error
    },
  }
}
