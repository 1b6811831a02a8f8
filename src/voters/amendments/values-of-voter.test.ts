import { expect, test } from 'vitest'
import type { VoterId } from '../../platform/ids.ts'
import type { VoterFact } from '../voter.ts'
import { correctionOf, valuesOf } from './values-of-voter.ts'

const voter: VoterFact = {
  ...{ voterId: 'v' as VoterId, listNumber: 7, state: 'enrolled', category: 'BELGIAN', section: 2 },
  ...{ lastName: 'Peeters', firstNames: 'Lotte', birthDate: '1980-05-17' },
  listAddress: { street: 'Kerkstraat', houseNumber: '1', box: '3', postcode: '9999', city: 'Zonnedorp' },
}

test('what is typed otherwise is corrected, and what was made empty says so', () => {
  const before = valuesOf(voter)
  expect(before).toMatchObject({ last_name: 'Peeters', section: '2', box: '3', national_number: '' })
  expect(correctionOf(before, before)).toEqual({})
  expect(correctionOf(before, { ...before, last_name: 'Peters', box: '' })).toEqual({
    last_name: 'Peters',
    box: '-',
  })
})

test('a protected address is not given, and left as it is when nothing is typed', () => {
  const before = valuesOf({ ...voter, addressKind: 'PROTECTED' })
  expect(before).toMatchObject({ street: '', box: '', city: '', address_kind: 'PROTECTED' })
  expect(correctionOf(before, { ...before, street: 'Molenhof' })).toEqual({ street: 'Molenhof' })
})
