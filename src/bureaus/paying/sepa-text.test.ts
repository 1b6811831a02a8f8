import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSepaName, sepaText } from './sepa-text.ts'

describe('a name in the letters of SEPA', () => {
  test.each([
    ['Noël Crèvecœur', 'Noel Crevecoeur'],
    ['José Núñez-Ibáñez', 'Jose Nunez-Ibanez'],
    ['Søren Ærø', 'Soren AEro'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Groß', 'Gross'],
    ['Ayşe Yıldız', 'Ayse Yildiz'],
    ['Nguyễn Văn Đạt', 'Nguyen Van Dat'],
    ['Ĳsbrand d’Hondt', "IJsbrand d'Hondt"],
    ['De Smet & zonen', 'De Smet + zonen'],
    ['a_b@c', 'a-b.c'],
    ['Jan\u200b\u0000\tPeeters ', 'Jan Peeters'],
    ['Ⅷ', '.'],
    ['Δημήτρης', '........'],
  ])('%s', (typed, written) => {
    expect(sepaText(typed, 70)).toBe(written)
  })

  test('composed and decomposed accents give the same', () => {
    expect(sepaText('Noe\u0308l', 70)).toBe('Noel')
  })

  test('a name of which nothing is left is no name', () => {
    expect(isSepaName(sepaText('Δημήτρης', 70))).toBe(false)
    expect(isSepaName(sepaText('O’B', 70))).toBe(false)
    expect(isSepaName(sepaText('Ng', 70))).toBe(true)
  })
})

test('whatever is typed: allowed letters only, never too long, never a space at an end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 1, max: 140 }),
      (typed, length) => {
        const written = sepaText(typed, length)
        expect(written).toMatch(/^[a-zA-Z0-9/\-?:().,'+ ]*$/)
        expect(written.length).toBeLessThanOrEqual(length)
        expect(written.trim()).toBe(written)
        expect(sepaText(written, length)).toBe(written)
      },
    ),
  )
})
