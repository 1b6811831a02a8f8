import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ListVoter } from '../checking/check-row.ts'
import { checkRow } from '../checking/check-row.ts'
import { aRow, rulesOfTests } from '../testing.ts'
import { createFingerprints, createLookAlikes } from './look-alikes.ts'

function aVoter(n: number, cells: Parameters<typeof aRow>[1]): ListVoter {
  return checkRow(n + 2, aRow(n, cells), rulesOfTests).voter!
}

function lookAlikesOf(blocks: readonly (readonly ListVoter[])[]) {
  const lookAlikes = createLookAlikes()
  for (const voters of blocks) {
    const fingerprints = createFingerprints(voters.length)
    for (const voter of voters) fingerprints.add(voter, JSON.stringify(voter.listAddress))
    lookAlikes.include(fingerprints.taken())
  }
  return lookAlikes
}

test('nothing looks alike in a list of nobody', () => {
  expect(lookAlikesOf([]).mostPeople()).toBe(0)
  expect(lookAlikesOf([[]]).mostInAHome()).toBe(0)
})

test('the same person and the same home are seen over blocks, however the rows are divided', () => {
  const birthDates = ['1980-01-01', '1980-01-02', '']
  const row = fc.record({ home: fc.nat(3), born: fc.nat(2), kind: fc.constantFrom('', 'INSTITUTION') })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.nat(30), (rows, cut) => {
      const voters = rows.map(({ home, born, kind }, n) =>
        aVoter(n, { house_number: String(home), birth_date: birthDates[born]!, address_kind: kind }),
      )
      const lookAlikes = lookAlikesOf([voters.slice(0, cut), voters.slice(cut)])
      const people = rows
        .filter(({ born }) => birthDates[born] !== '')
        .map((one) => `${one.home} ${one.born}`)
      const homes = rows.filter(({ kind }) => kind === '').map(({ home }) => String(home))
      expect(lookAlikes.mostPeople()).toBe(most(people))
      expect(lookAlikes.mostInAHome()).toBe(most(homes))
    }),
  )
})

function most(values: readonly string[]): number {
  return Math.max(0, ...Object.values(Object.groupBy(values, (value) => value)).map((same) => same!.length))
}
