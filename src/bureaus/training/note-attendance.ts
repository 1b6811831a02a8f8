import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MemberId, TrainingId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { findEnrolment, writeAttendance } from './enrolment-store.ts'
import type { TrainingDeps } from './keep-training.ts'
import type { TrainingAttendance } from './training.ts'
import { lockTraining } from './training-store.ts'

export type TrainingAttendanceRefusal =
  | 'no-such-training'
  | 'cancelled'
  | 'not-begun'
  | 'not-enrolled'
  | 'waits'

interface Noting {
  readonly election: Election
  readonly trainingId: TrainingId
  readonly noted: ReadonlyMap<MemberId, TrainingAttendance>
  readonly by: string
}

/** Who was there and who was not, all or none. Noted again it is a correction; what is the same already stays as it was noted. */
export function noteTrainingAttendance(
  { database, clock }: TrainingDeps,
  { election, trainingId, noted, by }: Noting,
): Promise<Result<{ changed: number }, TrainingAttendanceRefusal>> {
  const now = clock.now()
  const { municipalityId } = election
  return database.inScope(
    staffOf(municipalityId),
    async (db): Promise<Result<{ changed: number }, TrainingAttendanceRefusal>> => {
      const training = await lockTraining(db, election, trainingId)
      if (!training) return refused('no-such-training')
      if (training.cancelledAt) return refused('cancelled')
      if (now < training.startsAt) return refused('not-begun')
      const changes: { memberId: MemberId; attendance: TrainingAttendance; isCorrection: boolean }[] = []
      for (const [memberId, attendance] of noted) {
        const found = await findEnrolment(db, election, trainingId, memberId)
        if (!found) return refused('not-enrolled')
        if (!found.hasPlace) return refused('waits')
        if (found.attendance !== attendance)
          changes.push({ memberId, attendance, isCorrection: found.attendance !== null })
      }
      for (const { memberId, attendance, isCorrection } of changes) {
        await writeAttendance(db, election, { trainingId, memberId, attendance, at: now, by })
        await recordAudit(db, {
          ...{ municipalityId, actor: by, action: 'bureaus.training-attendance', subject: memberId },
          details: { training: trainingId, attendance, isCorrection },
        })
      }
      return { ok: true, changed: changes.length }
    },
  )
}
