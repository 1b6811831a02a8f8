import { expect, test } from 'vitest'
import { fitSlots, groupSlots } from './fit-slots.ts'
import type { SlotDeclaration } from './plate.ts'

/** A font in which every letter of the alphabet is half as wide as it is high. */
const font = new Map([...'abc '].map((letter, code) => [letter, [`000${code}`, 500] as const]))

function fitted(slots: readonly SlotDeclaration[], values: Record<string, string>) {
  return fitSlots(groupSlots(slots), () => font, values)
}

const line = { name: 'line', sizes: [10, 8], maxWidth: 50 }

test('takes the first size at which the text fits, to the last point', () => {
  expect(fitted([line], { line: 'a'.repeat(10) })).toMatchObject({
    lines: new Map([['line', { codes: '0000'.repeat(10), size: 10 }]]),
  })
  const smaller = fitted([line], { line: 'a'.repeat(11) })
  expect(smaller.ok && smaller.lines.get('line')!.size).toBe(8)
})

test('refuses what fits at no size and what the font lacks, and says where', () => {
  expect(fitted([line], { line: 'a'.repeat(13) })).toEqual({
    ok: false,
    because: 'does-not-fit',
    slot: 'line',
  })
  expect(fitted([line], { line: 'abd' })).toEqual({ ok: false, because: 'missing-glyph', slot: 'line' })
})

test('an empty slot has no line', () => {
  expect(fitted([line], { line: '' })).toEqual({ ok: true, lines: new Map() })
  expect(fitted([line], {})).toEqual({ ok: true, lines: new Map() })
})

test('a text takes the line above too before it gets smaller, with as many words there as fit', () => {
  const slots = [
    { ...line, name: 'above' },
    { ...line, overflow: 'above' },
  ]
  const result = fitted(slots, { line: 'aaa bbb ccc' })
  expect(result.ok && [...result.lines]).toEqual([
    ['above', { codes: '000000000000000300010001' + '0001', size: 10 }],
    ['line', { codes: '000200020002', size: 10 }],
  ])
  expect(fitted(slots, { line: 'a'.repeat(13) }).ok).toBe(false)
})

test('lines of one address have one size', () => {
  const slots = ['one', 'two'].map((name) => ({ ...line, name, sharesSize: 'address' }))
  const result = fitted(slots, { one: 'a', two: 'a'.repeat(11) })
  expect(result.ok && [...result.lines.values()].map(({ size }) => size)).toEqual([8, 8])
})
