import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { AssignmentId, BureauId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import { type AssignmentDeps, inElection, type Refusal } from '../assignments/step-assignment.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { absenceFileOf, type NoAbsenceFile } from './absence-facts.ts'
import type { Addressee } from './absence-rules.ts'
import { typesetBy } from './plain-document.ts'
import { holdersOfReport } from './sending-store.ts'
import { withdrawalDocument } from './withdrawal-document.ts'
import { keepWithdrawal } from './withdrawal-store.ts'

export interface WhichWithdrawal {
  readonly election: Election
  readonly bureauId: BureauId
  readonly assignmentId: AssignmentId
  readonly addressee: Addressee
  readonly by: string
}

export type WithdrawalRefusal =
  | Refusal
  | NoAbsenceFile
  | 'nothing-to-withdraw'
  | 'has-no-file'
  | 'already-sent'
  | 'unprintable'

/**
 * Makes the letter that takes back what was reported of one person whose reason was taken after all, to one who has a file that names them.
 * Made again it says what holds now, until it left.
 */
export function makeWithdrawal(
  deps: AssignmentDeps & { readonly vault: Vault; readonly typesetter: Typesetter },
  { election, bureauId, assignmentId, addressee, by }: WhichWithdrawal,
): Promise<Result<object, WithdrawalRefusal>> {
  return inElection<object, WithdrawalRefusal>(deps, { election }, async (db, { now }) => {
    await lockAssignment(db, election, assignmentId)
    const bureau = (await keptBureaus(db, election)).find((one) => one.bureauId === bureauId)
    const file = bureau && (await absenceFileOf(db, deps, election, bureau))
    if (!file) return refused('nothing-to-withdraw')
    if (typeof file === 'string') return refused(file)
    const member = file.takenBack.find((one) => one.assignmentId === assignmentId)
    if (!member) return refused('nothing-to-withdraw')
    const holders = await holdersOfReport(db, election, assignmentId)
    const held = holders.find((one) => one.addressee === addressee)
    if (!held) return refused('has-no-file')
    const document = withdrawalDocument(election, { bureau: file.bureau, member, addressee, file: held })
    const pdf = await typesetBy(db, deps.typesetter, election, document)
    if (!pdf) return refused('unprintable')
    const sealed = deps.vault.seal(JSON.stringify(document))
    const made = { assignmentId, addressee, sealed, ...pdf, madeAt: now, madeBy: by }
    if (!(await keepWithdrawal(db, election, made))) return refused('already-sent')
    const { municipalityId } = election
    const event = { municipalityId, actor: by, action: 'bureaus.withdrawal-made', subject: assignmentId }
    await recordAudit(db, { ...event, details: { addressee } })
    return { ok: true }
  })
}
