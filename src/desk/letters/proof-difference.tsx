import type { Election } from '../../elections/index.ts'
import { partName, type SampleDifference, word } from '../../letters/index.ts'
import { Details, Table } from '../../platform/http/components/index.ts'
import { momentText } from '../home/day-texts.ts'
import { texts } from './texts.nl.ts'

const mostRows = 50
const mostText = 300

interface ProofDifferenceProps {
  readonly election: Pick<Election, 'ruleset'>
  /** Absent for the first proof of an election. */
  readonly difference: SampleDifference | undefined
}

/** In what the letters differ from those of the proof before: texts with their sections, and numbers. */
export function ProofDifference({ election, difference }: ProofDifferenceProps) {
  const { first, since, unchanged, added, noChanges, noCounts } = texts.proof
  if (!difference)
    return (
      <section>
        <h2>{texts.proof.difference}</h2>
        <p>{first}</p>
      </section>
    )
  const { counts } = difference
  return (
    <section>
      <h2>{texts.proof.difference}</h2>
      <p>
        {since(difference.wasReleased, momentText(difference.takenAt))}{' '}
        {difference.unchanged > 0 && unchanged(difference.unchanged)}{' '}
        {difference.added.length > 0 && added(difference.added.join(', '))}
      </p>
      {difference.texts.length > 0 ? (
        <Texts election={election} changes={difference.texts} />
      ) : (
        <p>{noChanges}</p>
      )}
      {counts.length > 0 ? (
        <Details summary={texts.proof.counts}>
          <Counts counts={counts} />
        </Details>
      ) : (
        <p>{noCounts}</p>
      )}
    </section>
  )
}

interface TextsProps {
  readonly election: Pick<Election, 'ruleset'>
  readonly changes: SampleDifference['texts']
}

function Texts({ election, changes }: TextsProps) {
  const { head, moreRows } = texts.proof
  return (
    <>
      <Table
        caption={texts.proof.changes}
        empty=""
        rows={changes.slice(0, mostRows)}
        columns={[
          {
            heading: head.what,
            isRowHeading: true,
            cell: ({ part }) => partName(election, part),
          },
          { heading: head.was, cell: ({ before }) => <del>{shortened(before)}</del> },
          { heading: head.is, cell: ({ after }) => <ins>{shortened(after)}</ins> },
          { heading: head.where, cell: ({ sections }) => sections.join(', ') },
        ]}
      />
      {changes.length > mostRows && <p>{moreRows(changes.length - mostRows)}</p>}
    </>
  )
}

function Counts({ counts }: { counts: SampleDifference['counts'] }) {
  const { head, moreRows } = texts.proof
  return (
    <>
      <Table
        caption={texts.proof.counts}
        hideCaption
        empty=""
        rows={counts.slice(0, mostRows)}
        columns={[
          { heading: head.where, isRowHeading: true, cell: ({ section }) => section },
          { heading: head.voters, cell: ({ category }) => word(category) },
          { heading: head.language, cell: ({ language }) => word(language) },
          { heading: head.was, isNumber: true, cell: ({ before }) => before },
          { heading: head.is, isNumber: true, cell: ({ after }) => after },
        ]}
      />
      {counts.length > mostRows && <p>{moreRows(counts.length - mostRows)}</p>}
    </>
  )
}

function shortened(text: string): string {
  return text === '' ? '–' : text.length > mostText ? `${text.slice(0, mostText)}…` : text
}
