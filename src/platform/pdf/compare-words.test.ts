import { describe, expect, test } from 'vitest'
import { compareWords, spoken } from './compare-words.ts'
import type { Word } from './read-words.ts'

/** A page with these lines, the first of them so far down. */
function page(lines: readonly string[], top = 0, number = 1): Word[] {
  return lines.flatMap((text, line) =>
    text.split(' ').map((word, at) => {
      const [left, above] = [at * 30, top + line * 12]
      return { text: word, page: number, line, left, top: above, right: left + 25, bottom: above + 10 }
    }),
  )
}

const letter = ['Waar stemt u?', 'Zaal De Linde', 'Telefoon 09 111 22 33', 'Breng uw kaart mee']
const said = (before: readonly Word[], after: readonly Word[]) =>
  compareWords(before, after).changes.map(({ removed, added, after: lead }) => [
    spoken(removed),
    spoken(added),
    spoken(lead),
  ])

describe('a change', () => {
  test('is the words that are other, with what stands before them', () => {
    const after = letter.with(1, 'Zaal De Berk')
    expect(said(page(letter), page(after))).toEqual([['Linde', 'Berk', 'Waar stemt u? Zaal De']])
  })

  test('of a line that came or went is that line alone, however far it moved what is below', () => {
    const longer = letter.toSpliced(1, 0, 'Ingang langs achter')
    expect(said(page(letter), page(longer))).toEqual([['', 'Ingang langs achter', 'Waar stemt u?']])
    expect(said(page(longer), page(letter))).toEqual([['Ingang langs achter', '', 'Waar stemt u?']])
    expect(compareWords(page(letter), page(longer)).isShifted).toBe(true)
  })

  test('in several places of a line is read as one, and on two lines as two', () => {
    const phone = letter.with(2, 'Telefoon 09 999 22 44')
    expect(said(page(letter), page(phone)).map(([was, is]) => [was, is])).toEqual([
      ['111 22 33', '999 22 44'],
    ])
    expect(compareWords(page(letter), page(phone.with(2, 'Telefoon 9 999 22 44 55'))).isShifted).toBe(false)
    const two = letter.with(0, 'Wanneer stemt u?').with(3, 'Breng uw pas mee')
    expect(said(page(letter), page(two)).map(([was, is]) => [was, is])).toEqual([
      ['Waar', 'Wanneer'],
      ['kaart', 'pas'],
    ])
  })
})

describe('no change', () => {
  test('is what only shifted, also to another page', () => {
    expect(compareWords(page(letter), page(letter))).toEqual({ changes: [], moved: [], isShifted: false })
    expect(compareWords(page(letter), page(letter, 40))).toEqual({ changes: [], moved: [], isShifted: true })
    expect(compareWords(page(letter), page(letter, 0, 2)).isShifted).toBe(true)
  })

  test('is what stands in another order; that is told apart', () => {
    const turned = [...letter.slice(1), letter[0]!]
    const { changes, moved } = compareWords(page(letter), page(turned))
    expect(changes).toEqual([])
    expect(moved.map(spoken)).toEqual(['Waar stemt u?'])
  })
})
