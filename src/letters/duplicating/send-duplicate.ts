import { cancelDeliveries, dispatch, findCampaign, openCampaign } from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { sha256 } from '../../platform/hash.ts'
import type { LetterId } from '../../platform/ids.ts'
import { currentList, getVoter } from '../../voters/index.ts'
import { messageFor } from '../letter-message.ts'
import type { LetterRow } from '../letter-store.ts'
import { duplicateId, duplicateKey, duplicateKind, duplicatesCampaign } from './duplicate.ts'
import { duplicatesOf, lockCampaign } from './duplicate-store.ts'

/**
 * Hands a duplicate over for delivery in the caller's transaction, as a document of its own under a key of its own. It travels
 * in the campaign for duplicates, which goes before all others and is none of those that the certificate adds up.
 */
export async function sendDuplicate(
  db: Db,
  facts: { election: Election; letter: LetterRow; number: number; pdf: Uint8Array; by: string },
): Promise<void> {
  const { election, letter, number, pdf, by } = facts
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  const voter = list && (await getVoter(db, municipalityId, electionId, list.listId, letter.voter_id))
  if (!voter) throw new Error('a letter without voter')
  const campaign = { municipalityId, campaignId: duplicatesCampaign(municipalityId, electionId) }
  await openOnce(db, election, by)
  await dispatch(db, campaign, [
    {
      documentId: duplicateId(letter.letter_id, number),
      mailboxKey: duplicateKey(letter.letter_id, number),
      recipientCipher: voter.nrnCipher,
      personIndex: voter.nrnIndex,
      documentSha256: sha256(pdf),
    },
  ])
}

async function openOnce(db: Db, election: Election, by: string): Promise<void> {
  const { municipalityId, electionId } = election
  const campaignId = duplicatesCampaign(municipalityId, electionId)
  await lockCampaign(db, campaignId)
  if (await findCampaign(db, { municipalityId, campaignId })) return
  const settings = await getSettings(db, municipalityId)
  await openCampaign(db, {
    ...{ municipalityId, campaignId, documentKind: duplicateKind, reference: electionId },
    message: messageFor(election, settings, { duplicate: true }),
    goesAtOnce: true,
    by,
  })
}

/** Keeps duplicates of letters that are taken back from leaving, as far as they did not leave yet. */
export async function keepDuplicatesFromLeaving(
  db: Db,
  election: Election,
  letters: readonly LetterId[],
  now: Date,
): Promise<void> {
  const { municipalityId, electionId } = election
  const duplicates = await duplicatesOf(db, municipalityId, electionId, letters)
  const documentIds = duplicates.filter(({ channel }) => channel === 'mailbox').map((one) => one.duplicateId)
  if (documentIds.length === 0) return
  const campaignId = duplicatesCampaign(municipalityId, electionId)
  await cancelDeliveries(db, { municipalityId, campaignId, documentIds, because: 'withdrawn', now })
}
