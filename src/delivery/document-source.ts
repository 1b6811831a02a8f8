import type { DocumentId, MunicipalityId } from '../platform/ids.ts'
import type { DocumentLanguage } from './campaign.ts'

export interface MadeDocument {
  /** As it leaves. */
  readonly document: Uint8Array
  readonly sha256: Uint8Array
  /** So many first bytes are the document that was handed over; what stands behind them is added when it leaves. Absent: all. */
  readonly handedOver?: number
  /** Absent: that of the campaign's message. */
  readonly language?: DocumentLanguage
}

/**
 * Makes the documents of a campaign again, byte for byte, when they are about to leave. `reference` and `documentKind` are the
 * campaign's, given when it was opened. A document that is missing from the answer stops the campaign, and so does a
 * `DocumentsNotReady`; any other error is tried again.
 */
export interface DocumentSource {
  render(
    municipalityId: MunicipalityId,
    reference: string,
    documentIds: readonly DocumentId[],
    documentKind: string,
  ): Promise<ReadonlyMap<DocumentId, MadeDocument>>
}

/** No document can be made until a person mends something. `code` names it, as a reason to stop; the message is for the operator. */
export class DocumentsNotReady extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
