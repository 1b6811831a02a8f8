import { gridTiles } from '../grid-tile.ts'

export interface MapPoint {
  /** Latitude and longitude (WGS 84, decimal degrees). */
  readonly at: readonly [number, number]
  readonly name: string
  /** Where its name leads to; absent: it is only shown. */
  readonly href?: string
}

export interface MapSettings {
  readonly MAP_TILES?: string | undefined
  readonly MAP_ATTRIBUTION?: string | undefined
}

interface MapFrameProps {
  readonly label: string
  readonly points: readonly MapPoint[]
  readonly config: MapSettings
}

/**
 * Where `map.js` draws a map, once Leaflet is there. Without script nothing of it is seen: what it shows stands beside it as
 * text. Tiles come from our own site, a grid without streets, until an installation names others.
 */
export function MapFrame({ label, points, config: { MAP_TILES, MAP_ATTRIBUTION } }: MapFrameProps) {
  return (
    <section
      class="map"
      aria-label={label}
      data-map
      data-points={JSON.stringify(points)}
      data-tiles={MAP_TILES ?? gridTiles}
      data-attribution={MAP_ATTRIBUTION}
    />
  )
}
