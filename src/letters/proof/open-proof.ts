import type { Election } from '../../elections/index.ts'
import type { Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { latestSample } from '../releasing/release-store.ts'
import { insertOpening } from './proof-opening-store.ts'
import type { TakenSample } from './take-sample.ts'

/**
 * The sample that would be released, for this person to look at. That they opened the one of this hash is written down:
 * at the desk nobody asks for or does a release without. Nothing when no sample was taken.
 */
export function openProof(
  { database }: { database: Database },
  { election, staff }: { election: Election; staff: Staff },
): Promise<TakenSample | undefined> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const sample = (await latestSample(db, municipalityId, electionId)) as TakenSample | undefined
    if (!sample) return undefined
    const { sampleSha256 } = sample
    const opening = { sampleSha256, staffId: staff.staffId }
    if (await insertOpening(db, municipalityId, electionId, opening)) {
      const event = { municipalityId, actor: staff.staffId, action: 'proof.first-opened' }
      const details = { sample: sampleSha256.toString('hex') }
      await recordAudit(db, { ...event, subject: sample.sampleId, details })
    }
    return sample
  })
}
