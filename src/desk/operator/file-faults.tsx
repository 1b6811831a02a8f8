import { type Column, Table } from '../../platform/http/components/index.ts'
import type { ToldFault } from './fault-texts.nl.ts'
import { nameOfField } from './municipality-fields.ts'
import { texts } from './texts.nl.ts'

interface FileFaultsProps {
  readonly faults: readonly ToldFault[]
  /** What a field is called on its form; its path where it has none. */
  readonly nameOf?: (path: string) => string
}

/** What is wrong in a file, a row each: the field, its place in the file, what to do. Nothing when nothing is. */
export function FileFaults({ faults, nameOf = nameOfField }: FileFaultsProps) {
  const { caption, none } = texts.add
  if (faults.length === 0) return null
  return <Table {...{ caption, rows: faults, columns: columnsFor(nameOf), empty: none }} />
}

type NameOf = (path: string) => string

const columnsFor = (nameOf: NameOf): readonly Column<ToldFault>[] => [
  { heading: texts.add.where, cell: ({ path }) => <Where {...{ path, nameOf }} />, isRowHeading: true },
  { heading: texts.add.wrong, cell: ({ wrong }) => wrong },
  { heading: texts.add.remedy, cell: ({ remedy }) => remedy },
]

function Where({ path, nameOf }: { path: string; nameOf: NameOf }) {
  if (path === '') return texts.add.wholeFile
  const [, field = path, index] = /^(.*?)(?:\.(\d+))?$/.exec(path) ?? []
  const name = nameOf(field)
  return (
    <>
      <code>{path}</code>
      {name !== field && (
        <>
          <br />
          <span class="quiet">{index === undefined ? name : texts.add.lineOf(name, Number(index) + 1)}</span>
        </>
      )}
    </>
  )
}
