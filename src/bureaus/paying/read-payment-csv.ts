import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { type CsvRow, readCsv } from '../../platform/csv/read-csv.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { PaymentReport, PaymentState, ReportedPayment, ReportFault } from './payment-report.ts'

const columns = [
  { name: 'betaling', required: true },
  { name: 'toestand', required: true },
  { name: 'reden', required: false },
] as const

type Column = (typeof columns)[number]['name']

const states: Readonly<Record<string, PaymentState>> = {
  betaald: 'paid',
  'in behandeling': 'pending',
  geweigerd: 'rejected',
}

/** Reads what a payer says of a batch, row by row: the file that was exported, with a column `toestand`. */
export async function readPaymentCsv(
  source: AsyncIterable<Uint8Array>,
): Promise<Result<{ report: PaymentReport }, CsvFaultCode>> {
  const payments: ReportedPayment[] = []
  const faults: ReportFault[] = []
  try {
    for await (const row of readCsv(source, { columns })) {
      const read = paymentIn(row)
      if ('code' in read) faults.push(read)
      else payments.push(read)
    }
  } catch (error) {
    if (error instanceof CsvFault) return refused(error.because, error.detail)
    throw error
  }
  return { ok: true, report: { payments, faults } }
}

function paymentIn({ row: at, fields, damage }: CsvRow<Column>): ReportedPayment | ReportFault {
  const { betaling, toestand, reden } = fields
  if (damage) return { at, code: 'damaged-row' }
  if (betaling === '') return { at, code: 'no-payment-id' }
  const word = toestand.toLowerCase()
  const state = Object.hasOwn(states, word) ? states[word] : undefined
  if (!state) return { at, code: 'unknown-state' }
  return { endToEndId: betaling, state, at, ...(reden !== '' && { reason: reden.slice(0, 140) }) }
}
