import { type Election, getElection } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { electionsWithCall, putCall, selectCall } from './volunteer-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

export type CallRefusal = 'not-for-volunteers' | 'election-over'

/** Switches the form for everybody on or off. */
export function callForVolunteers(
  { database, clock }: Deps,
  { election, isOpen, by }: { readonly election: Election; readonly isOpen: boolean; readonly by: string },
): Promise<Result<object, CallRefusal>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const why = isOpen ? whyNoCall(election, clock.now()) : undefined
    if (why) return refused(why)
    await putCall(db, election, { isOpen, at: clock.now(), by })
    const event = { municipalityId, actor: by, action: 'bureaus.volunteer-call-changed', subject: electionId }
    await recordAudit(db, { ...event, details: { open: isOpen } })
    return { ok: true }
  })
}

function whyNoCall(election: Election, now: Date): CallRefusal | undefined {
  if (!loadBureauRules(election.ruleset).volunteers.allowed.value) return 'not-for-volunteers'
  return election.pollingDay <= dayInBelgium(now) ? 'election-over' : undefined
}

/** Whether somebody can offer to sit now, and not only at the counter. */
export async function isCallOpen(db: Db, election: Election, now: Date): Promise<boolean> {
  return (await selectCall(db, election)) === true && whyNoCall(election, now) === undefined
}

/** The elections for which a municipality asks for volunteers now. */
export function openVolunteerCalls(
  { database, clock }: Deps,
  municipalityId: MunicipalityId,
): Promise<Election[]> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const found: Election[] = []
    for (const electionId of await electionsWithCall(db, municipalityId)) {
      const election = await getElection(db, municipalityId, electionId)
      if (election && whyNoCall(election, clock.now()) === undefined) found.push(election)
    }
    return found
  })
}

/** Where everybody can offer to sit; the portal answers there. */
export function volunteerAddress(portalUrl: string, slug: string, code: string): string {
  return `${portalUrl}/vrijwilligers/${slug}/${code}`
}
