import type { MyLetter } from '../../letters/index.ts'
import { texts } from './texts.nl.ts'

/** The three things one needs at the polling place, as the letter has them: where, when, and which number. */
export function WhereAndWhen({ form }: MyLetter) {
  const { bureau, room, weekday, day, hours } = form.data
  return (
    <dl class="portal-facts">
      <div>
        <dt>{texts.where}</dt>
        <dd>
          <strong>{room.place}</strong>
          {[room.name, ...room.addressLines].map((line) => (
            <span>{line}</span>
          ))}
          <span>{bureau}</span>
        </dd>
      </div>
      <div>
        <dt>{texts.when}</dt>
        <dd>
          <strong>
            {weekday} {day}
          </strong>
          <span>{hours}</span>
        </dd>
      </div>
      <div>
        <dt>{texts.listNumber}</dt>
        <dd>
          <strong>{form.voter.listNumber}</strong>
        </dd>
      </div>
    </dl>
  )
}
