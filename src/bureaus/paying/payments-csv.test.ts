import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { makeBatch } from './payment-batch.ts'
import { paymentsCsv } from './payments-csv.ts'
import { aClaim, anOrder } from './testing.ts'

function rowsOf(claims: Parameters<typeof makeBatch>[0]): Record<string, string>[] {
  const text = [...paymentsCsv(expectOk(makeBatch(claims, anOrder())).batch)].join('')
  return parse(text, { bom: true, columns: true, delimiter: ';' })
}

test('a row says who gets what for what', () => {
  const [row] = rowsOf([aClaim({ name: 'Zoë Ørsted', fee: 50_00, travel: 10_17 })])
  expect(Object.entries(row!)).toEqual([
    ['betaling', expect.stringMatching(/^KLP/)],
    ['bureau', '12'],
    ['functie', 'bijzitter'],
    ['naam', 'Zoë Ørsted'],
    ['rijksregisternummer', '90.61.01-001.95'],
    ['iban', 'BE68539007547034'],
    ['bic', ''],
    ['presentiegeld', '50,00'],
    ['verplaatsing', '10,17'],
    ['totaal', '60,17'],
    ['mededeling', 'Presentiegeld verkiezingen 13-10-2030 bureau 12'],
  ])
})

test('a name that is a formula does not run', () => {
  const [row] = rowsOf([aClaim({ name: '=HYPERLINK("http://x.example";"klik")' })])
  expect(row!.naam).toBe('\'=HYPERLINK("http://x.example";"klik")')
})

test('every payment has its row, over all pieces', () => {
  const claims = Array.from({ length: 1001 }, (_, at) => aClaim({ claimId: `claim-${at}`, fee: 1 + at }))
  const rows = rowsOf(claims)
  const cents = rows.reduce((sum, { totaal }) => sum + Number(totaal!.replace(',', '')), 0)
  // 1 + 2 + … + 1001 = 1001 × 1002 ÷ 2
  expect([rows.length, cents]).toEqual([1001, 501_501])
})
