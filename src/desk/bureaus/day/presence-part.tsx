import { type DayOfBureau, dayInDutch } from '../../../bureaus/index.ts'
import { Table } from '../../../platform/http/components/index.ts'
import { hourOf, nameOf } from './day-text.ts'
import { checkpoints, page } from './texts.nl.ts'

const words = page.presence
type Moment = DayOfBureau['reached'][number]

/** Who was there at each moment that the bureau reached, and who had to be and was not. */
export function Presence({ reached }: Pick<DayOfBureau, 'reached'>) {
  if (reached.length === 0) return null
  return (
    <>
      <h2>{words.title}</h2>
      <Table
        {...{ caption: words.caption, hideCaption: true, empty: '', rows: reached }}
        columns={[
          {
            heading: words.columns.moment,
            isRowHeading: true,
            cell: ({ checkpoint }: Moment) => checkpoints[checkpoint],
          },
          { heading: words.columns.when, cell: ({ reachedAt }: Moment) => hourOf(reachedAt) },
          { heading: words.columns.there, cell: (moment: Moment) => dayInDutch.there(moment) },
          {
            heading: words.columns.notThere,
            cell: ({ notThere }: Moment) =>
              notThere.map((one) => `${nameOf(one)} (${dayInDutch.notThere(one, hourOf)})`).join(', ') ||
              words.everybody,
          },
        ]}
      />
    </>
  )
}
