import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test('one is one, nothing and many are not', () => {
  expect([0, 1, 2].map((count) => counted(count, 'letter'))).toEqual(['0 letters', '1 letter', '2 letters'])
  expect(counted(2, 'delivery', 'deliveries')).toBe('2 deliveries')
})
