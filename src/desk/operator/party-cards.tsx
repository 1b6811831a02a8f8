import {
  Button,
  type Fact,
  Form,
  SummaryList,
  Tag,
  type TagColour,
} from '../../platform/http/components/index.ts'
import { shortMoment } from '../audit/short-moment.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './health-texts.nl.ts'
import { type OutsideParty, type PartyState, stateOf } from './parties.ts'

const colours: Readonly<Record<PartyState, TagColour>> = {
  answers: 'green',
  away: 'red',
  unknown: 'grey',
  absent: 'yellow',
}

/** Everybody outside, a card each: how it is, how we know, what to do, and a button that asks now. */
export function PartyCards({ desk, parties }: { desk: Desk; parties: readonly OutsideParty[] }) {
  return (
    <ul class="cards">
      {parties.map((party) => (
        <li>
          <Party desk={desk} party={party} />
        </li>
      ))}
    </ul>
  )
}

function Party({ desk, party }: { desk: Desk; party: OutsideParty }) {
  const state = stateOf(party)
  const name = texts.kinds[party.kind]
  return (
    <>
      <h3>
        {name} <Tag colour={colours[state]}>{texts.partyStates[state]}</Tag>
      </h3>
      <p class="quiet">{party.road}</p>
      <SummaryList facts={factsOf(party)} />
      <p>{adviceFor(party, state)}</p>
      {state !== 'absent' && (
        <Form csrf={desk.csrf} action={paths.tryParty()}>
          <input type="hidden" name="partij" value={party.key} />
          <Button kind="secondary">
            {texts.tryNow}
            <span class="govuk-visually-hidden">
              : {name} {party.road}
            </span>
          </Button>
        </Form>
      )}
    </>
  )
}

function factsOf({ kind, municipalities, answeredAt, failedAt, downSince, lastTry }: OutsideParty): Fact[] {
  const { facts } = texts
  const moment = (at: Date | undefined, otherwise: string) => (at ? shortMoment(at) : otherwise)
  return [
    ...(municipalities.length > 0 ? [{ name: facts.municipalities, value: namesOf(municipalities) }] : []),
    ...(kind === 'mailbox' || kind === 'login'
      ? [{ name: facts.answered[kind], value: moment(answeredAt, facts.never) }]
      : []),
    ...(kind === 'mailbox' ? [{ name: facts.failed, value: moment(failedAt, facts.noFailure) }] : []),
    ...(downSince ? [{ name: facts.downSince, value: shortMoment(downSince) }] : []),
    ...(lastTry
      ? [
          {
            name: facts.tried,
            value: facts.triedText(shortMoment(lastTry.at), texts.outcomes[lastTry.outcome].is),
          },
        ]
      : []),
  ]
}

const mostNames = 4

function namesOf(municipalities: readonly string[]): string {
  const named = municipalities.slice(0, mostNames).join(', ')
  const more = municipalities.length - mostNames
  return more > 0 ? texts.facts.andMore(named, more) : named
}

/** What to do, by the newest thing that is known. */
function adviceFor(party: OutsideParty, state: PartyState): string {
  const { advice } = texts
  if (state === 'absent') return advice.absent[party.kind](party.notConfigured ?? '')
  if (state === 'answers') return advice.answers
  if (state === 'unknown') return advice.unknown[party.kind]
  const { lastTry } = party
  const isNewest = lastTry && lastTry.outcome !== 'answered'
  if (!isNewest) return advice.away
  return [texts.outcomes[lastTry.outcome].todo(lastTry.code), advice.meanwhile[party.kind]].join(' ')
}
