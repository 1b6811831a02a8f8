import { foldName } from '../../platform/csv/column-name.ts'
import type { ListRow } from '../list-format.ts'
import type { ExportRow } from '../presets/read-with-preset.ts'
import { asideIn } from '../presets/table.ts'
import { type CheckedRow, checkRow, type RowRules } from './check-row.ts'
import { type FindingCode, finding } from './import-finding.ts'

/** Checks a row as it was read: one that is no voter's is told of as what it is. */
export function checkReadRow({ row, fields, damage, detail }: ExportRow, rules: RowRules): CheckedRow {
  const known: FindingCode | undefined =
    damage === 'too-few-fields' || damage === 'too-many-fields' ? miscounted(fields) : damage
  if (known === 'hidden-row') return hiddenRow(row, fields, rules)
  if (known)
    return {
      findings: [finding(known, { row, ...(detail && { detail }) })],
      ...(known === 'cell-count' && { keys: {} }),
    }
  const checked = checkRow(row, fields, rules)
  const aside = checked.voter ? undefined : asideOf(fields)
  return aside ? { findings: [finding(aside, { row })] } : checked
}

/** Shown again it is a row like any other: what else is wrong with it is told now. */
function hiddenRow(row: number, fields: ListRow, rules: RowRules): CheckedRow {
  const { findings, voter, keys } = checkRow(row, fields, rules)
  return { findings: [finding('hidden-row', { row }), ...findings], keys: voter ?? keys ?? {} }
}

/** One cell of too few is what a file that was cut off ends with: whoever mends it has to know that. */
function miscounted(fields: ListRow): FindingCode {
  const aside = asideOf(fields)
  return aside && aside !== 'one-cell' ? aside : 'cell-count'
}

function asideOf(fields: ListRow): 'repeated-header' | 'total-line' | 'one-cell' | undefined {
  const isHeader = foldName(fields.national_number) === foldName('national_number')
  return isHeader ? 'repeated-header' : asideIn(Object.values(fields), [])
}
