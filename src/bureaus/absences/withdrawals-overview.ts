import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { AbsenceFile, ReportedMember } from './absence-file.ts'
import type { Addressee } from './absence-rules.ts'
import type { PlainDocument } from './plain-document.ts'
import { type AbsenceSending, holdersOfReport } from './sending-store.ts'
import { texts } from './texts.nl.ts'
import { type AbsenceWithdrawal, selectWithdrawals } from './withdrawal-store.ts'

/** One who has to hear that what was reported of a person holds no longer, and how that stands. */
export interface WithdrawalStep {
  readonly member: Pick<ReportedMember, 'name' | 'role'> & { readonly assignmentId: AssignmentId }
  readonly addressee: Addressee
  readonly letter?: AbsenceWithdrawal | undefined
  /** A later file that they have says it too. */
  readonly isToldByFile: boolean
}

/** Of everybody whose report was taken back, each who has a file that names them; the person who was told of by a later file needs no letter. */
export async function withdrawalSteps(
  db: Db,
  election: Election,
  { file, sent, documentOf }: { file: AbsenceFile } & Pick<Sent, 'sent' | 'documentOf'>,
): Promise<WithdrawalStep[]> {
  const members = file.takenBack.map(({ name, role, assignmentId }) => ({
    ...{ name, role, assignmentId: assignmentId as AssignmentId },
  }))
  const ids = members.map(({ assignmentId }) => assignmentId)
  const letters = await selectWithdrawals(db, election, ids)
  const steps: WithdrawalStep[] = []
  for (const member of members)
    for (const { addressee } of await holdersOfReport(db, election, member.assignmentId)) {
      const ofThis = (one: AbsenceWithdrawal) =>
        one.assignmentId === member.assignmentId && one.addressee === addressee
      const last = sent.find((one) => one.addressee === addressee)
      const parts = last ? documentOf(last.version).parts : []
      const isToldByFile = parts.some(({ title }) => title === texts.absences.takenBack(member.name))
      steps.push({ member, addressee, letter: letters.find(ofThis), isToldByFile })
    }
  return steps.filter(({ letter, isToldByFile }) => letter !== undefined || !isToldByFile)
}

interface Sent {
  /** The last version first. */
  readonly sent: readonly AbsenceSending[]
  readonly documentOf: (version: number) => PlainDocument
}

/** Names of those of whom this addressee was told by letter. */
export function toldByLetter(steps: readonly WithdrawalStep[], to: Addressee): string[] {
  return steps
    .filter(({ addressee, letter }) => addressee === to && letter?.sentOn)
    .map(({ member }) => member.name)
}
