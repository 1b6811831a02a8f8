import { type Column, countText, Details, Table } from '../../platform/http/components/index.ts'
import {
  type Finding,
  type FindingCode,
  findingSeverities,
  findingText,
  firstOfEach,
  type ImportReport,
  type RowInQuestion,
} from '../../voters/index.ts'
import { columnName } from './column-name.nl.ts'
import { texts } from './texts.nl.ts'

const rowsShown = 10
type RowsShown = ReadonlyMap<number, RowInQuestion>

/** What was found, grouped by cause, the most frequent first: how often, what to do, and the first rows. */
export function FindingGroups({
  report,
  severity,
  rows,
  title = severity === 'error' ? texts.report.errorGroups : texts.report.warningGroups,
}: {
  report: Pick<ImportReport, 'counts' | 'findings'>
  severity: 'error' | 'warning'
  /** What stands in the rows, where somebody asked for it. */
  rows?: RowsShown | undefined
  title?: string
}) {
  const kinds = (Object.entries(report.counts) as [FindingCode, number][])
    .filter(([code]) => findingSeverities[code] === severity)
    .toSorted(([, one], [, other]) => other - one)
  if (kinds.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {kinds.map(([code, count]) => (
        <Group {...{ code, count, rows }} findings={report.findings.filter((found) => found.code === code)} />
      ))}
    </section>
  )
}

function Group({
  code,
  count,
  findings,
  rows,
}: {
  code: FindingCode
  count: number
  findings: readonly Finding[]
  rows: RowsShown | undefined
}) {
  const { reason, remedy } = findingText(code, 'nl')
  const { remedy: whatToDo, rowsOf } = texts.report
  const shown = firstOfEach(findings, rowsShown).filter((found) => found.row !== undefined || found.detail)
  return (
    <>
      <h3>
        {countText(count)} × {reason}
      </h3>
      <p class="desk-text">
        <strong>{whatToDo}</strong> {remedy}
      </p>
      {shown.length > 0 && (
        <Details summary={rowsOf(countText(shown.length), countText(count))} open={rows !== undefined}>
          <FindingRows caption={reason} findings={shown} rows={rows} />
        </Details>
      )}
    </>
  )
}

/** The rows that a page of these findings shows, so that what stands in them can be asked for. */
export function rowsShownOf({ findings }: Pick<ImportReport, 'findings'>): number[] {
  const first = [...Map.groupBy(findings, ({ code }) => code).values()].flatMap((some) =>
    firstOfEach(some, rowsShown),
  )
  return [...new Set(first.flatMap(({ row }) => row ?? []))]
}

interface FindingRowsProps {
  readonly caption: string
  readonly findings: readonly Finding[]
  readonly rows?: RowsShown | undefined
}

/** Where each stands. A finding never repeats what a cell holds: that is taken from the list itself, for who asked. */
export function FindingRows({ caption, findings, rows }: FindingRowsProps) {
  const { row, column, what, sameAs, whole, noFindings } = texts.report
  const place: Column<Finding> = {
    heading: row,
    isRowHeading: true,
    cell: (found) => (found.row === undefined ? whole : countText(found.row)),
  }
  const where: Column<Finding> = {
    heading: column,
    cell: (found) => (found.column ? columnName(found.column) : '–'),
  }
  const why: Column<Finding> = {
    heading: what,
    cell: (found) => [found.detail, found.sameAs && sameAs(found.sameAs)].filter(Boolean).join(', ') || '–',
  }
  const columns = rows
    ? [place, ...whoStandsThere(rows), where, whatStandsThere(rows), why]
    : [place, where, why]
  return <Table {...{ caption, columns }} hideCaption rows={findings} empty={noFindings} />
}

const inRow = (rows: RowsShown, { row }: Finding) => (row === undefined ? undefined : rows.get(row))

function whoStandsThere(rows: RowsShown): readonly Column<Finding>[] {
  const { listNumber, name } = texts.report.rows
  return [
    { heading: listNumber, cell: (found) => inRow(rows, found)?.listNumber || '–' },
    {
      heading: name,
      cell: (found) => {
        const there = inRow(rows, found)
        return [there?.lastName, there?.firstNames].filter(Boolean).join(', ') || '–'
      },
    },
  ]
}

function whatStandsThere(rows: RowsShown): Column<Finding> {
  const { now, empty, notShown } = texts.report.rows
  const textOf = (found: Finding) => {
    const there = inRow(rows, found)
    if (!there || !found.column) return '–'
    const text = there.cell(found.column)
    return text === undefined ? notShown : text || empty
  }
  return { heading: now, cell: (found) => <span class="breaks">{textOf(found)}</span> }
}
