import type { VoterCategory } from '../elections/index.ts'
import { type Address, isBelgianPostcode } from '../platform/address.ts'
import {
  type NationalNumber,
  type NationalNumberRules,
  parseNationalNumber,
} from '../platform/national-number.ts'
import { ageFindings, isDate } from './check-dates.ts'
import { type Finding, type FindingCode, finding } from './import-finding.ts'
import {
  type ColumnName,
  isCategory,
  type ListColumn,
  type ListRow,
  listColumns,
  wholeNumber,
} from './list-format.ts'
import { strangeText, tidyText } from './tidy-text.ts'
import type { NoPost } from './voter.ts'

/** What the rows of one list are held against. */
export interface RowRules {
  readonly sections: ReadonlySet<number>
  /** Categories that have a vote in this election. */
  readonly categories: ReadonlySet<VoterCategory>
  readonly pollingDay: string
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
  readonly noPost: NoPost | ''
  readonly requestedLanguage: string
}

export interface CheckedRow {
  /** Absent when the row has an error. */
  readonly voter?: ListVoter
  readonly findings: readonly Finding[]
}

type Note = (code: FindingCode, column?: ColumnName) => void

/** Checks one row by itself; doubles and gaps need the whole list and are found later. */
export function checkRow(row: number, cells: ListRow, rules: RowRules): CheckedRow {
  const findings: Finding[] = []
  const note: Note = (code, column) => findings.push(finding(code, column ? { row, column } : { row }))
  const tidy = tidyCells(cells, note)
  const number = tidy.national_number ? checkNumber(tidy.national_number, rules, note) : undefined
  checkAgainstElection(tidy, rules, note)
  if (tidy.birth_date && !isDate(tidy.birth_date)) note('not-a-date', 'birth_date')
  const listAddress = addressFrom(tidy, '', note)
  const deliveryAddress = addressFrom(tidy, 'delivery_', note)
  if (findings.some(({ severity }) => severity === 'error')) return { findings }
  if (tidy.first_names === '') note('no-first-name', 'first_names')
  if (tidy.no_post !== '') note('no-post', 'no_post')
  for (const code of ageFindings(tidy, number!, rules.pollingDay)) note(code, 'birth_date')
  return { findings, voter: voterFrom(tidy, number!, listAddress!, deliveryAddress) }
}

function tidyCells(cells: ListRow, note: Note): ListRow {
  const tidy = {} as Record<ColumnName, string>
  for (const column of listColumns as readonly (ListColumn & { name: ColumnName })[]) {
    const text = tidyText(cells[column.name])
    tidy[column.name] = text
    if (text === '') {
      if (column.required) note('missing-value', column.name)
      continue
    }
    const strange = strangeText(text)
    if (strange) note(strange, column.name)
    if (column.pattern && !column.pattern.test(text)) note(column.fault!, column.name)
    else if (text.length > column.maxLength) note('too-long', column.name)
  }
  return tidy
}

function checkNumber(text: string, rules: RowRules, note: Note): NationalNumber | undefined {
  const parsed = parseNationalNumber(text, rules.numbers)
  if (parsed.ok) return parsed.number
  if (parsed.because !== 'length') note(`number-${parsed.because}`, 'national_number')
  return undefined
}

function checkAgainstElection(cells: ListRow, rules: RowRules, note: Note): void {
  if (isCategory(cells.category) && !rules.categories.has(cells.category))
    note('category-without-vote', 'category')
  if (wholeNumber.test(cells.section) && !rules.sections.has(Number(cells.section)))
    note('unknown-section', 'section')
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** The address of the columns with this prefix; nothing when they are all empty. */
function addressFrom(cells: ListRow, prefix: '' | 'delivery_', note: Note): Address | undefined {
  const street = cells[`${prefix}street`]
  const postcode = cells[`${prefix}postcode`]
  const city = cells[`${prefix}city`]
  const houseNumber = cells[`${prefix}house_number`]
  const box = cells[`${prefix}box`]
  const country = cells[`${prefix}country`]
  if (!street && !city && !postcode && !houseNumber && !box && !country) return undefined
  if (country && /^[A-Z]{2}$/.test(country) && !countries.of(country))
    note('unknown-country', `${prefix}country`)
  const inBelgium = country === '' || country === 'BE'
  if (prefix && !(street && city)) note('address-incomplete', street ? `${prefix}city` : `${prefix}street`)
  if (inBelgium && postcode === '') note('address-incomplete', `${prefix}postcode`)
  if (inBelgium && postcode !== '' && !isBelgianPostcode(postcode)) note('bad-postcode', `${prefix}postcode`)
  return {
    street,
    houseNumber,
    ...(box && { box }),
    postcode,
    city,
    ...(!inBelgium && { country }),
  }
}

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
    noPost: cells.no_post as NoPost | '',
    requestedLanguage: cells.requested_language,
  }
}
