import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { LetterId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { lettersToTranslate } from '../composing/language-requests.ts'
import { currentStates, type LetterState } from '../letter.ts'
import { withdrawLetters, withdrawOnPlates } from '../letter-store.ts'
import { countOnPlates, type SectionPlate } from './corrections-overview.ts'
import { outdatedPlates, outdatedSections } from './outdated-letters.ts'
import { keepFromLeaving, type Withdrawal, type WithdrawDeps } from './withdraw-letter.ts'

export interface OutdatedWithdrawal extends Withdrawal {
  /** Those that were released too: their voters get another letter. */
  readonly alsoReleased?: boolean
  /** Of this section alone. */
  readonly section?: number | undefined
}

export interface WithdrawnOutdated {
  readonly letters: number
  readonly sent: number
  /** False when it was stopped before all were taken back; doing it again goes on from there. */
  readonly complete: boolean
}

interface Deps extends WithdrawDeps {
  readonly onProgress?: (done: number, total: number) => void
  /** Stops between two sections. */
  readonly signal?: AbortSignal
}

/**
 * Takes back every letter that no longer says what the election, the municipality and the polling places say now, or is in
 * another language than was asked for, as one letter is taken back: section by section, each in a transaction with its audit
 * event. Composing then makes each of them again, as its next version.
 */
export async function withdrawOutdatedLetters(
  deps: Deps,
  withdrawal: OutdatedWithdrawal,
): Promise<Result<WithdrawnOutdated, 'nothing-outdated' | NumberInText>> {
  const inText = refuseNumbers(withdrawal.reason)
  if (inText) return inText
  const { database, clock, onProgress, signal } = deps
  const { election, alsoReleased = false } = withdrawal
  const { municipalityId } = election
  const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)
  const states = alsoReleased ? currentStates : (['composed'] as const)
  const { sections, total } = await inScope((db) => findOutdated(db, withdrawal, states))
  const sum = { letters: 0, sent: 0 }
  for (const outdated of sections) {
    if (signal?.aborted) break
    const taken = await throughDeadlocks(() =>
      inScope((db) => withdrawSection(db, withdrawal, { states, outdated, now: clock.now() })),
    )
    sum.letters += taken.letters
    sum.sent += taken.sent
    onProgress?.(sum.letters, total)
  }
  if (sum.letters > 0 || signal?.aborted) return { ok: true, ...sum, complete: !signal?.aborted }
  return refused(
    'nothing-outdated',
    alsoReleased ? undefined : await inScope((db) => releasedToo(db, election)),
  )
}

interface OutdatedInSection {
  readonly section: number
  readonly plates: readonly SectionPlate[]
  /** In another language than was asked for. */
  readonly others: readonly LetterId[]
}

async function findOutdated(
  db: Db,
  { election, section }: OutdatedWithdrawal,
  states: readonly LetterState[],
): Promise<{ sections: readonly OutdatedInSection[]; total: number }> {
  const { municipalityId, electionId } = election
  const isHere = (one: { section: number }) => section === undefined || one.section === section
  const plates = (await outdatedPlates(db, election, states)).filter(isHere)
  const others = (await lettersToTranslate(db, election)).filter(
    (one) => states.some((state) => state === one.state) && isHere(one),
  )
  const counts = await countOnPlates(db, municipalityId, electionId, plates)
  const numbers = new Set([...plates, ...others].map((one) => one.section))
  return {
    sections: [...numbers]
      .sort((one, other) => one - other)
      .map((number) => ({
        section: number,
        plates: plates.filter((one) => one.section === number),
        others: others.filter((one) => one.section === number).map(({ letterId }) => letterId),
      })),
    total: counts.reduce((all, { letters }) => all + letters, others.length),
  }
}

async function withdrawSection(
  db: Db,
  { election, reason, by }: OutdatedWithdrawal,
  { states, outdated, now }: { states: readonly LetterState[]; outdated: OutdatedInSection; now: Date },
): Promise<Omit<WithdrawnOutdated, 'complete'>> {
  const { municipalityId, electionId } = election
  const { section, plates, others } = outdated
  const withdrawn = [
    ...(await withdrawOnPlates(db, municipalityId, electionId, { states, plates, reason })),
    ...(await withdrawLetters(db, municipalityId, electionId, { letters: others, reason })),
  ]
  if (withdrawn.length === 0) return { letters: 0, sent: 0 }
  const released = withdrawn.filter(({ wasReleased }) => wasReleased).map(({ letterId }) => letterId)
  const sent = released.length - (await keepFromLeaving(db, election, released, now)).size
  const event = { municipalityId, actor: by, action: 'letters.withdrawn', subject: electionId }
  await recordAudit(db, { ...event, details: { reason, section, letters: withdrawn.length, sent } })
  return { letters: withdrawn.length, sent }
}

async function releasedToo(db: Db, election: Election): Promise<string | undefined> {
  const sections = await outdatedSections(db, election, ['released'])
  return sections.length > 0 ? `released ones of sections ${sections.join(', ')} are` : undefined
}
