import { expect, test } from 'vitest'
import type { Reason } from './seating.ts'
import { ofFederal, ofLocal } from './testing.ts'
import { categories, emptyInDutch, reasonInDutch } from './texts.nl.ts'

test('every profession of list A has a Dutch name', () => {
  for (const { categories: ofLaw } of [ofFederal, ofLocal])
    expect(ofLaw.value.filter((category) => !categories[category])).toEqual([])
})

test.each<[Reason, string]>([
  [
    { code: 'by-rank', category: 'lawyers', rule: 'polling-chair', list: 'A', position: 3, of: 40 },
    'Categorie advocaten van lijst A: plaats 3 van 40 die hier konden zitten.',
  ],
  [
    { code: 'by-draw', drawRank: 5, rule: 'polling-assessor', list: 'B', position: 1, of: 12 },
    'Als nummer 5 geloot op lijst B: plaats 1 van 12 die hier konden zitten.',
  ],
  [{ code: 'travel', metres: 740, nearest: 740 }, 'Woont op 740 m. Geen bureau ligt dichter.'],
  [
    { code: 'fixed', against: 'candidate' },
    'Vooraf vastgelegd, tegen een regel in: is kandidaat bij de verkiezing.',
  ],
  [
    { code: 'others-did-not-fit', people: 1 },
    'Eén persoon staat eerder in de volgorde, maar er was geen zetel vrij die daarbij past.',
  ],
  [{ code: 'stay', kept: true }, 'Blijft zitten.'],
])('%o in Dutch', (reason, sentence) => expect(reasonInDutch(reason)).toBe(sentence))

test('a seat that nobody has says why in Dutch', () => {
  expect(emptyInDutch({ code: 'nobody', refused: { candidate: 2, area: 1 } })).toBe(
    'Niemand mag hier zitten. Wie op een lijst staat, is kandidaat bij de verkiezing (2); is kiezer in een ander gebied (1).',
  )
})
