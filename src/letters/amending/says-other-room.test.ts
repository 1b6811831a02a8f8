import { expect, test } from 'vitest'
import type { Section } from '../../elections/index.ts'
import { anElection } from '../../elections/testing.ts'
import { roomFacts } from '../composing/plate-facts.ts'
import { isOtherRoom } from './says-other-room.ts'

const election = anElection()
const address = { street: 'Lindestraat', houseNumber: '4', postcode: '9999', city: 'Zonnedorp' }
const section = (changes: object = {}, place: object = {}) =>
  ({
    section: 7,
    room: 'Zaal 2',
    place: { name: 'De Linde', address, details: {}, ...place },
    ...changes,
  }) as Section
const said = { language: 'nl', room: roomFacts(election, section(), 'nl') } as const

test.each([
  ['another bureau', section({ section: 8 })],
  ['another room', section({ room: 'Zaal 3' })],
  ['another place', section({}, { name: 'De Eik' })],
  ['another street', section({}, { address: { ...address, street: 'Nieuwstraat' } })],
])('%s is another room', (_, now) => {
  expect(isOtherRoom(said, election, now)).toBe(true)
})

test('an entrance that the letter names, and that is another one now, leads to the wrong door', () => {
  const before = section({}, { details: { entrance: 'Langs de parking' } })
  const named = { ...said, room: roomFacts(election, before, 'nl') }
  expect(isOtherRoom(named, election, before)).toBe(false)
  const now = section({}, { details: { entrance: 'Langs de tuin' } })
  expect(isOtherRoom(named, election, now)).toBe(true)
})

test('the same room stays the same when more is known of the way in', () => {
  expect(isOtherRoom(said, election, section())).toBe(false)
  const details = { stepFree: true, entrance: 'Langs de achterkant', facilities: ['ringleiding'] }
  expect(isOtherRoom(said, election, section({}, { details }))).toBe(false)
})
