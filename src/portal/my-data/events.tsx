import { Details } from '../../platform/http/components/index.ts'
import { shortMoment } from '../short-moment.ts'
import { deeds, ownDeeds, reasons } from './deeds.nl.ts'
import type { MyEvent } from './my-events-overview.ts'
import { type Ledger, mostEvents } from './my-ledger.ts'
import { texts } from './texts.nl.ts'

/** Who did what with the data of this person, why, and in what role; what the person did is apart. */
export function Events({ events, municipality }: Ledger) {
  const others = events.filter(({ by }) => by !== 'citizen')
  const own = events.filter(({ by, action }) => by === 'citizen' && action in ownDeeds)
  return (
    <>
      {others.length === 0 ? (
        <p>{texts.log.nobody}</p>
      ) : (
        <ol class="portal-log">
          {others.map((event) => (
            <Entry event={event} municipality={municipality.name} />
          ))}
        </ol>
      )}
      {own.length > 0 && (
        <Details summary={texts.log.own(own.length)}>
          <ol class="portal-log">
            {own.map(({ happenedAt, action }) => (
              <li>
                <Moment at={happenedAt} />
                <span>{ownDeeds[action]}</span>
              </li>
            ))}
          </ol>
        </Details>
      )}
      {events.length >= mostEvents && <p>{texts.log.most(mostEvents)}</p>}
    </>
  )
}

function Entry({ event, municipality }: { event: MyEvent; municipality: string }) {
  const deed = deeds[event.action]
  const why = reasonOf(event) ?? deed?.why
  return (
    <li>
      <Moment at={event.happenedAt} />
      <span>
        <strong>{actorOf(event, municipality)}</strong> {deed?.did ?? texts.did}.
      </span>
      {why && (
        <span>
          {texts.log.why} {why}
        </span>
      )}
    </li>
  )
}

function Moment({ at }: { at: Date }) {
  return <time datetime={at.toISOString()}>{shortMoment(at)}</time>
}

/** As it was written down by who did it: in their words, and told to be so. */
function reasonOf({ reason }: MyEvent): string | undefined {
  if (!reason) return undefined
  return reasons[reason] ?? texts.log.written(reason)
}

function actorOf({ by, roles }: MyEvent, municipality: string): string {
  if (by === 'operator' || by === 'program') return texts.by(texts[by], municipality)
  const known = roles.flatMap((role) => texts.roles[role] ?? [])
  return texts.by([...new Set(known)].join(', ') || texts.noRole, municipality)
}
