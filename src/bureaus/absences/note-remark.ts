import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { type AssignmentId, type BureauId, newId, type RemarkId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { isAway } from '../assignments/axes.ts'
import { type AssignmentDeps, inElection, type Refusal } from '../assignments/step-assignment.ts'
import { selectAssignments } from '../bureau-overview.ts'
import type { SaidOfMember } from './absence-file.ts'
import { insertRemark } from './remark-store.ts'

export const longestRemark = 500

export type RemarkRefusal = Refusal | 'nothing-said' | 'remark-too-long' | 'not-away'

/**
 * Writes down what a member or a witness said of who stayed away or came late (LPKD 143 3°): it stands in the next file of the bureau.
 * Nothing is taken back, for a file may have left with it. Refused of who was there, and of who is of another bureau.
 */
export function noteRemark(
  deps: AssignmentDeps & { readonly vault: Pick<Vault, 'seal'> },
  remark: SaidOfMember & {
    readonly election: Election
    readonly bureauId: BureauId
    readonly assignmentId: AssignmentId
    readonly by: string
  },
): Promise<Result<{ remarkId: RemarkId }, RemarkRefusal>> {
  const { election, bureauId, assignmentId, saidBy, by } = remark
  const text = remark.text.trim()
  const said = { election, reason: text }
  return inElection<{ remarkId: RemarkId }, RemarkRefusal>(deps, said, async (db, { now }) => {
    if (!text) return refused('nothing-said')
    if (text.length > longestRemark) return refused('remark-too-long')
    const all = await selectAssignments(db, election, { bureaus: [bureauId] })
    const found = all.find((one) => one.assignmentId === assignmentId)
    if (!found) return refused('no-such-assignment')
    if (!isAway(found.axes)) return refused('not-away')
    const remarkId = newId<RemarkId>()
    const sealed = deps.vault.seal(text)
    await insertRemark(db, election, { remarkId, assignmentId, saidBy, sealed, notedAt: now, notedBy: by })
    const { municipalityId } = election
    const event = { municipalityId, actor: by, action: 'bureaus.absence-remarked', subject: assignmentId }
    await recordAudit(db, { ...event, details: { saidBy } })
    return { ok: true, remarkId }
  })
}
