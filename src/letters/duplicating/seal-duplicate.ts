import type { Election } from '../../elections/index.ts'
import { SealNotReady } from '../../platform/seal/seal-key.ts'
import { createSealer, type SealDeps } from '../sealing/seal-documents.ts'
import type { ToSeal } from '../sealing/write-sealed-pdf.ts'

/**
 * The PDF of a duplicate for paper, with its seal if its letter has one. When that can't be made now, without: nobody at a
 * counter waits for a key, and paper shows no seal. The same duplicate has it when it is opened later.
 */
export async function sealDuplicate(deps: SealDeps, of: Election, duplicate: ToSeal): Promise<Uint8Array> {
  try {
    const sealed = await createSealer(deps)(of, [duplicate])
    return sealed.get(duplicate.documentId)?.pdf ?? duplicate.pdf
  } catch (error) {
    if (error instanceof SealNotReady) return duplicate.pdf
    throw error
  }
}
