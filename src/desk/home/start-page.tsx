import { listElections } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

/** The elections of the municipality: the first page after the login. */
export async function showStart(desk: Desk) {
  const { municipalityId } = desk.staff
  const elections = await inOwnScope(desk, (db) => listElections(db, municipalityId))
  if (elections.length === 0)
    return showPage(desk, { title: texts.start.title }, <div class="empty">{texts.start.none}</div>)
  return showPage(
    desk,
    { title: texts.start.title },
    <ul class="cards">
      {elections.map(({ code, name, pollingDay }) => (
        <li>
          <h2>
            <a href={paths.election({ election: code })}>{name}</a>
          </h2>
          <p>{longDate(pollingDay, 'nl')}</p>
        </li>
      ))}
    </ul>,
  )
}
