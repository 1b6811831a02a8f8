import type { OutdatedCall } from '../../../bureaus/index.ts'
import { longDate } from '../../../platform/dates.ts'
import { Button, type Column, Form, Table, Warning } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { fullName } from '../bureau-text.ts'
import { roles } from '../texts.nl.ts'
import type { LettersFacts } from './letters-page.tsx'
import { texts } from './texts.nl.ts'

const words = texts.corrections
const most = 50

/** Who has a letter that is no longer true, what changed, and the deed that tells them; nothing where there is nobody. */
export function Corrections({ desk, facts }: { desk: ElectionDesk; facts: LettersFacts }) {
  const { outdated, run } = facts
  if (outdated.length === 0) return null
  const isBusy = run !== undefined && !run.endedAt
  return (
    <>
      <h2 id="verbeteren">{words.title}</h2>
      <Warning>{words.count(outdated.length, changedIn(outdated))}</Warning>
      <p>{words.lead}</p>
      <Table
        {...{ caption: words.caption, empty: '', rows: outdated.slice(0, most) }}
        columns={columnsFor(desk.election.code)}
      />
      {outdated.length > most && <p>{words.more(outdated.length - most)}</p>}
      {!isBusy && may(desk, 'bureaus.manage') && (
        <Form csrf={desk.csrf} action={paths.correctCalls({ election: desk.election.code })}>
          <Button>{words.button(outdated.length)}</Button>
        </Form>
      )}
    </>
  )
}

/** What is otherwise in these letters, each once. */
function changedIn(outdated: readonly OutdatedCall[]) {
  const all = outdated.flatMap(({ changes }) => changes.map(({ what }) => what))
  return [...new Set(all)]
}

function columnsFor(election: string): readonly Column<OutdatedCall>[] {
  const { columns } = words
  return [
    {
      heading: columns.who,
      isRowHeading: true,
      cell: ({ one }) => (
        <a href={paths.bureauAssignment({ election, assignment: one.assignmentId })}>{fullName(one)}</a>
      ),
    },
    { heading: columns.seat, cell: ({ one }) => `${roles[one.role]}, ${one.number}` },
    {
      heading: columns.changes,
      cell: ({ changes }) => changes.map(({ what, from, to }) => <div>{words.change(what, from, to)}</div>),
    },
    { heading: columns.sent, cell: ({ correction }) => longDate(correction.sentOn, 'nl') },
  ]
}
