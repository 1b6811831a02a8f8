import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { byteOrderMark, csvRows } from '../../platform/csv/write-csv.ts'
import { findingText, type TextLanguage } from '../checking/finding-texts.ts'
import type { Finding, FindingCode } from '../checking/import-finding.ts'

/** Findings of one import: counted to the last, the first of each kind kept, all of them written to a file. */
export interface FindingLog {
  readonly counts: Readonly<Partial<Record<FindingCode, number>>>
  readonly errors: number
  readonly kept: readonly Finding[]
  note(findings: Iterable<Finding>): void
  /** Writes what was noted since the last time; waits while the file's stream is full. */
  settle(): Promise<void>
  noteAll(findings: AsyncIterable<Finding>): Promise<void>
}

export interface FindingsFile {
  readonly stream: Writable
  readonly language: TextLanguage
}

/** How many findings of each kind a report holds; the file has all of them. */
export const mostKeptOfEach = 1000

/** `acrossRows`: takes all that is found between rows, which no row shows by itself. */
export function createFindingLog(file?: FindingsFile, acrossRows?: Finding[]): FindingLog {
  const counts: Partial<Record<FindingCode, number>> = {}
  const kept: Finding[] = []
  let errors = 0
  let unwritten: Finding[] = []
  let begun = false
  const log: FindingLog = {
    counts,
    kept,
    get errors() {
      return errors
    },
    note(findings) {
      for (const found of findings) {
        counts[found.code] = (counts[found.code] ?? 0) + 1
        if (found.severity === 'error') errors++
        if (counts[found.code]! <= mostKeptOfEach) kept.push(found)
        if (file) unwritten.push(found)
      }
    },
    async settle() {
      if (!file || (begun && unwritten.length === 0)) return
      const text = begun ? '' : byteOrderMark + csvRows([header[file.language]])
      const written = file.stream.write(text + csvRows(unwritten.map((found) => cells(found, file.language))))
      begun = true
      unwritten = []
      if (!written) await once(file.stream, 'drain')
    },
    async noteAll(findings) {
      let noted = 0
      for await (const found of findings) {
        log.note([found])
        if (found.row !== undefined) acrossRows?.push(found)
        if (++noted % 1000 === 0) await log.settle()
      }
      await log.settle()
    },
  }
  return log
}

/** Writes findings as a spreadsheet with the reason and the remedy of each. Does not end the stream. */
export async function writeFindingsCsv(findings: Iterable<Finding>, file: FindingsFile): Promise<void> {
  const log = createFindingLog(file)
  log.note(findings)
  await log.settle()
}

const header = {
  en: ['row', 'column', 'severity', 'code', 'same as row', 'what', 'reason', 'remedy'],
  nl: ['rij', 'kolom', 'ernst', 'code', 'zelfde als rij', 'wat', 'reden', 'oplossing'],
} as const

const severityNames = { en: { error: 'error', warning: 'warning' }, nl: { error: 'fout', warning: 'let op' } }

function cells(found: Finding, language: TextLanguage): (string | number)[] {
  const { reason, remedy } = findingText(found.code, language)
  const { row = '', column = '', sameAs = '', detail = '', code, severity } = found
  return [row, column, severityNames[language][severity], code, sameAs, detail, reason, remedy]
}
