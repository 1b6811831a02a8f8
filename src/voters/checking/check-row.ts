import type { VoterCategory } from '../../elections/index.ts'
import { type Address, isBelgianPostcode } from '../../platform/address.ts'
import {
  type NationalNumber,
  type NationalNumberRules,
  parseNationalNumber,
} from '../../platform/national-number.ts'
import {
  type ColumnName,
  isCategory,
  type ListColumn,
  type ListRow,
  listColumns,
  wholeNumber,
} from '../list-format.ts'
import type { AddressKind, NoPost } from '../voter.ts'
import { checkAddress, deliveryAddressColumns, listAddressColumns } from './check-address.ts'
import { type AgeRules, ageFindings, isDate, isNoDay } from './check-dates.ts'
import type { Finding } from './import-finding.ts'
import { hasError, note, type RowNotes } from './row-notes.ts'
import { codePoint, isPlain, strangeText, tidyText } from './tidy-text.ts'

/** What the rows of one list are held against. */
export interface RowRules extends AgeRules {
  readonly sections: ReadonlySet<number>
  /** Categories that have a vote in this election. */
  readonly categories: ReadonlySet<VoterCategory>
  /** Of the municipality, or else of its polling places. Empty: nothing is known of them. */
  readonly postcodes: ReadonlySet<string>
  /** Most voters of each section, where the law has such a number. */
  readonly largestSections?: ReadonlyMap<number, number> | undefined
  readonly numbers: NationalNumberRules
}

/** A row without errors: the voter as the list gives it. */
export interface ListVoter {
  readonly listNumber: number
  readonly nationalNumber: NationalNumber
  readonly category: VoterCategory
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string
  readonly section: number
  readonly listAddress: Address
  readonly deliveryAddress?: Address | undefined
  readonly addressKind: AddressKind | ''
  readonly noPost: NoPost | ''
  readonly requestedLanguage: string
  readonly languageRequestedOn: string
}

export interface CheckedRow {
  /** Absent when the row has an error. */
  readonly voter?: ListVoter
  /** What can be read of a row that has one. */
  readonly keys?: RowKeys
  readonly findings: readonly Finding[]
}

/** Who stands where: enough to find somebody who stands on the list twice, once in a row with an error. */
export interface RowKeys {
  readonly nationalNumber?: NationalNumber | undefined
  readonly listNumber?: number | undefined
  readonly section?: number | undefined
}

type Column = ListColumn & { readonly name: ColumnName }
const columns: readonly Column[] = listColumns

/** Checks one row by itself; doubles and gaps need the whole list and are found later. */
export function checkRow(row: number, cells: ListRow, rules: RowRules): CheckedRow {
  const notes: RowNotes = { row, findings: [] }
  const { findings } = notes
  const tidy = tidyCells(cells, notes)
  const number = tidy.national_number ? checkNumber(tidy.national_number, rules, notes) : undefined
  checkAgainstElection(tidy, rules, notes)
  checkDates(tidy, number, rules, notes)
  const listAddress = checkAddress(tidy, listAddressColumns, notes)
  const deliveryAddress = checkAddress(tidy, deliveryAddressColumns, notes)
  noteOddities(tidy, rules, notes)
  noteFormulas(cells, tidy, notes)
  if (hasError(notes) || !number || !listAddress) return { findings, keys: keysIn(tidy, number, rules) }
  return { findings, voter: voterFrom(tidy, number, listAddress, deliveryAddress) }
}

function keysIn(
  { list_number, section }: ListRow,
  nationalNumber: NationalNumber | undefined,
  { sections }: RowRules,
): RowKeys {
  return {
    nationalNumber,
    listNumber: wholeNumber.test(list_number) ? Number(list_number) : undefined,
    section: sections.has(Number(section)) ? Number(section) : undefined,
  }
}

/** Answers the row itself where nothing had to be tidied: nearly always. */
function tidyCells(cells: ListRow, notes: RowNotes): ListRow {
  let tidy = cells
  for (const column of columns) {
    const cell = cells[column.name]
    const plain = cell === '' || isPlain(cell)
    const text = plain ? cell : tidyText(cell)
    if (text !== cell) tidy = { ...tidy, [column.name]: text }
    if (text !== '') checkCell(column, text, plain, notes)
    else if (column.required) note(notes, 'missing-value', column.name)
  }
  return tidy
}

/** What a spreadsheet writes where it could not work out a cell, in English and in Dutch. */
const errorValue = /^#(?:[A-Z]+[/]?[A-Z0]*[!?]?|#+)$/

function checkCell(column: Column, text: string, plain: boolean, notes: RowNotes): void {
  const strange = plain ? undefined : strangeText(text)
  if (strange) note(notes, strange.code, column.name, strange.character)
  if (text[0] === '#' && errorValue.test(text)) note(notes, 'error-value', column.name)
  else if (column.pattern && !column.pattern.test(text)) note(notes, column.fault!, column.name)
  else if (text.length > column.maxLength) note(notes, 'too-long', column.name)
}

function checkNumber(text: string, rules: RowRules, notes: RowNotes): NationalNumber | undefined {
  const parsed = parseNationalNumber(text, rules.numbers)
  if (parsed.ok) return parsed.number
  if (parsed.because !== 'length') note(notes, `number-${parsed.because}`, 'national_number')
  return undefined
}

function checkAgainstElection(cells: ListRow, rules: RowRules, notes: RowNotes): void {
  const { category, section } = cells
  if (!rules.categories.has(category as VoterCategory) && isCategory(category))
    note(notes, 'category-without-vote', 'category')
  if (!rules.sections.has(Number(section)) && wholeNumber.test(section))
    note(notes, 'unknown-section', 'section')
}

function checkDates(
  { birth_date, language_requested_on, category }: ListRow,
  number: NationalNumber | undefined,
  rules: RowRules,
  notes: RowNotes,
): void {
  if (isNoDay(language_requested_on)) note(notes, 'not-a-date', 'language_requested_on')
  if (isNoDay(birth_date)) note(notes, 'not-a-date', 'birth_date')
  if (!isDate(birth_date)) return
  if (Date.parse(birth_date) > rules.numbers.today.getTime()) note(notes, 'birth-date-to-come', 'birth_date')
  else
    for (const code of ageFindings({ birth_date, category }, number, rules)) note(notes, code, 'birth_date')
}

/** Also of a row with an error: whoever mends it wants to know all of it at once. */
function noteOddities(cells: ListRow, rules: RowRules, notes: RowNotes): void {
  if (cells.first_names === '') note(notes, 'no-first-name', 'first_names')
  if (cells.no_post !== '') note(notes, 'no-post', 'no_post')
  if (['REFERENCE', 'INSTITUTION'].includes(cells.address_kind) && !cells.care_of && !cells.delivery_street)
    note(notes, 'care-of-missing', 'care_of')
  noteOddTexts(cells, notes)
  const { postcode, country, category } = cells
  const isHere = (country === '' || country === 'BE') && isBelgianPostcode(postcode)
  if (isHere && category !== 'BELGIAN_ABROAD' && rules.postcodes.size > 0 && !rules.postcodes.has(postcode))
    note(notes, 'postcode-elsewhere', 'postcode')
}

/** What a register writes where it knows no name. */
const stopGap =
  /^(?:[-.*x]{1,5}|onbekende?|unknown|inconnue?|n\.? ?n\.?|nnb|zonder (?:voor)?naam|geen (?:voor)?naam)$/i
const nameColumns = ['last_name', 'first_names'] as const
const writtenColumns = [...nameColumns, 'street', 'city'] as const
const numberColumns = ['house_number', 'box'] as const

/** What a program on the way did to a text: letters that it could not write, house numbers that it took for dates. */
function noteOddTexts(cells: ListRow, notes: RowNotes): void {
  for (const column of writtenColumns) if (cells[column].includes('?')) note(notes, 'lost-letter', column)
  for (const column of nameColumns) if (/[0-9]/.test(cells[column])) note(notes, 'digit-in-name', column)
  for (const column of nameColumns) if (stopGap.test(cells[column])) note(notes, 'stop-gap-name', column)
  for (const column of numberColumns) if (madeADate.test(cells[column])) note(notes, 'made-a-date', column)
}

const textColumns = [
  ...(['last_name', 'first_names', 'street', 'city', 'care_of'] as const),
  ...(['delivery_street', 'delivery_city', 'delivery_care_of'] as const),
] satisfies readonly ColumnName[]

/** What a spreadsheet runs when it opens a list: no name begins so, and ours are not the only files it goes into. */
function noteFormulas(cells: ListRow, tidy: ListRow, notes: RowNotes): void {
  for (const column of textColumns) {
    const text = runsAsFormula(cells[column]) ? cells[column] : tidy[column]
    if (runsAsFormula(text)) note(notes, 'formula-start', column, codePoint(text))
  }
}

function runsAsFormula(text: string): boolean {
  return text !== '' && text.charCodeAt(0) < 65 && '=+-@\t\r'.includes(text[0]!)
}

/** `1/mrt` was 1-3 before a spreadsheet read it. */
const madeADate =
  /^(?:\d{1,2}[-/ ])?(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[-/. ]*\d{0,4}$|^\d{1,2}[-/]\d{1,2}[-/]\d{4}$/i

function voterFrom(
  cells: ListRow,
  nationalNumber: NationalNumber,
  listAddress: Address,
  deliveryAddress: Address | undefined,
): ListVoter {
  return {
    listNumber: Number(cells.list_number),
    nationalNumber,
    category: cells.category as VoterCategory,
    lastName: cells.last_name,
    firstNames: cells.first_names,
    birthDate: cells.birth_date,
    section: Number(cells.section),
    listAddress,
    deliveryAddress,
    addressKind: cells.address_kind as AddressKind | '',
    noPost: cells.no_post as NoPost | '',
    requestedLanguage: cells.requested_language,
    languageRequestedOn: cells.language_requested_on,
  }
}
