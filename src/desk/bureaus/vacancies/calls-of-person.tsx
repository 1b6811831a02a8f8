import type { ReserveCall } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { Table } from '../../../platform/http/components/index.ts'
import { phones } from './texts.nl.ts'

const words = phones.ofPerson

interface Props {
  readonly calls: readonly ReserveCall[]
  /** Of the staff, by id. */
  readonly names: ReadonlyMap<string, string>
}

/** When somebody of the reserve was phoned, by whom, and what it came to; nothing when nobody did. */
export function CallsOfPerson({ calls, names }: Props) {
  if (calls.length === 0) return null
  return (
    <Table
      {...{ caption: words.caption, empty: '', rows: calls }}
      columns={[
        {
          heading: words.when,
          isRowHeading: true,
          cell: ({ calledAt }) => momentText(calledAt, 'nl'),
        },
        { heading: words.what, cell: ({ outcome }) => phones.outcomes[outcome] },
        { heading: words.who, cell: ({ calledBy }) => names.get(calledBy) ?? calledBy },
      ]}
    />
  )
}
