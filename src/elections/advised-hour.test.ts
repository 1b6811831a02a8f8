import { expect, test } from 'vitest'
import { advisedHour } from './advised-hour.ts'

const hours = { open: '08:00', close: '13:00' }
const numbers = Array.from({ length: 100 }, (_, place) => place + 1)

test('a municipality that says nothing advises nothing', () => {
  expect(advisedHour(undefined, 1, hours)).toBeUndefined()
})

test('numbers that follow each other get parts that follow each other, from opening to closing', () => {
  const of = (listNumber: number) => advisedHour({ slotMinutes: 60 }, listNumber, hours)
  expect(of(1)).toEqual({ from: '08:00', until: '09:00' })
  expect(of(2)).toEqual({ from: '09:00', until: '10:00' })
  expect(of(5)).toEqual({ from: '12:00', until: '13:00' })
  expect(of(6)).toEqual(of(1))
})

test('they are spread evenly: no part has more than one voter more than another', () => {
  for (const slotMinutes of [15, 20, 30, 60] as const) {
    const parts = Map.groupBy(numbers, (one) => advisedHour({ slotMinutes }, one, hours)!.from)
    const sizes = [...parts.values()].map(({ length }) => length)
    expect(parts.size).toBe(300 / slotMinutes)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  }
})

test('only between the hours that the municipality wants, and never outside those of the polling place', () => {
  const settings = { slotMinutes: 30, from: '07:00', until: '09:15' } as const
  const all = numbers.map((one) => advisedHour(settings, one, hours))
  expect(new Set(all.map((one) => `${one?.from} ${one?.until}`))).toEqual(
    new Set(['08:00 08:30', '08:30 09:00']),
  )
})

test('where no whole part is left nothing is advised', () => {
  expect(advisedHour({ slotMinutes: 60, from: '12:30' }, 1, hours)).toBeUndefined()
  expect(advisedHour({ slotMinutes: 30, from: '14:00', until: '16:00' }, 1, hours)).toBeUndefined()
})
