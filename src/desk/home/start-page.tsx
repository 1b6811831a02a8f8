import { type Election, listElections } from '../../elections/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import { ButtonLink, Tag } from '../../platform/http/components/index.ts'
import { LookUpAlert } from '../audit/look-up-alert.tsx'
import { showAreaStart } from '../bureaus/area/start-page.tsx'
import { DeputyNotice } from '../deputies/deputy-notice.tsx'
import { type Desk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { daysBetween } from './deadlines.ts'
import { texts } from './texts.nl.ts'

/** The elections of the municipality, first those that come: the first page after the login. */
export async function showStart(desk: Desk) {
  if (desk.session.authority) return showAreaStart(desk, desk.session.authority)
  const { municipalityId } = desk.staff
  const elections = await inOwnScope(desk, (db) => listElections(db, municipalityId))
  const today = dayInBelgium(desk.deps.clock.now())
  const isPast = ({ pollingDay }: Election) => pollingDay < today
  const mayAdd = may(desk, 'elections.manage')
  const inOrder = [...elections.filter((one) => !isPast(one)), ...elections.filter(isPast).reverse()]
  return showPage(
    desk,
    { title: texts.start.title },
    <>
      <LookUpAlert desk={desk} />
      <DeputyNotice desk={desk} />
      {inOrder.length > 0 ? (
        <Elections elections={inOrder} today={today} />
      ) : (
        <div class="empty">{mayAdd ? texts.start.noneYet : texts.start.none}</div>
      )}
      {mayAdd && (
        <p>
          <ButtonLink href={paths.addElection()}>{texts.start.add}</ButtonLink>
        </p>
      )}
    </>,
  )
}

function Elections({ elections, today }: { elections: readonly Election[]; today: string }) {
  return (
    <ul class="cards">
      {elections.map(({ code, name, pollingDay }) => (
        <li>
          <h2>
            <a href={paths.election({ election: code })}>{name}</a>
          </h2>
          <p>{longDate(pollingDay, 'nl')}</p>
          <p>
            <Tag colour={pollingDay < today ? 'grey' : 'blue'}>
              {untilText(daysBetween(today, pollingDay))}
            </Tag>
          </p>
        </li>
      ))}
    </ul>
  )
}

function untilText(days: number): string {
  if (days < 0) return texts.start.past
  return days === 0 ? texts.start.today : texts.start.inDays(days)
}
