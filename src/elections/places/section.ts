import type { Address } from '../../platform/address.ts'

/** A voting section with the room where its people vote. */
export interface Section {
  readonly section: number
  readonly room: string
  /** In a city with district councils: the district where the section lies. */
  readonly district?: string | undefined
  /** The governor's decision that lets it have more voters than usual. */
  readonly sizeLeave?: string | undefined
  readonly place: PollingPlace
}

export interface PollingPlace {
  readonly code: string
  readonly name: string
  readonly address: Address
  readonly details: PlaceDetails
}

/** What helps a voter to find the room and get in. Texts are Dutch, unless they say otherwise. */
export interface PlaceDetails {
  readonly entrance?: string | undefined
  /** The same for French letters. */
  readonly french?: { readonly entrance: string } | undefined
  /** Without a single step from the street to the room; absent: not known. */
  readonly stepFree?: boolean | undefined
  readonly facilities?: readonly string[] | undefined
  /** WGS 84, decimal degrees. */
  readonly coordinates?: { readonly latitude: number; readonly longitude: number } | undefined
}
