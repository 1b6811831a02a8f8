import type { Election } from '../../elections/index.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { ConvokeDeps, Convoked, NotCalled } from './convoke.ts'
import { followMemberLetters } from './follow-member-letters.ts'
import { handOverLetters } from './hand-over-letters.ts'
import { memberLetterCampaign } from './member-letter-campaign.ts'
import { lockCampaign } from './member-letter-store.ts'
import { type OutdatedCall, outdatedCalls } from './outdated-calls.ts'
import { callingLetters } from './sent-letter.ts'
import { type CurrentBasis, currentBasis, type TypesetLetter, typesetFor } from './typeset-letters.ts'

export interface Correcting {
  readonly election: Election
  readonly by: string
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** So many who were called are looked at, and corrected where needed, in one transaction. */
const portion = 100

/**
 * Sends a corrected call to everybody whose last one is no longer true: the next version of that letter, which says what it replaces and what
 * changed. Sent again, nobody gets it twice. Who can't be written to is answered with why, and keeps the letter that they have.
 */
export async function correctCalls(
  deps: ConvokeDeps,
  { election, by, signal, onProgress }: Correcting,
): Promise<Convoked> {
  // What reached a mailbox meanwhile did arrive: its moment may not be lost when a next version takes its place.
  await followMemberLetters(deps, election)
  const scope = staffOf(election.municipalityId)
  const all = await deps.database.inScope(scope, (db) => outdatedCalls(db, election, deps.clock.now()))
  const total = all.outdated.length
  const notCalled: NotCalled[] = []
  let called = 0
  for (let after: AssignmentId | undefined; !signal?.aborted; ) {
    onProgress?.(called + notCalled.length, total)
    const done = await throughDeadlocks(() => correctPortion(deps, { election, by, after }))
    if (!done.last) break
    after = done.last
    called += done.called
    notCalled.push(...done.notCalled)
  }
  return { called, notCalled, isStopped: signal?.aborted ?? false }
}

function correctPortion(
  deps: ConvokeDeps,
  { election, by, after }: Pick<Correcting, 'election' | 'by'> & { readonly after: AssignmentId | undefined },
) {
  return deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    for (const kind of callingLetters)
      for (const isCorrection of [false, true])
        await lockCampaign(db, memberLetterCampaign(election, kind, isCorrection))
    const now = deps.clock.now()
    const { outdated, last } = await outdatedCalls(db, election, now, { after, limit: portion })
    const basis = await currentBasis(db, deps, election)
    const made = await Promise.all(outdated.map((one) => correctedLetter(deps, basis, one)))
    const notCalled: NotCalled[] = made.flatMap(({ letter, assignmentId }) =>
      letter.ok ? [] : [{ assignmentId, because: letter.because }],
    )
    let called = 0
    for (const kind of callingLetters) {
      const letters = made.flatMap(({ letter, kind: of }): TypesetLetter[] =>
        of === kind && letter.ok ? [letter] : [],
      )
      if (letters.length > 0) called += (await handOverLetters(db, now, { basis, kind, letters, by })).length
    }
    return { called, notCalled, last }
  })
}

async function correctedLetter(deps: ConvokeDeps, basis: CurrentBasis, { one, correction }: OutdatedCall) {
  const { kind, authority, decidedOn } = one.last
  const decision = { letter: kind, authority, decidedOn, correction }
  const letter = await typesetFor(deps, basis, one, decision)
  return { letter, kind, assignmentId: one.assignmentId }
}
