import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test.each<[number | string, string]>([
  [0, '0 duplicaten'],
  [1, '1 duplicaat'],
  [2, '2 duplicaten'],
  [1001, '1.001 duplicaten'],
  ['1', '1 duplicaat'],
  ['1.001', '1.001 duplicaten'],
])('%s is counted in Dutch', (count, text) => expect(counted(count, 'duplicaat', 'duplicaten')).toBe(text))
