import { longDate } from '../../../platform/dates.ts'
import { type Column, countText, Table } from '../../../platform/http/components/index.ts'
import { bureauName } from '../bureau-text.ts'
import { hourOf } from '../day/day-text.ts'
import { checkpoints } from '../day/texts.nl.ts'
import { type AreaRow, type AreaSums, decidesIn } from './area-facts.ts'
import { GoThere } from './go-there.tsx'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

const words = texts.table

/** A line of the table: a municipality, or under all of them their sum. */
export type SumLine = AreaRow | { readonly of: undefined; readonly sums: AreaSums }

interface Props {
  readonly desk: AreaDesk
  readonly rows: readonly AreaRow[]
  readonly all: AreaSums
}

/** Every municipality of the area in a line, and the sum of all of them. */
export function SumsTable({ desk, rows, all }: Props) {
  const lines: SumLine[] = rows.length > 1 ? [...rows, { of: undefined, sums: all }] : [...rows]
  return (
    <Table
      caption={words.caption(longDate(desk.day ?? '', 'nl'))}
      empty={texts.nothing}
      rows={lines}
      columns={desk.hasCome ? [...columnsFor(desk), ...dayColumns] : columnsFor(desk)}
    />
  )
}

function columnsFor(desk: AreaDesk): Column<SumLine>[] {
  const { columns } = words
  const { elections } = desk
  const kind = (name: 'POLLING' | 'COUNTING' | 'MAIN', heading: string): Column<SumLine> => ({
    heading,
    isNumber: true,
    cell: ({ sums }) => countText(sums.kinds[name]),
  })
  return [
    {
      heading: columns.municipality,
      isRowHeading: true,
      cell: ({ of }) =>
        of ? (
          <GoThere {...{ desk, of, part: 'bureaus' }}>{of.municipality.name}</GoThere>
        ) : (
          <strong>{words.sum}</strong>
        ),
    },
    kind('POLLING', columns.polling),
    kind('COUNTING', columns.counting),
    kind('MAIN', columns.main),
    { heading: columns.open, isNumber: true, cell: ({ sums }) => countText(sums.open) },
    ...(decidesIn(elections, 'designate') ? [proposedOf(desk)] : []),
    ...(decidesIn(elections, 'decideExcuses') ? [askingOf(desk)] : []),
  ]
}

function proposedOf(desk: AreaDesk): Column<SumLine> {
  return {
    heading: words.columns.proposed,
    isNumber: true,
    cell: ({ of, sums }) =>
      of && sums.proposed > 0 ? (
        <GoThere {...{ desk, of, part: 'voordrachten' }}>
          {countText(sums.proposed)}
          <span class="govuk-visually-hidden"> {words.proposalsOf(of.municipality.name)}</span>
        </GoThere>
      ) : (
        countText(sums.proposed)
      ),
  }
}

function askingOf(desk: AreaDesk): Column<SumLine> {
  return {
    heading: words.columns.asking,
    isNumber: true,
    cell: ({ of, sums }) =>
      of && sums.asking > 0 ? (
        <GoThere {...{ desk, of, part: 'verontschuldigingen' }}>
          {countText(sums.asking)}
          <span class="govuk-visually-hidden"> {words.excusesOf(of.municipality.name)}</span>
        </GoThere>
      ) : (
        countText(sums.asking)
      ),
  }
}

const dayColumns: readonly Column<SumLine>[] = [
  { heading: words.columns.complete, isNumber: true, cell: ({ sums }) => completeText(sums) },
  { heading: words.columns.last, cell: ({ sums }) => lastText(sums) },
  {
    heading: words.columns.incidents,
    isNumber: true,
    cell: ({ sums }) => countText(sums.incidents),
  },
]

export const completeText = ({ complete, meeting }: AreaSums) =>
  words.ofAll(countText(complete), countText(meeting))

/** Where something was noted last, and what. */
export const lastText = ({ last }: AreaSums) =>
  last?.last && last.lastAt ? words.last(hourOf(last.lastAt), checkpoints[last.last], bureauName(last)) : ''
