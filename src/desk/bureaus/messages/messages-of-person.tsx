import type { SentMessage, ShownAssignment } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { type Column, Table } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { messageName, stateText } from './message-text.ts'
import { texts } from './texts.nl.ts'

const words = texts.ofPerson

/** What was sent to this person by e-mail or SMS, and what became of it. */
export function MessagesOfPerson({ desk, shown }: { desk: ElectionDesk; shown: ShownAssignment }) {
  const { election } = desk
  const address = { election: election.code, assignment: shown.assignment.assignmentId }
  return (
    <>
      <Table {...{ caption: words.caption, empty: words.none, rows: shown.messages, columns }} />
      {may(desk, 'bureaus.manage') && (
        <p>
          <a href={paths.memberContact(address)}>{texts.contact.link}</a>
        </p>
      )}
    </>
  )
}

const columns: readonly Column<SentMessage>[] = [
  { heading: words.columns.what, isRowHeading: true, cell: messageName },
  {
    heading: words.columns.when,
    cell: ({ finishedAt, writtenAt }) => momentText(finishedAt ?? writtenAt, 'nl'),
  },
  { heading: words.columns.how, cell: ({ channel }) => channel && texts.channels[channel] },
  { heading: words.columns.version, cell: ({ version }) => version !== null && words.version(version) },
  { heading: words.columns.state, cell: stateText },
]
