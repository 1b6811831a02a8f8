import { getSettings } from '../municipalities/index.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NotValid, notValid } from '../platform/document.ts'
import { type ElectionId, type MunicipalityId, newId } from '../platform/ids.ts'
import { type Refused, refused } from '../platform/result.ts'
import { checkElectionFile } from './check-election-file.ts'
import { withDecisions } from './decide.ts'
import type { Election } from './election.ts'
import type { ElectionDocument } from './election-file.ts'
import { listElections, type NewElection } from './election-store.ts'
import { faultsIn } from './fits-municipality.ts'

export interface PlanFacts {
  readonly municipalityId: MunicipalityId
  readonly document: unknown
  /** The election that is changed; absent: a new one. */
  readonly current?: Election | undefined
  /** More than one election of the same kind on the same day, as a demonstration has them: never of a real municipality. */
  readonly besideOthers?: boolean
}

/** The municipality has one with this code, or one of the same law on the same day. */
export interface AlreadyHeld extends Refused<'already-there'> {
  readonly field: 'code' | 'pollingDay'
  readonly other: Pick<Election, 'code' | 'name'>
}

export interface PlannedElection {
  readonly planned: NewElection
  readonly document: ElectionDocument
}

/** What a file would make of an election in this municipality, or everything that is wrong with it. Writes nothing. */
export async function planElection(
  db: Db,
  { municipalityId, document, current, besideOthers = false }: PlanFacts,
): Promise<({ ok: true } & PlannedElection) | NotValid | AlreadyHeld> {
  const checked = checkElectionFile(document)
  if (!checked.ok) return checked
  const { code, name, pollingDay, votingMode, rulesetId: _, ...settings } = checked.document
  const electionId = current?.electionId ?? newId<ElectionId>()
  const { ruleset } = checked
  const planned = { municipalityId, electionId, code, name, ruleset, pollingDay, votingMode, settings }
  const faults = [...faultsIn(await getSettings(db, municipalityId), planned)]
  if (faults.length > 0) return notValid(faults)
  const all = await listElections(db, municipalityId)
  const others = all.filter((one) => one.electionId !== electionId)
  const held = heldAlready(others, planned, besideOthers || (current && isSameKindAndDay(current, planned)))
  return held ?? { ok: true, planned, document: checked.document }
}

/** The election that a file would make, with its calendar and its hours to look at. Writes nothing. */
export async function previewElection(
  { database }: { database: Database },
  facts: PlanFacts,
): Promise<{ ok: true; election: Election; document: ElectionDocument } | NotValid | AlreadyHeld> {
  const plan = await database.inScope(staffOf(facts.municipalityId), (db) => planElection(db, facts))
  if (!plan.ok) return plan
  const { planned, document } = plan
  const ruleset = withDecisions(planned.ruleset, planned.votingMode, planned.settings.decisions)
  return { ok: true, election: { ...planned, ruleset }, document }
}

/** The file that makes this election: what was typed in for it, and nothing of the law. */
export function electionDocument(election: Election): ElectionDocument {
  const { code, name, ruleset, pollingDay, votingMode, settings } = election
  return { code, name, rulesetId: ruleset.id, pollingDay, votingMode, ...settings }
}

function heldAlready(
  others: readonly Election[],
  planned: NewElection,
  besideOthers = false,
): AlreadyHeld | undefined {
  const sameCode = others.find(({ code }) => code === planned.code)
  if (sameCode) return held(sameCode, 'code', `this municipality already has an election ${planned.code}`)
  const sameDay = besideOthers ? undefined : others.find((one) => isSameKindAndDay(one, planned))
  if (!sameDay) return undefined
  const detail = `this municipality already has an election of this kind on ${planned.pollingDay}: ${sameDay.code}`
  return held(sameDay, 'pollingDay', `${detail}. What else is elected on that day belongs in that one.`)
}

type KindAndDay = Pick<Election, 'pollingDay'> & { readonly ruleset: Pick<Election['ruleset'], 'regime'> }

/** What one law has people vote for on one day in one municipality is one election, with one letter. */
function isSameKindAndDay(one: KindAndDay, other: KindAndDay): boolean {
  return one.pollingDay === other.pollingDay && one.ruleset.regime === other.ruleset.regime
}

function held({ code, name }: Election, field: AlreadyHeld['field'], detail: string): AlreadyHeld {
  return { ...refused('already-there', detail), field, other: { code, name } }
}
