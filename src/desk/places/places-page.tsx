import { openingHours } from '../../elections/index.ts'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  countText,
  Pages,
  Table,
  Tag,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { OutdatedLetters } from './outdated-letters.tsx'
import { numbersOnMap, PlacesMap } from './places-map.tsx'
import { type PlaceRow, placesFacts } from './places-overview.ts'
import { texts } from './texts.nl.ts'
import { WhatIsMissing } from './what-is-missing.tsx'

const onPage = 100

/** Where everybody votes: what is missing first, then a map and the table beside it. */
export async function showPlaces(desk: ElectionDesk) {
  const { election, context } = desk
  const facts = await inOwnScope(desk, (db) => placesFacts(db, election))
  const { places } = facts
  const from = context.req.query('vanaf')
  const rest = places.slice(places.findIndex(({ place }) => place.code === from) + 1)
  const rows = rest.slice(0, onPage)
  const here = paths.places({ election: election.code })
  const isMapped = places.some(({ place }) => place.details.coordinates)
  const { title, lead, caption, empty } = texts.places
  const { open, close, source } = openingHours(election)
  return showPage(
    desk,
    { title, caption: election.name, ...(isMapped && { assets: ['leaflet.css', 'leaflet.js', 'map.js'] }) },
    <>
      <OutdatedLetters outdated={facts.outdated} />
      <WhatIsMissing desk={desk} facts={facts} />
      {places.length > 0 && (
        <p class="desk-lead">{lead(countText(places.length), countText(facts.sections), { open, close })}</p>
      )}
      {places.length > 0 && <p class="quiet">{texts.places.hours(source)}</p>}
      <Deeds desk={desk} isEmpty={places.length === 0} />
      {isMapped && <PlacesMap desk={desk} places={places} />}
      <Table {...{ caption, empty, rows, columns: columnsFor(desk, places) }} />
      <Pages
        next={rest.length > onPage ? withQuery(here, { vanaf: rows.at(-1)!.place.code }) : undefined}
        first={from === undefined ? undefined : here}
      />
    </>,
  )
}

function Deeds({ desk, isEmpty }: { desk: ElectionDesk; isEmpty: boolean }) {
  if (!may(desk, 'elections.manage')) return null
  return (
    <ButtonGroup>
      <ButtonLink
        href={paths.importPlaces({ election: desk.election.code })}
        kind={isEmpty ? 'primary' : 'secondary'}
      >
        {isEmpty ? texts.places.import : texts.places.importAgain}
      </ButtonLink>
    </ButtonGroup>
  )
}

function columnsFor(desk: ElectionDesk, places: readonly PlaceRow[]): Column<PlaceRow>[] {
  const numbers = numbersOnMap(places)
  const { columns } = texts
  const election = desk.election.code
  const mayEdit = may(desk, 'elections.manage')
  return [
    {
      heading: columns.place,
      isRowHeading: true,
      cell: ({ place }) =>
        mayEdit ? <a href={paths.place({ election, place: place.code })}>{place.name}</a> : place.name,
    },
    { heading: columns.address, cell: ({ place }) => texts.address(place.address) },
    {
      heading: columns.sections,
      cell: ({ sections }) => sections.map(({ section, room }) => `${section} (${room})`).join(', '),
    },
    {
      heading: columns.voters,
      isNumber: true,
      cell: ({ voters }) => (voters === undefined ? texts.places.noList : countText(voters)),
    },
    { heading: columns.stepFree, cell: StepFree },
    {
      heading: columns.onMap,
      cell: ({ place }) =>
        numbers.has(place.code) ? (
          texts.map.number(numbers.get(place.code)!)
        ) : (
          <Tag colour="yellow">{texts.notKnown}</Tag>
        ),
    },
  ]
}

function StepFree({ place }: PlaceRow) {
  const { stepFree } = place.details
  if (stepFree === undefined) return <Tag colour="yellow">{texts.notKnown}</Tag>
  return <>{stepFree ? texts.yes : texts.no}</>
}
