import type { ColumnName } from '../list-format.ts'
import { type Finding, type FindingCode, finding } from './import-finding.ts'

/** What is found in one row. */
export interface RowNotes {
  readonly row: number
  readonly findings: Finding[]
}

export function note(
  { row, findings }: RowNotes,
  code: FindingCode,
  column?: ColumnName,
  detail?: string,
): void {
  findings.push(finding(code, { row, ...(column && { column }), ...(detail && { detail }) }))
}

export function hasError({ findings }: RowNotes): boolean {
  return findings.some(({ severity }) => severity === 'error')
}
