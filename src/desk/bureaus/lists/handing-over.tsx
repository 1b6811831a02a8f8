import { type DroppedOut, loadBureauRules, type MemberList } from '../../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../../platform/dates.ts'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  countText,
  Inset,
  Table,
  Warning,
} from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { handingOver } from './handing-over-texts.nl.ts'
import type { ListsFacts } from './lists-facts.ts'

/** Until when both lists have to be with who designates; once they are, nobody needs to be told. */
export function LastDay({ desk, facts }: { readonly desk: ElectionDesk; readonly facts: ListsFacts }) {
  const { lists, sendBy } = facts
  if (lists.A.list?.state === 'SENT' && lists.B.list?.state === 'SENT') return null
  const { until, over } = handingOver.lastDay
  const day = longDate(sendBy, 'nl')
  const isOver = dayInBelgium(desk.deps.clock.now()) > sendBy
  return isOver ? <Warning>{over(day)}</Warning> : <Inset>{until(day)}</Inset>
}

/** A list that was adopted, as files to hand over. */
export function HandedFiles({
  desk,
  list,
}: {
  readonly desk: ElectionDesk
  readonly list: MemberList | undefined
}) {
  if (!list || list.state === 'DRAFT') return null
  const { title, lead, numbers, csv, pdf } = handingOver.handed
  const { kind, version } = list
  const fields = loadBureauRules(desk.election.ruleset).handedLists.fields[kind].value
  const address = (file: string) =>
    paths.handedList({ election: desk.election.code, kind, version, file: fileName(kind, file) })
  return (
    <>
      <h3>{title(kind, version)}</h3>
      <p>{lead}</p>
      {fields.includes('nationalNumber') && <Inset>{numbers}</Inset>}
      <ButtonGroup>
        <ButtonLink kind="secondary" href={address('csv')}>
          {csv}
          <span class="govuk-visually-hidden">{handingOver.received.fileOf(kind, version)}</span>
        </ButtonLink>
        <ButtonLink kind="secondary" href={address('pdf')}>
          {pdf}
          <span class="govuk-visually-hidden">{handingOver.received.fileOf(kind, version)}</span>
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

export const fileName = (kind: string, form: string) => `lijst-${kind.toLowerCase()}.${form}`

/** More than this are found behind their sections. */
const mostShown = 50

/** Who was drawn for list B and drops out when it is adopted now, with why: for the clerk. */
export function DroppedOutOfB({ dropped }: { readonly dropped: readonly DroppedOut[] }) {
  if (dropped.length === 0) return null
  const { title, lead, more } = handingOver.dropped
  return (
    <>
      <h3>{title}</h3>
      <p>{lead(dropped.length)}</p>
      <Table
        {...{ caption: title, hideCaption: true, columns: droppedColumns, empty: '' }}
        rows={dropped.slice(0, mostShown)}
      />
      {dropped.length > mostShown && <p>{more(dropped.length - mostShown)}</p>}
    </>
  )
}

const { columns, why, gone } = handingOver.dropped
const droppedColumns: readonly Column<DroppedOut>[] = [
  { heading: columns.section, isNumber: true, cell: ({ section }) => countText(section) },
  { heading: columns.rank, isNumber: true, cell: ({ rank }) => countText(rank) },
  {
    heading: columns.name,
    isRowHeading: true,
    cell: ({ lastName, firstNames }) => [lastName ?? gone, firstNames].filter(Boolean).join(' '),
  },
  { heading: columns.why, cell: (one) => why[one.why] },
]
