import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigits } from '../../platform/national-number.ts'
import type { ColumnName } from '../list-format.ts'
import { aRow, rulesOfTests as rules, testNumber } from '../testing.ts'
import { checkRow, type RowRules } from './check-row.ts'
import { english } from './finding-texts.en.ts'
import { dutch } from './finding-texts.nl.ts'
import { severities } from './import-finding.ts'

const check = (cells: Partial<Record<ColumnName, string>>) => checkRow(7, aRow(0, cells), rules)
const found = (cells: Partial<Record<ColumnName, string>>) =>
  check(cells).findings.map(({ column, code }) => [column, code].filter(Boolean).join(' '))

test('a row without faults has nothing to say', () => {
  expect(found({})).toEqual([])
  expect(check({}).voter?.nationalNumber).toBe(testNumber(0))
})

describe('errors, each by its column', () => {
  const wrong: [Partial<Record<ColumnName, string>>, string][] = [
    [{ list_number: '' }, 'list_number missing-value'],
    [{ list_number: '0' }, 'list_number not-a-whole-number'],
    [{ list_number: '1.5' }, 'list_number not-a-whole-number'],
    [{ list_number: '12345678' }, 'list_number not-a-whole-number'],
    [{ national_number: '' }, 'national_number missing-value'],
    [{ national_number: '8061010014' }, 'national_number number-length'],
    [{ national_number: '85610100148' }, 'national_number number-check-digits'],
    [{ national_number: '85600100140' }, 'national_number number-date'],
    [{ last_name: ' ' }, 'last_name missing-value'],
    [{ last_name: 'x'.repeat(121) }, 'last_name too-long'],
    [{ last_name: 'Pee\u0007ters' }, 'last_name unprintable-character'],
    [{ last_name: 'Pee\u202eters' }, 'last_name unprintable-character'],
    [{ last_name: 'Pee\ufffdters' }, 'last_name unprintable-character'],
    [{ birth_date: '31/01/1985' }, 'birth_date not-a-date'],
    [{ birth_date: '1985-02-30' }, 'birth_date not-a-date'],
    [{ category: 'belgian' }, 'category unknown-category'],
    [{ category: 'NON_EU' }, 'category category-without-vote'],
    [{ section: '3' }, 'section unknown-section'],
    [{ section: 'A' }, 'section not-a-whole-number'],
    [{ postcode: '0999' }, 'postcode bad-postcode'],
    [{ postcode: '' }, 'postcode address-incomplete'],
    [{ street: '' }, 'street missing-value'],
    [{ country: 'fr' }, 'country unknown-country'],
    [{ country: 'QX' }, 'country unknown-country'],
    [{ delivery_city: 'Gent', delivery_postcode: '9000' }, 'delivery_street address-incomplete'],
    [{ delivery_street: 'Zeelaan', delivery_postcode: '9000' }, 'delivery_city address-incomplete'],
    [{ delivery_street: 'Zeelaan', delivery_city: 'Gent' }, 'delivery_postcode address-incomplete'],
    [{ no_post: 'LOST' }, 'no_post unknown-no-post'],
    [{ requested_language: 'en' }, 'requested_language unknown-language'],
    [{ language_requested_on: '2028-02-30' }, 'language_requested_on not-a-date'],
    [{ address_kind: 'SECRET' }, 'address_kind unknown-address-kind'],
    [{ care_of: 'x'.repeat(81) }, 'care_of too-long'],
    [{ delivery_care_of: 'p/a Jan Peeters' }, 'delivery_street address-incomplete'],
  ]
  test.each(wrong)('%o', (cells, code) => {
    expect(found(cells)).toContain(code)
    expect(check(cells).voter).toBeUndefined()
    expect(severities[code.split(' ')[1] as keyof typeof severities]).toBe('error')
  })

  test('of the number: what lies in the future, and test numbers where they may not enter', () => {
    const unborn = `30${61}01001`
    expect(found({ national_number: unborn + checkDigits(unborn, 2030) })).toEqual([
      'national_number number-future',
    ])
    const production = { ...rules, numbers: { ...rules.numbers, allowTestNumbers: false } }
    expect(checkRow(7, aRow(0), production).findings).toMatchObject([{ row: 7, code: 'number-test-number' }])
  })

  test('all faults of a row at once, each once', () => {
    expect(found({ last_name: '', section: '9', country: 'xx', street: '' })).toEqual([
      'last_name missing-value',
      'street missing-value',
      'country unknown-country',
      'section unknown-section',
    ])
  })
})

describe('warnings: the row counts, the clerk looks', () => {
  test.each<[Partial<Record<ColumnName, string>>, string]>([
    [{ first_names: '' }, 'first_names no-first-name'],
    [{ no_post: 'GONE' }, 'no_post no-post'],
    [{ last_name: 'Рeeters' }, 'last_name look-alike-letters'], // the first letter is Cyrillic
    [{ last_name: 'AndrÃ©' }, 'last_name garbled-letters'],
    [{ birth_date: '1980-01-02' }, 'birth_date birth-date-differs'],
    [{ address_kind: 'INSTITUTION' }, 'care_of care-of-missing'],
    [{ address_kind: 'REFERENCE' }, 'care_of care-of-missing'],
  ])('%o', (cells, code) => {
    expect(found(cells)).toEqual([code])
    expect(check(cells).voter).toBeDefined()
  })

  test.each([
    ['BELGIAN', '2011-06-10', []],
    ['BELGIAN', '2011-06-11', ['below-voting-age']],
    ['BELGIAN', '2019-01-05', ['below-voting-age']],
    ['BELGIAN_16_17', '2013-06-10', []],
    ['BELGIAN_16_17', '2011-06-11', []],
    ['BELGIAN_16_17', '2011-06-10', ['age-against-category']],
    ['BELGIAN_16_17', '2013-06-11', ['below-voting-age']],
    ['BELGIAN_ABROAD', '2012-02-29', ['below-voting-age']],
  ])('age on polling day: %s born %s', (category, birth_date, codes) => {
    const digits = `${birth_date.slice(2, 4)}${Number(birth_date.slice(5, 7)) + 60}${birth_date.slice(8)}001`
    const national_number = digits + checkDigits(digits, Number(birth_date.slice(0, 4)))
    const { voter, findings } = check({ category, birth_date, national_number })
    expect(findings.map(({ code }) => code)).toEqual(codes)
    expect(voter === undefined, 'who is too young is no voter').toBe(codes.includes('below-voting-age'))
  })

  test('the ages are those of the ruleset', () => {
    const young = aRow(0, { birth_date: '2012-01-05', national_number: testNumber(0) })
    const lower = { ...rules, ages: { BELGIAN: { from: 16 } } }
    const codes = (of: RowRules) => checkRow(7, young, of).findings.map(({ code }) => code)
    expect(codes(rules)).toContain('below-voting-age')
    expect(codes(lower)).not.toContain('below-voting-age')
  })

  test('also those of a row with an error', () => {
    expect(found({ national_number: '', first_names: '', last_name: 'Peeters 3', postcode: '8999' })).toEqual(
      [
        'national_number missing-value',
        'first_names no-first-name',
        'last_name digit-in-name',
        'postcode postcode-elsewhere',
      ],
    )
  })

  test('a number with an unknown day proves nothing about the birth date', () => {
    const digits = `80${61}00001`
    expect(found({ national_number: digits + checkDigits(digits, 1980), birth_date: '1980-01-17' })).toEqual(
      [],
    )
  })
})

test('the kind of an address, and in whose care the letter is', () => {
  const atHome = { address_kind: 'INSTITUTION', care_of: 'WZC De Linde, kamer 12' }
  expect(found(atHome)).toEqual([])
  expect(check(atHome).voter).toMatchObject({
    addressKind: 'INSTITUTION',
    listAddress: { careOf: 'WZC De Linde, kamer 12', street: 'Kersenlaan' },
  })
  const sentOn = { delivery_street: 'Zeelaan', delivery_postcode: '8999', delivery_city: 'Duinendorp' }
  expect(found({ address_kind: 'REFERENCE', ...sentOn })).toEqual([])
  expect(found({ address_kind: 'PROTECTED' })).toEqual([])
})

describe('one form for one text', () => {
  test('also where all letters are plain', () => {
    expect(check({ last_name: ' De Smet' }).voter?.lastName).toBe('De Smet')
  })

  test('composed letters, single spaces, the number without its dots, BE left out', () => {
    const { voter } = check({
      last_name: ' Van\u00a0 den  Broe\u0301ck ',
      national_number: '85.61.01-001.47',
      country: 'BE',
      delivery_street: 'Zeelaan',
      delivery_city: 'Lille',
      delivery_country: 'FR',
    })
    expect(voter?.lastName).toBe('Van den Broéck')
    expect(voter?.nationalNumber).toBe('85610100147')
    expect(voter?.listAddress).not.toHaveProperty('country')
    expect(voter?.deliveryAddress).toEqual({
      street: 'Zeelaan',
      houseNumber: '',
      postcode: '',
      city: 'Lille',
      country: 'FR',
    })
  })

  test.each([
    "'t Kindt",
    'O’Callaghan',
    'Łoś',
    'Şengül-Ğıldırım',
    'Nguyễn Thị Hồng Ánh',
    'Ɗiallo-Ɓarry',
    'Þórðardóttir',
  ])('%s is a name like any other', (last_name) => {
    expect(found({ last_name })).toEqual([])
    expect(check({ last_name }).voter?.lastName).toBe(last_name)
  })
})

test('whatever a cell holds, the row is a voter or it has an error; a finding never repeats the cell', () => {
  const cells = fc.dictionary(
    fc.constantFrom<ColumnName>('last_name', 'national_number', 'section', 'country', 'birth_date', 'box'),
    fc.oneof(fc.string({ unit: 'grapheme', minLength: 12 }), fc.string(), fc.constant('')),
  )
  fc.assert(
    fc.property(cells, (given) => {
      const { voter, findings } = check(given)
      expect(voter === undefined).toBe(findings.some(({ severity }) => severity === 'error'))
      for (const cell of Object.values(given))
        if (cell.length > 11)
          expect(JSON.stringify(findings)).not.toContain(JSON.stringify(cell).slice(1, -1))
    }),
  )
})

test('every code has a reason and a remedy, in English and in Dutch', () => {
  for (const texts of [english, dutch]) {
    expect(Object.keys(severities).filter((code) => !(code in texts))).toEqual([])
    for (const { reason, remedy } of Object.values(texts))
      for (const text of [reason, remedy]) expect(text).toMatch(/^\p{Lu}.*\.$/su)
  }
  for (const { reason, remedy } of Object.values(dutch))
    for (const sentence of `${reason} ${remedy}`.split(/[.:;?!] /))
      expect(sentence.split(' ').length).toBeLessThanOrEqual(20)
})
