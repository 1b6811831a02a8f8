import type { WhereToVote } from '../../letters/index.ts'
import type { Language } from '../language.ts'
import { advisedTo, letterFacts } from './letter-facts.ts'
import { texts } from './texts.ts'

/** The three things one needs at the polling place, as the letter has them, or will have them: where, when, and which number. With the hour that is advised, which no letter has. */
export function WhereAndWhen({ mine, language }: { mine: WhereToVote; language: Language }) {
  const words = texts[language]
  const { bureau, day, hours, room, lang } = letterFacts(mine, language)
  const advised = advisedTo(mine, language)
  return (
    <dl class="portal-facts">
      <div>
        <dt>{words.where}</dt>
        <dd>
          <strong lang={lang}>{room.place}</strong>
          {[room.name, ...room.addressLines].map((line) => (
            <span lang={lang}>{line}</span>
          ))}
          <span>{bureau}</span>
        </dd>
      </div>
      <div>
        <dt>{words.when}</dt>
        <dd>
          <strong>{day}</strong>
          <span>{hours}</span>
        </dd>
      </div>
      {advised && (
        <div>
          <dt>{words.advised.title}</dt>
          <dd>
            <strong>{words.advised.between(advised.from, advised.until)}</strong>
            <span>{words.advised.free}</span>
          </dd>
        </div>
      )}
      <div>
        <dt>{words.listNumber}</dt>
        <dd>
          <strong>{mine.form.voter.listNumber}</strong>
        </dd>
      </div>
    </dl>
  )
}
