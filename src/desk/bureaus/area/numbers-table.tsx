import { type Column, Table } from '../../../platform/http/components/index.ts'
import type { AreaBureauRow, AreaRow } from './area-facts.ts'
import { type CantonNumbers, type NumbersRow, numbersOfCantons } from './numbers-facts.ts'
import { texts } from './texts.nl.ts'

const words = texts.numbers

/** With which number each municipality of a canton begins, for who tells them. */
export function NumbersTable({
  rows,
  bureaus,
}: {
  readonly rows: readonly AreaRow[]
  readonly bureaus: readonly AreaBureauRow[]
}) {
  return <>{numbersOfCantons(rows, bureaus).map(OneCanton)}</>
}

function OneCanton({ canton, rows }: CantonNumbers) {
  const head = rows.find(({ isHead }) => isHead)
  return (
    <>
      <h2>{words.title(canton)}</h2>
      <p>{head ? words.lead(head.row.of.municipality.name) : words.noHead}</p>
      <Table caption={words.caption} empty="" rows={[...rows]} columns={columns} />
    </>
  )
}

const columns: readonly Column<NumbersRow>[] = [
  {
    heading: texts.table.columns.municipality,
    isRowHeading: true,
    cell: ({ row }) => row.of.municipality.name,
  },
  { heading: words.columns.polling, isNumber: true, cell: ({ asked }) => String(asked.firstNumber) },
  { heading: words.columns.counting, isNumber: true, cell: (one) => countingText(one) },
  { heading: words.columns.now, cell: (one) => nowText(one) },
]

const countingText = ({ row, asked }: NumbersRow) =>
  row.sums.kinds.COUNTING > 0 ? String(asked.firstCounting) : ''

function nowText({ row, asked, now }: NumbersRow): string {
  const { POLLING, COUNTING } = row.sums.kinds
  if (POLLING === 0) return words.noPlan
  const isRight =
    now.firstNumber === asked.firstNumber && (COUNTING === 0 || now.firstCounting === asked.firstCounting)
  return isRight ? words.same : words.other(now.firstNumber, COUNTING > 0 ? now.firstCounting : undefined)
}
