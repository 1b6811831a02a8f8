import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { addressForOthers, currentList, getVoterByListNumber } from '../../voters/index.ts'
import type { SealedMember } from '../assignments/member-store.ts'
import type { StepContext } from '../assignments/step-assignment.ts'
import { foldedName } from '../listing/folded-name.ts'
import { whyNotCalled } from '../listing/why-not-called.ts'
import { isCandidate } from './day-store.ts'

export type VoterRefusal = 'no-such-voter' | 'other-name' | 'may-not-sit'

/**
 * A voter whom the law keeps out of no bureau, by the number on the voters list and the family name together: no national number is asked.
 * Two that do not match are refused, for one slip of a finger would oblige somebody else.
 */
export async function listedVoter(
  db: Db,
  { election, rules }: Pick<StepContext, 'election' | 'rules'>,
  asked: { readonly listNumber: number; readonly lastName: string },
): Promise<{ ok: true; person: SealedMember; address: Address | undefined } | Refused<VoterRefusal>> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  const voter =
    list && (await getVoterByListNumber(db, municipalityId, electionId, list.listId, asked.listNumber))
  if (!voter) return refused('no-such-voter')
  if (foldedName(voter.lastName) !== foldedName(asked.lastName)) return refused('other-name')
  const standsForElection = await isCandidate(db, election, voter.nrnIndex)
  const { birthDate, lastName, firstNames, nrnCipher, nrnIndex, voterId } = voter
  const [whyNot] = whyNotCalled(rules, 'B', election.pollingDay, {
    isCandidate: standsForElection,
    birthDate,
    voter,
  })
  if (whyNot) return refused('may-not-sit', whyNot)
  const person = { lastName, firstNames, nrnCipher, nrnIndex, voterId, ...(birthDate && { birthDate }) }
  return { ok: true, person, address: addressForOthers(voter) }
}
