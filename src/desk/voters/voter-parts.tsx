import type { Section } from '../../elections/index.ts'
import { addressLines } from '../../platform/address.ts'
import { longDate } from '../../platform/dates.ts'
import { countText, type Fact, SummaryList, Table } from '../../platform/http/components/index.ts'
import { type Amendment, addressForOthers, type VoterFact } from '../../voters/index.ts'
import { momentText } from '../home/day-texts.ts'
import type { LetterOfVoter } from './letters-of-voter.ts'
import { texts } from './search-texts.nl.ts'

const said = texts.voter

/** What the list says of a voter, with where the voter votes. A protected address is not shown. */
export function VoterFacts({ voter, section }: { voter: VoterFact; section: Section | undefined }) {
  const address = addressForOthers(voter)
  const kind = voter.addressKind && ` (${said.addressKinds[voter.addressKind]})`
  const place = section && [section.place.name, ...addressLines(section.place.address), section.room]
  const facts: (Fact | undefined | false)[] = [
    { name: said.listNumber, value: countText(voter.listNumber) },
    { name: said.state, value: said.states[voter.state] },
    { name: said.category, value: said.categories[voter.category] },
    { name: said.birthDate, value: voter.birthDate ? longDate(voter.birthDate, 'nl') : said.unknown },
    { name: said.section, value: String(voter.section) },
    place && { name: said.place, value: place.join(', ') },
    {
      name: said.address,
      value: address ? `${addressLines(address).join(', ')}${kind ?? ''}` : texts.protected,
    },
    address !== undefined &&
      voter.deliveryAddress && {
        name: said.deliveryAddress,
        value: addressLines(voter.deliveryAddress).join(', '),
      },
    voter.noPost && { name: said.noPost, value: said.noPosts[voter.noPost] },
    voter.requestedLanguage !== undefined && { name: said.language, value: voter.requestedLanguage },
  ]
  return (
    <>
      <h2>{said.facts}</h2>
      <SummaryList facts={facts.filter((fact): fact is Fact => Boolean(fact))} />
    </>
  )
}

/** Every version of the letter, and how it stands with its delivery, in words. */
export function Letters({ letters }: { letters: readonly LetterOfVoter[] }) {
  return (
    <>
      <h2>{said.letters}</h2>
      <Table
        caption={said.letters}
        hideCaption
        columns={[
          { heading: said.version, isRowHeading: true, cell: ({ letter }) => String(letter.version) },
          { heading: said.letterState, cell: ({ letter }) => said.letterStates[letter.state] },
          {
            heading: said.delivery,
            cell: ({ delivery }) => (delivery ? said.deliveries[delivery.state] : said.notDispatched),
          },
        ]}
        rows={letters}
        empty={said.noLetters}
      />
    </>
  )
}

interface Happened {
  readonly at: Date
  readonly text: string
}

/** What happened to the letters on their way, newest first. */
export function Timeline({ letters }: { letters: readonly LetterOfVoter[] }) {
  const happened = letters.flatMap(eventsOf).toSorted((one, other) => other.at.getTime() - one.at.getTime())
  if (letters.length === 0) return null
  return (
    <>
      <h2>{said.timeline}</h2>
      <Table
        caption={said.timeline}
        hideCaption
        columns={[
          { heading: said.when, cell: ({ at }) => momentText(at) },
          { heading: said.what, cell: ({ text }) => text },
        ]}
        rows={happened}
        empty={said.noTimeline}
      />
    </>
  )
}

function eventsOf({ letter, delivery }: LetterOfVoter): Happened[] {
  if (!delivery) return []
  const version = `${said.version} ${letter.version}`
  const attempts = delivery.timeline.map(({ attempt, startedAt, answeredAt, outcome, code }) => {
    const answer = outcome
      ? (said.outcomes[outcome] ?? [outcome, code].filter(Boolean).join(', '))
      : said.noAnswer
    return { at: answeredAt ?? startedAt, text: `${version}, ${said.attempt(attempt, answer)}` }
  })
  const seen = delivery.seenReadAt ? [{ at: delivery.seenReadAt, text: `${version}, ${said.seenRead}` }] : []
  return [{ at: delivery.openedAt, text: `${version}, ${said.released}` }, ...attempts, ...seen]
}

export function Amendments({ amendments }: { amendments: readonly Amendment[] }) {
  return (
    <>
      <h2>{said.amendments}</h2>
      <Table
        caption={said.amendments}
        hideCaption
        columns={[
          { heading: said.when, cell: ({ at }) => momentText(at) },
          {
            heading: said.what,
            cell: ({ kind, ground }) => `${said.kinds[kind]}: ${said.grounds[ground] ?? ground}`,
          },
          { heading: said.source, cell: ({ source }) => source },
        ]}
        rows={amendments}
        empty={said.noAmendments}
      />
    </>
  )
}
