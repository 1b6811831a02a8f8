import { MapFrame, WithScript } from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import type { PlaceRow } from './places-overview.ts'
import { texts } from './texts.nl.ts'

/** The number that each place has on the map, by its code: the map gives them in the order of its points. */
export function numbersOnMap(places: readonly PlaceRow[]): ReadonlyMap<string, number> {
  const shown = places.filter(({ place }) => place.details.coordinates)
  return new Map(shown.map(({ place }, index) => [place.code, index + 1]))
}

/** The places on a map, where there is script; the table beside it says the same to everybody. */
export function PlacesMap({ desk, places }: { desk: ElectionDesk; places: readonly PlaceRow[] }) {
  const { config } = desk.deps
  const election = desk.election.code
  const hrefOf = (code: string) =>
    may(desk, 'elections.manage') ? paths.place({ election, place: code }) : paths.places({ election })
  const points = places.flatMap(({ place: { code, name, details } }) =>
    details.coordinates
      ? [
          {
            at: [details.coordinates.latitude, details.coordinates.longitude] as const,
            ...{ name, href: hrefOf(code) },
          },
        ]
      : [],
  )
  return (
    <>
      <MapFrame label={texts.map.label} points={points} config={config} />
      <p class="quiet">
        <WithScript>{config.MAP_TILES ? texts.map.note : texts.map.withoutBackground}</WithScript>
      </p>
    </>
  )
}
