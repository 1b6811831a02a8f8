import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { readCsv } from '../../platform/csv/read-csv.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { parseNationalNumber } from '../../platform/national-number.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { ListDeps } from './list-deps.ts'
import { type ListRowFault, listRowFault } from './list-row-fault.ts'
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
  { election, stream, by }: CandidatesFile & { readonly by: string },
): Promise<ImportedCandidates> {
  const { municipalityId, electionId } = election
  const read = await readCandidates(deps, stream)
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
export async function previewCandidates(
  deps: ListDeps,
  { stream }: CandidatesFile,
): Promise<ImportedCandidates> {
  const read = await readCandidates(deps, stream)
  return read.ok ? { ok: true, candidates: read.indexes.length } : read
}

export interface CandidatesFile {
  readonly election: Election
  readonly stream: AsyncIterable<Uint8Array>
}

async function readCandidates(
  deps: ListDeps,
  stream: AsyncIterable<Uint8Array>,
): Promise<
  | { readonly ok: true; readonly indexes: readonly Buffer[] }
  | Exclude<ImportedCandidates, { readonly ok: true }>
> {
  const indexes = new Map<string, Buffer>()
  const faults: ListRowFault[] = []
  const rules = { ...deps.numbers, today: deps.clock.now() }
  try {
    for await (const { row, fields } of readCsv(stream, { columns })) {
      const parsed = parseNationalNumber(fields.national_number, rules)
      if (parsed.ok) indexes.set(parsed.number, deps.vault.index(parsed.number))
      else faults.push(listRowFault(row, 'national_number', codeOf(fields.national_number, parsed.because)))
      if (indexes.size + faults.length > mostCandidates)
        return refused('too-many-rows', `at most ${mostCandidates}`)
    }
  } catch (error) {
    if (error instanceof CsvFault) return { ...refused('not-a-list', error.detail), fault: error.because }
    throw error
  }
  if (faults.length > 0)
    return { ...refused('rows-refused', faults.length === 1 ? '1 fault' : `${faults.length} faults`), faults }
  return { ok: true, indexes: [...indexes.values()] }
}

function codeOf(cell: string, because: string) {
  if (cell === '') return 'empty'
  return because === 'test-number' ? 'not-allowed-here' : 'no-national-number'
}
