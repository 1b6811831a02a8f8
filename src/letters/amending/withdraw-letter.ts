import { cancelDeliveries } from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { DocumentId, LetterId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { keepDuplicatesFromLeaving } from '../duplicating/send-duplicate.ts'
import { may } from '../letter.ts'
import { endLetter, lettersOfListNumber } from '../letter-store.ts'
import { releasesOf } from '../releasing/release-store.ts'

export interface WithdrawDeps {
  readonly database: Database
  readonly clock: Clock
}

export interface Withdrawal {
  readonly election: Election
  readonly reason: string
  readonly by: string
}

/**
 * Takes back the current letter of the voter with this list number. A letter that has not left yet is not sent;
 * one that has left stays in the mailbox, where it can't be called back: it is marked as no longer valid.
 */
export async function withdrawLetter(
  { database, clock }: WithdrawDeps,
  withdrawal: Withdrawal & { listNumber: number },
): Promise<WithdrawnLetter | Refused<NumberInText>> {
  const inText = refuseNumbers(withdrawal.reason)
  if (inText) return inText
  return throughDeadlocks(() =>
    database.inScope(staffOf(withdrawal.election.municipalityId), (db) =>
      withdrawIn(db, withdrawal, clock.now()),
    ),
  )
}

type WithdrawnLetter = Result<{ letterId: LetterId; sent: boolean }, 'no-such-letter' | 'not-current'>

/** The same in the caller's transaction. */
export async function withdrawIn(
  db: Db,
  { election, listNumber, reason, by }: Withdrawal & { listNumber: number },
  now: Date,
): Promise<WithdrawnLetter> {
  const { municipalityId, electionId } = election
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
  const wasReleased = current.state === 'released'
  const kept = wasReleased ? await keepFromLeaving(db, election, [letterId], now) : 0
  const event = { municipalityId, actor: by, action: 'letters.withdrawn', subject: letterId }
  await recordAudit(db, { ...event, details: { reason, cancelled: kept === 1 } })
  return { ok: true, letterId, sent: wasReleased && kept === 0 }
}

/** Cancels them in whichever release they were handed over. Answers how many will not leave. */
export async function keepFromLeaving(
  db: Db,
  election: Election,
  letters: readonly LetterId[],
  now: Date,
): Promise<number> {
  if (letters.length === 0) return 0
  const { municipalityId, electionId } = election
  const documentIds = letters.map((letterId) => letterId as string as DocumentId)
  let kept = 0
  for (const { campaignId } of await releasesOf(db, municipalityId, electionId)) {
    if (!campaignId) continue
    const cancel = { municipalityId, campaignId, documentIds, because: 'withdrawn', now }
    kept += (await cancelDeliveries(db, cancel)).length
  }
  await keepDuplicatesFromLeaving(db, election, letters, now)
  return kept
}
