import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { byteOrderMark, csvRows } from '../../platform/csv/write-csv.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { checkReadRow } from '../checking/check-read-row.ts'
import type { RowRules } from '../checking/check-row.ts'
import { findingText, type TextLanguage } from '../checking/finding-texts.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import type { ImportDeps } from '../importing/import-voters.ts'
import { type ListSource, rowsOf } from '../importing/read-rows.ts'
import { rowRules } from '../importing/row-rules.ts'
import { type ColumnName, headerColumns, type ListRow, listColumns } from '../list-format.ts'
import { mendedRow } from './mend-rows.ts'
import { addressCells, checkOf, leaveOut, type MendedRow, makeEmpty, sheetColumns } from './mending-sheet.ts'

export interface SheetFacts {
  readonly election: Election
  /** The list that was looked at, from its beginning. */
  readonly source: ListSource
  /** What was found between its rows; what is wrong within a row is found again here. */
  readonly acrossRows: readonly Finding[]
  readonly sheet: { readonly stream: Writable; readonly language: TextLanguage }
  readonly by: string
}

/**
 * Writes the rows that something was found in, with what a clerk needs to mend them and a cell to do so: a line for each
 * finding. It holds personal data: whoever asks for it is in the audit log before the first line is written. Does not
 * end the stream. Answers how many lines it has.
 */
export async function writeMendingSheet(
  { database, clock, numbers }: Pick<ImportDeps, 'database' | 'clock' | 'numbers'>,
  { election, source, acrossRows, sheet, by }: SheetFacts,
): Promise<number> {
  const { municipalityId } = election
  const rules = await database.inScope(staffOf(municipalityId), async (db) => {
    const event = { municipalityId, actor: by, action: 'voters.mending-sheet', subject: election.electionId }
    await recordAudit(db, { ...event, details: { list: source.name } })
    return rowRules(db, election, { ...numbers, today: clock.now() })
  })
  let lines = 0
  let text = byteOrderMark + csvRows([headerOf(sheet.language)])
  for await (const written of linesOf(source, rules, acrossRows, sheet.language)) {
    lines++
    text += csvRows([written])
    if (text.length < 65_536) continue
    if (!sheet.stream.write(text)) await once(sheet.stream, 'drain')
    text = ''
  }
  sheet.stream.write(text)
  return lines
}

type Cells = (string | number)[]

const readOnly = {
  en: ['severity', 'stands_there', 'reason', 'remedy'],
  nl: ['ernst', 'staat_er_nu', 'reden', 'oplossing'],
} as const
const severityNames = { en: { error: 'error', warning: 'warning' }, nl: { error: 'fout', warning: 'let op' } }
const hidden = { en: '(protected)', nl: '(afgeschermd)' } as const
const mendedBefore = { en: 'Mended before.', nl: 'Eerder verbeterd.' } as const

function headerOf(language: TextLanguage): string[] {
  const { row, check, column, mended } = sheetColumns[language]
  const [severity, now, reason, remedy] = readOnly[language]
  return [row, check, severity, column, now, mended, reason, remedy, ...listColumns.map(({ name }) => name)]
}

async function* linesOf(
  source: ListSource,
  rules: RowRules,
  acrossRows: readonly Finding[],
  language: TextLanguage,
): AsyncGenerator<Cells> {
  const across = Map.groupBy(acrossRows, ({ row }) => row)
  for await (const read of rowsOf({ ...source, mending: undefined })) {
    const mended = source.mending?.get(read.row)
    const now = mended ? mendedRow(read, mended) : read
    const within = checkReadRow(now, rules).findings.flatMap(eachCell)
    const found = mended?.leftOut ? [] : [...within, ...(across.get(read.row) ?? [])]
    const line = { row: read.row, was: read.fields, now: now.fields, mended, language }
    for (const one of found) yield lineOf(line, one)
    const seen = new Set(found.map(({ column }) => column))
    if (mended?.leftOut) yield lineOf(line, undefined, 'list_number')
    for (const column of Object.keys(mended?.cells ?? {}) as ColumnName[])
      if (!seen.has(column)) yield lineOf(line, undefined, column)
  }
}

/** Of a row with too few or too many cells every one that it cannot do without is filled in anew. */
function eachCell(found: Finding): Finding[] {
  if (found.code !== 'cell-count') return [found]
  const needed = headerColumns.filter(({ required }) => required)
  return needed.map(({ name }) => finding('cell-count', { ...found, column: name }))
}

interface SheetLine {
  readonly row: number
  /** As it stands in the list: the check is made of it. */
  readonly was: ListRow
  /** With what was mended before. */
  readonly now: ListRow
  readonly mended: MendedRow | undefined
  readonly language: TextLanguage
}

function lineOf(
  { row, was, now, mended, language }: SheetLine,
  found: Finding | undefined,
  column = (found?.column ?? '') as ColumnName,
): Cells {
  const isHidden = now.address_kind === 'PROTECTED' || was.address_kind === 'PROTECTED'
  const shown = (name: ColumnName) =>
    isHidden && addressCells.has(name) && was[name] ? hidden[language] : readable(name, was[name] ?? '')
  const text = found && findingText(found.code, language)
  const what = found?.detail ? ` (${found.detail})` : ''
  const other = found?.sameAs ? ` (${sheetColumns[language].row} ${found.sameAs})` : ''
  return [
    ...[row, checkOf(was), found ? severityNames[language][found.severity] : '', column, shown(column)],
    ...[filledIn(mended, column, language), text ? text.reason + what + other : mendedBefore[language]],
    ...[text?.remedy ?? '', ...listColumns.map(({ name }) => shown(name))],
  ]
}

function filledIn(mended: MendedRow | undefined, column: ColumnName, language: TextLanguage): string {
  if (mended?.leftOut) return leaveOut[language]
  const cell = mended?.cells[column]
  return cell === '' ? makeEmpty : (cell ?? '')
}

/** With dots a spreadsheet leaves a national number as it is; without, it takes the zeros off its front. */
function readable(name: ColumnName, text: string): string {
  if (name !== 'national_number') return text
  return text.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5')
}
