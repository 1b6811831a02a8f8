import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { AssignmentId, BureauId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import { type AssignmentDeps, inElection, type Refusal, stepIn } from '../assignments/step-assignment.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { absenceDocument } from './absence-document.ts'
import { absenceFileOf, type NoAbsenceFile } from './absence-facts.ts'
import { insertReport, selectReports } from './absence-store.ts'
import { typesetBy } from './plain-document.ts'

export type ReportRefusal = Refusal | NoAbsenceFile | 'no-such-bureau' | 'nobody-to-report' | 'unprintable'

/**
 * Makes the file of one bureau for who prosecutes, with the step `report-absence` of everybody who is in it for the first time, in one
 * transaction. When nothing changed since the last file that one is answered, and nothing is made.
 */
export function reportAbsences(
  deps: AssignmentDeps & { readonly vault: Vault; readonly typesetter: Typesetter },
  { election, bureauId, by }: { election: Election; bureauId: BureauId; by: string },
): Promise<Result<{ version: number; isNew: boolean }, ReportRefusal>> {
  return inElection<{ version: number; isNew: boolean }, ReportRefusal>(
    deps,
    { election },
    async (db, context) => {
      const bureau = (await keptBureaus(db, election)).find((one) => one.bureauId === bureauId)
      if (!bureau) return refused('no-such-bureau')
      const before = await absenceFileOf(db, deps, election, bureau)
      if (typeof before === 'string') return refused(before)
      const ids = [...before.reported, ...before.excusedAfter, ...before.takenBack].map(
        ({ assignmentId }) => assignmentId as AssignmentId,
      )
      // Held, and then read: what a magistrate accepted meanwhile is not reported.
      for (const assignmentId of ids.sort()) await lockAssignment(db, election, assignmentId)
      const file = await absenceFileOf(db, deps, election, bureau)
      if (typeof file === 'string') return refused(file)
      if (file.reported.length + file.takenBack.length === 0) return refused('nobody-to-report')
      const document = absenceDocument(election, file)
      const contentSha256 = sha256OfJson(document)
      const [last] = await selectReports(db, election, bureauId)
      if (last?.contentSha256.equals(contentSha256)) return { ok: true, version: last.version, isNew: false }
      const pdf = await typesetBy(db, deps.typesetter, election, document)
      if (!pdf) return refused('unprintable')
      const version = (last?.version ?? 0) + 1
      await insertReport(db, election, {
        ...{ bureauId, version, contentSha256, madeAt: context.now, madeBy: by },
        ...{ sealed: deps.vault.seal(JSON.stringify(document)), ...pdf },
        ...{ reported: file.reported.length, takenBack: file.takenBack.length },
      })
      for (const { assignmentId, reportedOn } of file.reported) {
        if (reportedOn) continue
        const act = {
          election,
          assignmentId: assignmentId as AssignmentId,
          by,
          authority: 'municipality',
        } as const
        const done = await stepIn(db, context, { ...act, details: { version } }, 'report-absence')
        if (!done.ok) throw new Error(`${assignmentId} can't be reported: ${done.because}`)
      }
      const { municipalityId } = election
      const event = { municipalityId, actor: by, action: 'bureaus.absences-reported', subject: bureauId }
      await recordAudit(db, { ...event, details: { version, people: file.reported.length } })
      return { ok: true, version, isNew: true }
    },
  )
}
