import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { DocumentId, LetterId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { findLetterData } from '../composing/plate-store.ts'
import { createLetterMaker } from '../letter-source.ts'
import { lettersById } from '../letter-store.ts'
import { createSealer, type SealDeps } from '../sealing/seal-documents.ts'
import { htmlLetter, type WayBack } from './html-letter.tsx'
import { largePrintSource } from './large-print.ts'
import type { LetterForm } from './letter-form.ts'

export const formats = ['pdf', 'large-print', 'html'] as const
export type LetterFormat = (typeof formats)[number]

/**
 * A letter in one of its forms: its PDF byte for byte as it leaves, the others as it was composed. They say what the letter said then,
 * whatever the texts, the election and the municipality say by now: its words are kept with its plate. `back` is for the page alone.
 */
export async function renderForm(
  deps: SealDeps & { readonly typesetter: Typesetter },
  {
    election,
    letterId,
    format,
    by,
    back,
  }: { election: Election; letterId: LetterId; format: LetterFormat; by: string; back?: WayBack },
): Promise<Uint8Array> {
  const { municipalityId } = election
  const stored = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    const event = { municipalityId, actor: by, action: 'letters.rendered', subject: letterId }
    await recordAudit(db, { ...event, details: { format } })
    return storedForm(db, election, letterId)
  })
  if (format === 'pdf') return pdfOf(deps, election, letterId)
  if (format === 'html') return Buffer.from(htmlLetter(stored, back))
  return deps.typesetter.typeset(largePrintSource(stored))
}

async function pdfOf(deps: SealDeps, of: Election, letterId: LetterId): Promise<Uint8Array> {
  const [made] = await createLetterMaker(deps)(of.municipalityId, of.electionId, [letterId])
  const documentId = letterId as string as DocumentId
  const sealed = await createSealer(deps)(of, [{ ...made!, documentId }])
  return sealed.get(documentId)?.pdf ?? made!.pdf
}

/** All that a letter says, as it was kept when the letter was composed. */
export async function storedForm(
  db: Db,
  { municipalityId, electionId }: Election,
  letterId: LetterId,
): Promise<LetterForm> {
  const [letter] = await lettersById(db, municipalityId, electionId, [letterId])
  if (!letter) throw new Error(`there is no letter ${letterId}`)
  const plate = await findLetterData(db, municipalityId, electionId, letter.plate_sha256)
  return { data: plate.letterData, arms: plate.arms, voter: letter.facts }
}
