import { momentText } from '../../platform/dates.ts'
import { Details } from '../../platform/http/components/index.ts'
import { type Language, langOf } from '../language.ts'
import { type Deed, texts as deedTexts } from './deeds/texts.ts'
import type { MyEvent } from './my-events-overview.ts'
import { type Ledger, mostEvents } from './my-ledger.ts'
import { texts } from './texts.ts'

type Known<T> = Readonly<Record<string, T>>

/** Who did what with the data of this person, why, and in what role; what the person did is apart. */
export function Events({ events, municipality, language }: Ledger & { language: Language }) {
  const words = texts[language].log
  const ownDeeds: Known<string> = deedTexts[language].ownDeeds
  const others = events.filter(({ by }) => by !== 'citizen')
  const own = events.filter(({ by, action }) => by === 'citizen' && action in ownDeeds)
  return (
    <>
      {others.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ol class="portal-log">
          {others.map((event) => (
            <Entry {...{ event, language }} municipality={municipality.name} />
          ))}
        </ol>
      )}
      {own.length > 0 && (
        <Details summary={words.own(own.length)}>
          <ol class="portal-log">
            {own.map(({ happenedAt, action }) => (
              <li>
                <Moment at={happenedAt} language={language} />
                <span>{ownDeeds[action]}</span>
              </li>
            ))}
          </ol>
        </Details>
      )}
      {events.length >= mostEvents && <p>{words.most(mostEvents)}</p>}
    </>
  )
}

interface EntryProps {
  readonly event: MyEvent
  readonly municipality: string
  readonly language: Language
}

function Entry({ event, municipality, language }: EntryProps) {
  const words = texts[language]
  const deeds: Known<Deed> = deedTexts[language].deeds
  const deed = deeds[event.action]
  return (
    <li>
      <Moment at={event.happenedAt} language={language} />
      <span>
        <strong>
          {actorOf(event, language)} <span lang={langOf('nl', language)}>({municipality})</span>
        </strong>{' '}
        {deed?.did ?? words.did}.
      </span>
      <Why {...{ event, language }} otherwise={deed?.why} />
    </li>
  )
}

function Moment({ at, language }: { at: Date; language: Language }) {
  return <time datetime={at.toISOString()}>{momentText(at, language)}</time>
}

interface WhyProps {
  readonly event: MyEvent
  readonly otherwise: string | undefined
  readonly language: Language
}

/** A reason that somebody typed stands there in their own words, which are Dutch on every page, and in quotes. */
function Why({ event: { reason }, otherwise, language }: WhyProps) {
  const reasons: Known<string> = deedTexts[language].reasons
  const known = reason ? reasons[reason] : otherwise
  if (!known && !reason) return null
  return (
    <span>
      {texts[language].log.why} {known ?? <span lang={langOf('nl', language)}>“{reason}”</span>}
    </span>
  )
}

function actorOf({ by, roles }: MyEvent, language: Language): string {
  const words = texts[language]
  if (by === 'operator' || by === 'program') return words[by]
  const names: Known<string> = words.roles
  const known = roles.flatMap((role) => names[role] ?? [])
  return [...new Set(known)].join(', ') || words.noRole
}
