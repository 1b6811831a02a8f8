import { expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { makeBatch } from './payment-batch.ts'
import { outcomesOf } from './payment-report.ts'
import { paymentsCsv } from './payments-csv.ts'
import { readPaymentCsv } from './read-payment-csv.ts'
import { aClaim, anOrder } from './testing.ts'

const { batch } = expectOk(
  makeBatch(
    ['a', 'b'].map((claimId) => aClaim({ claimId })),
    anOrder(),
  ),
)
const [first, second] = batch.payments.map(({ endToEndId }) => endToEndId) as [string, string]

async function* file(text: string) {
  yield new TextEncoder().encode(text)
}

test('the exported file comes back with a column that says what became of it', async () => {
  const [header, ...rows] = [...paymentsCsv(batch)].join('').trimEnd().split('\r\n')
  const states = ['Betaald;', 'geweigerd;rekening afgesloten']
  const back = [`${header};toestand;reden`, ...rows.map((row, at) => `${row};${states[at]}`)].join('\r\n')
  const { report } = expectOk(await readPaymentCsv(file(back)))
  expect(expectOk(outcomesOf(batch, report)).outcomes).toEqual({
    byPayment: new Map([
      [first, { state: 'paid' }],
      [second, { state: 'rejected', reason: 'rekening afgesloten' }],
    ]),
    faults: [],
  })
})

test('each row that can not be used is named', async () => {
  const rows = [`${first};betaald`, `${second};misschien`, ';betaald', `${second}`, 'KLPother;betaald']
  const { report } = expectOk(await readPaymentCsv(file(['betaling;toestand', ...rows].join('\n'))))
  expect(expectOk(outcomesOf(batch, report)).outcomes.faults).toEqual([
    { at: 3, code: 'unknown-state' },
    { at: 4, code: 'no-payment-id' },
    { at: 5, code: 'damaged-row' },
    { at: 6, code: 'not-in-this-batch' },
  ])
})

test.each([
  ['without the column', 'betaling;naam\nKLP1;Lien', 'missing-columns'],
  ['empty', '', 'empty'],
])('a file %s is refused', async (_, text, because) => {
  expect(await readPaymentCsv(file(text))).toMatchObject({ ok: false, because })
})
