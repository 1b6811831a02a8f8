import { type ListedTraining, listTrainings, trainingCounts } from '../../../bureaus/index.ts'
import { ButtonLink, type Column, countText, Table, Tag } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'
import { freeIn, stateColours, stateOf, whenText, whereText } from './training-text.ts'

/** Every training with how full it is, and how many chairs were in none yet. */
export async function showTrainings(desk: ElectionDesk) {
  const { election, deps } = desk
  const of = { election: election.code }
  const rows = await inOwnScope(desk, (db) => listTrainings(db, election))
  const { untrained } = await inOwnScope(desk, (db) => trainingCounts(db, election))
  const mayKeep = may(desk, 'bureaus.manage')
  return showPage(
    desk,
    {
      ...{ title: texts.title, caption: election.name },
      trail: [{ href: paths.bureaus(of), text: bureauTexts.title }],
    },
    <>
      {untrained > 0 && (
        <p>
          <a href={paths.untrainedChairs(of)}>{texts.untrained(untrained)}</a>
        </p>
      )}
      <Table
        {...{ caption: texts.caption, rows, columns: columnsFor(desk, deps.clock.now()) }}
        empty={mayKeep ? texts.none : texts.noneToSee}
      />
      {mayKeep && <ButtonLink href={paths.newTraining(of)}>{texts.make}</ButtonLink>}
    </>,
  )
}

function columnsFor({ election }: ElectionDesk, now: Date): Column<ListedTraining>[] {
  const { columns, states } = texts
  return [
    {
      heading: columns.what,
      isRowHeading: true,
      cell: ({ trainingId, title }) => (
        <a href={paths.training({ election: election.code, training: trainingId })}>{title}</a>
      ),
    },
    { heading: columns.when, cell: whenText },
    { heading: columns.where, cell: whereText },
    {
      heading: columns.state,
      cell: (training) => {
        const state = stateOf(training, now)
        return <Tag colour={stateColours[state]}>{states[state]}</Tag>
      },
    },
    { heading: columns.enrolled, isNumber: true, cell: ({ enrolled }) => countText(enrolled) },
    { heading: columns.left, isNumber: true, cell: (training) => countText(freeIn(training)) },
    { heading: columns.waiting, isNumber: true, cell: ({ waiting }) => countText(waiting) },
  ]
}
