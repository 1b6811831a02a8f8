import { expect, test } from 'vitest'
import type { LetterId, VoterId } from '../../platform/ids.ts'
import type { VoterFact } from '../../voters/index.ts'
import { voterFacts } from './voter-facts.ts'

const voter: VoterFact = {
  voterId: '00000000-0000-8000-8000-000000000001' as VoterId,
  listNumber: 12,
  state: 'enrolled',
  category: 'BELGIAN',
  lastName: 'Peeters',
  firstNames: '',
  section: 1,
  addressKind: 'INSTITUTION',
  listAddress: {
    careOf: 'WZC De Linde, kamer 12',
    street: 'Kersenlaan',
    houseNumber: '3',
    postcode: '9999',
    city: 'Zonnedorp',
  },
}
const facts = (changes: Partial<VoterFact> = {}) => voterFacts('' as LetterId, { ...voter, ...changes }, 'nl')

test('in whose care the letter is stands in the address block, not in the residence of the list', () => {
  expect(facts().addressLines).toEqual(['WZC De Linde, kamer 12', 'Kersenlaan 3', '9999 Zonnedorp'])
  expect(facts().listAddressLine).toBe('Kersenlaan 3, 9999 Zonnedorp')
})

test('a delivery address has a line of its own', () => {
  const deliveryAddress = { ...voter.listAddress, careOf: 'p/a Jan Peeters', street: 'Zeelaan' }
  expect(facts({ deliveryAddress }).addressLines[0]).toBe('p/a Jan Peeters')
})

test('the letter to the person shows a protected address', () => {
  expect(facts({ addressKind: 'PROTECTED' }).addressLines).toContain('Kersenlaan 3')
})

test('in a French letter the box of an address is French', () => {
  const listAddress = { ...voter.listAddress, box: '2' }
  expect(voterFacts('' as LetterId, { ...voter, listAddress }, 'fr').listAddressLine).toBe(
    'Kersenlaan 3 boîte 2, 9999 Zonnedorp',
  )
})
