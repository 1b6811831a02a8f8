import { describe, expect, test } from 'vitest'
import type { AreaElection } from '../../../bureaus/index.ts'
import { anElection } from '../../../elections/testing.ts'
import type { AreaBureauRow } from './area-facts.ts'
import { sumsByMunicipality } from './area-facts.ts'
import { numbersOfCantons } from './numbers-facts.ts'

/** Of the head municipality 16 polling bureaus, of two others 5 and 9, each with a counting bureau for three of them. */

const sizes = { Maanstad: 16, Avondrode: 5, Zonnedorp: 9 } as const
type Name = keyof typeof sizes

function of(name: Name, changes: Partial<AreaElection> & { canton?: string } = {}): AreaElection {
  const { canton, ...rest } = changes
  const election = { ...anElection({ settings: canton ? { canton } : {} }), electionId: name as never }
  return { election, municipality: { name } as never, kind: 'CANTON_MAIN', name: 'Kanton', ...rest }
}

function bureausOf(area: AreaElection, first = 1, isHead = false): AreaBureauRow[] {
  const size = sizes[area.municipality.name as Name]
  const row = (kind: string, code: string, number: string) =>
    ({
      kind,
      code,
      number,
      electionId: area.election.electionId,
      missing: [],
      lastAt: null,
      of: area,
    }) as never
  const polling = Array.from({ length: size }, (_, at) => row('POLLING', '', String(first + at)))
  const counting = ['A', 'B'].flatMap((code) =>
    Array.from({ length: Math.ceil(size / 3) }, (_, at) => row('COUNTING', code, `${code}${at + 1}`)),
  )
  return [...polling, ...counting, ...(isHead ? [row('MAIN', 'MAIN_CANTON', 'HK')] : [])]
}

function numbers(area: readonly AreaElection[], bureaus: readonly AreaBureauRow[]) {
  return numbersOfCantons(sumsByMunicipality(area, bureaus), bureaus).map(({ canton, rows }) => ({
    canton,
    rows: rows.map(({ row, asked, now }) => [
      row.of.municipality.name,
      asked.firstNumber,
      asked.firstCounting,
      now.firstNumber,
    ]),
  }))
}

describe('the canton says with which number each municipality begins', () => {
  test('the head municipality first, then by alphabet, from the bureaus that there are', () => {
    const area = [of('Avondrode'), of('Maanstad'), of('Zonnedorp')]
    const [avondrode, maanstad, zonnedorp] = area
    const bureaus = [...bureausOf(avondrode!), ...bureausOf(maanstad!, 1, true), ...bureausOf(zonnedorp!, 22)]
    expect(numbers(area, bureaus)).toEqual([
      {
        canton: undefined,
        rows: [
          ['Maanstad', 1, 1, 1],
          ['Avondrode', 17, 7, 1],
          ['Zonnedorp', 22, 9, 22],
        ],
      },
    ])
  })

  test('by canton, where a court has more than one', () => {
    const area = [
      of('Avondrode', { canton: 'Maanstad' }),
      of('Maanstad', { canton: 'Maanstad' }),
      of('Zonnedorp', { canton: 'Zonnedorp' }),
    ]
    const found = numbers(
      area,
      area.flatMap((one) => bureausOf(one)),
    )
    expect(found.map(({ canton, rows }) => [canton, rows.length])).toEqual([['Maanstad', 2]])
  })

  test('and nobody else does: not of local elections, and not the main bureau of a constituency', () => {
    const local = anElection({ rulesetId: 'lpkd-2030' })
    const area = [of('Avondrode'), of('Maanstad')]
    const courts = area.map((one) => ({
      ...one,
      kind: 'COURT' as const,
      election: { ...local, electionId: one.election.electionId },
    }))
    expect(
      numbers(
        courts,
        courts.flatMap((one) => bureausOf(one)),
      ),
    ).toEqual([])
    const constituency = area.map((one) => ({ ...one, kind: 'CONSTITUENCY_MAIN' as const }))
    expect(
      numbers(
        constituency,
        constituency.flatMap((one) => bureausOf(one)),
      ),
    ).toEqual([])
  })
})
