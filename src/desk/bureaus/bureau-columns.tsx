import { type Column, countText, Tag } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { bureauName, whereText } from './bureau-text.ts'
import type { BureauRow } from './bureaus-overview.ts'
import { looksAt } from './sight.ts'
import { texts } from './texts.nl.ts'

const words = texts.overview

/** How far each bureau is; the way into it stands there for who opens it. */
export function bureauColumns(desk: ElectionDesk): Column<BureauRow>[] {
  const { columns } = words
  const election = desk.election.code
  return [
    {
      heading: columns.bureau,
      isRowHeading: true,
      cell: (row) =>
        looksAt(desk, 'opens', row) ? (
          <a href={paths.bureau({ election, number: row.number })}>{bureauName(row)}</a>
        ) : (
          bureauName(row)
        ),
    },
    { heading: columns.where, cell: whereText },
    { heading: columns.state, cell: State },
    { heading: columns.seats, isNumber: true, cell: ({ count }) => countText(count.seats) },
    { heading: columns.filled, isNumber: true, cell: ({ count }) => countText(count.filled) },
    { heading: columns.designated, isNumber: true, cell: ({ count }) => countText(count.designated) },
    { heading: columns.confirmed, isNumber: true, cell: ({ count }) => countText(count.confirmed) },
  ]
}

function State({ seats, open }: BureauRow) {
  if (seats.length === 0) return <Tag colour="yellow">{words.unknown}</Tag>
  return open > 0 ? <Tag colour="yellow">{words.open(open)}</Tag> : <Tag colour="green">{words.filled}</Tag>
}
