import type { MadeDocument } from '../../delivery/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { DocumentId, ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { loadPlate } from '../../platform/pdf/plate.ts'
import { findPlates } from '../composing/plate-store.ts'
import { lettersById } from '../letter-store.ts'
import { pressLetter } from '../letter-template/letter-template.ts'
import { duplicatesById } from './duplicate-store.ts'

/** Makes duplicates again, byte for byte, when they are about to leave. Throws when the bytes are others. */
export async function makeDuplicates(
  { database }: { database: Database },
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  ids: readonly DocumentId[],
): Promise<Map<DocumentId, MadeDocument>> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const duplicates = await duplicatesById(db, municipalityId, electionId, ids)
    const letterIds = duplicates.map(({ letterId }) => letterId)
    const letters = await lettersById(db, municipalityId, electionId, letterIds)
    const hashes = letters.map(({ plate_sha256 }) => plate_sha256)
    const plates = await findPlates(db, municipalityId, electionId, hashes)
    const made = new Map<DocumentId, MadeDocument>()
    for (const { duplicateId, letterId, mark, pdf, pdfSha256 } of duplicates) {
      const letter = letters.find((one) => one.letter_id === letterId)!
      const plate = plates.find((one) => one.plateSha256.equals(letter.plate_sha256))
      const document = pdf ?? (plate && pressed(plate.bytes, { ...letter.facts, mark }))
      if (!document || !pdfSha256 || !sha256(document).equals(pdfSha256))
        throw new Error(`duplicate ${duplicateId} would not have the bytes that were issued`)
      made.set(duplicateId, { document, sha256: pdfSha256, language: letter.language })
    }
    return made
  })
}

function pressed(plate: Buffer, facts: Parameters<typeof pressLetter>[1]): Uint8Array | undefined {
  const answer = pressLetter(loadPlate(plate), facts)
  return answer.ok ? answer.pdf : undefined
}
