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
import { lettersToTranslate } from '../composing/language-requests.ts'
import { keepDuplicatesFromLeaving } from '../duplicating/send-duplicate.ts'
import { currentStates, may } from '../letter.ts'
import { endLetter, lettersOfListNumber, withdrawLetters, withdrawOnPlates } from '../letter-store.ts'
import { releasesOf } from '../releasing/release-store.ts'
import { outdatedPlates, outdatedSections } from './outdated-letters.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

interface Withdrawal {
  readonly election: Election
  readonly reason: string
  readonly by: string
}

/**
 * Takes back the current letter of the voter with this list number. A letter that has not left yet is not sent;
 * one that has left stays in the mailbox, where it can't be called back: it is marked as no longer valid.
 */
export async function withdrawLetter(
  { database, clock }: Deps,
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

export interface OutdatedWithdrawal extends Withdrawal {
  /** Those that were released too: their voters get another letter. */
  readonly alsoReleased?: boolean
  /** Of this section alone. */
  readonly section?: number
}

/**
 * Takes back every letter that no longer says what the election, the municipality and the polling places say now, or is in
 * another language than was asked for, as one letter is taken back. Composing then makes each of them again, as its next version.
 */
export async function withdrawOutdatedLetters(
  { database, clock }: Deps,
  withdrawal: OutdatedWithdrawal,
): Promise<WithdrawnOutdated | Refused<NumberInText>> {
  const inText = refuseNumbers(withdrawal.reason)
  if (inText) return inText
  return throughDeadlocks(() =>
    database.inScope(staffOf(withdrawal.election.municipalityId), (db) =>
      withdrawOutdatedIn(db, withdrawal, clock.now()),
    ),
  )
}

type WithdrawnOutdated = Result<{ letters: number; sent: number }, 'nothing-outdated'>

async function withdrawOutdatedIn(
  db: Db,
  { election, reason, by, alsoReleased = false, section }: OutdatedWithdrawal,
  now: Date,
): Promise<WithdrawnOutdated> {
  const { municipalityId, electionId } = election
  const states = alsoReleased ? currentStates : (['composed'] as const)
  const outdated = await outdatedPlates(db, election, states)
  const isHere = (one: { section: number }) => section === undefined || one.section === section
  const plates = outdated.filter(isHere)
  const others = await lettersToTranslate(db, election)
  const letters = others.filter((one) => states.some((state) => state === one.state) && isHere(one))
  const withdrawn = [
    ...(await withdrawOnPlates(db, municipalityId, electionId, { states, plates, reason })),
    ...(await withdrawLetters(db, municipalityId, electionId, {
      letters: letters.map(({ letterId }) => letterId),
      reason,
    })),
  ]
  if (withdrawn.length === 0)
    return refused('nothing-outdated', alsoReleased ? undefined : await releasedToo(db, election))
  const released = withdrawn.filter(({ wasReleased }) => wasReleased).map(({ letterId }) => letterId)
  const sent = released.length - (await keepFromLeaving(db, election, released, now))
  const event = { municipalityId, actor: by, action: 'letters.withdrawn', subject: electionId }
  await recordAudit(db, { ...event, details: { reason, letters: withdrawn.length, sent } })
  return { ok: true, letters: withdrawn.length, sent }
}

async function releasedToo(db: Db, election: Election): Promise<string | undefined> {
  const sections = await outdatedSections(db, election, ['released'])
  return sections.length > 0 ? `released ones of sections ${sections.join(', ')} are` : undefined
}

/** Cancels them in whichever release they were handed over. Answers how many will not leave. */
async function keepFromLeaving(
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
