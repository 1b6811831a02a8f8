import type { Election } from '../../elections/index.ts'
import { CsvFault, type CsvFaultCode, type CsvFaultFacts } from '../../platform/csv/csv-fault.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Refused, refused } from '../../platform/result.ts'
import {
  type AmendContext,
  type AmendDeps,
  type Applied,
  applyMutation,
  type Finding,
  lockListToAmend,
  type Mutation,
  readMutations,
  rowRules,
} from '../../voters/index.ts'
import { type Amended, countGrounds } from './amended.ts'
import { takeBackAmended } from './take-back-amended.ts'

export interface ListAmendment {
  readonly election: Election
  readonly mutations: AsyncIterable<Uint8Array> | readonly Mutation[]
  readonly by: string
  /** Looks what would happen, and leaves everything as it is. */
  readonly dryRun?: boolean
  /** Somebody decided on what they saw: does it come to something else by now, nothing is done. */
  readonly asForeseen?: (amended: Amended) => boolean
  /** Writes down, in the same transaction, that it was done. */
  readonly whenDone?: (db: Db, amended: Amended) => Promise<void>
  readonly onProgress?: (done: number, total: number) => void
  /** Ends it with nothing done. */
  readonly signal?: AbortSignal
}

export type AmendOutcome =
  | ({ readonly ok: true } & Amended)
  | (Refused<'mutations-refused'> & { readonly findings: readonly Finding[] })
  | (Refused<'not-a-list'> & { readonly fault: CsvFaultCode; readonly facts?: CsvFaultFacts })
  | (Refused<'changed'> & { readonly now: Amended })
  | Refused<'list-not-closed' | 'no-mutations' | 'interrupted'>

/** Ends the transaction without a trace; carries what it would have come to. */
class NotKept extends Error {
  readonly outcome: AmendOutcome

  constructor(outcome: AmendOutcome) {
    super('the amendments are not kept')
    this.outcome = outcome
  }
}

/**
 * Amends a closed list and, in the same transaction, takes back the letters that say something else now, and no
 * other: a struck voter's, and a corrected voter's when the letter shows what was corrected. Composing then makes the
 * letters that are missing. With one faulty mutation nothing changes, and every fault is answered.
 */
export async function amendList(
  deps: AmendDeps & { readonly database: Database },
  amendment: ListAmendment,
): Promise<AmendOutcome> {
  const read = await mutationsOf(amendment.mutations, deps.clock.now())
  if (!read.ok) return read
  const staff = staffOf(amendment.election.municipalityId)
  try {
    return await throughDeadlocks(() =>
      deps.database.inScope(staff, (db) => amend(db, deps, amendment, read)),
    )
  } catch (error) {
    if (error instanceof NotKept) return error.outcome
    throw error
  }
}

type Read = {
  readonly ok: true
  readonly mutations: readonly Mutation[]
  readonly findings: readonly Finding[]
}

async function mutationsOf(
  source: ListAmendment['mutations'],
  today: Date,
): Promise<Read | Extract<AmendOutcome, { because: 'not-a-list' }> | Refused<'no-mutations'>> {
  if (!(Symbol.asyncIterator in source)) return { ok: true, mutations: source, findings: [] }
  try {
    const read = await readMutations(source, today)
    const isEmpty = read.mutations.length + read.findings.length === 0
    return isEmpty ? refused('no-mutations') : { ok: true, ...read }
  } catch (error) {
    if (error instanceof CsvFault) {
      const { because: fault, detail, facts } = error
      return { ...refused('not-a-list', detail), fault, facts }
    }
    throw error
  }
}

async function amend(
  db: Db,
  deps: AmendDeps,
  { election, by, dryRun, asForeseen, whenDone, ...watch }: ListAmendment,
  { mutations, findings }: Read,
): Promise<AmendOutcome> {
  const list = await lockListToAmend(db, election)
  if (!list) return refused('list-not-closed')
  const rules = await rowRules(db, election, { ...deps.numbers, today: deps.clock.now() })
  const context = { election, listId: list.listId, rules, by }
  const { applied, faults } = await applyAll(db, deps, context, mutations, watch)
  if (findings.length + faults.length > 0) throw new NotKept(refusedFor([...findings, ...faults]))
  const numbers = (wanted: Applied['kind']) =>
    applied.filter(({ kind }) => kind === wanted).map(({ after }) => after.listNumber)
  const amended: Amended = {
    struck: numbers('strike'),
    added: numbers('add'),
    corrected: numbers('correct'),
    grounds: countGrounds(mutations),
    ...(await takeBackAmended(db, { election, by }, applied, deps.clock.now())),
  }
  if (asForeseen?.(amended) === false) throw new NotKept({ ...refused('changed'), now: amended })
  if (dryRun) throw new NotKept({ ok: true, ...amended })
  await whenDone?.(db, amended)
  return { ok: true, ...amended }
}

const progressEvery = 50

/** One after the other, for one may be about the same voter as one before it. */
async function applyAll(
  db: Db,
  deps: AmendDeps,
  context: AmendContext,
  mutations: readonly Mutation[],
  { onProgress, signal }: Pick<ListAmendment, 'onProgress' | 'signal'>,
): Promise<{ applied: Applied[]; faults: Finding[] }> {
  const applied: Applied[] = []
  const faults: Finding[] = []
  for (const [place, mutation] of mutations.entries()) {
    if (signal?.aborted) throw new NotKept(refused('interrupted'))
    const outcome = await applyMutation(db, deps, context, mutation)
    if (outcome.ok) applied.push(outcome.applied)
    else faults.push(...outcome.findings)
    if (place % progressEvery === 0) onProgress?.(place, mutations.length)
  }
  return { applied, faults }
}

function refusedFor(faults: readonly Finding[]): AmendOutcome {
  const findings = faults.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))
  return { ...refused('mutations-refused'), findings }
}
