import { expect, test } from 'vitest'
import { overprints } from '../../../test/overprints.ts'
import { wholeSource } from './letter-template.ts'
import { example, typesetter } from './testing.ts'

/** The widest letter, as long a word as the checks of the municipality, the places and the list let through. */
const wide = (length: number) => 'W'.repeat(length)
const address = [`${wide(50)} ${wide(12)}`, `9999 ${wide(30)}`]
const { facts, voter } = example('municipal-election')
const { municipality, room, duplicateDesk } = facts

test.each<[string, object]>([
  ['nothing', {}],
  ['name of the municipality', { municipality: { ...municipality, name: wide(40) } }],
  ['department', { municipality: { ...municipality, department: wide(60) } }],
  ['its address', { municipality: { ...municipality, addressLines: address } }],
  ['e-mail', { municipality: { ...municipality, email: `${wide(48)}@abc.example` } }],
  ['website', { municipality: { ...municipality, website: `https://${wide(60)}.example` } }],
  ['signature', { municipality: { ...municipality, signedBy: [wide(60), wide(60)] } }],
  ['bureau', { room: { ...room, bureau: wide(20) } }],
  ['place', { room: { ...room, place: wide(80) } }],
  ['room', { room: { ...room, name: wide(60) } }],
  ['address of the place', { room: { ...room, addressLines: address } }],
  ['entrance', { room: { ...room, entrance: wide(80) } }],
  ['desk', { duplicateDesk: { ...duplicateDesk, place: wide(60) } }],
  ['address of the desk', { duplicateDesk: { ...duplicateDesk, addressLines: address } }],
  [
    'opening hours',
    { duplicateDesk: { ...duplicateDesk, hours: Array.from({ length: 6 }, () => wide(80)) } },
  ],
  ['what it says besides', { practicalInfo: Array.from({ length: 4 }, () => wide(90)) }],
])('a word as long as it may be overprints nothing: %s', async (_, changed) => {
  const pdf = await typesetter.typeset(wholeSource({ ...facts, ...changed }, voter))
  expect(await overprints(pdf)).toEqual([])
})

test('nor does one in the name or an address of the voter', async () => {
  const long = {
    ...{ ...voter, fullName: `${wide(60)} ${wide(59)}`, listAddressLine: `${wide(60)} 12, 9999 ${wide(60)}` },
    addressLines: [wide(60), `${wide(60)} 12`, `9999 ${wide(60)}`],
  }
  expect(await overprints(await typesetter.typeset(wholeSource(facts, long)))).toEqual([])
})
