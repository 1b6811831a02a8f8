/** Where somebody has to get to: by its coordinates (WGS 84), or by its name and address where those are not known. */
export interface Destination {
  readonly name: string
  readonly addressLines: readonly string[]
  readonly coordinates?: { readonly latitude: number; readonly longitude: number } | undefined
}

/** Ways to get there for who has no car, which is how most people of a town vote. */
export const means = ['walking', 'cycling', 'transit'] as const
export type Means = (typeof means)[number]

export interface Directions {
  readonly ways: readonly { readonly means: Means; readonly href: string }[]
  /** Opens whichever map is the phone's own (RFC 5870); Apple's devices do not know it. */
  readonly anyApp?: string | undefined
}

/** As Maps URLs of Google (`api=1`) name them, which open its app where it is and a page elsewhere. */
const googleModes = { walking: 'walking', cycling: 'bicycling', transit: 'transit' } as const
/** As Apple's unified Maps URLs name them, which open the maps of the phone itself. */
const appleModes = { walking: 'walking', cycling: 'cycling', transit: 'transit' } as const

/**
 * Links to the maps of the device that asks, told by its `User-Agent`. From where somebody comes is not in them: the device
 * itself knows that.
 */
export function directionsTo(destination: Destination, userAgent: string): Directions {
  const to = soughtFor(destination)
  const isApple = /\b(iPhone|iPad|iPod|Macintosh)\b/.test(userAgent)
  const hrefOf = (one: Means) =>
    isApple
      ? `https://maps.apple.com/directions?${new URLSearchParams({ destination: to, mode: appleModes[one] })}`
      : `https://www.google.com/maps/dir/?${new URLSearchParams({ api: '1', destination: to, travelmode: googleModes[one] })}`
  return {
    ways: means.map((one) => ({ means: one, href: hrefOf(one) })),
    anyApp: /\bAndroid\b/.test(userAgent) ? geoUri(destination) : undefined,
  }
}

function soughtFor({ name, addressLines, coordinates }: Destination): string {
  return coordinates ? pair(coordinates) : [name, ...addressLines].join(', ')
}

/** `q` is what puts a pin with a name on it; without coordinates it is what is looked for. */
function geoUri(destination: Destination): string {
  const { name, coordinates } = destination
  const at = coordinates ? pair(coordinates) : '0,0'
  const pin = coordinates ? `${at}(${name})` : soughtFor(destination)
  return `geo:${at}?q=${encodeURIComponent(pin)}`
}

function pair({ latitude, longitude }: NonNullable<Destination['coordinates']>): string {
  return `${latitude},${longitude}`
}
