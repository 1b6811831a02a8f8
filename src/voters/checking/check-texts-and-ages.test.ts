import { describe, expect, test } from 'vitest'
import { checkDigits } from '../../platform/national-number.ts'
import type { ColumnName } from '../list-format.ts'
import { aRow, rulesOfTests as rules } from '../testing.ts'
import { checkRow, type RowRules } from './check-row.ts'

const found = (cells: Partial<Record<ColumnName, string>>, changes: Partial<RowRules> = {}) =>
  checkRow(7, aRow(0, cells), { ...rules, ...changes }).findings.map(({ column, code, detail }) =>
    [column, code, detail].filter(Boolean).join(' '),
  )

describe('look-alikes, with the character', () => {
  test.each([
    ['Jаnssens', 'look-alike-letters U+0430'], // Cyrillic а
    ['Pοpοva', 'look-alike-letters U+03BF'], // Greek ο
    ['Van den Вroeck', 'look-alike-letters U+0412'], // Cyrillic В
    ['Ｐeeters', 'look-alike-letters U+FF30'], // full width
    ['𝐏eeters', 'look-alike-letters U+1D40F'], // mathematical
    ['Popova-Иванова', 'other-script U+0418'], // one word wholly in Cyrillic: another script, no look-alike
    ['Pee\u200bters', 'unprintable-character U+200B'],
    ['Pee\u202eters', 'unprintable-character U+202E'],
    ['Łab?dź', 'lost-letter'],
    ['Peeters 3', 'digit-in-name'],
    ['.', 'stop-gap-name'],
    ['ONBEKEND', 'stop-gap-name'],
    ['N.N.', 'stop-gap-name'],
  ])('%s', (last_name, expected) => expect(found({ last_name })).toEqual([`last_name ${expected}`]))

  test('digits of another width, in an address', () => {
    expect(found({ house_number: '１２' })).toEqual(['house_number look-alike-letters U+FF11'])
  })
})

describe('what a spreadsheet would run as a formula', () => {
  test.each([
    [{ last_name: '=HYPERLINK("http://x";"y")' }, 'last_name formula-start U+003D'],
    [{ first_names: '+32' }, 'first_names formula-start U+002B'],
    [{ street: '-Kersenlaan' }, 'street formula-start U+002D'],
    [{ street: '@SUM(A1)' }, 'street formula-start U+0040'],
    [{ last_name: '\tPeeters' }, 'last_name formula-start U+0009'],
    [{ last_name: '\r=1+1' }, 'last_name formula-start U+000D'],
    [{ care_of: ' =A1' }, 'care_of formula-start U+003D'],
  ])('%o', (cells, expected) => expect(found(cells)).toContain(expected))

  test.each(["'t Kindt", 'Van-Damme', 'A+B', 'd’Ursel'])('%s', (last_name) =>
    expect(found({ last_name })).toEqual([]),
  )
})

test.each([
  'III',
  'DE SMET',
  "D'HONDT",
  'Van der Straeten-Ponthoz',
  'Baron de Vrière III',
  'Ștefănescu',
  'Ő',
  'İnönü',
  'Vandenbossche-Opdenakker de Ligne van der Straeten-Waillet-Kempen',
])('%s is a name as people have them', (last_name) => expect(found({ last_name })).toEqual([]))

test('letters put together from parts are kept as one', () => {
  const { voter } = checkRow(7, aRow(0, { last_name: 'S\u0326tefa\u0306nescu' }), rules)
  expect(voter?.lastName).toBe('Ștefănescu')
})

test.each([
  ['1/mrt', true],
  ['mrt-12', true],
  ['12/03/2024', true],
  ['12-14', false],
  ['12/3A', false],
  ['14 bis', false],
  ['K214', false],
])('%s, a house number that a spreadsheet made a date of: %s', (house_number, isDate) =>
  expect(found({ house_number })).toEqual(isDate ? ['house_number made-a-date'] : []),
)

test('a postcode without a polling place, where one is known of', () => {
  expect(found({ postcode: '8999' })).toEqual(['postcode postcode-elsewhere'])
  expect(found({ postcode: '8999' }, { postcodes: new Set() })).toEqual([])
  expect(found({ postcode: '8999', category: 'BELGIAN_ABROAD' })).toEqual([])
})

describe('ages on polling day', () => {
  const born = (birth_date: string, category: string, changes: Partial<RowRules> = {}) => {
    const digits = `${birth_date.slice(2, 4)}${Number(birth_date.slice(5, 7)) + 60}${birth_date.slice(8)}001`
    const national_number = digits + checkDigits(digits, Number(birth_date.slice(0, 4)))
    return found({ birth_date, category, national_number }, changes)
  }

  test('a leap-day birthday falls on the day that the ruleset says', () => {
    const on = (pollingDay: string, birthdayOn29February: RowRules['birthdayOn29February']) =>
      born('2012-02-29', 'BELGIAN', { pollingDay, birthdayOn29February })
    expect(on('2030-02-28', '28 February')).toEqual([])
    expect(on('2030-02-28', '1 March')).toEqual(['birth_date below-voting-age'])
    expect(on('2030-03-01', '1 March')).toEqual([])
    expect(on('2030-02-27', '28 February')).toEqual(['birth_date below-voting-age'])
  })

  test('both centuries; who is yet to be born; who would be very old', () => {
    expect(born('1999-12-31', 'BELGIAN')).toEqual([])
    expect(born('2001-01-01', 'BELGIAN')).toEqual([])
    expect(born('1914-06-11', 'BELGIAN')).toEqual([])
    expect(born('1914-06-10', 'BELGIAN')).toEqual(['birth_date very-old'])
    expect(found({ birth_date: '2029-04-03' })).toEqual(['birth_date birth-date-to-come'])
  })
})
