import type { OfflineIssue } from '../../letters/index.ts'
import { ButtonLink, Table } from '../../platform/http/components/index.ts'
import { dutchMoment } from '../../platform/pdf/paper.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** Duplicates that were given and do not simply count, each with what is the matter; no names, they are looked up at the counter. */
export function WaitingIssues(props: {
  desk: ElectionDesk
  issues: readonly OfflineIssue[]
  isMore: boolean
}) {
  const { desk, issues, isMore } = props
  if (issues.length === 0) return null
  const { title, lead, columns, look, more } = texts.waiting
  const { code } = desk.election
  const mayDecide = may(desk, 'duplicates.take-offline')
  const open = ({ issueId, listNumber }: OfflineIssue) => (
    <ButtonLink kind="secondary" href={paths.offlineIssue({ election: code, issue: issueId })}>
      {look}
      <span class="govuk-visually-hidden">
        {' '}
        {columns.number} {listNumber}
      </span>
    </ButtonLink>
  )
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      {isMore && <p>{more}</p>}
      <Table
        caption={title}
        hideCaption
        empty=""
        rows={issues}
        columns={[
          { heading: columns.number, isRowHeading: true, cell: ({ listNumber }) => listNumber },
          {
            heading: columns.what,
            cell: ({ conflicts }) => conflicts.map((one) => texts.conflicts[one]).join(' '),
          },
          ...(mayDecide ? [{ heading: columns.act, cell: open }] : []),
          { heading: columns.device, cell: ({ deviceName, clerk }) => `${deviceName}, ${clerk}` },
          { heading: columns.when, cell: ({ issuedAt }) => dutchMoment(issuedAt) },
        ]}
      />
    </>
  )
}
