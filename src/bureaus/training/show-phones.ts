import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { TrainingId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { contactOf } from '../answering/keep-contact.ts'
import { type EnrolledMember, enrolledIn } from './trainings-overview.ts'

export interface MemberToPhone extends EnrolledMember {
  /** Absent: the person gave none. */
  readonly phone?: string
}

/** Who is enrolled, with how to reach them, for what they have to be told. Each of whom a number is opened leaves an event. */
export function showPhonesOfTraining(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  asked: { election: Election; trainingId: TrainingId; after: number; limit: number; by: string },
): Promise<MemberToPhone[]> {
  const { election, trainingId, by } = asked
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const people: MemberToPhone[] = []
    for (const one of await enrolledIn(db, election, trainingId, asked)) {
      const { memberId } = one
      const contact = await contactOf(db, { vault }, election, memberId)
      people.push({ ...one, ...(contact && { phone: contact.phone }) })
      if (contact)
        await recordAudit(db, {
          ...{ municipalityId, actor: by, action: 'bureaus.training-phone-shown', subject: memberId },
        })
    }
    return people
  })
}
