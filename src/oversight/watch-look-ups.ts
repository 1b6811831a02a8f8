import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { defaultLookUpRules, type LookUpRules, rulesBrokenBy } from './look-up-rules.ts'
import { takeLookUps, wasTold } from './look-ups-overview.ts'

/** An event that is younger may still be in a transaction that is under way. */
const settledAfterMilliseconds = 60_000

/** Rules of which one look-up is told each time; the others are told once an hour for a person. */
const toldEachTime = ['protected-address', 'same-name']

/**
 * Looks at the look-ups since the last time and writes an event for what stands out, with who did it as its actor and the person
 * looked at as its subject. Answers how many were written.
 */
export async function watchLookUps(
  { database, clock }: { database: Database; clock: Clock },
  { municipalityId, rules = defaultLookUpRules }: { municipalityId: MunicipalityId; rules?: LookUpRules },
): Promise<number> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const until = new Date(clock.now().getTime() - settledAfterMilliseconds)
    let told = 0
    for (const lookUp of await takeLookUps(db, municipalityId, until)) {
      const { actor, subject, happenedAt: at, inTheHour } = lookUp
      for (const rule of rulesBrokenBy(lookUp, rules)) {
        if (!toldEachTime.includes(rule) && (await wasTold(db, municipalityId, { actor, rule, at }))) continue
        const details = { rule, at: at.toISOString(), ...(rule === 'many-voters' && { voters: inTheHour }) }
        const event = { municipalityId, actor, action: 'audit.unusual-look-up', details }
        await recordAudit(db, { ...event, ...(subject && { subject }) })
        told++
      }
    }
    return told
  })
}
