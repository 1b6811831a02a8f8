import { describe, expect, test } from 'vitest'
import { VoterIndex } from './voter-index.js'
import { lineOf, voterOf } from './voter-lines.js'

const voter = (listNumber: number, lastName: string, firstNames: string, street = 'Dorpsstraat 1') => ({
  ...{ listNumber, lastName, firstNames, street, birthYear: 1980, place: '9990 Zonnedorp', section: 1 },
  ...{ hasLetter: true, duplicates: 0 },
})
const voters = [
  voter(3, 'Peeters', 'Lotte', 'Kerkstraat 12'),
  voter(8, 'Peeters', 'Jan', 'Kerkstraat 14 bus 2'),
  voter(9, 'Peters', 'Lotte', 'Molenweg 3'),
  voter(12, 'Van de Velde', 'Zoë', 'Sint-Pieterskaai 7'),
  voter(40, "D'Hondt", 'Françoise'),
  voter(41, 'Nguyễn', 'Thị Minh'),
  voter(77, 'Öztürk', ''),
]
const index = new VoterIndex()
index.add(voters.slice(0, 3).map(lineOf).join('\n'))
index.add(voters.slice(3).map(lineOf).join('\n'))
index.close()
const found = (typed: string) => index.find(typed).voters.map(({ listNumber }) => listNumber)

describe('finds', () => {
  test.each([
    ['12', [12]],
    ['13', []],
    ['lotte peeters', [3, 9]],
    ['Peeters', [3, 8, 9]],
    ['peetres lotte', [3]],
    ['pee', [3, 8]],
    ['kerkstr', [3, 8]],
    ['peeters kerkstraat 14', [8]],
    ['vandevelde', [12]],
    ['van de velde zoe', [12]],
    ['pieterskaai', [12]],
    ['dhondt', [40]],
    ['nguyen', [41]],
    ['ozturk', [77]],
    ['jansens', []],
    ["' --", []],
  ])('%j: %j', (typed, numbers) => expect(found(typed)).toEqual(numbers))

  test('whom it has, with everything that stands in the pack', () => {
    expect(index.find('77').voters).toEqual([voters.at(-1)])
    expect(index.size).toBe(voters.length)
  })
})

test('a line holds what it was made of, and nothing breaks it', () => {
  const bare = { ...voter(1, 'A\tB', 'C\nD'), birthYear: undefined, street: '', place: '', hasLetter: false }
  const { birthYear: _, ...rest } = bare
  expect(voterOf(lineOf(bare))).toEqual({ ...rest, lastName: 'A B', firstNames: 'C D' })
})

test('shows no more than one reads, and says that there are more', () => {
  const many = new VoterIndex()
  many.add(Array.from({ length: 5000 }, (_, at) => lineOf(voter(at + 1, 'Janssens', 'Jan'))).join('\n'))
  const { voters: some, isMore } = many.find('janssens')
  expect([some.length, isMore]).toEqual([20, true])
  expect(many.find('5000').voters).toHaveLength(1)
})
