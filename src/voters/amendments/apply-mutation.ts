import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListId } from '../../platform/ids.ts'
import type { NationalNumberRules } from '../../platform/national-number.ts'
import type { Vault } from '../../platform/vault.ts'
import type { RowRules } from '../checking/check-row.ts'
import { type Finding, type FindingCode, finding } from '../checking/import-finding.ts'
import type { SealedVoter, VoterFact } from '../voter.ts'
import { getVoter, getVoterByListNumber } from '../voter-store.ts'
import { addTo } from './add-voter.ts'
import { correctVoter } from './correct-voter.ts'
import type { Mutation } from './mutation.ts'
import type { MutationColumn } from './mutation-format.ts'
import { strikeFrom } from './strike-voter.ts'

export interface AmendDeps {
  readonly vault: Vault
  readonly clock: Clock
  readonly numbers: Omit<NationalNumberRules, 'today'>
}

export interface AmendContext {
  readonly election: Election
  readonly listId: ListId
  readonly rules: RowRules
  readonly by: string
}

/** What a mutation did: the voter before it (nobody for an addition) and after it. */
export interface Applied {
  readonly kind: Mutation['kind']
  readonly before?: VoterFact
  readonly after: VoterFact
}

export type ApplyOutcome =
  | { readonly ok: true; readonly applied: Applied }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Carries one mutation out in the caller's transaction, on the list that is held there. */
export async function applyMutation(
  db: Db,
  deps: AmendDeps,
  context: AmendContext,
  mutation: Mutation,
): Promise<ApplyOutcome> {
  if (mutation.kind === 'add') return add(db, deps, context, mutation)
  const found = await voterNamed(db, context, mutation)
  if (!found.ok) return found
  return mutation.kind === 'strike'
    ? strike(db, deps, context, mutation, found.voter)
    : correct(db, deps, context, mutation, found.voter)
}

async function add(
  db: Db,
  deps: AmendDeps,
  { election, listId, rules, by }: AmendContext,
  { row, values, ground, source, decidedOn }: Extract<Mutation, { kind: 'add' }>,
): Promise<ApplyOutcome> {
  const added = await addTo(
    db,
    listId,
    { ...deps, rules },
    { election, row: values, ground, source, decidedOn, by },
  )
  if (!added.ok) {
    if (added.because === 'row-refused')
      return { ok: false, findings: added.findings.map((one) => ({ ...one, row })) }
    return faulty(row, 'already-on-list', 'national_number')
  }
  const { municipalityId, electionId } = election
  const after = (await getVoter(db, municipalityId, electionId, listId, added.voterId))!
  return { ok: true, applied: { kind: 'add', after } }
}

/** The voter with that number, when the name is that voter's: case and accents do not matter. */
async function voterNamed(
  db: Db,
  { election, listId }: AmendContext,
  { row, listNumber, currentLastName }: Extract<Mutation, { kind: 'strike' | 'correct' }>,
): Promise<{ ok: true; voter: SealedVoter } | { ok: false; findings: readonly Finding[] }> {
  const { municipalityId, electionId } = election
  const voter = await getVoterByListNumber(db, municipalityId, electionId, listId, listNumber)
  if (!voter) return faulty(row, 'not-on-list', 'list_number')
  if (!sameName(voter.lastName, currentLastName)) return faulty(row, 'another-name', 'current_last_name')
  if (voter.state === 'struck') return faulty(row, 'already-struck', 'list_number')
  return { ok: true, voter }
}

const sameLetters = new Intl.Collator('nl', { sensitivity: 'base', ignorePunctuation: true })

function sameName(one: string, other: string): boolean {
  return sameLetters.compare(one, other) === 0
}

async function strike(
  db: Db,
  { clock }: AmendDeps,
  { election, listId, by }: AmendContext,
  { ground, source, decidedOn }: Extract<Mutation, { kind: 'strike' }>,
  voter: SealedVoter,
): Promise<ApplyOutcome> {
  const { voterId } = voter
  await strikeFrom(db, listId, { election, voterId, ground, source, decidedOn, by }, clock.now())
  return { ok: true, applied: { kind: 'strike', before: voter, after: { ...voter, state: 'struck' } } }
}

async function correct(
  db: Db,
  { vault, clock }: AmendDeps,
  { election, listId, rules, by }: AmendContext,
  mutation: Extract<Mutation, { kind: 'correct' }>,
  voter: SealedVoter,
): Promise<ApplyOutcome> {
  const held = { vault, rules, listId, now: clock.now() }
  const corrected = await correctVoter(db, held, { election, voter, mutation, by })
  if (!corrected.ok) return corrected
  return { ok: true, applied: { kind: 'correct', before: voter, after: corrected.voter } }
}

function faulty(row: number, code: FindingCode, column: MutationColumn) {
  return { ok: false as const, findings: [finding(code, { row, column })] }
}
