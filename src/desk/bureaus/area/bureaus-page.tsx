import { bureausOfArea, type KeptKind } from '../../../bureaus/index.ts'
import {
  type Column,
  countText,
  FilterForm,
  Pages,
  Select,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { missingText } from '../day/day-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { type AreaBureauRow, decidesIn, isComplete, rowsOfArea } from './area-facts.ts'
import { DayChoice } from './day-choice.tsx'
import { GoThere } from './go-there.tsx'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

const onPage = 100
const words = texts.bureaus
type State = keyof typeof words.filter.states
const states: Readonly<Record<State, (row: AreaBureauRow) => boolean>> = {
  open: ({ open }) => open > 0,
  voorgedragen: ({ proposed }) => proposed > 0,
  vraagt: ({ asking }) => asking > 0,
  onvolledig: (row) => row.kind !== 'RESERVE' && !isComplete(row),
}

/** All bureaus of all municipalities of the area, a hundred at a time, by kind and by how they stand. */
export async function showAreaBureaus(desk: AreaDesk) {
  const { context, deps, authority, elections, days } = desk
  const all = rowsOfArea(elections, await bureausOfArea(deps, { authority, elections }))
  const chosen = {
    dag: days.length > 1 ? desk.day : undefined,
    soort: oneOf(Object.keys(bureauTexts.kinds), context.req.query('soort')) as KeptKind | undefined,
    stand: oneOf(Object.keys(states), context.req.query('stand')) as State | undefined,
  }
  const { soort, stand } = chosen
  const shown = all.filter((row) => (!soort || row.kind === soort) && (!stand || states[stand](row)))
  const from = context.req.query('vanaf')
  const rest = shown.slice(shown.findIndex(({ key }) => key === from) + 1)
  const rows = rest.slice(0, onPage)
  const here = withQuery(paths.areaBureaus(), chosen)
  return showPage(
    desk,
    { title: words.title, trail: [{ href: paths.start(), text: texts.start.title }] },
    <>
      <DayChoice desk={desk} here={paths.areaBureaus()} />
      <Filter {...chosen} />
      <p>{words.count(countText(shown.length), countText(all.length))}</p>
      <Table {...{ caption: words.caption, empty: words.empty, rows, columns: columnsFor(desk) }} />
      <Pages
        next={
          rest.length > onPage
            ? withQuery(paths.areaBureaus(), { ...chosen, vanaf: rows.at(-1)!.key })
            : undefined
        }
        first={from === undefined ? undefined : here}
      />
    </>,
  )
}

const oneOf = (known: readonly string[], asked: string | undefined) => known.find((one) => one === asked)

function Filter(chosen: Readonly<Record<'dag' | 'soort' | 'stand', string | undefined>>) {
  const { filter } = words
  const choices = (named: Readonly<Record<string, string>>) => [
    { value: '', label: filter.every },
    ...Object.entries(named).map(([value, label]) => ({ value, label })),
  ]
  return (
    <FilterForm
      label={filter.label}
      button={filter.button}
      clear={withQuery(paths.areaBureaus(), { dag: chosen.dag })}
    >
      {chosen.dag && <input type="hidden" name="dag" value={chosen.dag} />}
      <Select
        {...{ name: 'soort', label: filter.kind, value: chosen.soort ?? '' }}
        choices={choices(bureauTexts.kinds)}
      />
      <Select
        {...{ name: 'stand', label: filter.state, value: chosen.stand ?? '' }}
        choices={choices(filter.states)}
      />
    </FilterForm>
  )
}

const missing: Column<AreaBureauRow> = {
  heading: words.columns.missing,
  cell: (row) => (row.kind === 'RESERVE' ? '' : missingText(row.missing)),
}

const proposed: Column<AreaBureauRow> = {
  ...{ heading: words.columns.proposed, isNumber: true, cell: (row) => countText(row.proposed) },
}
const asking: Column<AreaBureauRow> = {
  ...{ heading: words.columns.asking, isNumber: true, cell: (row) => countText(row.asking) },
}

function columnsFor(desk: AreaDesk): Column<AreaBureauRow>[] {
  const { columns } = words
  return [
    { heading: columns.municipality, cell: ({ of }) => of.municipality.name },
    {
      heading: columns.bureau,
      isRowHeading: true,
      cell: (row) =>
        row.isOpened ? (
          <GoThere {...{ desk, of: row.of, part: 'bureaus', which: row.number }}>{bureauName(row)}</GoThere>
        ) : (
          bureauName(row)
        ),
    },
    {
      heading: columns.where,
      cell: ({ kind, place }) => place ?? (kind === 'RESERVE' ? '' : words.noPlace),
    },
    { heading: columns.seats, isNumber: true, cell: ({ seats }) => countText(seats) },
    { heading: columns.open, isNumber: true, cell: ({ open }) => countText(open) },
    ...(decidesIn(desk.elections, 'designate') ? [proposed] : []),
    ...(decidesIn(desk.elections, 'decideExcuses') ? [asking] : []),
    ...(desk.hasCome ? [missing] : []),
  ]
}
