import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { AssignmentId, DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { ConvokeDeps } from './convoke.ts'
import { makeMemberLetters } from './make-member-letters.ts'
import { letterCases } from './member-letter-overview.ts'
import { currentBasis, typesetFor } from './typeset-letters.ts'
import type { CannotWrite } from './write-letter-facts.ts'

interface Looking {
  readonly election: Election
  readonly by: string
}

/** The call as it would be sent now to who has this assignment. Whoever looks leaves a trace. */
export function previewCall(
  deps: Pick<ConvokeDeps, 'database' | 'typesetter' | 'portalUrl'>,
  { election, assignmentId, authority, by }: Looking & { assignmentId: AssignmentId; authority: string },
): Promise<Result<{ pdf: Uint8Array }, CannotWrite | NumberInText | 'no-such-assignment'>> {
  const { municipalityId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const inText = refuseNumbers(authority)
    if (inText) return inText
    const [one] = await letterCases(db, election, [assignmentId])
    if (!one) return refused('no-such-assignment')
    const decision = { letter: 'designation', authority } as const
    const letter = await typesetFor(deps, await currentBasis(db, deps, election), one, decision)
    const event = { municipalityId, actor: by, action: 'bureaus.letter-opened', subject: assignmentId }
    await recordAudit(db, { ...event, details: { preview: true } })
    return letter.ok ? { ok: true, pdf: letter.pdf } : letter
  })
}

/** A letter as it was sent, made again. Whoever looks leaves a trace. */
export async function openMemberLetter(
  deps: Pick<ConvokeDeps, 'database' | 'typesetter'>,
  { election, letterId, by }: Looking & { letterId: DocumentId },
): Promise<Result<{ pdf: Uint8Array }, 'no-such-letter'>> {
  const [made] = await makeMemberLetters(deps, election, [letterId])
  if (!made) return refused('no-such-letter')
  const { municipalityId } = election
  const event = {
    municipalityId,
    actor: by,
    action: 'bureaus.letter-opened',
    subject: made.letter.assignmentId,
  }
  await deps.database.inScope(staffOf(municipalityId), (db) => recordAudit(db, event))
  return { ok: true, pdf: made.pdf }
}
