import { describe, expect, test } from 'vitest'
import { readBic, readIban } from './iban.ts'

describe('an account', () => {
  test.each([
    ['as banks write it', 'BE68539007547034', 'BE68539007547034'],
    ['with spaces', 'BE68 5390 0754 7034', 'BE68539007547034'],
    ['in small letters, with points and a no-break space', ' be68.5390\u00a00754-7034 ', 'BE68539007547034'],
    ['of the Netherlands', 'NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
    ['of a country that joined SEPA later', 'RS35 2600 0560 1001 6113 79', 'RS35260005601001611379'],
  ])('%s', (_, typed, iban) => {
    expect(readIban(typed)).toEqual({ ok: true, iban })
  })

  test.each([
    ['nothing', ' - ', 'no-account'],
    ['a digit wrong', 'BE68539007547035', 'account-check-digits'],
    ['two digits turned', 'BE68539007547043', 'account-check-digits'],
    ['right for the world, wrong for Belgium', 'BE41539007547035', 'account-check-digits'],
    ['too short', 'BE6853900754703', 'account-length'],
    ['letters in a Belgian one', 'BE68ABCD07547034', 'account-length'],
    ['no country', 'XX68539007547034', 'account-country'],
    ['words', 'DROP TABLE', 'account-country'],
    ['outside SEPA', 'TR330006100519786457841326', 'account-outside-sepa'],
  ])('%s: refused', (_, typed, because) => {
    expect(readIban(typed)).toEqual({ ok: false, because })
  })
})

test.each([
  ['gkccbebb', 'GKCCBEBB'],
  ['KRED BE BB XXX', 'KREDBEBBXXX'],
  ['GKCCBEB', undefined],
  ['', undefined],
])('BIC %j', (typed, bic) => {
  expect(readBic(typed)).toBe(bic)
})
