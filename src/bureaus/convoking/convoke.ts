import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { WhichAssignments } from '../bureau-overview.ts'
import { refreshStatistics } from '../statistics-store.ts'
import { correctionsOfMoved } from './corrections-of-moved.ts'
import { handOverLetters } from './hand-over-letters.ts'
import { memberLetterCampaign } from './member-letter-campaign.ts'
import { casesToCall, countToCall } from './member-letter-overview.ts'
import { lockCampaign } from './member-letter-store.ts'
import { type ConvokingDeps, currentBasis, type TypesetLetter, typesetFor } from './typeset-letters.ts'
import type { CannotWrite } from './write-letter-facts.ts'

export interface ConvokeDeps extends ConvokingDeps {
  readonly database: Database
  readonly clock: Clock
}

export interface Convocation {
  readonly election: Election
  /** Whom of those who are designated and were never called; absent: all. */
  readonly which?: WhichAssignments | undefined
  /** Who designated, as the letter names it. */
  readonly authority: string
  readonly by: string
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Who could not be called, and what is missing. */
export interface NotCalled {
  readonly assignmentId: AssignmentId
  readonly because: CannotWrite
}

export interface Convoked {
  readonly called: number
  readonly notCalled: readonly NotCalled[]
  readonly isStopped: boolean
}

/** So many letters are typeset and handed over in one transaction, which takes some seconds. */
const portion = 100
const kind = 'designation'

/**
 * Sends the call to everybody who is designated and was never called. Portion by portion, each whole or not at all: who stops it, or kills
 * it, starts it again and it goes on where it was; nobody is called twice, by however many it is started.
 */
export async function convoke(
  deps: ConvokeDeps,
  { election, which, authority, by, signal, onProgress }: Convocation,
): Promise<Result<Convoked, NumberInText | 'no-authority'>> {
  const inText = refuseNumbers(authority)
  if (inText) return inText
  if (!authority.trim()) return refused('no-authority')
  const scope = staffOf(election.municipalityId)
  const total = await deps.database.inScope(scope, (db) => countToCall(db, election, { which }))
  const notCalled: NotCalled[] = []
  let called = 0
  for (let after: AssignmentId | undefined; !signal?.aborted; ) {
    onProgress?.(called + notCalled.length, total)
    const order = { election, which, authority: authority.trim(), by, after }
    const done = await throughDeadlocks(() => callPortion(deps, order))
    if (!done.last) break
    after = done.last
    called += done.called
    notCalled.push(...done.notCalled)
  }
  if (called >= portion) await refreshStatistics(deps.database, election)
  return { ok: true, called, notCalled, isStopped: signal?.aborted ?? false }
}

interface Portion extends Pick<Convocation, 'election' | 'which' | 'authority' | 'by'> {
  readonly after: AssignmentId | undefined
}

function callPortion(deps: ConvokeDeps, { election, which, authority, by, after }: Portion) {
  return deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    await lockCampaign(db, memberLetterCampaign(election, kind))
    const cases = await casesToCall(db, election, { which, after, limit: portion })
    const last = cases.at(-1)?.assignmentId
    const basis = await currentBasis(db, deps, election)
    const letters: TypesetLetter[] = []
    const notCalled: NotCalled[] = []
    const moved = await correctionsOfMoved(db, election, cases)
    const decision = { letter: kind, authority } as const
    const typeset = await Promise.all(
      cases.map((one) =>
        typesetFor(deps, basis, one, { ...decision, correction: moved.get(one.assignmentId) }),
      ),
    )
    for (const [place, one] of typeset.entries())
      if (one.ok) letters.push(one)
      else notCalled.push({ assignmentId: cases[place]!.assignmentId, because: one.because })
    let handed = 0
    for (const part of [letters.filter(isCorrected), letters.filter((one) => !isCorrected(one))])
      if (part.length > 0)
        handed += (await handOverLetters(db, deps.clock.now(), { basis, kind, letters: part, by })).length
    return { called: handed, notCalled, last }
  })
}

const isCorrected = ({ facts }: TypesetLetter): boolean => facts.correction !== undefined
