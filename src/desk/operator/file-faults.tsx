import type { DocumentFault } from '../../platform/document.ts'
import { type Column, Table } from '../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

/** What is wrong in a municipality file, as its check says it. Nothing when nothing is. */
export function FileFaults({ faults }: { faults: readonly DocumentFault[] }) {
  const { caption, none, english } = texts.add
  if (faults.length === 0) return null
  return (
    <>
      <Table {...{ caption, columns, rows: faults, empty: none }} />
      <p class="quiet">{english}</p>
    </>
  )
}

const columns: readonly Column<DocumentFault>[] = [
  { heading: texts.add.where, cell: ({ path }) => <code>{path}</code>, isRowHeading: true },
  { heading: texts.add.wrong, cell: ({ wrong }) => <span lang="en">{wrong}</span> },
  { heading: texts.add.remedy, cell: ({ remedy }) => <span lang="en">{remedy}</span> },
]
