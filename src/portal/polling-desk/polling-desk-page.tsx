import { raw } from 'hono/html'
import { unsignedValues } from '../../elections/index.ts'
import { currentOf, type MyLetter } from '../../letters/index.ts'
import { ButtonLink, Inset } from '../../platform/http/components/index.ts'
import { qrSvg } from '../../platform/pdf/qr-drawing.ts'
import { myStatements } from '../elections/my-statements.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts } from './texts.nl.ts'

const moment = new Intl.DateTimeFormat('nl-BE', {
  ...{ dateStyle: 'long', timeStyle: 'short' },
  timeZone: 'Europe/Brussels',
})

/**
 * One screen for the committee: name, number and room, and the number as a code. Whether it is enough at the bureau says
 * the ruleset's `phoneView`, and only when somebody vouched for that value.
 */
export function showPollingDesk(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality, form } = mine
  const { listNumber, fullName } = form.voter
  return showPage(
    portal,
    { title: texts.title, caption: election.name, municipality },
    <>
      <dl class="portal-facts">
        <div>
          <dt>{texts.name}</dt>
          <dd>
            <strong>{fullName}</strong>
          </dd>
        </div>
        <div>
          <dt>{texts.listNumber}</dt>
          <dd>
            <strong class="portal-number">{listNumber}</strong>
          </dd>
        </div>
        <div>
          <dt>{texts.room}</dt>
          <dd>
            <strong>{form.data.bureau}</strong>
            <span>{form.data.room.place}</span>
            <span>{form.data.room.name}</span>
          </dd>
        </div>
      </dl>
      <div class="portal-code" role="img" aria-label={`${texts.code}: ${listNumber}`}>
        {raw(qrSvg(String(listNumber)).replace('<svg', '<svg aria-hidden="true"'))}
      </div>
      <p>{texts.fetched(moment.format(portal.deps.clock.now()))}</p>
      <Accepted {...mine} />
      <p>{texts.paper}</p>
      <ButtonLink kind="secondary" href={paths.duplicate({ election: election.electionId })}>
        {texts.print}
      </ButtonLink>
    </>,
  )
}

function Accepted(mine: MyLetter) {
  const isVouchedFor = !unsignedValues(mine.election, mine.municipality).some(
    ({ path }) => path === 'phoneView',
  )
  const said = myStatements(mine).find(({ key }) => key === 'st.phoneOk')
  return <Inset>{said && isVouchedFor ? said.text : texts.notOnPhone}</Inset>
}
