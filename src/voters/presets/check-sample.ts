import { checkReadRow } from '../checking/check-read-row.ts'
import type { RowRules } from '../checking/check-row.ts'
import type { Finding, FindingCode } from '../checking/import-finding.ts'
import { createFindingLog } from '../importing/finding-log.ts'
import type { ColumnName } from '../list-format.ts'
import type { Preset } from './preset.ts'
import { type ExportFiles, openExport } from './read-with-preset.ts'
import { unmappedCodes } from './unmapped-codes.ts'

/** A row as a preset understands it: only the columns that hold something. */
export interface UnderstoodRow {
  readonly row: number
  readonly columns: Readonly<Partial<Record<ColumnName, string>>>
  readonly findings: readonly Finding[]
}

/** What a preset makes of a sample. */
export interface CheckedSample {
  /** Where the header was found; absent when the preset names the fields. */
  readonly headerRow?: number | undefined
  /** Fields of the main file that the preset leaves alone. */
  readonly fieldsLeft: readonly string[]
  /** The first rows. */
  readonly shown: readonly UnderstoodRow[]
  /** Of all rows that were looked at. */
  readonly rows: number
  /** Of those: rows that hold a voter without errors. */
  readonly understood: number
  readonly counts: Readonly<Partial<Record<FindingCode, number>>>
  readonly findings: readonly Finding[]
  /** By column: codes of the export that its map does not name. */
  readonly unmapped: Readonly<Partial<Record<ColumnName, readonly string[]>>>
}

/** A sample is no list: what comes after so many rows is left for the import. */
const mostRows = 100_000

/** What only an election can tell. */
const notForSamples = new Set<FindingCode>(['unknown-section', 'category-without-vote'])

/** Reads a sample and keeps nothing of it. Throws a `CsvFault` when the files are not what the preset says. */
export async function checkSample(
  preset: Preset,
  files: ExportFiles,
  { show, today }: { show: number; today: Date },
): Promise<CheckedSample> {
  const { rows, headerRow, fieldsLeft } = await openExport(preset, files)
  const rules = rulesOfSamples(today)
  const log = createFindingLog()
  const codes = unmappedCodes(preset)
  const shown: UnderstoodRow[] = []
  let count = 0
  let understood = 0
  for await (const row of rows) {
    const findings = checkReadRow(row, rules).findings.filter(({ code }) => !notForSamples.has(code))
    log.note(findings)
    if (!row.damage && findings.every(({ severity }) => severity !== 'error')) understood++
    if (!row.damage) codes.look(row.fields)
    if (shown.length < show) shown.push({ row: row.row, columns: filledIn(row.fields), findings })
    if (++count === mostRows) break
  }
  const { counts, kept } = log
  return {
    headerRow,
    fieldsLeft,
    shown,
    rows: count,
    understood,
    counts,
    findings: kept,
    unmapped: codes.found(),
  }
}

function rulesOfSamples(today: Date): RowRules {
  const numbers = { allowTestNumbers: true, allowRealNumbers: true, today }
  return {
    ...{ sections: new Set(), categories: new Set(), postcodes: new Set(), ages: {}, oldestAge: 120 },
    ...{ pollingDay: today.toISOString().slice(0, 10), birthdayOn29February: '1 March', numbers },
  }
}

function filledIn(fields: Readonly<Record<ColumnName, string>>): UnderstoodRow['columns'] {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))
}
