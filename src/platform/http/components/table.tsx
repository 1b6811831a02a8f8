import type { Child } from 'hono/jsx'

export interface Column<Row> {
  readonly heading: string
  readonly cell: (row: Row) => Child
  /** Figures stand to the right, one under the other. */
  readonly isNumber?: boolean
  /** Names its row, for who hears the table read. */
  readonly isRowHeading?: boolean
}

interface TableProps<Row> {
  /** What the table holds; also the name of the region in which it scrolls. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Shown instead of a table without rows: what it means, and what to do. */
  readonly empty: Child
  /** The caption is for who does not see; the heading above says it already. */
  readonly hideCaption?: boolean
  /** On a phone each row is a block with its headings: nothing of it is out of sight beside a button that is about all of it. */
  readonly stacks?: boolean
}

/** A table in a region of its own, so that a wide one scrolls by itself and never the page. */
export function Table<Row>({
  caption,
  columns,
  rows,
  empty,
  hideCaption = false,
  stacks = false,
}: TableProps<Row>) {
  if (rows.length === 0) return <div class="empty">{empty}</div>
  return (
    <section class={stacks ? 'table-region stacks' : 'table-region'} tabindex={0} aria-label={caption}>
      <table class="govuk-table">
        <caption
          class={hideCaption ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}
        >
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map(({ heading, isNumber }) => (
              <th scope="col" class={`govuk-table__header${isNumber ? ' number' : ''}`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr class="govuk-table__row">{columns.map((column) => cellOf(column, row, stacks))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellOf<Row>({ heading, cell, isNumber, isRowHeading }: Column<Row>, row: Row, stacks: boolean) {
  const side = isNumber ? ' number' : ''
  const stacked = stacks ? { 'data-heading': heading } : {}
  if (!isRowHeading)
    return (
      <td class={`govuk-table__cell${side}`} {...stacked}>
        {cell(row)}
      </td>
    )
  return (
    <th scope="row" class={`govuk-table__header${side}`} {...stacked}>
      {cell(row)}
    </th>
  )
}
