import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { ImportDeps } from '../importing/import-voters.ts'
import { rowsOf } from '../importing/read-rows.ts'
import type { ColumnName, ListRow } from '../list-format.ts'
import { mendedRow } from '../mending/mend-rows.ts'
import { addressCells } from '../mending/mending-sheet.ts'
import { keptSource, readableUpload } from './upload-files.ts'

/** What a row of an uploaded list says, as far as somebody needs to find it and to see what is wrong in it. */
export interface RowInQuestion {
  readonly listNumber: string
  readonly lastName: string
  readonly firstNames: string
  /** A cell of it; nothing of a national number, nor of an address that is protected. */
  cell(column: string): string | undefined
}

/**
 * What stands in these rows of the list that was uploaded last, while it is kept. Whoever looks is in the audit log before the first row
 * is read. It is read no further than the last of them.
 */
export async function rowsInQuestion(
  deps: ImportDeps,
  { election, rows, by }: { election: Election; rows: readonly number[]; by: string },
): Promise<Result<{ rows: ReadonlyMap<number, RowInQuestion> }, 'no-upload'>> {
  const { municipalityId, electionId } = election
  const upload = await readableUpload(deps, election)
  if (!upload?.files.has('list')) return refused('no-upload')
  await deps.database.inScope(staffOf(municipalityId), (db) => {
    const event = { municipalityId, actor: by, action: 'voters.rows-shown', subject: electionId }
    return recordAudit(db, { ...event, details: { rows: rows.length } })
  })
  const source = await keptSource(deps, upload)
  const [asked, last] = [new Set(rows), Math.max(0, ...rows)]
  const shown = new Map<number, RowInQuestion>()
  for await (const read of rowsOf({ ...source, mending: undefined })) {
    if (read.row > last) break
    if (!asked.has(read.row)) continue
    const mended = source.mending?.get(read.row)
    shown.set(read.row, inQuestion((mended ? mendedRow(read, mended) : read).fields))
  }
  return { ok: true, rows: shown }
}

function inQuestion(fields: ListRow): RowInQuestion {
  const isHidden = (column: string) =>
    column === 'national_number' ||
    (fields.address_kind === 'PROTECTED' && addressCells.has(column as ColumnName))
  return {
    listNumber: fields.list_number ?? '',
    lastName: fields.last_name ?? '',
    firstNames: fields.first_names ?? '',
    cell: (column) => (isHidden(column) ? undefined : (fields[column as ColumnName] ?? '')),
  }
}
