import { getSettings } from '../municipalities/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { violatedConstraint } from '../platform/db/violation.ts'
import { type NotValid, notValid } from '../platform/document.ts'
import { type ElectionId, type MunicipalityId, newId } from '../platform/ids.ts'
import { type Refused, refused } from '../platform/result.ts'
import { checkElectionFile } from './check-election-file.ts'
import type { Election } from './election.ts'
import type { ElectionDocument } from './election-file.ts'
import {
  findElection,
  getElection,
  insertElection,
  type NewElection,
  rewriteElection,
} from './election-store.ts'
import { faultsIn } from './fits-municipality.ts'
import type { Ruleset } from './ruleset.ts'

interface Facts {
  readonly municipalityId: MunicipalityId
  readonly document: unknown
  readonly by: string
}

/** Adds an election from its file, with its own copy of the ruleset. */
export async function addElection(
  { database }: { database: Database },
  { municipalityId, document, by }: Facts,
): Promise<{ ok: true; election: Election } | NotValid | Refused<'already-there'>> {
  const checked = checkElectionFile(document)
  if (!checked.ok) return checked
  const electionId = newId<ElectionId>()
  const election = electionFrom(municipalityId, electionId, checked)
  try {
    return await database.inScope(staffOf(municipalityId), async (db) => {
      const misfit = await misfitOf(db, election)
      if (misfit) return misfit
      await insertElection(db, election, by)
      await recordAudit(db, auditEvent('election.added', election, by))
      return { ok: true, election: (await getElection(db, municipalityId, electionId))! }
    })
  } catch (error) {
    if (violatedConstraint(error, 'unique') === 'election_municipality_id_code_key')
      return refused('already-there', `this municipality already has an election ${election.code}`)
    throw error
  }
}

/**
 * Rewrites an election from its file, with the newest version of the ruleset. Letters that were composed keep
 * the facts they were composed with; it is for the caller to ask for new ones.
 */
export async function updateElection(
  { database }: { database: Database },
  { municipalityId, document, by }: Facts,
): Promise<{ ok: true; election: Election } | NotValid | Refused<'no-such-election'>> {
  const checked = checkElectionFile(document)
  if (!checked.ok) return checked
  return database.inScope(staffOf(municipalityId), async (db) => {
    const current = await findElection(db, municipalityId, checked.document.code)
    if (!current) return refused('no-such-election', checked.document.code)
    const election = electionFrom(municipalityId, current.electionId, checked)
    const misfit = await misfitOf(db, election)
    if (misfit) return misfit
    await rewriteElection(db, election)
    await recordAudit(db, auditEvent('election.updated', election, by))
    return { ok: true, election: (await getElection(db, municipalityId, current.electionId))! }
  })
}

function electionFrom(
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { document, ruleset }: { document: ElectionDocument; ruleset: Ruleset },
): NewElection {
  const { code, name, pollingDay, votingMode, rulesetId: _, ...settings } = document
  return { municipalityId, electionId, code, name, ruleset, pollingDay, votingMode, settings }
}

/** What is wrong with an election only in the municipality that holds it. */
async function misfitOf(db: Db, election: NewElection): Promise<NotValid | undefined> {
  const faults = [...faultsIn(await getSettings(db, election.municipalityId), election)]
  return faults.length > 0 ? notValid(faults) : undefined
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
