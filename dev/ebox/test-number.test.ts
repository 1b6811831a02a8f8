import { expect, test } from 'vitest'
import { boxStateByDefault, isEnterpriseNumber, isTestNumber, masked } from './test-number.ts'

test.each(
  '85610100147 85610100246 90620701067 88631134562 04723199847 01690200382 00660000105 90620707797 90620707601'.split(
    ' ',
  ),
)('%s is a test number', (number) => {
  expect(isTestNumber(number)).toBe(true)
})

test.each([
  '90620707700',
  '85610100148',
  '85600100140',
  '85730100134',
  '85130100102',
  '8561010014',
  '856101001470',
])('%s is not', (number) => {
  expect(isTestNumber(number)).toBe(false)
})

test.each([
  ['85610100147', 'accepted'],
  ['72650000720', 'not-accepted'],
  ['04723199847', 'not-accepted'],
  ['99630300993', 'not-found'],
  ['01690201966', 'not-found'],
])('the box of %s is %s', (number, state) => {
  expect(boxStateByDefault(number)).toBe(state)
})

test('a mask shows the year and month of birth at most', () => {
  expect(masked('85610100147')).toBe('85.61.**-***.**')
})

test('enterprise numbers, and the example of the official pages that fails its own check', () => {
  expect(isEnterpriseNumber('1999000150')).toBe(true)
  expect(isEnterpriseNumber('0000009797')).toBe(true)
  expect(isEnterpriseNumber('0123456789')).toBe(false)
})
