import { Temporal } from 'temporal-polyfill'
import { type Address, isBelgianPostcode } from '../../platform/address.ts'
import {
  holdsNationalNumber,
  type NationalNumber,
  type NationalNumberRules,
  parseNationalNumber,
} from '../../platform/national-number.ts'
import { type ListAColumn, type ListAFields, listAColumns } from './list-a-format.ts'
import { isFormulaFault, type ListRowFault, type ListRowFaultCode, listRowFault } from './list-row-fault.ts'
import type { ListEntry } from './listed-person.ts'

/** One naming of one person. */
export interface ListARow {
  readonly row: number
  readonly nationalNumber: NationalNumber
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate?: string | undefined
  readonly address?: Address | undefined
  readonly entry: ListEntry
}

export interface ListARules {
  /** The categories of the law, in its order. */
  readonly categories: readonly string[]
  readonly numbers: NationalNumberRules
}

type ReadRow = { readonly right: ListARow } | { readonly faults: readonly ListRowFault[] }
type Fault = (column: ListAColumn, code: ListRowFaultCode) => void

/** Reads a row by itself, and answers all that is wrong with it. */
export function readListARow(row: number, fields: ListAFields, rules: ListARules): ReadRow {
  const faults: ListRowFault[] = []
  const fault: Fault = (column, code) => void faults.push(listRowFault(row, column, code))
  checkTexts(fields, fault)
  const nationalNumber = readNumber(fields.national_number, rules, fault)
  const category = readCategory(fields.category, rules.categories)
  if (!category && fields.category !== '') fault('category', 'no-category')
  if (fields.place !== '' && !/^[1-9]\d*$/.test(fields.place)) fault('place', 'no-place')
  for (const column of ['received_on', 'birth_date'] as const)
    if (fields[column] !== '' && !isDay(fields[column])) fault(column, 'no-day')
  const address = readAddress(fields, fault)
  if (faults.length > 0 || !nationalNumber || !category) return { faults }
  const { place, source, profession, received_on: receivedOn, birth_date: birthDate } = fields
  return {
    right: {
      ...{ row, nationalNumber, lastName: fields.last_name, firstNames: fields.first_names },
      ...(birthDate && { birthDate }),
      ...(address && { address }),
      entry: {
        ...{ category, source, profession },
        ...(place && { place: Number(place) }),
        ...(receivedOn && { receivedOn }),
      },
    },
  }
}

function checkTexts(fields: ListAFields, fault: Fault): void {
  for (const { name, required, maxLength } of listAColumns) {
    if (required && fields[name] === '') fault(name, 'empty')
    if (isFormulaFault(fields[name])) fault(name, 'formula')
    else if (fields[name].length > maxLength) fault(name, 'too-long')
    else if (name !== 'national_number' && holdsNationalNumber(fields[name])) fault(name, 'number-in-text')
  }
}

function readNumber(cell: string, { numbers }: ListARules, fault: Fault): NationalNumber | undefined {
  if (cell === '') return undefined
  const parsed = parseNationalNumber(cell, numbers)
  if (parsed.ok) return parsed.number
  fault('national_number', parsed.because === 'test-number' ? 'not-allowed-here' : 'no-national-number')
  return undefined
}

/** `3`, the number in the law, or `lawyers`. */
function readCategory(cell: string, categories: readonly string[]): string | undefined {
  return /^\d+$/.test(cell) ? categories[Number(cell) - 1] : categories.find((key) => key === cell)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function readAddress(fields: ListAFields, fault: Fault): Address | undefined {
  const { street, house_number: houseNumber, box, postcode, city } = fields
  if (![street, houseNumber, box, postcode, city].some(Boolean)) return undefined
  for (const column of ['street', 'postcode', 'city'] as const)
    if (fields[column] === '') fault(column, 'half-an-address')
  if (postcode !== '' && !isBelgianPostcode(postcode)) fault('postcode', 'no-postcode')
  return { street, houseNumber, ...(box && { box }), postcode, city }
}
