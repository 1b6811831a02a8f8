import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { parseNationalNumber } from '../../platform/national-number.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { readFileRows, withZeros } from '../../platform/xlsx/read-file-rows.ts'
import type { ListDeps } from './list-deps.ts'
import { damageFault, isFormulaFault, type ListRowFault, listRowFault, onSheet } from './list-row-fault.ts'
import { replaceCandidates } from './listed-store.ts'

const mostCandidates = 50_000
const columns = [{ name: 'national_number', required: true }] as const

export type ImportedCandidates =
  | { readonly ok: true; readonly candidates: number }
  | (Refused<'rows-refused'> & { readonly faults: readonly ListRowFault[] })
  | (Refused<'not-a-list'> & { readonly fault: CsvFaultCode })
  | Refused<'too-many-rows'>

/**
 * Who stands for election, in the place of those that were known before: one column, `national_number`. Nothing is kept but a
 * look-up index. Allowed at any time: who turns out to be a candidate is passed over from then on.
 */
export async function importCandidates(
  deps: ListDeps,
  { election, by, ...file }: CandidatesFile & { readonly by: string },
): Promise<ImportedCandidates> {
  const { municipalityId, electionId } = election
  const read = await readCandidates(deps, file)
  if (!read.ok) return read
  const { indexes } = read
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    await replaceCandidates(db, election, indexes)
    const event = { municipalityId, actor: by, action: 'bureaus.candidates-imported', subject: electionId }
    await recordAudit(db, { ...event, details: { candidates: indexes.length } })
    return { ok: true, candidates: indexes.length }
  })
}

/** How many candidates `importCandidates` would keep; nothing is changed. */
export async function previewCandidates(deps: ListDeps, file: CandidatesFile): Promise<ImportedCandidates> {
  const read = await readCandidates(deps, file)
  return read.ok ? { ok: true, candidates: read.indexes.length } : read
}

export interface CandidatesFile {
  readonly election: Election
  readonly stream: AsyncIterable<Uint8Array>
  /** Of a workbook, by name. Absent: the one visible sheet that has the column. */
  readonly sheet?: string | undefined
}

async function readCandidates(
  deps: ListDeps,
  { stream, sheet: wanted }: Omit<CandidatesFile, 'election'>,
): Promise<
  | { readonly ok: true; readonly indexes: readonly Buffer[] }
  | Exclude<ImportedCandidates, { readonly ok: true }>
> {
  const indexes = new Map<string, Buffer>()
  const faults: ListRowFault[] = []
  const rules = { ...deps.numbers, today: deps.clock.now() }
  try {
    for await (const read of readFileRows(stream, { columns, sheet: wanted })) {
      const { sheet, row } = read
      const cell = read.fields.national_number
      // A row too short or too long is read all the same: there is one column, and its cell is there.
      const damaged = read.damage?.startsWith('too-') ? undefined : damageFault(read, 'national_number')
      const parsed = parseNationalNumber(sheet === undefined ? cell : withZeros(cell), rules)
      if (damaged) faults.push(onSheet(damaged, sheet))
      else if (parsed.ok) indexes.set(parsed.number, deps.vault.index(parsed.number))
      else faults.push(onSheet(listRowFault(row, 'national_number', codeOf(cell, parsed.because)), sheet))
      if (indexes.size + faults.length > mostCandidates)
        return refused('too-many-rows', `at most ${mostCandidates}`)
    }
  } catch (error) {
    if (error instanceof CsvFault) return { ...refused('not-a-list', error.detail), fault: error.because }
    throw error
  }
  if (faults.length > 0)
    return { ...refused('rows-refused', faults.length === 1 ? '1 fault' : `${faults.length} faults`), faults }
  // An export that went wrong would take all candidates away, without a word.
  if (indexes.size === 0)
    return { ...refused('not-a-list', 'the list has a header and no rows'), fault: 'empty' }
  return { ok: true, indexes: [...indexes.values()] }
}

function codeOf(cell: string, because: string) {
  if (cell === '') return 'empty'
  if (isFormulaFault(cell)) return 'formula'
  return because === 'test-number' ? 'not-allowed-here' : 'no-national-number'
}
