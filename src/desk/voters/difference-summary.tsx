import { countText, Table } from '../../platform/http/components/index.ts'
import { differenceKinds, type VotersList } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** In what a list differs from the one before it, in numbers. */
export function DifferenceSummary({ desk, list }: { desk: ElectionDesk; list: VotersList }) {
  const { difference } = list
  const said = texts.difference
  if (!difference)
    return (
      <>
        <h2>{said.title}</h2>
        <p>{said.none}</p>
      </>
    )
  const all = differenceKinds.reduce((sum, kind) => sum + difference[kind].voters, 0)
  const share = Math.round((all / Math.max(list.voterCount, 1)) * 1000) / 10
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.largest(countText(all), share.toLocaleString('nl-BE'))}</p>
      <Table
        caption={said.caption}
        hideCaption
        columns={[
          { heading: said.kind, isRowHeading: true, cell: (kind) => said.kinds[kind].title },
          { heading: said.count, isNumber: true, cell: (kind) => countText(difference[kind].voters) },
        ]}
        rows={differenceKinds}
        empty={said.none}
      />
      {list.state === 'imported' && all > 0 && (
        <p>
          <a href={paths.votersDifference({ election: desk.election.code })}>{said.show}</a>
        </p>
      )}
    </>
  )
}
