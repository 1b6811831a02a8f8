import type { SectionListColumn } from '../elections/index.ts'
import { addressLines } from '../platform/address.ts'
import { dottedNumber } from '../platform/national-number.ts'
import type { Vault } from '../platform/vault.ts'
import { type Amendment, addressForOthers, type SealedVoter } from '../voters/index.ts'
import { texts } from './section-list-texts.nl.ts'

export type ChangeKind = Amendment['kind']

/** One voter as the list of the section shows him. */
export interface SectionListRow {
  readonly cells: readonly string[]
  readonly struck: boolean
  readonly kind?: ChangeKind
  /** `geschrapt 30/05/2029`; empty when nothing changed since the close. */
  readonly change: string
}

/** Puts a voter in the columns that the law asks for. The only place where a list for others opens a national number. */
export function rowOf(
  vault: Vault,
  columns: readonly SectionListColumn[],
  voter: SealedVoter,
  amendments: readonly Amendment[],
): SectionListRow {
  const values: Record<SectionListColumn, () => string> = {
    'list-number': () => String(voter.listNumber),
    'last-name': () => voter.lastName,
    'first-names': () => voter.firstNames,
    'main-residence': () => residence(voter),
    'national-number': () => dottedNumber(vault.open(voter.nrnCipher)),
  }
  const kind = kindOf(voter, amendments)
  const last = kind && amendments.findLast((amendment) => amendment.kind === kind)
  return {
    cells: columns.map((column) => values[column]()),
    struck: voter.state === 'struck',
    ...(kind && { kind }),
    change: kind ? texts.on(texts.changes[kind], shortDay(last?.decidedOn)).trim() : '',
  }
}

/** What a chair has to know first: a voter who was corrected and then struck is struck. */
function kindOf({ state }: SealedVoter, amendments: readonly Amendment[]): ChangeKind | undefined {
  if (state === 'struck' || state === 'added') return state
  return amendments.some(({ kind }) => kind === 'corrected') ? 'corrected' : undefined
}

function residence(voter: SealedVoter): string {
  const address = addressForOthers(voter)
  return address ? addressLines(address).join(', ') : texts.protectedAddress
}

function shortDay(day: string | undefined | null): string {
  return day ? day.split('-').reverse().join('/') : ''
}
