import { isDeepStrictEqual } from 'node:util'
import type { Election, LetterLanguage } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { throughDeadlocks } from '../../platform/db/connection-trouble.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { LetterId } from '../../platform/ids.ts'
import { type Refused, refused } from '../../platform/result.ts'
import {
  type AmendDeps,
  type Applied,
  applyMutation,
  type Finding,
  lockListToAmend,
  type Mutation,
  readMutations,
  rowRules,
  type VoterFact,
} from '../../voters/index.ts'
import { languageFor } from '../composing/letter-languages.ts'
import { plateKindOf } from '../composing/plate-facts.ts'
import { voterFacts } from '../composing/voter-facts.ts'
import { withdrawIn } from './withdraw-letter.ts'

export interface ListAmendment {
  readonly election: Election
  readonly mutations: AsyncIterable<Uint8Array> | readonly Mutation[]
  readonly by: string
  /** Looks what would happen, and leaves everything as it is. */
  readonly dryRun?: boolean
}

/** What was amended, by list number, and what it meant for the letters. */
export interface Amended {
  readonly struck: readonly number[]
  readonly added: readonly number[]
  readonly corrected: readonly number[]
  /** Letters that were taken back, and how many of them had left already. */
  readonly withdrawn: number
  readonly sent: number
}

export type AmendOutcome =
  | ({ readonly ok: true } & Amended)
  | (Refused<'mutations-refused'> & { readonly findings: readonly Finding[] })
  | (Refused<'not-a-list'> & { readonly fault: CsvFaultCode })
  | Refused<'list-not-closed' | 'no-mutations'>

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
    if (error instanceof CsvFault) return { ...refused('not-a-list', error.detail), fault: error.because }
    throw error
  }
}

async function amend(
  db: Db,
  deps: AmendDeps,
  { election, by, dryRun }: ListAmendment,
  { mutations, findings }: Read,
): Promise<AmendOutcome> {
  const list = await lockListToAmend(db, election)
  if (!list) return refused('list-not-closed')
  const rules = await rowRules(db, election, { ...deps.numbers, today: deps.clock.now() })
  const context = { election, listId: list.listId, rules, by }
  const faults = [...findings]
  const applied: Applied[] = []
  for (const mutation of mutations) {
    const outcome = await applyMutation(db, deps, context, mutation)
    if (outcome.ok) applied.push(outcome.applied)
    else faults.push(...outcome.findings)
  }
  if (faults.length > 0) throw new NotKept(refusedFor(faults))
  const letters = await takeBack(db, { election, by }, applied, deps.clock.now())
  const numbers = (wanted: Applied['kind']) =>
    applied.filter(({ kind }) => kind === wanted).map(({ after }) => after.listNumber)
  const amended = {
    struck: numbers('strike'),
    added: numbers('add'),
    corrected: numbers('correct'),
    ...letters,
  }
  if (dryRun) throw new NotKept({ ok: true, ...amended })
  return { ok: true, ...amended }
}

function refusedFor(faults: readonly Finding[]): AmendOutcome {
  const findings = faults.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))
  return { ...refused('mutations-refused'), findings }
}

const reasons = { strike: 'struck', correct: 'corrected' } as const

async function takeBack(
  db: Db,
  { election, by }: Pick<ListAmendment, 'election' | 'by'>,
  applied: readonly Applied[],
  now: Date,
): Promise<{ withdrawn: number; sent: number }> {
  const settings = await getSettings(db, election.municipalityId)
  const said = (voter: VoterFact) => saidOf(voter, languageFor(election, settings, voter))
  let withdrawn = 0
  let sent = 0
  for (const { kind, before, after } of applied) {
    if (kind === 'add' || !before || (kind === 'correct' && isDeepStrictEqual(said(before), said(after))))
      continue
    const { listNumber } = after
    const letter = await withdrawIn(db, { election, listNumber, reason: reasons[kind], by }, now)
    if (!letter.ok) continue // no letter was made yet, or it was taken back before
    withdrawn++
    if (letter.sent) sent++
  }
  return { withdrawn, sent }
}

/** What a letter says of the voter, in which room and on which kind of plate: where it is the same, it stays. */
function saidOf(voter: VoterFact, language: LetterLanguage): unknown[] {
  const kind = plateKindOf(voter, { language, correction: false })
  return [voterFacts('' as LetterId, voter, language), kind, voter.section]
}
