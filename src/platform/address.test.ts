import { expect, test } from 'vitest'
import { addressLines, isBelgianPostcode } from './address.ts'

const home = { street: 'Kerkstraat', houseNumber: '12', postcode: '9999', city: 'Zonnedorp' }

test('a Belgian address has two lines, with the box beside the number', () => {
  expect(addressLines(home)).toEqual(['Kerkstraat 12', '9999 Zonnedorp'])
  expect(addressLines({ ...home, box: '3', country: 'BE' })).toEqual([
    'Kerkstraat 12 bus 3',
    '9999 Zonnedorp',
  ])
  expect(addressLines({ ...home, houseNumber: '' })).toEqual(['Kerkstraat', '9999 Zonnedorp'])
})

test('in whose care a letter is comes before the street', () => {
  const atHome = { ...home, careOf: 'WZC De Linde, kamer 12' }
  expect(addressLines(atHome)).toEqual(['WZC De Linde, kamer 12', 'Kerkstraat 12', '9999 Zonnedorp'])
})

test('an address abroad ends with the country in capitals', () => {
  const abroad = { street: 'Rue Haute', houseNumber: '1', postcode: '59000', city: 'Lille', country: 'FR' }
  expect(addressLines(abroad)).toEqual(['Rue Haute 1', '59000 Lille', 'FRANKRIJK'])
  expect(addressLines({ ...abroad, postcode: '' })[1]).toBe('Lille')
})

test.each(['1000', '9999'])('%s can be a Belgian postcode', (text) =>
  expect(isBelgianPostcode(text)).toBe(true),
)
test.each(['0999', '999', '99999', 'B-9000', ''])('%j cannot', (text) =>
  expect(isBelgianPostcode(text)).toBe(false),
)
