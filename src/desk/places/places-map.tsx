import { gridTiles } from '../../platform/http/grid-tile.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import type { PlaceRow } from './places-overview.ts'
import { texts } from './texts.nl.ts'

/** The places on a map, where there is script; the table beside it says the same to everybody. */
export function PlacesMap({ desk, places }: { desk: ElectionDesk; places: readonly PlaceRow[] }) {
  const { MAP_TILES, MAP_ATTRIBUTION } = desk.deps.config
  const election = desk.election.code
  const hrefOf = (code: string) =>
    may(desk, 'elections.manage') ? paths.place({ election, place: code }) : paths.places({ election })
  const points = places.flatMap(({ place: { code, name, details } }) =>
    details.coordinates
      ? [{ at: [details.coordinates.latitude, details.coordinates.longitude], name, href: hrefOf(code) }]
      : [],
  )
  return (
    <>
      <section
        class="map"
        aria-label={texts.map.label}
        data-map
        data-points={JSON.stringify(points)}
        data-tiles={MAP_TILES ?? gridTiles}
        data-attribution={MAP_ATTRIBUTION}
      />
      <p class="quiet">{MAP_TILES ? texts.map.note : texts.map.withoutBackground}</p>
    </>
  )
}
