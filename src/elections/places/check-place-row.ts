import { isBelgianPostcode } from '../../platform/address.ts'
import type { DocumentFault } from '../../platform/document.ts'
import { mayBeEmpty, type PlaceColumn, type PlaceFields, placeColumns } from './places-format.ts'
import type { PollingPlace, Section } from './section.ts'

export type PlaceFaultCode =
  | 'empty'
  | 'too-long'
  | 'no-section-number'
  | 'no-postcode'
  | 'neither-yes-nor-no'
  | 'no-district'
  | 'districts-unknown'
  | 'no-bound'
  | 'without-dutch'
  | 'no-coordinate'
  | 'damaged'
  | 'double-section'
  | 'double-room'
  | 'differs'

/** A row that cannot be used. Never quotes the cell. */
export interface PlaceRowFault extends DocumentFault {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number
  readonly column?: PlaceColumn
  readonly code: PlaceFaultCode
}

export function rowFault(
  row: number,
  column: PlaceColumn | undefined,
  code: PlaceFaultCode,
  wrong: string,
  remedy: string,
): PlaceRowFault {
  return column
    ? { path: `row ${row}, ${column}`, row, column, code, wrong, remedy }
    : { path: `row ${row}`, row, code, wrong, remedy }
}

/** Belgium with a margin: coordinates outside it are swapped or mistyped. */
const belgium = { latitude: [49.4, 51.6], longitude: [2.4, 6.5] } as const

/** What rows are held against, besides the format. */
export interface PlaceRules {
  /** Names of the districts of the municipality. */
  readonly districts: readonly string[]
  /** Whether each section has to lie in one. */
  readonly needsDistrict: boolean
  /** Whether the law lets the governor allow larger sections. */
  readonly hasSizeLeave: boolean
}

/** Checks one row by itself and reads it; a row with faults has no section. */
export function readPlaceRow(
  row: number,
  fields: PlaceFields,
  rules: PlaceRules,
): { section?: Section; faults: PlaceRowFault[] } {
  const faults: PlaceRowFault[] = []
  const fault = (column: PlaceColumn, code: PlaceFaultCode, wrong: string, remedy: string) =>
    faults.push(rowFault(row, column, code, wrong, remedy))
  const isNeither = !/^(?:|ja|nee|yes|no)$/i.test(fields.step_free)
  for (const { name, required, maxLength } of placeColumns) {
    if (required && fields[name] === '' && !mayBeEmpty.has(name))
      fault(name, 'empty', 'is empty', 'Fill it in')
    if (fields[name].length > maxLength && !(name === 'step_free' && isNeither))
      fault(name, 'too-long', `is longer than ${maxLength} characters`, 'Shorten it')
  }
  if (fields.section !== '' && !/^[1-9][0-9]{0,5}$/.test(fields.section))
    fault(
      'section',
      'no-section-number',
      'is not a whole number from 1',
      'Give the number of the section, such as 12',
    )
  if (fields.postcode !== '' && !isBelgianPostcode(fields.postcode))
    fault('postcode', 'no-postcode', 'is not a Belgian postcode', 'Give four digits')
  if (isNeither)
    fault('step_free', 'neither-yes-nor-no', 'is neither ja nor nee', 'Write ja or nee, or leave it empty')
  const district = districtFault(fields.district, rules)
  if (district) fault('district', ...district)
  if (fields.size_leave !== '' && !rules.hasSizeLeave)
    fault('size_leave', 'no-bound', 'is for elections in which the law bounds a section', 'Leave it empty')
  if (fields.entrance_fr !== '' && fields.entrance === '')
    fault(
      'entrance_fr',
      'without-dutch',
      'stands without the Dutch',
      'Fill in entrance too, for the Dutch letters',
    )
  for (const axis of ['latitude', 'longitude'] as const)
    if (!isCoordinate(fields, axis))
      fault(
        axis,
        'no-coordinate',
        'is not a place in Belgium',
        'Give both coordinates in decimal degrees, or leave both empty',
      )
  return faults.length > 0 ? { faults } : { faults, section: sectionFrom(fields) }
}

function districtFault(
  district: string,
  { districts: names, needsDistrict }: PlaceRules,
): [PlaceFaultCode, string, string] | undefined {
  if (names.includes(district) || (district === '' && !needsDistrict)) return undefined
  if (names.length > 0)
    return ['no-district', 'is no district of this municipality', `Use one of: ${names.join(', ')}`]
  return [
    'districts-unknown',
    'is not known here',
    'Name the districts in the municipality file, under districts',
  ]
}

function isCoordinate(fields: PlaceFields, axis: 'latitude' | 'longitude'): boolean {
  const other = axis === 'latitude' ? fields.longitude : fields.latitude
  if (fields[axis] === '') return other === ''
  const [low, high] = belgium[axis]
  const degrees = toNumber(fields[axis])
  return degrees >= low && degrees <= high
}

/** A decimal comma is read as a point, as Belgian spreadsheets write it. */
function toNumber(text: string): number {
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function sectionFrom(fields: PlaceFields): Section {
  return {
    section: Number(fields.section),
    room: fields.room,
    ...(fields.district && { district: fields.district }),
    ...(fields.size_leave && { sizeLeave: fields.size_leave }),
    place: placeFrom(fields),
  }
}

function placeFrom(fields: PlaceFields): PollingPlace {
  const facilities = fields.facilities
    .split('|')
    .map((facility) => facility.trim())
    .filter(Boolean)
  return {
    code: fields.place_code,
    name: fields.place_name,
    address: {
      street: fields.street,
      houseNumber: fields.house_number,
      ...(fields.box && { box: fields.box }),
      postcode: fields.postcode,
      city: fields.city,
    },
    details: {
      ...(fields.entrance && { entrance: fields.entrance }),
      ...(fields.entrance_fr && { french: { entrance: fields.entrance_fr } }),
      ...(fields.step_free && { stepFree: /^(?:ja|yes)$/i.test(fields.step_free) }),
      ...(facilities.length > 0 && { facilities }),
      ...(fields.latitude && {
        coordinates: { latitude: toNumber(fields.latitude), longitude: toNumber(fields.longitude) },
      }),
    },
  }
}
