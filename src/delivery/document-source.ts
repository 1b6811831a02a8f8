import type { DocumentId, MunicipalityId } from '../platform/ids.ts'
import type { DocumentLanguage } from './campaign.ts'

export interface MadeDocument {
  readonly document: Uint8Array
  readonly sha256: Uint8Array
  /** Absent: that of the campaign's message. */
  readonly language?: DocumentLanguage
}

/**
 * Makes the documents of a campaign again, byte for byte, when they are about to leave. `reference` is the
 * campaign's, given when it was opened. A document that is missing from the answer stops the campaign.
 */
export interface DocumentSource {
  render(
    municipalityId: MunicipalityId,
    reference: string,
    documentIds: readonly DocumentId[],
  ): Promise<ReadonlyMap<DocumentId, MadeDocument>>
}
