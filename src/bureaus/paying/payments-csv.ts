import { byteOrderMark, csvRows } from '../../platform/csv/write-csv.ts'
import { euros } from './money.ts'
import type { Payment, PaymentBatch } from './payment-batch.ts'

const rowsInAPiece = 500
const header = [
  'betaling',
  'bureau',
  'functie',
  'naam',
  'rijksregisternummer',
  'iban',
  'bic',
  'presentiegeld',
  'verplaatsing',
  'totaal',
  'mededeling',
]

/** A batch for a spreadsheet or the payer's own program, piece by piece. Names are as they are, accents and all. */
export function* paymentsCsv({ payments, about }: PaymentBatch): Generator<string> {
  yield byteOrderMark + csvRows([header])
  for (let start = 0; start < payments.length; start += rowsInAPiece)
    yield csvRows(payments.slice(start, start + rowsInAPiece).map((payment) => cells(payment, about)))
}

function cells(payment: Payment, about: string): string[] {
  const { endToEndId, bureau, role, name, nationalNumber, iban, bic = '', fee, travel, total } = payment
  const amounts = [fee, travel, total].map(euros)
  return [endToEndId, bureau, role, name, nationalNumber, iban, bic, ...amounts, `${about} bureau ${bureau}`]
}
