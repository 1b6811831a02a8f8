import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { ListId, VoterId } from '../../platform/ids.ts'
import type { NationalNumberRules } from '../../platform/national-number.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { checkRow, type RowRules } from '../checking/check-row.ts'
import type { Finding } from '../checking/import-finding.ts'
import { rowRules } from '../importing/row-rules.ts'
import { type ColumnName, type ListRow, listColumns } from '../list-format.ts'
import { sealVoter } from '../seal-voter.ts'
import type { AdditionGround } from '../voter.ts'
import { getVoter } from '../voter-store.ts'
import { insertAmendment, insertLateVoter, nextListNumber, setStruck } from './amendment-store.ts'
import { lockListToAmend } from './lock-list-to-amend.ts'

export interface Addition {
  readonly election: Election
  /** A row of the list format without its list number: the next free one is given. */
  readonly row: Readonly<Partial<Record<Exclude<ColumnName, 'list_number'>, string>>>
  readonly ground: AdditionGround
  /** Reference of the decision it rests on. */
  readonly source: string
  /** Day of that decision, as 2029-04-12. */
  readonly decidedOn: string
  readonly by: string
}

export interface AddDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly numbers: Omit<NationalNumberRules, 'today'>
}

export type AddOutcome =
  | { readonly ok: true; readonly voterId: VoterId; readonly listNumber: number }
  | Refused<'not-closed' | 'already-on-list'>
  | (Refused<'row-refused'> & { readonly findings: readonly Finding[] })

/**
 * Puts a voter on a closed list by a decision (KWB art. 92, LPKD art. 18): at its end, so that the numbers on
 * letters stay what they are. A struck voter comes back under the old number, with the old facts.
 */
export async function addVoter(deps: AddDeps, facts: Addition): Promise<AddOutcome> {
  return deps.database.inScope(staffOf(facts.election.municipalityId), async (db) => {
    const list = await lockListToAmend(db, facts.election)
    if (!list) return refused('not-closed')
    const rules = await rowRules(db, facts.election, { ...deps.numbers, today: deps.clock.now() })
    return addTo(db, list.listId, { ...deps, rules }, facts)
  })
}

/** The same in the caller's transaction. */
export async function addTo(
  db: Db,
  listId: ListId,
  deps: Pick<AddDeps, 'vault' | 'clock'> & { readonly rules: RowRules },
  facts: Addition,
): Promise<AddOutcome> {
  const { municipalityId, electionId } = facts.election
  const listNumber = await nextListNumber(db, municipalityId, electionId, listId)
  const { voter, findings } = checkRow(1, filledRow(facts.row, listNumber), deps.rules)
  if (!voter) return { ...refused('row-refused'), findings }
  const keys = sealVoter(deps.vault, municipalityId, electionId, voter.nationalNumber)
  const { voterId } = keys
  const known = await getVoter(db, municipalityId, electionId, listId, voterId)
  if (known && known.state !== 'struck') return refused('already-on-list')
  if (known) await setStruck(db, municipalityId, electionId, { listId, voterId, struck: false })
  else await insertLateVoter(db, municipalityId, electionId, listId, { ...voter, ...keys })
  const { ground, source, decidedOn, by } = facts
  const amendment = { voterId, kind: 'added', ground, source, decidedOn, at: deps.clock.now(), by } as const
  await insertAmendment(db, municipalityId, electionId, amendment)
  const details = { ground, again: known !== undefined }
  await recordAudit(db, { municipalityId, actor: by, action: 'voters.added', subject: voterId, details })
  return { ok: true, voterId, listNumber: known?.listNumber ?? listNumber }
}

function filledRow(row: Addition['row'], listNumber: number): ListRow {
  const given: Partial<Record<ColumnName, string>> = { ...row, list_number: String(listNumber) }
  return Object.fromEntries(listColumns.map(({ name }) => [name, given[name] ?? ''])) as ListRow
}
