import { placeOfName } from '../../platform/csv/column-name.ts'
import { CsvFault } from '../../platform/csv/csv-fault.ts'

/** Where a field stands in a row. Throws a `CsvFault` when the file has it not, or twice. */
export function placeOfField(names: readonly string[], field: string, where: string): number {
  const place = placeOfName(names, field)
  if (place === 'absent') throw new CsvFault('missing-columns', `${where} has no field ${field}`)
  if (place === 'twice') throw new CsvFault('double-columns', `${where} names ${field} twice`)
  return place
}
