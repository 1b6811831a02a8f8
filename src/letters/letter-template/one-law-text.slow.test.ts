import { expect, test } from 'vitest'
import { readWords } from '../../platform/pdf/read-words.ts'
import { wholeSource } from './letter-template.ts'
import { example, typesetter } from './testing.ts'

test('the one text of the law that a letter has stands in the first column', async () => {
  const { facts, voter } = example('municipal-election')
  const statutoryTexts = facts.election.statutoryTexts.slice(0, 1)
  const election = { ...facts.election, statutoryTexts }
  const pdf = await typesetter.typeset(wholeSource({ ...facts, election }, voter))
  const words = await readWords(pdf)
  const source = words.findLast(({ text }) => text === 'Bron:')!
  expect(source.page).toBe(2)
  expect(source.left).toBeLessThan(100)
})
