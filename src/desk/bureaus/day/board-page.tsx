import { type BoardRow, holders } from '../../../bureaus/index.ts'
import {
  Button,
  ButtonGroup,
  countText,
  Form,
  Pages,
  SubNavigation,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { seesAPart } from '../sight.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { boardFacts, isComplete, lastText, stateText, thereText } from './board-facts.ts'
import { seenOnBoard } from './board-stream.ts'
import { LiveBoard } from './live-board.tsx'
import { access, board as words } from './texts.nl.ts'

const onPage = 100

/** Which bureaus are complete and which not. */
export async function showBoard(desk: ElectionDesk) {
  const { election, context, deps } = desk
  const all = await seenOnBoard(desk)
  const facts = boardFacts(all, deps.clock.now())
  const of = { election: election.code }
  const here = paths.bureauBoard(of)
  const toon = context.req.query('toon') === 'onvolledig' ? 'onvolledig' : undefined
  const shown = toon ? all.filter((row) => !isComplete(row)) : all
  const from = context.req.query('vanaf')
  const rest = shown.slice(shown.findIndex(({ number }) => number === from) + 1)
  const rows = rest.slice(0, onPage)
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name },
      trail: [{ href: paths.bureaus(of), text: bureauTexts.title }],
    },
    <LiveBoard
      {...{ title: words.title, facts }}
      address={withQuery(here, { toon, vanaf: from })}
      stream={paths.bureauBoardStream(of)}
    >
      <SubNavigation
        label={words.show.label}
        current={toon ? withQuery(here, { toon }) : here}
        links={[
          { href: here, text: words.show.all },
          { href: withQuery(here, { toon: 'onvolledig' }), text: words.show.incomplete },
        ]}
      />
      <Table {...{ caption: words.caption, empty: words.empty, rows, columns: columnsFor(desk) }} />
      <Pages
        next={rest.length > onPage ? withQuery(here, { toon, vanaf: rows.at(-1)!.number }) : undefined}
        first={from === undefined ? undefined : withQuery(here, { toon })}
      />
      {may(desk, 'bureaus.manage') && facts.total > 0 && <OnPaper desk={desk} />}
    </LiveBoard>,
  )
}

/** What goes to the bureaus before the day: their codes and their lists, all in one go. */
function OnPaper({ desk: { csrf, election } }: { desk: ElectionDesk }) {
  const of = { election: election.code }
  return (
    <>
      <h2>{words.paper}</h2>
      <p>
        <a href={paths.bureauDayLists(of)}>{words.lists}</a>
      </p>
      <p>{access.all.lead}</p>
      <Form csrf={csrf} action={paths.chairAccesses(of)}>
        <ButtonGroup>
          {holders.map((holder) => (
            <Button kind="secondary" name="voor" value={holder}>
              {access.all.make[holder]}
            </Button>
          ))}
        </ButtonGroup>
      </Form>
    </>
  )
}

function columnsFor(desk: ElectionDesk) {
  const { columns } = words
  const election = desk.election.code
  const isPart = seesAPart(desk)
  const live = (name: string, text: string) => <span data-live={name}>{text}</span>
  return [
    {
      heading: columns.bureau,
      isRowHeading: true,
      cell: (row: BoardRow) =>
        isPart ? (
          bureauName(row)
        ) : (
          <a href={paths.bureauDay({ election, number: row.number })}>{bureauName(row)}</a>
        ),
    },
    { heading: columns.state, cell: (row: BoardRow) => live(`state-${row.number}`, stateText(row)) },
    {
      heading: columns.there,
      isNumber: true,
      cell: (row: BoardRow) => live(`there-${row.number}`, thereText(row)),
    },
    { heading: columns.last, cell: (row: BoardRow) => live(`last-${row.number}`, lastText(row)) },
    {
      heading: columns.incidents,
      isNumber: true,
      cell: (row: BoardRow) => live(`incidents-${row.number}`, countText(row.incidents)),
    },
    { heading: columns.where, cell: (row: BoardRow) => row.place ?? bureauTexts.noPlace },
  ]
}
