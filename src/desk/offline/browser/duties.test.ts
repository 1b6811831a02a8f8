import { expect, test } from 'vitest'
import { momentText, nameAtEnd } from './duties.js'

const now = Date.parse('2028-10-01T10:00:00Z')

test('a moment has its year where that is not this year', () => {
  expect(momentText('2028-10-13T06:00:00Z', now)).toBe('13 oktober om 08:00')
  expect(momentText('2030-10-13T06:00:00Z', now)).toMatch(/^13 oktober 2030 om 08:00$/)
})

test('a year begins when it does in Belgium', () =>
  expect(momentText('2028-12-31T23:30:00Z', now)).toContain('2029'))

test('a name with a point ends a sentence with one', () => expect(nameAtEnd('Wim L.')).toBe('Wim L'))
