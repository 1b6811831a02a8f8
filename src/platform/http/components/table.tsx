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
}

/** A table in a region of its own, so that a wide one scrolls by itself and never the page. */
export function Table<Row>({ caption, columns, rows, empty, hideCaption = false }: TableProps<Row>) {
  if (rows.length === 0) return <div class="empty">{empty}</div>
  return (
    <section class="table-region" tabindex={0} aria-label={caption}>
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
            <tr class="govuk-table__row">{columns.map((column) => cellOf(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellOf<Row>({ cell, isNumber, isRowHeading }: Column<Row>, row: Row) {
  const side = isNumber ? ' number' : ''
  if (!isRowHeading) return <td class={`govuk-table__cell${side}`}>{cell(row)}</td>
  return (
    <th scope="row" class={`govuk-table__header${side}`}>
      {cell(row)}
    </th>
  )
}
