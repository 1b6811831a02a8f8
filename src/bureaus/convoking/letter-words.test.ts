import { expect, test } from 'vitest'
import { anElection } from '../../elections/testing.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import {
  excuseWindowInWords,
  exemptionUntil,
  feeInWords,
  fineInWords,
  letterReference,
} from './letter-words.ts'

const local = loadBureauRules({ regime: 'LPKD' })
const federal = loadBureauRules({ regime: 'KWB' })
const seat = { kind: 'POLLING', votingMode: 'PAPER', role: 'ASSESSOR' } as const

test('the time to ask an excuse is that of the rules', () => {
  expect(excuseWindowInWords(federal)).toBe('48 uur')
  expect(excuseWindowInWords(local)).toBe('3 dagen')
})

test('a fee is named where it was read in the law or a public source, with its cents', () => {
  expect(feeInWords(local, seat)).toBe('50 euro')
  expect(feeInWords(federal, { ...seat, votingMode: 'DIGITAL' })).toBe('37,50 euro')
  const [row, ...others] = local.pay.fees
  for (const mark of ['S-old', 'I', 'M', 'NV'] as const) {
    const fees = [{ ...row!, mark }, ...others]
    expect(feeInWords({ pay: { ...local.pay, fees } }, seat), mark).toBeUndefined()
  }
})

test('a substitute, who may get nothing, reads of no amount', () => {
  expect(feeInWords(local, { ...seat, role: 'SUBSTITUTE' })).toBeUndefined()
})

test('the fine is that of the rules, as long as somebody vouches for it', () => {
  expect(fineInWords(local)).toBe('50 tot 200 euro')
  const { absence } = local
  expect(fineInWords({ absence: { ...absence, fine: { ...absence.fine, mark: 'NV' } } })).toBeUndefined()
})

test('the day to be let off is that of the calendar, and no letter names one that is past', () => {
  const election = anElection({ rulesetId: 'lpkd-2030', pollingDay: '2030-10-13' })
  expect(exemptionUntil(local, election, '2030-08-24')).toBe('2030-08-24')
  expect(exemptionUntil(local, election, '2030-08-25')).toBeUndefined()
})

test('on the phone one names bureau and seat', () => {
  expect(letterReference({ number: '7', role: 'ASSESSOR', ordinal: 2 })).toBe('7-B2')
})
