import { expect, test } from 'vitest'
import { compareWords, spoken } from '../../platform/pdf/compare-words.ts'
import { readWords } from '../../platform/pdf/read-words.ts'
import { type PlateFacts, wholeSource } from './letter-template.ts'
import { example, letterOf, typesetter } from './testing.ts'

/** What changed on a letter is found in what is printed, and nothing beside it. */

const { facts, voter } = example('municipal-election')
const wordsOf = async (changes: Partial<PlateFacts>) =>
  readWords(await typesetter.typeset(wholeSource({ ...facts, ...changes }, voter)))
const said = (one: Awaited<ReturnType<typeof wordsOf>>, other: typeof one) =>
  compareWords(one, other).changes.map(({ removed, added }) => [spoken(removed), spoken(added)])

test('a word stands where it is printed, on its page', async () => {
  const words = await wordsOf({})
  expect(spoken(words)).toContain('Waar en wanneer stem je?')
  const bureau = words.find(({ text }) => text === 'Stembureau')!
  expect(bureau).toMatchObject({ page: 1 })
  expect([bureau.left > 56, bureau.right < 300, bureau.top > 300, bureau.bottom < 500]).toEqual([
    ...[true, true, true, true],
  ])
  expect(words.at(-1)).toMatchObject({ page: 2, text: '2' })
})

test('four lines more push the law down the page, and only they are a change', async () => {
  const practicalInfo = ['Parkeren kan op de Markt.', 'Bus 12 stopt aan de school.']
  const [before, after] = [await wordsOf({}), await wordsOf({ practicalInfo })]
  const changes = said(before, after)
  expect(changes.map(([was]) => was)).toEqual([''])
  expect(changes[0]![1]).toContain('Parkeren kan op de Markt. • Bus 12 stopt aan de school.')
  expect(compareWords(before, after).isShifted).toBe(true)
})

test('a letter that was pressed and one that was typeset whole say the same', async () => {
  const pressed = await readWords((await letterOf('municipal-election')).pdf)
  expect(said(pressed, await wordsOf({}))).toEqual([])
})
