import { raw } from 'hono/html'
import { unsignedValues } from '../../elections/index.ts'
import type { MyLetter } from '../../letters/index.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { qrSvg } from '../../platform/pdf/qr-drawing.ts'
import { myStatements } from '../elections/my-statements.ts'
import { texts } from './texts.nl.ts'

const moment = new Intl.DateTimeFormat('nl-BE', {
  ...{ dateStyle: 'long', timeStyle: 'short' },
  timeZone: 'Europe/Brussels',
})

/** What the committee looks at: name, number and room, the number as a code, when it was fetched, and what else to bring. */
export function Screen({ mine, now }: { mine: MyLetter; now: Date }) {
  const { listNumber, fullName } = mine.form.voter
  const { bureau, room } = mine.form.data
  return (
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
            <strong>{bureau}</strong>
            <span>{room.place}</span>
            <span>{room.name}</span>
          </dd>
        </div>
      </dl>
      <div class="portal-code" role="img" aria-label={`${texts.code}: ${listNumber}`}>
        {raw(qrSvg(String(listNumber)).replace('<svg', '<svg aria-hidden="true"'))}
      </div>
      <p>{texts.fetched(moment.format(now))}</p>
      <Accepted {...mine} />
      <p>{texts.paper}</p>
    </>
  )
}

/** Whether it is enough at the bureau says the ruleset's `phoneView`, and only when somebody vouched for that value. */
function Accepted(mine: MyLetter) {
  const isVouchedFor = !unsignedValues(mine.election, mine.municipality).some(
    ({ path }) => path === 'phoneView',
  )
  const said = myStatements(mine).find(({ key }) => key === 'st.phoneOk')
  return <Inset>{said && isVouchedFor ? said.text : texts.notOnPhone}</Inset>
}
