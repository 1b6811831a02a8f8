import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { serviceStatement } from '../absences/service-statement.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type Attended, attendedMembers } from './attended-overview.ts'
import { sealService } from './kept-service.ts'
import { deleteServicesBefore, putServices } from './service-store.ts'

export interface ServingDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
}

export interface RecordedServices {
  readonly served: number
  /** Called, and did not sit: absent, sent home, or a substitute who was not needed. */
  readonly notServed: number
  /** Of whom nobody noted whether they came: nothing is kept of them. */
  readonly unknown: number
}

const portion = 500

/**
 * Writes down who served in this election, from the attendance; again it follows what was noted since. Before polling day is over nobody
 * served. In portions: what a stopped run did stays done.
 */
export async function recordServices(
  { database, vault, clock }: ServingDeps,
  { election, by }: { readonly election: Election; readonly by: string },
): Promise<Result<RecordedServices, 'day-not-over'>> {
  const now = clock.now()
  if (dayInBelgium(now) <= election.pollingDay) return refused('day-not-over')
  const { municipalityId, electionId, pollingDay } = election
  const rules = loadBureauRules(election.ruleset)
  const sum = { served: 0, notServed: 0, unknown: 0 }
  for (let after: AssignmentId | undefined, left = portion; left === portion; ) {
    const found = await database.inScope(staffOf(municipalityId), async (db) => {
      const people = await attendedMembers(db, election, { after, most: portion })
      const known = people.filter(({ attendance }) => attendance !== 'UNKNOWN')
      const services = known.map((one) => {
        const { bureau, role, nrnIndex } = one
        return sealService(rules, vault, nrnIndex, { pollingDay, bureau, role, served: hasServed(one) })
      })
      await putServices(db, municipalityId, { services, source: 'ELECTION', at: now, by })
      return people
    })
    for (const one of found)
      sum[one.attendance === 'UNKNOWN' ? 'unknown' : hasServed(one) ? 'served' : 'notServed']++
    left = found.length
    after = found.at(-1)?.assignmentId
  }
  await database.inScope(staffOf(municipalityId), (db) =>
    recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.services-recorded', subject: electionId },
      details: { ...sum },
    }),
  )
  return { ok: true, ...sum }
}

/** Whether somebody effectively sat, as the statement for an employer says it. */
export function hasServed({ attendance, role, number, bureau }: Attended): boolean {
  if (attendance === 'UNKNOWN') return false
  const where = { kind: bureau, number, municipality: '' }
  const facts = { name: '', election: '', pollingDay: '', bureau: where, role, attendance }
  return serviceStatement(facts)?.says === 'served'
}

/** Deletes what was kept long enough. Answers how many. */
export function dropOldServices(
  { database, clock }: Pick<ServingDeps, 'database' | 'clock'>,
  { municipalityId, by }: { readonly municipalityId: MunicipalityId; readonly by: string },
): Promise<number> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const services = await deleteServicesBefore(db, municipalityId, dayInBelgium(clock.now()))
    const event = { municipalityId, actor: by, action: 'bureaus.services-dropped' }
    if (services > 0) await recordAudit(db, { ...event, details: { services } })
    return services
  })
}
