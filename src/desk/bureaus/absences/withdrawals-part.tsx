import { roleNames, type ShownAbsences, type WithdrawalStep } from '../../../bureaus/index.ts'
import { longDate } from '../../../platform/dates.ts'
import { Table, Tag } from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { texts } from './texts.nl.ts'

const words = texts.withdrawal

/** Of whom a report has to be taken back, with whom, and how far that is; nothing where nobody has to hear anything. */
export function Withdrawals({ desk, shown }: { desk: ElectionDesk; shown: ShownAbsences }) {
  const { withdrawals, bureau } = shown
  if (withdrawals.length === 0) return null
  const of = { election: desk.election.code, number: bureau.number }
  return (
    <>
      <h2 id="intrekken">{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        {...{ caption: words.title, hideCaption: true, empty: '', rows: withdrawals }}
        columns={[
          { heading: words.columns.who, isRowHeading: true, cell: ({ member }) => member.name },
          { heading: words.columns.role, cell: ({ member }) => roleNames[member.role] },
          { heading: words.columns.to, cell: ({ addressee }) => texts.addressees[addressee] },
          { heading: words.columns.state, cell: (step) => <WithdrawalState {...step} /> },
          {
            heading: words.columns.letter,
            cell: ({ member, addressee }) => (
              <a href={paths.withdrawal({ ...of, assignment: member.assignmentId, addressee })}>
                {words.open}
                <span class="govuk-visually-hidden">
                  {' '}
                  {words.openOf(member.name, texts.addressees[addressee])}
                </span>
              </a>
            ),
          },
        ]}
      />
    </>
  )
}

export function WithdrawalState({ letter, isToldByFile }: WithdrawalStep) {
  if (letter?.sentOn) return <Tag colour="green">{words.sent(longDate(letter.sentOn, 'nl'))}</Tag>
  if (isToldByFile) return <Tag colour="green">{words.byFile}</Tag>
  return <Tag colour={letter ? 'yellow' : 'red'}>{letter ? words.made : words.none}</Tag>
}
