import type { Election } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { loadPlate } from '../../platform/pdf/plate.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { findPlates } from '../composing/plate-store.ts'
import type { LetterRow } from '../letter-store.ts'
import { renderLetter } from '../letter-template/letter-template.ts'

/** The letter's own facts on its own plate, with the mark: the same mark, the same bytes. */
export async function renderDuplicate(
  { database, typesetter }: { database: Database; typesetter: Typesetter },
  { municipalityId, electionId }: Election,
  letter: LetterRow,
  mark: string,
) {
  const [plate] = await database.inScope(staffOf(municipalityId), (db) =>
    findPlates(db, municipalityId, electionId, [letter.plate_sha256]),
  )
  if (!plate) throw new Error(`the plate of letter ${letter.letter_id} is gone`)
  const voter = { ...letter.facts, mark }
  return renderLetter({ typesetter }, { plate: loadPlate(plate.bytes), facts: plate.facts, voter })
}
