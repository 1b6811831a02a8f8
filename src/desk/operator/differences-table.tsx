import type { TextDifference } from '../../municipalities/index.ts'
import { Table } from '../../platform/http/components/index.ts'
import { Lines } from '../letters/own-texts-frame.tsx'
import { fieldOf, inFormOrder, nameOfField } from './municipality-fields.ts'
import { texts } from './texts.nl.ts'

/** What of a municipality file changes, a row each, by the names of the form. */
export function SettingsDifferences({
  caption,
  changed,
}: {
  caption: string
  changed: readonly TextDifference[]
}) {
  const { field, was, is } = texts.confirm.columns
  return (
    <Table
      caption={caption}
      empty={texts.confirm.nothing}
      rows={inFormOrder(changed)}
      columns={[
        { heading: field, isRowHeading: true, cell: ({ path }) => nameOfField(path) },
        { heading: was, cell: (row) => <Lines text={inWords(row.path, row.was)} /> },
        { heading: is, cell: (row) => <Lines text={inWords(row.path, row.is)} /> },
      ]}
    />
  )
}

/** A choice by its name, a drawing by its size. */
function inWords(path: string, value: string | undefined): string {
  if (value === undefined) return texts.confirm.absent
  if (path === 'arms') return texts.confirm.drawing(value.length)
  const choice = fieldOf(path)?.choices?.find((one) => one.value === value)
  return choice ? String(choice.label) : value
}
