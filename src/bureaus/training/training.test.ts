import { expect, test } from 'vitest'
import { aTraining } from './testing.ts'
import { faultOf, isElsewhere, longestOfTraining, mostPlaces } from './training.ts'

test('what is wrong with a training is told by its first fault', () => {
  expect(faultOf(aTraining())).toBeUndefined()
  expect(faultOf(aTraining({ place: null, link: 'https://meet.example/zaal' }))).toBeUndefined()
  const startsAt = aTraining().startsAt
  for (const [plan, fault] of [
    [{ title: '' }, 'title-missing'],
    [{ title: 'x'.repeat(longestOfTraining.title + 1) }, 'title-missing'],
    [{ kinds: [] }, 'kinds-missing'],
    [{ roles: [] }, 'roles-missing'],
    [{ endsAt: startsAt }, 'ends-before-it-starts'],
    [{ enrolUntil: new Date(startsAt.getTime() + 1) }, 'enrol-after-it-starts'],
    [{ place: null }, 'nowhere'],
    [{ link: 'http://meet.example' }, 'link-wrong'],
    [{ link: 'javascript:alert(1)' }, 'link-wrong'],
    [{ capacity: 0 }, 'capacity-wrong'],
    [{ capacity: 2.5 }, 'capacity-wrong'],
    [{ capacity: Number.NaN }, 'capacity-wrong'],
    [{ capacity: mostPlaces + 1 }, 'capacity-wrong'],
  ] as const)
    expect(faultOf(aTraining(plan)), JSON.stringify(plan)).toBe(fault)
})

test('who is enrolled has to be told of another day, hour or place, and not of another title', () => {
  const before = aTraining()
  expect(isElsewhere(before, aTraining({ title: 'Anders', capacity: 9 }))).toBe(false)
  expect(isElsewhere(before, aTraining({ place: 'Sporthal' }))).toBe(true)
  expect(isElsewhere(before, aTraining({ endsAt: new Date('2030-09-24T20:00:00Z') }))).toBe(true)
})
