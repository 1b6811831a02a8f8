import type { Election } from '../../elections/index.ts'
import { staffNameOf } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { MunicipalityId, VoterId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { currentList } from '../list-store.ts'
import { unsealed, type VoterFact } from '../voter.ts'
import { getVoter } from '../voter-store.ts'
import { foldWords } from './search-store.ts'

/**
 * Opens one voter of the list in use. That somebody did, and why, stays in the audit log, with the voter as its subject; so
 * does that the address is protected, or that who looks has the same family name.
 */
export async function openVoter(
  { database }: { database: Database },
  facts: { election: Election; voterId: VoterId; by: string; reason: string },
): Promise<Result<{ voter: VoterFact }, 'no-list' | 'no-such-voter' | 'reason-missing' | NumberInText>> {
  const { election, voterId, by } = facts
  const { municipalityId, electionId } = election
  const reason = facts.reason.trim()
  if (reason === '') return refused('reason-missing')
  const inText = refuseNumbers(reason)
  if (inText) return inText
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (!list) return refused('no-list')
    const voter = await getVoter(db, municipalityId, electionId, list.listId, voterId)
    if (!voter) return refused('no-such-voter')
    const details = {
      reason,
      ...(voter.addressKind === 'PROTECTED' && { protectedAddress: true }),
      ...((await bearsName(db, municipalityId, by, voter.lastName)) && { sameName: true }),
    }
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'voters.opened',
      subject: voterId,
      details,
    })
    return { ok: true, voter: unsealed(voter) }
  })
}

/** Does the person who looks bear the family name of the voter? Said of many who are no family at all. */
async function bearsName(
  db: Db,
  municipalityId: MunicipalityId,
  by: string,
  lastName: string,
): Promise<boolean> {
  const staffName = await staffNameOf(db, municipalityId, by)
  if (!staffName) return false
  const [own, theirs] = await foldWords(db, [staffName, lastName])
  return ` ${own!.joined} `.includes(` ${theirs!.joined} `)
}
