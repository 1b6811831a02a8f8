import { expect, test } from 'vitest'
import { readCitizen } from './read-citizen.ts'

const allowed = { allowTestNumbers: true }
const claims = { sub: 'a', rrn: '85610100147', given_name: 'An', family_name: 'Peeters' }

test('a citizen is a national number and a name', () => {
  expect(readCitizen(claims, allowed)).toEqual({ nationalNumber: '85610100147', name: 'An Peeters' })
  expect(readCitizen({ rrn: '85.61.01-001.47' }, allowed)).toEqual({
    nationalNumber: '85610100147',
    name: '',
  })
})

test('without a number that can be one there is nobody', () => {
  expect(readCitizen({ sub: 'a' }, allowed)).toBeUndefined()
  expect(readCitizen({ ...claims, rrn: '85610100148' }, allowed)).toBeUndefined()
  expect(readCitizen({ ...claims, rrn: 85_610_100_147 }, allowed)).toBeUndefined()
})

test('a test number is nobody in production', () =>
  expect(readCitizen(claims, { allowTestNumbers: false })).toBeUndefined())
