import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { may } from '../letter.ts'
import { largePrintSource } from '../letter-forms/large-print.ts'
import { storedForm } from '../letter-forms/render-form.ts'
import { lettersById } from '../letter-store.ts'
import { duplicatesById } from './duplicate-store.ts'
import type { DuplicateDeps } from './issue-duplicate.ts'
import { renderDuplicate } from './render-duplicate.ts'
import { sealDuplicate } from './seal-duplicate.ts'

export const duplicateFormats = ['pdf', 'large-print'] as const
export type DuplicateFormat = (typeof duplicateFormats)[number]

/**
 * Makes a duplicate that was issued on paper again: byte for byte, or as the same letter in large print. It stays one
 * duplicate, however often the printer jams, also after the hour until which one is issued. That somebody opened it is written
 * down, under the voter. Refused when the letter was taken back since.
 */
export async function openDuplicate(
  deps: DuplicateDeps,
  facts: { election: Election; duplicateId: DocumentId; format: DuplicateFormat; by: string },
): Promise<Result<{ pdf: Uint8Array }, 'no-such-duplicate' | 'not-on-paper' | 'not-current'>> {
  const { election, duplicateId, format, by } = facts
  const { municipalityId, electionId } = election
  const found = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    const [duplicate] = await duplicatesById(db, municipalityId, electionId, [duplicateId])
    if (!duplicate) return refused('no-such-duplicate')
    if (duplicate.channel !== 'print' || !duplicate.pdfSha256) return refused('not-on-paper')
    const [letter] = await lettersById(db, municipalityId, electionId, [duplicate.letterId])
    if (!letter || !(may.duplicate as readonly string[]).includes(letter.state)) return refused('not-current')
    const form = await storedForm(db, election, letter.letter_id)
    const details = { letterId: letter.letter_id, number: duplicate.number, format }
    const event = { municipalityId, actor: by, action: 'letters.duplicate-opened' }
    await recordAudit(db, { ...event, subject: letter.voter_id, details })
    return { ok: true, duplicate, letter, form } as const
  })
  if (!found.ok) return found
  const { duplicate, letter, form } = found
  if (format === 'large-print') {
    const marked = { ...form, voter: { ...form.voter, mark: duplicate.mark } }
    return { ok: true, pdf: await deps.typesetter.typeset(largePrintSource(marked)) }
  }
  const made = await renderDuplicate(deps, election, letter, duplicate.mark)
  if (!made.ok || !duplicate.pdfSha256 || !sha256(made.pdf).equals(duplicate.pdfSha256))
    throw new Error(`duplicate ${duplicateId} would not have the bytes that were issued`)
  return { ok: true, pdf: await sealDuplicate(deps, election, { documentId: duplicateId, pdf: made.pdf }) }
}
