import type { ShownAssignment } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { type Column, Table } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { texts } from './texts.nl.ts'

type Letter = ShownAssignment['letters'][number]

/** What was written to this person, and what became of it. */
export function LettersOfPerson({
  desk,
  letters,
}: Pick<ShownAssignment, 'letters'> & { desk: ElectionDesk }) {
  const { caption, none } = texts.ofPerson
  return <Table {...{ caption, empty: none, rows: letters, columns: columnsFor(desk) }} />
}

const words = texts.ofPerson.columns
const columnsFor = (desk: ElectionDesk): readonly Column<Letter>[] => [
  {
    heading: words.kind,
    isRowHeading: true,
    cell: ({ kind, letterId }) =>
      may(desk, 'bureaus.manage') ? (
        <a href={paths.memberLetter({ election: desk.election.code, letter: letterId })}>
          {texts.kinds[kind]}
        </a>
      ) : (
        texts.kinds[kind]
      ),
  },
  { heading: words.sent, cell: ({ sentAt }) => momentText(sentAt, 'nl') },
  { heading: words.state, cell: ({ state }) => texts.states[state] },
  { heading: words.settled, cell: ({ settledAt }) => settledAt && momentText(settledAt, 'nl') },
]
