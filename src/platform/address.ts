/** A postal address. `country` is an ISO 3166 code; absent means Belgium. */
export interface Address {
  /** Line between name and street: `p/a Jan Peeters`, or an institution with the room. */
  readonly careOf?: string | undefined
  readonly street: string
  /** Empty where a place has no numbers. */
  readonly houseNumber: string
  readonly box?: string | undefined
  readonly postcode: string
  readonly city: string
  readonly country?: string | undefined
}

const countryNames = {
  nl: new Intl.DisplayNames(['nl'], { type: 'region' }),
  fr: new Intl.DisplayNames(['fr'], { type: 'region' }),
}
const boxWord = { nl: 'bus', fr: 'boîte' }

/**
 * The lines under the name, as an envelope shows them: in whose care, street, city, and the country in capitals, only
 * when it is abroad.
 */
export function addressLines(address: Address, language: 'nl' | 'fr' = 'nl'): string[] {
  const box = address.box ? `${boxWord[language]} ${address.box}` : ''
  const street = words(address.street, address.houseNumber, box)
  const lines = [address.careOf ?? '', street, words(address.postcode, address.city)]
  if (isAbroad(address))
    lines.push((countryNames[language].of(address.country!) ?? address.country!).toUpperCase())
  return lines.filter((line) => line !== '')
}

export function isAbroad(address: Address): boolean {
  return address.country !== undefined && address.country !== 'BE'
}

/** Four digits from 1000 on. It says nothing of whether the postcode is in use. */
export function isBelgianPostcode(text: string): boolean {
  return /^[1-9]\d{3}$/.test(text)
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
