import { addressLines } from '../../platform/address.ts'
import { Button, countText, Form, Radios, Table } from '../../platform/http/components/index.ts'
import {
  addressForOthers,
  type ComparedVoter,
  compareLists,
  type DifferenceKind,
  differenceKinds,
  listsOf,
  type VoterFact,
} from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { DifferenceSummary } from './difference-summary.tsx'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

const rowsOnPage = 50
const said = texts.difference

/** In numbers; who it is comes when one asks for a kind, which is written down. */
export async function showDifference(desk: ElectionDesk) {
  return differencePage(desk)
}

interface Shown {
  readonly kind: DifferenceKind
  readonly voters: readonly ComparedVoter[]
  readonly next?: number | undefined
}

/** A page of voters who differ in one way. It is a form that is sent, so that nobody stands in an address. */
export async function showDiffering(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const kind = differenceKinds.find((one) => one === form.text('soort'))
  const after = Number(form.text('na') || 0)
  if (!kind || !Number.isSafeInteger(after)) return differencePage(desk)
  const asked = { election, kind, after, limit: rowsOnPage, by: staff.staffId }
  const page = await compareLists(deps, asked)
  return page.ok ? differencePage(desk, { kind, ...page }) : differencePage(desk)
}

async function differencePage(desk: ElectionDesk, shown?: Shown) {
  const { municipalityId, electionId } = desk.election
  const lists = await inOwnScope(desk, (db) => listsOf(db, municipalityId, electionId))
  const list = lists.find(({ state }) => state === 'imported') ?? lists[0]
  const isThere = lists.length > 1
  const choices = differenceKinds.map((kind) => ({
    value: kind,
    label: `${said.kinds[kind].title} (${countText(list?.difference?.[kind].voters ?? 0)})`,
  }))
  return showVotersPage(
    desk,
    { title: said.title },
    <>
      <p class="desk-lead">{list?.difference ? said.lead : said.none}</p>
      {list?.difference && !shown && !isThere && <DifferenceSummary desk={desk} list={list} />}
      {list?.difference && !isThere && <p>{said.gone}</p>}
      {isThere && (
        <Form csrf={desk.csrf}>
          <Radios name="soort" label={said.kind} choices={choices} value={shown?.kind ?? 'new'} />
          <Button kind="secondary">{said.show}</Button>
        </Form>
      )}
      {shown && <Differing desk={desk} shown={shown} />}
    </>,
  )
}

function Differing({ desk, shown: { kind, voters, next } }: { desk: ElectionDesk; shown: Shown }) {
  const { title, none } = said.kinds[kind]
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        hideCaption
        columns={[
          { heading: said.listNumber, isNumber: true, cell: ({ listNumber }) => countText(listNumber) },
          { heading: said.name, isRowHeading: true, cell: ({ before, after }) => nameOf((after ?? before)!) },
          { heading: said.was, cell: ({ before }) => where(before) },
          { heading: said.is, cell: ({ after }) => where(after) },
        ]}
        rows={voters}
        empty={none}
      />
      {next !== undefined && (
        <Form csrf={desk.csrf}>
          <input type="hidden" name="soort" value={kind} />
          <input type="hidden" name="na" value={String(next)} />
          <Button kind="secondary">{said.more}</Button>
        </Form>
      )}
    </>
  )
}

function nameOf({ lastName, firstNames }: VoterFact): string {
  return [lastName, firstNames].filter(Boolean).join(', ')
}

/** What the list says of somebody: name where it changed is in the rows beside each other. */
function where(voter: VoterFact | undefined) {
  if (!voter) return <em>{said.notThere}</em>
  const address = addressForOthers(voter)
  const lines = address ? addressLines(address) : [said.protected]
  return [nameOf(voter), ...lines, said.sectionOf(voter.section)].join(', ')
}
