import {
  type Finding,
  type FindingCode,
  findingSeverities,
  findingText,
  type ImportReport,
} from '../voters/index.ts'
import { counted } from './counted.ts'

const rowsShown = 5

/** Counts, then each kind of finding with how to mend it and its first rows: errors first, the most frequent first. */
export function reportLines(report: Omit<ImportReport, 'difference'>): string[] {
  return [
    `${counted(report.voters, 'voter')} in ${counted(report.perSection.length, 'section')}; ${counted(report.errors, 'error')}, ${counted(report.warnings, 'warning')}.`,
    ...findingLines(report),
  ]
}

/** Each kind of finding, however many there are of it. */
export function findingLines({ counts, findings }: Pick<ImportReport, 'counts' | 'findings'>): string[] {
  const kinds = (Object.entries(counts) as [FindingCode, number][]).toSorted(byWeight)
  return kinds.flatMap(([code, count]) => kindLines(findings, code, count))
}

function byWeight([one, ones]: [FindingCode, number], [other, others]: [FindingCode, number]): number {
  const weight = { error: 0, warning: 1 }
  return weight[findingSeverities[one]] - weight[findingSeverities[other]] || others - ones
}

function kindLines(findings: readonly Finding[], code: FindingCode, count: number): string[] {
  const { reason, remedy } = findingText(code, 'en')
  const rows = findings.filter((found) => found.code === code && (found.row ?? found.detail) !== undefined)
  const shown = rows.slice(0, rowsShown).map(place)
  const more = count > shown.length && shown.length > 0 ? [`and ${count - shown.length} more`] : []
  return [
    `  ${findingSeverities[code]}: ${count} × ${reason} → ${remedy}`,
    ...(shown.length > 0 ? [`    ${[...shown, ...more].join('; ')}`] : []),
  ]
}

const findingsShown = 50

/** Findings of a file that is not a list, one by one: where, what, and how to mend it. */
export function oneByOne(findings: readonly Finding[]): string[] {
  const lines = findings.slice(0, findingsShown).map(({ row, column, code }) => {
    const { reason, remedy } = findingText(code, 'en')
    return `  row ${row ?? '–'}, column ${column ?? '–'}: ${reason} → ${remedy}`
  })
  const more = findings.length - lines.length
  return more > 0 ? [...lines, `  and ${more} more; --json has them all`] : lines
}

function place({ row, column, sameAs, detail }: Finding): string {
  if (row === undefined) return [column, detail].filter(Boolean).join(' ')
  const what = [...(detail ? [detail] : []), ...(sameAs ? [`same as row ${sameAs}`] : [])]
  return `row ${row}${column ? ` ${column}` : ''}${what.length > 0 ? ` (${what.join(', ')})` : ''}`
}
