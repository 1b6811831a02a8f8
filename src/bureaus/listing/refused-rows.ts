import { Readable } from 'node:stream'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { readFileRows } from '../../platform/xlsx/read-file-rows.ts'
import { previewListA } from './import-list-a.ts'
import { type ListAFields, listAColumns } from './list-a-format.ts'
import type { ListDeps } from './list-deps.ts'
import { selectListFile } from './list-file-store.ts'
import type { ListRowFault } from './list-row-fault.ts'
import { openFile } from './packed.ts'

/** Something that is wrong with a row of list A, beside the row as its source wrote it. */
export interface RefusedRow {
  readonly fault: ListRowFault
  readonly fields: ListAFields
}

/**
 * What is wrong with the file for list A that waits, each with its row, for whoever made the file to mend. It holds personal data. Absent: no file
 * waits, or none of its rows is wrong.
 */
export async function refusedRowsOfListA(
  deps: ListDeps,
  { election }: { readonly election: Election },
): Promise<readonly RefusedRow[] | undefined> {
  const kept = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    selectListFile(db, election, 'list-a'),
  )
  if (!kept) return undefined
  const bytes = await openFile(deps.vault, kept.sealed)
  const answer = await previewListA(deps, { election, stream: Readable.from([bytes]) })
  if (answer.ok || !('faults' in answer)) return undefined
  const wrong = new Set(answer.faults.map(({ row }) => row))
  const rows = new Map<number, ListAFields>()
  for await (const { row, fields, damage } of readFileRows(Readable.from([bytes]), { columns: listAColumns }))
    if (wrong.has(row) && (!damage || !rows.has(row))) rows.set(row, fields)
  return answer.faults.map((fault) => ({ fault, fields: rows.get(fault.row)! }))
}
