import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import type { ListId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import type { Vault } from '../../platform/vault.ts'
import { checkRow, type RowRules } from '../checking/check-row.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import { type ListRow, listColumns } from '../list-format.ts'
import { listCells } from '../list-hash.ts'
import type { SealedVoter } from '../voter.ts'
import { getVoter } from '../voter-store.ts'
import { correctFacts, insertAmendment } from './amendment-store.ts'
import type { Mutation } from './mutation.ts'
import { makeEmpty } from './mutation-format.ts'

export interface Correction {
  readonly election: Election
  readonly voter: SealedVoter
  readonly mutation: Extract<Mutation, { kind: 'correct' }>
  readonly by: string
}

/**
 * Corrects a wrong mention on a closed list after a claim (KWB art. 18-27, LPKD art. 27-33), in the caller's
 * transaction. The corrected row has to pass the checks of every row. Answers the voter as corrected, or why not.
 */
export async function correctVoter(
  db: Db,
  { vault, rules, listId, now }: { vault: Vault; rules: RowRules; listId: ListId; now: Date },
  { election, voter, mutation, by }: Correction,
): Promise<{ ok: true; voter: SealedVoter } | { ok: false; findings: readonly Finding[] }> {
  const { municipalityId, electionId } = election
  const { row, values, ground, source, decidedOn } = mutation
  const before = rowOf(voter, vault.open(voter.nrnCipher) as NationalNumber)
  const after = { ...before, ...emptied(values) }
  const changed = listColumns.map(({ name }) => name).filter((name) => after[name] !== before[name])
  if (changed.length === 0) return { ok: false, findings: [finding('nothing-to-correct', { row })] }
  const checked = checkRow(row, after, rules)
  if (!checked.voter) return { ok: false, findings: checked.findings }
  const { voterId } = voter
  await correctFacts(db, municipalityId, electionId, { listId, voterId, voter: checked.voter })
  const amendment = { voterId, kind: 'corrected', ground, source, decidedOn, at: now, by } as const
  await insertAmendment(db, municipalityId, electionId, amendment)
  const event = { municipalityId, actor: by, action: 'voters.corrected', subject: voterId }
  await recordAudit(db, { ...event, details: { ground, columns: changed } })
  return { ok: true, voter: (await getVoter(db, municipalityId, electionId, listId, voterId))! }
}

function rowOf(voter: SealedVoter, nationalNumber: NationalNumber): ListRow {
  const cells = listCells(voter, nationalNumber)
  return Object.fromEntries(listColumns.map(({ name }, place) => [name, cells[place]])) as ListRow
}

function emptied(values: Correction['mutation']['values']): Partial<ListRow> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === makeEmpty ? '' : value]),
  )
}
