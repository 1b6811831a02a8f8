import { sha256 } from '../../platform/hash.ts'
import { newId, type SheetId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { designateEach, type Signed } from '../assignments/designate.ts'
import { type AssignmentDeps, inElection, type Refusal, type Step } from '../assignments/step-assignment.ts'
import { type FileRefusal, readEvidence } from '../evidence/evidence.ts'
import { sealFile } from '../listing/packed.ts'
import { markOf } from './proposals-digest.ts'
import { insertSignedSheet } from './signed-sheet-store.ts'

export interface PaperDesignation extends Pick<Step, 'election' | 'by' | 'reason'> {
  readonly steps: readonly Pick<Step, 'assignmentId' | 'version'>[]
  /** The day on the sheet. */
  readonly signedOn: string
  /** The mark at the foot of the sheet, as typed: it stays with each designation. */
  readonly listMark: string
  /** The sheet, scanned or photographed; its name is not kept. */
  readonly sheet: Uint8Array
}

export type PaperRefusal = Refusal | 'nobody-chosen' | FileRefusal | 'evidence-too-small' | 'mark-missing'

/** No scan or photo of a page is smaller. */
const leastBytes = 1000

/**
 * Writes down whom a magistrate designated by signing on paper, with the sheet itself, sealed: one sheet for many. What can't be designated
 * any more is left out and answered; where nobody can, no sheet is kept.
 */
export async function designateOnPaper(
  deps: AssignmentDeps & { readonly vault: Pick<Vault, 'seal'> },
  { election, steps, signedOn, reason, by, sheet, listMark }: PaperDesignation,
): Promise<Result<Signed, PaperRefusal>> {
  if (steps.length === 0) return refused('nobody-chosen')
  const read = await readEvidence('', sheet)
  if (!read.ok) return read
  const { type, bytes } = read.evidence
  if (bytes.length < leastBytes) return refused('evidence-too-small')
  const mark = markOf(listMark)
  if (!mark) return refused('mark-missing')
  const sealed = await sealFile(deps.vault, bytes)
  const sheetId = newId<SheetId>()
  return inElection<Signed, PaperRefusal>(deps, { election, reason }, async (db, context) => {
    const act = {
      election,
      by,
      reason,
      signedOn,
      authority: 'magistrate',
      details: { sheet: sheetId, listMark: mark },
    } as const
    const signed = await designateEach(db, context, act, steps)
    const designated = signed.designated.map(({ assignmentId }) => assignmentId)
    if (designated.length === 0) return refused(signed.refused[0]!.because)
    const kept = { sheetId, type, bytes: bytes.length, signedOn, keptBy: by, keptAt: context.now }
    await insertSignedSheet(db, election, { ...kept, sealed, sha256: sha256(bytes) }, designated)
    return { ok: true, ...signed }
  })
}
