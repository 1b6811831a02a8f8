import { openingHours } from '../../elections/index.ts'
import { csvTable } from '../../platform/csv/write-csv.ts'
import { paths } from '../paths.ts'
import type { OpenPlace, PublishedElection } from './published-election.ts'

/** What a data set is made of: the places, whose they are, at which address and under which licence they are published. */
export interface DataSet extends PublishedElection {
  readonly places: readonly OpenPlace[]
  readonly portalUrl: string
  /** Address of the licence. */
  readonly licence: string
}

export const formats = {
  csv: { mediaType: 'text/csv', address: paths.placesCsv },
  geojson: { mediaType: 'application/geo+json', address: paths.placesGeoJson },
  jsonld: { mediaType: 'application/ld+json', address: paths.placesJsonLd },
} as const
export type Format = keyof typeof formats

/** What addresses of an election's data are made of. */
export function addressOf({ municipality, election }: PublishedElection) {
  return { municipality: municipality.slug, election: election.code }
}

/** The columns of the CSV and the properties of the GeoJSON: the same words. */
function rowOf({ election, municipality, licence }: DataSet, place: OpenPlace) {
  const { open, close } = openingHours(election)
  const { street, houseNumber, box, postcode, city } = place.address
  const { entrance, stepFree, facilities, coordinates } = place.details
  return {
    code: place.code,
    naam: place.name,
    straat: street,
    huisnummer: houseNumber,
    bus: box,
    postcode,
    plaats: city,
    ingang: entrance,
    drempelvrij: stepFree,
    voorzieningen: facilities,
    breedtegraad: coordinates?.latitude,
    lengtegraad: coordinates?.longitude,
    stembureaus: place.rooms.map(({ section }) => section),
    lokalen: place.rooms.map(({ room }) => room),
    opening: open,
    sluiting: close,
    gemeente: municipality.name,
    niscode: municipality.nisCode,
    verkiezing: election.name,
    verkiezingsdag: election.pollingDay,
    licentie: licence,
  }
}

/** As RFC 4180, a row for each place. What is not known is empty; of several things there is a semicolon between them. */
export function csvOf(set: DataSet): string {
  const text = (value: unknown) => {
    if (value === undefined) return ''
    if (typeof value === 'boolean') return value ? 'ja' : 'nee'
    return Array.isArray(value) ? value.join(';') : String(value)
  }
  const rows = set.places.map((place) =>
    Object.fromEntries(Object.entries(rowOf(set, place)).map(([name, value]) => [name, text(value)])),
  )
  return csvTable(rows)
}

/** As RFC 7946: a point for each place, or none where nobody wrote down where it is. */
export function geoJsonOf(set: DataSet): object {
  return {
    type: 'FeatureCollection',
    license: set.licence,
    features: set.places.map((place) => {
      const { breedtegraad, lengtegraad, ...properties } = rowOf(set, place)
      const isKnown = breedtegraad !== undefined && lengtegraad !== undefined
      return {
        type: 'Feature',
        id: place.code,
        geometry: isKnown ? { type: 'Point', coordinates: [lengtegraad, breedtegraad] } : null,
        properties,
      }
    }),
  }
}
