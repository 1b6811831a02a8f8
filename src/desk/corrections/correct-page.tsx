import { getSections } from '../../elections/index.ts'
import { Inset, Table } from '../../platform/http/components/index.ts'
import {
  addressForOthers,
  correctionOf,
  type ValueColumn,
  valueColumns,
  valuesOf,
} from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { amendOne } from './amend-one.tsx'
import { fullName, type Opened } from './open-to-amend.ts'
import { texts } from './texts.nl.ts'
import { ValueFields, valuesFrom, valueText } from './value-fields.tsx'

const said = texts.correct

/** What the list says of the voter, to be typed otherwise; then what that would do, and the correction itself. */
export const { show: showCorrect, carryOut: correct } = amendOne({
  kind: 'correct',
  page: paths.voterCorrect,
  deed: paths.voterCorrectNow,
  cellsOf: changesOf,
  before: ({ voter }) => (
    <>
      <p class="desk-lead">{said.lead(fullName(voter))}</p>
      {!addressForOthers(voter) && <Inset>{said.protected}</Inset>}
    </>
  ),
  async fields(desk, { voter }, errors) {
    const { municipalityId, electionId } = desk.election
    const sections = await inOwnScope(desk, (db) => getSections(db, municipalityId, electionId))
    return <ValueFields {...{ desk, sections, errors }} before={valuesOf(voter)} />
  },
  summary: (desk, opened) => <Changes desk={desk} opened={opened} />,
})

function changesOf(desk: ElectionDesk, { voter }: Opened) {
  const before = valuesOf(voter)
  return correctionOf(before, valuesFrom(desk, before))
}

/** What stood there beside what will stand there. What the address was of a voter whose address is protected is not shown. */
function Changes({ desk, opened }: { desk: ElectionDesk; opened: Opened }) {
  const changes = changesOf(desk, opened)
  const [before, after] = [valuesOf(opened.voter), valuesFrom(desk, valuesOf(opened.voter))]
  const shown = (name: ValueColumn, value: string) => valueText(name, value) || said.empty
  return (
    <Table
      caption={said.changes(fullName(opened.voter))}
      columns={[
        { heading: said.what, isRowHeading: true, cell: (name) => texts.values.columns[name] },
        { heading: said.was, cell: (name) => shown(name, before[name]) },
        { heading: said.becomes, cell: (name) => shown(name, after[name]) },
      ]}
      rows={valueColumns.filter((name) => name in changes)}
      empty=""
    />
  )
}
