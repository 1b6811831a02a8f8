import { recordAudit } from '../platform/audit.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { NotValid } from '../platform/document.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type Refused, refused } from '../platform/result.ts'
import type { Election } from './election.ts'
import {
  findElection,
  getElection,
  insertElection,
  lockElections,
  type NewElection,
  rewriteElection,
} from './election-store.ts'
import { type AlreadyHeld, type PlanFacts, planElection } from './plan-election.ts'

interface Facts extends Omit<PlanFacts, 'current'> {
  readonly by: string
}

/**
 * Adds an election from its file, with its own copy of the ruleset. A municipality has one election of a law on a
 * day, whoever adds it and however often.
 */
export async function addElection(
  { database }: { database: Database },
  { by, ...facts }: Facts,
): Promise<{ ok: true; election: Election } | NotValid | AlreadyHeld> {
  const { municipalityId } = facts
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElections(db, municipalityId)
    const plan = await planElection(db, facts)
    if (!plan.ok) return plan
    await insertElection(db, plan.planned, by)
    await recordAudit(db, auditEvent('election.added', plan.planned, by))
    return { ok: true, election: await written(db, plan.planned) }
  })
}

interface Update extends Facts {
  /** Why this election stays as it is, if it does; asked in the transaction that rewrites it. */
  readonly mayNot?: (db: Db, current: Election) => Promise<boolean>
}

/**
 * Rewrites an election from its file, with the newest version of the ruleset. Letters that were composed keep
 * the facts they were composed with; it is for the caller to ask for new ones.
 */
export async function updateElection(
  { database }: { database: Database },
  { by, mayNot, ...facts }: Update,
): Promise<
  { ok: true; election: Election } | NotValid | AlreadyHeld | Refused<'no-such-election' | 'may-not-change'>
> {
  const { municipalityId, document } = facts
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElections(db, municipalityId)
    const code = codeIn(document)
    const current = code === undefined ? undefined : await findElection(db, municipalityId, code)
    const plan = await planElection(db, { ...facts, current })
    if (!current) return 'faults' in plan ? plan : refused('no-such-election', code)
    if (!plan.ok) return plan
    if (await mayNot?.(db, current)) return refused('may-not-change', current.code)
    await rewriteElection(db, plan.planned)
    await recordAudit(db, auditEvent('election.updated', plan.planned, by))
    return { ok: true, election: await written(db, plan.planned) }
  })
}

function codeIn(document: unknown): string | undefined {
  const { code } = (document ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' ? code : undefined
}

async function written(
  db: Db,
  { municipalityId, electionId }: Pick<Election, 'electionId'> & { municipalityId: MunicipalityId },
): Promise<Election> {
  return (await getElection(db, municipalityId, electionId))!
}

/** Names what was decided and signed off; by whom stands in the election itself. */
function auditEvent(action: string, election: NewElection, by: string) {
  const { municipalityId, electionId, ruleset, pollingDay, settings } = election
  const details = {
    ruleset: ruleset.id,
    rulesetVersion: ruleset.version,
    pollingDay,
    ...(settings.decisions && { decided: Object.keys(settings.decisions) }),
    ...(settings.signedOff && { signedOff: Object.keys(settings.signedOff.values) }),
  }
  return { municipalityId, actor: by, action, subject: electionId, details }
}
