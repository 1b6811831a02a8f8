import { cancelDeliveries } from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import { recordAudits } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { DocumentId, LetterId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { keepDuplicatesFromLeaving } from '../duplicating/send-duplicate.ts'
import { lettersOfListNumber, withdrawOfListNumbers } from '../letter-store.ts'
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

async function withdrawIn(
  db: Db,
  { election, listNumber, reason, by }: Withdrawal & { listNumber: number },
  now: Date,
): Promise<WithdrawnLetter> {
  const [taken] = await withdrawEach(db, { election, listNumbers: [listNumber], reason, by }, now)
  if (taken) return { ok: true, letterId: taken.letterId, sent: taken.sent }
  const [last] = await lettersOfListNumber(db, election.municipalityId, election.electionId, listNumber)
  return last ? refused('not-current', `the last version is ${last.state}`) : refused('no-such-letter')
}

/** A letter that was taken back. `sent`: it had left, or may have. */
export interface TakenBack {
  readonly letterId: LetterId
  readonly wasReleased: boolean
  readonly sent: boolean
}

/** The same for many voters at once, in the caller's transaction. Who has no current letter is passed over. */
export async function withdrawEach(
  db: Db,
  { election, listNumbers, reason, by }: Withdrawal & { listNumbers: readonly number[] },
  now: Date,
): Promise<TakenBack[]> {
  const { municipalityId, electionId } = election
  const withdrawn = await withdrawOfListNumbers(db, municipalityId, electionId, { listNumbers, reason })
  const released = withdrawn.filter(({ wasReleased }) => wasReleased).map(({ letterId }) => letterId)
  const kept = await keepFromLeaving(db, election, released, now)
  const details = (letterId: LetterId) => ({ reason, cancelled: kept.has(letterId) })
  await recordAudits(
    db,
    { municipalityId, actor: by, action: 'letters.withdrawn' },
    withdrawn.map(({ letterId }) => ({ subject: letterId, details: details(letterId) })),
  )
  return withdrawn.map((one) => ({ ...one, sent: one.wasReleased && !kept.has(one.letterId) }))
}

/** Cancels them in whichever release they were handed over. Answers those that will not leave. */
export async function keepFromLeaving(
  db: Db,
  election: Election,
  letters: readonly LetterId[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  if (letters.length === 0) return kept
  const { municipalityId, electionId } = election
  const documentIds = letters.map((letterId) => letterId as string as DocumentId)
  for (const { campaignId } of await releasesOf(db, municipalityId, electionId)) {
    if (!campaignId) continue
    const cancel = { municipalityId, campaignId, documentIds, because: 'withdrawn', now }
    for (const documentId of await cancelDeliveries(db, cancel)) kept.add(documentId)
  }
  await keepDuplicatesFromLeaving(db, election, letters, now)
  return kept
}
