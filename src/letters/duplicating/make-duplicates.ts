import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { DocumentId, ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { loadPlate } from '../../platform/pdf/plate.ts'
import { findPlates } from '../composing/plate-store.ts'
import type { ReleasedDocument } from '../letter-source.ts'
import { lettersById } from '../letter-store.ts'
import { pressLetter } from '../letter-template/letter-template.ts'
import { duplicatesById } from './duplicate-store.ts'

/** Makes duplicates again, byte for byte, when they are about to leave. Throws when the bytes are others. */
export async function makeDuplicates(
  { database }: { database: Database },
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  ids: readonly DocumentId[],
): Promise<ReleasedDocument[]> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const duplicates = await duplicatesById(db, municipalityId, electionId, ids)
    const letterIds = duplicates.map(({ letterId }) => letterId)
    const letters = await lettersById(db, municipalityId, electionId, letterIds)
    const hashes = letters.map(({ plate_sha256 }) => plate_sha256)
    const plates = await findPlates(db, municipalityId, electionId, hashes)
    return duplicates.map(({ duplicateId, letterId, mark, pdf: whole, pdfSha256 }) => {
      const letter = letters.find((one) => one.letter_id === letterId)!
      const plate = plates.find((one) => one.plateSha256.equals(letter.plate_sha256))
      const pdf = whole ?? (plate && pressed(plate.bytes, { ...letter.facts, mark }))
      if (!pdf || !pdfSha256 || !sha256(pdf).equals(pdfSha256))
        throw new Error(`duplicate ${duplicateId} would not have the bytes that were issued`)
      return { documentId: duplicateId, pdf, sha256: pdfSha256, language: letter.language }
    })
  })
}

function pressed(plate: Buffer, facts: Parameters<typeof pressLetter>[1]): Uint8Array | undefined {
  const answer = pressLetter(loadPlate(plate), facts)
  return answer.ok ? answer.pdf : undefined
}
