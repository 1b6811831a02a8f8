import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type StepContext, stepIn } from '../assignments/step-assignment.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type LetterToFollow, lettersToFollow } from './member-letter-overview.ts'
import { settleLetters } from './member-letter-store.ts'
import { callingLetters } from './sent-letter.ts'
import { stepArrived } from './step-arrived.ts'

/** How the job that follows letters is written down. */
const follower = 'member-letters'
const portion = 100

export interface Followed {
  readonly delivered: number
  readonly undelivered: number
}

/**
 * Takes over what delivery knows of letters to members: one that reached the mailbox starts the time to ask an excuse, at the moment of
 * its receipt; one that did not goes on paper. Once for each letter, by however many processes. What is unconfirmed waits for who settles it.
 */
export async function followMemberLetters(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  election: Election,
): Promise<Followed> {
  const scope = staffOf(election.municipalityId)
  const sum = { delivered: 0, undelivered: 0 }
  for (let left = portion; left === portion; ) {
    const context = { now: clock.now(), rules: loadBureauRules(election.ruleset), election }
    const letters = await throughDeadlocks(() =>
      database.inScope(scope, async (db) => {
        const found = await lettersToFollow(db, election, portion)
        for (const letter of found) await settle(db, context, letter)
        return found
      }),
    )
    left = letters.length
    sum.delivered += letters.filter(arrived).length
    sum.undelivered += letters.filter((letter) => !arrived(letter)).length
  }
  return sum
}

function arrived({ outcome }: LetterToFollow): boolean {
  return outcome === 'delivered'
}

async function settle(db: Db, context: StepContext, letter: LetterToFollow): Promise<void> {
  const { election, now } = context
  // The machine that wrote the receipt down may have a clock ahead of this one's.
  const at = new Date(Math.min(letter.finishedAt.getTime(), now.getTime()))
  if (callingLetters.includes(letter.kind)) await stepBy(db, context, letter, at)
  const state = arrived(letter) ? 'delivered' : 'undelivered'
  await settleLetters(db, election, [letter.letterId], { state, at })
}

/** Whoever was revoked, or excused, meanwhile can't be stepped any more: then only the letter says what became of it. */
async function stepBy(db: Db, context: StepContext, letter: LetterToFollow, at: Date): Promise<void> {
  const { assignmentId, outcome, receipt } = letter
  const proof = arrived(letter) && receipt !== null ? { proof: receipt } : {}
  const details = { channel: 'mailbox', outcome, ...proof }
  const step = {
    election: context.election,
    assignmentId,
    by: follower,
    authority: 'system',
    details,
  } as const
  if (!arrived(letter)) await stepIn(db, context, step, 'note-undelivered')
  else await stepArrived(db, context, { step, letter, at })
}
