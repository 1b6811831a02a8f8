import type { DocumentId } from '../platform/ids.ts'

/**
 * The states of a delivery, drawn in docs/states/delivery.md. `waiting` and `attempting` are still to do; the
 * others are outcomes.
 */
export type DeliveryState =
  | 'waiting'
  | 'attempting'
  | 'delivered'
  | 'inactive'
  | 'unreachable'
  | 'refused'
  | 'unconfirmed'
  | 'cancelled'

export const unfinished = ['waiting', 'attempting'] as const satisfies readonly DeliveryState[]
export const published = ['delivered', 'inactive'] as const satisfies readonly DeliveryState[]
export const exceptions = [
  'unreachable',
  'refused',
  'unconfirmed',
] as const satisfies readonly DeliveryState[]

/** From which states a person may do what. */
export const may = {
  cancel: ['waiting'],
  retry: ['refused'],
  settle: ['unconfirmed'],
} as const satisfies Record<string, readonly DeliveryState[]>

/** States in which a document may leave, or leave again, unless it is taken back. */
export const mayLeaveAgain = [
  ...unfinished,
  ...may.retry,
  ...may.settle,
] as const satisfies readonly DeliveryState[]

/** Our own reasons; the others are codes of the other side (`INVALID_INPUT`, `http-503`). */
export const reasons = {
  /** The other side has it under our key, but its answer, and so the receipt, was lost. */
  receiptLost: 'receipt-lost',
  /** The other side knows a key that we never sent: somebody has to look. */
  keyClash: 'key-clash',
  /** The worker died between sending and writing the answer down. */
  workerLost: 'worker-lost',
  /** An attempt by another road may have arrived, and that road's keys say nothing on this one. */
  routeChanged: 'route-changed',
  /** The other side gave the receipt of another letter: it can't prove two. */
  receiptRepeated: 'receipt-repeated',
  /** A person said so, with evidence (see the audit log). */
  settled: 'settled',
} as const

/** A document that is handed over for delivery. */
export interface DispatchedDocument {
  readonly documentId: DocumentId
  /** UUID, derived from the document: unique over all campaigns of the municipality, for ever. */
  readonly mailboxKey: string
  /** The national number, sealed by the vault; empty when there is none. */
  readonly recipientCipher: Uint8Array
  readonly personIndex: Uint8Array
  readonly documentSha256: Uint8Array
  /** What the sender counts its documents by, as of a letter its section; absent: by nothing. */
  readonly part?: number
  /** Why it can't be sent at all. It is kept and counted, never sent. */
  readonly unreachable?: string
}
