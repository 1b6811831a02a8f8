import { countText, Details, Table } from '../../platform/http/components/index.ts'
import {
  type Finding,
  type FindingCode,
  findingSeverities,
  findingText,
  firstOfEach,
  type ImportReport,
} from '../../voters/index.ts'
import { texts } from './texts.nl.ts'

const rowsShown = 10

/** What was found, grouped by cause, the most frequent first: how often, what to do, and the first rows. */
export function FindingGroups({
  report,
  severity,
  title = severity === 'error' ? texts.report.errorGroups : texts.report.warningGroups,
}: {
  report: Pick<ImportReport, 'counts' | 'findings'>
  severity: 'error' | 'warning'
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
        <Group code={code} count={count} findings={report.findings.filter((found) => found.code === code)} />
      ))}
    </section>
  )
}

function Group({
  code,
  count,
  findings,
}: {
  code: FindingCode
  count: number
  findings: readonly Finding[]
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
        <Details summary={rowsOf(countText(shown.length), countText(count))}>
          <FindingRows caption={reason} findings={shown} />
        </Details>
      )}
    </>
  )
}

/** Where each stands. A finding never repeats what a cell holds. */
export function FindingRows({ caption, findings }: { caption: string; findings: readonly Finding[] }) {
  const { row, column, what, sameAs, whole, noFindings } = texts.report
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        {
          heading: row,
          isRowHeading: true,
          cell: (found: Finding) => (found.row === undefined ? whole : countText(found.row)),
        },
        { heading: column, cell: (found: Finding) => found.column ?? '–' },
        {
          heading: what,
          cell: (found: Finding) =>
            [found.detail, found.sameAs && sameAs(found.sameAs)].filter(Boolean).join(', ') || '–',
        },
      ]}
      rows={findings}
      empty={noFindings}
    />
  )
}
