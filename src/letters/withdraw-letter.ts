import { cancelDelivery } from '../delivery/index.ts'
import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId, LetterId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { may } from './letter.ts'
import { endLetter, type LetterRow, lettersOfListNumber, withdrawComposed } from './letter-store.ts'
import { releasesOf } from './release-store.ts'

/**
 * Takes back the current letter of the voter with this list number. A letter that has not left yet is not sent;
 * one that has left stays in the mailbox, where it can't be called back: it is marked as no longer valid.
 */
export async function withdrawLetter(
  { database, clock }: { database: Database; clock: Clock },
  {
    election,
    listNumber,
    reason,
    by,
  }: { election: Election; listNumber: number; reason: string; by: string },
): Promise<Result<{ letterId: LetterId; sent: boolean }, 'no-such-letter' | 'not-current'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const versions = await lettersOfListNumber(db, municipalityId, electionId, listNumber)
    if (versions.length === 0) return refused('no-such-letter')
    const current = versions.find((letter) => (may.withdraw as readonly string[]).includes(letter.state))
    if (!current) return refused('not-current', `the last version is ${versions[0]!.state}`)
    const letterId = current.letter_id
    await endLetter(db, municipalityId, electionId, letterId, {
      state: 'withdrawn',
      from: may.withdraw,
      reason,
    })
    const cancelled = current.state === 'released' && (await isCancelled(db, election, current, clock.now()))
    const event = { municipalityId, actor: by, action: 'letters.withdrawn', subject: letterId }
    await recordAudit(db, { ...event, details: { reason, cancelled } })
    return { ok: true, letterId, sent: current.state === 'released' && !cancelled }
  })
}

/**
 * Takes back every letter that was composed and not released, because what they say was changed since. Composing
 * then makes each of them again, as its next version.
 */
export async function withdrawComposedLetters(
  { database }: { database: Database },
  { election, reason, by }: { election: Election; reason: string; by: string },
): Promise<Result<{ letters: number }, 'nothing-composed'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const letters = await withdrawComposed(db, municipalityId, electionId, reason)
    if (letters === 0) return refused('nothing-composed')
    const event = { municipalityId, actor: by, action: 'letters.withdrawn', subject: electionId }
    await recordAudit(db, { ...event, details: { reason, letters } })
    return { ok: true, letters }
  })
}

/** Keeps the letter from leaving, in whichever release it was handed over. */
async function isCancelled(db: Db, election: Election, letter: LetterRow, now: Date): Promise<boolean> {
  const { municipalityId, electionId } = election
  const documentId = letter.letter_id as string as DocumentId
  for (const { campaignId } of await releasesOf(db, municipalityId, electionId)) {
    if (!campaignId) continue
    const cancelled = await cancelDelivery(db, {
      municipalityId,
      campaignId,
      documentId,
      because: 'withdrawn',
      now,
    })
    if (cancelled.ok) return true
  }
  return false
}
