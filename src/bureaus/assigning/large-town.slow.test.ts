import { expect, test } from 'vitest'
import { diceFrom } from '../../../dev/demo/random.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { assignSeats } from './assign-seats.ts'
import { aTown, ofLocal } from './testing.ts'

const wishes = { experience: 3000, household: 3000 }

test('a town of 500 bureaus and 8,000 people: every seat filled, by the order of the law', {
  timeout: 300_000,
}, async () => {
  const town = aTown(500, ofLocal, diceFrom(42).roll)
  const { assignment } = expectOk(await assignSeats({ ...town, wishes }))
  expect(assignment.empty.filter(({ because }) => because.code !== 'not-from-lists')).toEqual([])
  expect(assignment.gap).toBe(0)
  const { seated } = assignment
  expect({ seats: seated.length, people: new Set(seated.map(({ person }) => person)).size }).toEqual({
    seats: 4500,
    people: 4500,
  })
  const people = new Map(town.people.map((person) => [person.id, person]))
  const rankOf = (id: string) => ofLocal.categories.value.indexOf(people.get(id)!.category!)
  const chairs = seated.flatMap(({ seat, person }) => (seat.includes('chair') ? [rankOf(person)] : []))
  const sits = new Set(seated.map(({ person }) => person))
  const leftOut = town.people.flatMap(({ id, list }) => (list === 'A' && !sits.has(id) ? [rankOf(id)] : []))
  expect(Math.max(...chairs)).toBeLessThanOrEqual(Math.min(...leftOut))
  const drawn = (role: string) =>
    seated.flatMap(({ seat, person }) => (seat.includes(role) ? [people.get(person)!.drawRank!] : []))
  expect(Math.max(...drawn('assessor'))).toBeLessThanOrEqual(Math.min(...drawn('substitute')))
})
