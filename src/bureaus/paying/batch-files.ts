import { createHash } from 'node:crypto'
import type { BatchFiles } from './batch-store.ts'
import { pain001 } from './pain-001.ts'
import type { PaymentBatch } from './payment-batch.ts'
import { paymentsCsv } from './payments-csv.ts'

export const batchFormats = ['csv', 'xml'] as const
/** For a spreadsheet, or for a bank. */
export type BatchFormat = (typeof batchFormats)[number]

export function writeBatch(batch: PaymentBatch, format: BatchFormat): Generator<string> {
  return format === 'csv' ? paymentsCsv(batch) : pain001(batch)
}

export function hashesOf(batch: PaymentBatch): BatchFiles {
  return { csvSha256: hashOf(paymentsCsv(batch)), xmlSha256: hashOf(pain001(batch)) }
}

export function hashOf(pieces: Iterable<string>): Buffer {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}
