import { type Address, isBelgianPostcode } from '../../platform/address.ts'
import type { ColumnName, ListRow } from '../list-format.ts'
import { note, type RowNotes } from './row-notes.ts'

interface AddressColumns {
  readonly careOf: ColumnName
  readonly street: ColumnName
  readonly houseNumber: ColumnName
  readonly box: ColumnName
  readonly postcode: ColumnName
  readonly city: ColumnName
  readonly country: ColumnName
}

export const listAddressColumns: AddressColumns = {
  careOf: 'care_of',
  street: 'street',
  houseNumber: 'house_number',
  box: 'box',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
}

export const deliveryAddressColumns: AddressColumns = {
  careOf: 'delivery_care_of',
  street: 'delivery_street',
  houseNumber: 'delivery_house_number',
  box: 'delivery_box',
  postcode: 'delivery_postcode',
  city: 'delivery_city',
  country: 'delivery_country',
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** The address of these columns; nothing when they are all empty. */
export function checkAddress(cells: ListRow, columns: AddressColumns, notes: RowNotes): Address | undefined {
  const careOf = cells[columns.careOf]
  const street = cells[columns.street]
  const houseNumber = cells[columns.houseNumber]
  const box = cells[columns.box]
  const postcode = cells[columns.postcode]
  const city = cells[columns.city]
  const country = cells[columns.country]
  if (!(street || city || postcode || houseNumber || box || country || careOf)) return undefined
  const inBelgium = country === '' || country === 'BE'
  if (!street) noteMissing(notes, columns.street)
  if (!city) noteMissing(notes, columns.city)
  if (inBelgium && !postcode) note(notes, 'address-incomplete', columns.postcode)
  if (inBelgium && postcode && !isBelgianPostcode(postcode)) note(notes, 'bad-postcode', columns.postcode)
  if (!inBelgium && /^[A-Z]{2}$/.test(country) && !regions.of(country))
    note(notes, 'unknown-country', columns.country)
  const inStreet = box ? { street, houseNumber, box } : { street, houseNumber }
  const address = { ...inStreet, postcode, city, ...(careOf !== '' && { careOf }) }
  return inBelgium ? address : { ...address, country }
}

/** A column of the list address is already missed by itself. */
function noteMissing(notes: RowNotes, column: ColumnName): void {
  if (!notes.findings.some((found) => found.column === column)) note(notes, 'address-incomplete', column)
}
