import { describe, expect, test } from 'vitest'
import type { WhereToVote } from '../../letters/index.ts'
import { entranceIn } from './letter-facts.ts'

/** Where one goes in, of a letter that says it, and of the place as it stands now. */
function entrance(said: string | undefined, details: object, written: 'nl' | 'fr' = 'nl') {
  const mine = {
    form: { data: { language: written, room: { entrance: said } } },
    section: { place: { details } },
  } as unknown as WhereToVote
  return (language: 'nl' | 'fr' | 'de') => entranceIn(mine, language)
}

const [dutch, french] = ['Achterpoort', 'Portail arrière']
const both = { entrance: dutch, french: { entrance: french } }

describe('who reads French reads where to go in in French, and who reads Dutch in Dutch', () => {
  test.each([
    ['a Dutch letter', dutch, 'nl'],
    ['a French letter', french, 'fr'],
  ] as const)('of %s', (_, said, written) => {
    const of = entrance(said, both, written)
    expect(of('fr')).toEqual({ text: french, lang: undefined })
    expect(of('nl')).toEqual({ text: dutch, lang: undefined })
    expect(of('de')).toEqual({ text: said, lang: written })
  })
})

test('what the municipality did not write in French stays Dutch and is marked so', () => {
  expect(entrance(dutch, { entrance: dutch })('fr')).toEqual({ text: dutch, lang: 'nl' })
  expect(entrance(dutch, { entrance: dutch }, 'fr')('fr'), 'of a French letter').toEqual({
    text: dutch,
    lang: 'nl',
  })
})

test('an entrance with another name by now stays that of the letter, and one it does not name is not shown', () => {
  expect(entrance('Voordeur', both)('fr')).toEqual({ text: 'Voordeur', lang: 'nl' })
  expect(entrance(undefined, both)('fr')).toBeUndefined()
})
