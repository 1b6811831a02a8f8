import type { VoterCategory } from '../elections/index.ts'
import type { FindingCode } from './checking/import-finding.ts'
import type { AddressKind } from './voter.ts'

/** One column of our list format: the row checks, the JSON Schema and the format page all read it here. */
export interface ListColumn {
  readonly name: string
  /** A cell of this column may not be empty. */
  readonly required: boolean
  readonly maxLength: number
  /** What a filled cell looks like. The schema carries the same pattern. */
  readonly pattern?: RegExp
  /** What is wrong when it does not. */
  readonly fault?: FindingCode
  readonly meaning: string
}

export const wholeNumber = /^[1-9][0-9]{0,6}$/
const country = /^[A-Z]{2}$/

/** By type those of the elections, neither more nor fewer: the module itself would start slowly on a thread. */
const categories = {
  BELGIAN: true,
  BELGIAN_16_17: true,
  EU: true,
  EU_16_17: true,
  NON_EU: true,
  BELGIAN_ABROAD: true,
} satisfies Record<VoterCategory, true>

const addressKinds = { REFERENCE: true, INSTITUTION: true, PROTECTED: true } satisfies Record<
  AddressKind,
  true
>

export function isCategory(text: string): text is VoterCategory {
  return Object.hasOwn(categories, text)
}

/** In this order the columns stand in a list that we write, and in the frozen content that is hashed. */
export const listColumns = [
  {
    name: 'list_number',
    required: true,
    maxLength: 7,
    pattern: wholeNumber,
    fault: 'not-a-whole-number',
    meaning: 'Order number on the list, given once.',
  },
  {
    name: 'national_number',
    required: true,
    maxLength: 20,
    pattern: /^(?:[0-9][ .-]*){11}$/,
    fault: 'number-length',
    meaning: 'National register number or BIS number, with or without dots and dashes.',
  },
  { name: 'last_name', required: true, maxLength: 120, meaning: 'Last name with its particles.' },
  {
    name: 'first_names',
    required: false,
    maxLength: 120,
    meaning: 'First names in their order; empty for a person without a given name.',
  },
  {
    name: 'birth_date',
    required: false,
    maxLength: 10,
    pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
    fault: 'not-a-date',
    meaning: 'Date of birth, 1985-01-31; empty when day or month is unknown.',
  },
  {
    name: 'category',
    required: true,
    maxLength: 20,
    pattern: new RegExp(`^(?:${Object.keys(categories).join('|')})$`),
    fault: 'unknown-category',
    meaning: 'Voter category: decides for which assemblies the person votes.',
  },
  {
    name: 'section',
    required: true,
    maxLength: 7,
    pattern: wholeNumber,
    fault: 'not-a-whole-number',
    meaning: 'Number of the voting section.',
  },
  { name: 'street', required: true, maxLength: 120, meaning: 'Main residence when the list was fixed.' },
  {
    name: 'house_number',
    required: false,
    maxLength: 12,
    meaning: 'House number; empty where there are none.',
  },
  { name: 'box', required: false, maxLength: 12, meaning: 'Box (bus).' },
  {
    name: 'postcode',
    required: false,
    maxLength: 12,
    meaning: 'Four digits in Belgium, where it is required.',
  },
  { name: 'city', required: true, maxLength: 80, meaning: 'City.' },
  {
    name: 'country',
    required: false,
    maxLength: 2,
    pattern: country,
    fault: 'unknown-country',
    meaning: 'ISO 3166-1 code; empty for Belgium. Filled for a Belgian who lives abroad.',
  },
  {
    name: 'delivery_street',
    required: false,
    maxLength: 120,
    meaning: 'Where the letter goes, when the person has moved since.',
  },
  { name: 'delivery_house_number', required: false, maxLength: 12, meaning: 'As house_number.' },
  { name: 'delivery_box', required: false, maxLength: 12, meaning: 'As box.' },
  { name: 'delivery_postcode', required: false, maxLength: 12, meaning: 'As postcode.' },
  {
    name: 'delivery_city',
    required: false,
    maxLength: 80,
    meaning: 'Required when another delivery column is filled.',
  },
  {
    name: 'delivery_country',
    required: false,
    maxLength: 2,
    pattern: country,
    fault: 'unknown-country',
    meaning: 'As country.',
  },
  {
    name: 'no_post',
    required: false,
    maxLength: 8,
    pattern: /^(?:GONE|RETURNED)$/,
    fault: 'unknown-no-post',
    meaning: 'Why no post can reach the voter: GONE (the house) or RETURNED (post comes back).',
  },
  {
    name: 'requested_language',
    required: false,
    maxLength: 2,
    pattern: /^(?:nl|fr)$/,
    fault: 'unknown-language',
    meaning: 'Language the voter asked for, where language law lets voters ask.',
  },
  {
    name: 'address_kind',
    required: false,
    maxLength: 11,
    pattern: new RegExp(`^(?:${Object.keys(addressKinds).join('|')})$`),
    fault: 'unknown-address-kind',
    meaning: 'REFERENCE, INSTITUTION or PROTECTED; empty for an address like any other.',
  },
  {
    name: 'care_of',
    required: false,
    maxLength: 80,
    meaning: 'Line above the street: `p/a` and a name, or the institution with the room.',
  },
  { name: 'delivery_care_of', required: false, maxLength: 80, meaning: 'As care_of.' },
  {
    name: 'language_requested_on',
    required: false,
    maxLength: 10,
    pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
    fault: 'not-a-date',
    meaning: 'Day on which the voter asked for that language; empty when it is not known.',
  },
] as const satisfies readonly ListColumn[]

export type ColumnName = (typeof listColumns)[number]['name']
export type ListRow = Readonly<Record<ColumnName, string>>

/**
 * How many of the columns each recipe of the list's hash takes in. A list keeps the recipe of the day it came in, so that
 * its hash does not change when the format gets more columns.
 */
export const columnsOfRecipe: Readonly<Record<number, number>> = { 1: 21, 2: 25 }
export const newestRecipe = 2

/** Columns that have to stand in the header. The others may be left out: all their cells are empty then. */
export const headerColumns = listColumns.map(({ name, required }) => ({
  name,
  required: required || ['first_names', 'house_number', 'postcode'].includes(name),
}))
