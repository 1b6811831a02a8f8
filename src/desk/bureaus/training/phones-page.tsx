import { type MemberToPhone, showPhonesOfTraining } from '../../../bureaus/index.ts'
import { type Column, Pages, Table } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts } from './texts.nl.ts'
import { afterOf, onPage } from './training-page.tsx'
import { placeText } from './training-text.ts'
import { addressOf, type TrainingDesk, trailOf } from './with-training.ts'

const words = texts.phones

/** Who has to be told something, with the telephone number they gave. */
export async function showPhones(desk: TrainingDesk) {
  const { training, deps, election, staff, context } = desk
  const { trainingId } = training
  const after = afterOf(context.req.query('vanaf'))
  const asked = { election, trainingId, after, limit: onPage, by: staff.staffId }
  const rows = await showPhonesOfTraining(deps, asked)
  const here = paths.trainingPhones(addressOf(desk))
  return showPage(
    desk,
    { title: words.title, caption: training.title, trail: trailOf(desk, training) },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Table {...{ caption: texts.one.caption, empty: texts.one.empty, rows, columns }} />
      <Pages
        next={rows.length === onPage ? withQuery(here, { vanaf: String(rows.at(-1)!.queue) }) : undefined}
        first={after > 0 ? here : undefined}
      />
    </>,
  )
}

const columns: readonly Column<MemberToPhone>[] = [
  { heading: words.columns.who, isRowHeading: true, cell: fullName },
  {
    heading: words.columns.phone,
    cell: ({ phone }) =>
      phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : words.none,
  },
  { heading: words.columns.place, cell: placeText },
]
