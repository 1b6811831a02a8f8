import { showDays } from '../../../bureaus/index.ts'
import { Pages } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { Sheet } from './list-page.tsx'
import { board, list as words } from './texts.nl.ts'

/** A browser lays out no more at once without a long wait. */
const onPage = 100

/** The lists of all bureaus, each on its own paper: what lies in the box of each bureau when no telephone works. */
export async function showLists(desk: ElectionDesk) {
  const { deps, election, staff, context } = desk
  const of = { election: election.code }
  const after = context.req.query('vanaf')
  const { days, next } = await showDays(deps, { election, by: staff.staffId, after, most: onPage })
  const here = paths.bureauDayLists(of)
  return showPage(
    desk,
    {
      ...{ title: words.all, caption: election.name },
      trail: [
        { href: paths.bureaus(of), text: bureauTexts.title },
        { href: paths.bureauBoard(of), text: board.title },
      ],
    },
    <>
      <p class="no-print">{words.lead}</p>
      {days.map((day) => (
        <section class="bureau-sheet" aria-label={bureauName(day.bureau)}>
          <h2>{words.title(bureauName(day.bureau))}</h2>
          <Sheet day={day} />
        </section>
      ))}
      <Pages
        next={next === undefined ? undefined : withQuery(here, { vanaf: next })}
        first={after === undefined ? undefined : here}
      />
    </>,
  )
}
