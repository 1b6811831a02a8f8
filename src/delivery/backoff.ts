import type { DocumentId } from '../platform/ids.ts'

/** How long a document waits after a failure, in seconds. */
export interface Backoff {
  readonly firstSeconds: number
  readonly capSeconds: number
}

export const usualBackoff: Backoff = { firstSeconds: 1, capSeconds: 600 }

/**
 * Twice as long after every failure, up to the cap, spread by a quarter either way so that documents that failed
 * together do not come back together. The spread follows from the document: the same every time.
 */
export function backoffSeconds(backoff: Backoff, failures: number, documentId: DocumentId): number {
  const doubled = backoff.firstSeconds * 2 ** Math.min(failures - 1, 30)
  const spread = 0.75 + (Number.parseInt(documentId.slice(-6), 16) / 0xffffff) * 0.5
  return Math.min(doubled, backoff.capSeconds) * spread
}
