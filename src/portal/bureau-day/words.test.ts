import { expect, test } from 'vitest'
import { texts } from './words.nl.ts'

test('one minute is one, more are many', () => {
  expect([texts.late(1), texts.late(2)]).toEqual(['1 minuut te laat', '2 minuten te laat'])
})
