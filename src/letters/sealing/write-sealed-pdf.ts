import type { DocumentId } from '../../platform/ids.ts'
import type { LoadedPlate } from '../../platform/pdf/plate.ts'
import { putSeal, roomForSeal } from '../../platform/pdf/seal-pdf.ts'
import { findSealPlace, type SealPlace } from '../../platform/pdf/seal-place.ts'
import { createSealCms, type SealCms } from '../../platform/seal/seal-cms.ts'
import { chainSha256, type SealChain } from '../../platform/seal/seal-key.ts'

/** A letter or a duplicate as it was released or issued. */
export interface ToSeal {
  readonly documentId: DocumentId
  readonly pdf: Uint8Array
  /** The plate it was pressed from; absent when it was typeset whole. */
  readonly plate?: LoadedPlate | undefined
}

/** The same with its seal. */
export interface SealedPdf {
  readonly pdf: Uint8Array
  readonly sha256: Buffer
}

export interface SealedPdfWriter {
  /** What has to be signed of a document under these certificates, and what becomes of it with the signature. */
  write(document: ToSeal, chain: SealChain, at: Date): Promise<Unsigned>
}

export interface Unsigned {
  readonly toSign: Buffer
  sealedWith(signature: Uint8Array): SealedPdf
}

/** Remembers what is the same for all letters of a plate, and of a certificate. */
export function createSealedPdfWriter(): SealedPdfWriter {
  const envelopes = new Map<string, SealCms>()
  const places = new WeakMap<LoadedPlate, Promise<SealPlace>>()

  function envelopeUnder(chain: SealChain): SealCms {
    const name = chainSha256(chain).toString('hex')
    const cms = envelopes.get(name) ?? createSealCms(chain)
    envelopes.set(name, cms)
    return cms
  }

  function placeIn({ pdf, plate }: ToSeal): Promise<SealPlace> {
    if (!plate) return findSealPlace(pdf)
    const place = places.get(plate) ?? findSealPlace(pdf)
    places.set(plate, place)
    return place
  }

  return {
    async write(document, chain, at) {
      const cms = envelopeUnder(chain)
      const place = await placeIn(document)
      const room = roomForSeal(document.pdf, place, { at, signatureBytes: cms.bytes })
      return {
        toSign: cms.contentFor(room.digest),
        sealedWith: (signature) => putSeal(room, cms.envelope(room.digest, signature)),
      }
    },
  }
}
