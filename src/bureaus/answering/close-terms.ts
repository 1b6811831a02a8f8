import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { stepIn } from '../assignments/step-assignment.ts'
import { expectedFrom } from '../bureau-moments.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { dueSteps } from './due-steps-overview.ts'

const portion = 100

export interface TermsClosed {
  readonly silent: number
  readonly expected: number
}

/**
 * Notes who let the time for an excuse pass without a word, and, from the day that the rules name, who is expected. A hundred in a transaction;
 * each once, by however many processes.
 */
export async function closeTerms(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  election: Election,
): Promise<TermsClosed> {
  const rules = loadBureauRules(election.ruleset)
  const taken = { 'note-silence': 0, confirm: 0 }
  for (let more = true; more; ) {
    const now = clock.now()
    const due = { now, areExpected: now >= expectedFrom(rules, election), limit: portion }
    const steps = await throughDeadlocks(() =>
      database.inScope(staffOf(election.municipalityId), async (db) => {
        const done: (keyof typeof taken)[] = []
        for (const { assignmentId, step } of await dueSteps(db, election, due)) {
          const act = { election, assignmentId, by: 'program', authority: 'system' } as const
          const stepped = await stepIn(db, { now, rules, election }, act, step)
          if (stepped.ok) done.push(step)
        }
        return done
      }),
    )
    for (const step of steps) taken[step]++
    more = steps.length > 0
  }
  return { silent: taken['note-silence'], expected: taken.confirm }
}
