import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { type Refused, refused } from '../../platform/result.ts'
import {
  type ImportDeps,
  type ImportFacts,
  type ImportOutcome,
  importVoters,
} from '../importing/import-voters.ts'
import type { Mending } from './mending-sheet.ts'
import { readMendingSheet } from './read-mending-sheet.ts'

export interface MendFacts extends ImportFacts {
  /** The mending sheet as it came back. */
  readonly sheet: AsyncIterable<Uint8Array>
}

export type MendOutcome = (
  | ImportOutcome
  | (Refused<'not-a-sheet'> & { readonly fault: CsvFaultCode })
  | Refused<'nothing-mended'>
) & {
  /** What was filled in, when the sheet could be read. */
  readonly mending?: Mending
}

/**
 * Imports a list with what a clerk filled in on its mending sheet: the rows mended together with the untouched ones,
 * checked anew as a whole. The list comes again because a refused one is not kept. All of it or nothing.
 */
export async function mendList(deps: ImportDeps, { sheet, ...facts }: MendFacts): Promise<MendOutcome> {
  const read = await readSheet(sheet)
  if (!read.ok) return read
  const { mending, findings } = read
  if (findings.length > 0) return { ...refused('sheet-refused'), findings }
  if (mending.size === 0) return refused('nothing-mended')
  const outcome = await importVoters(deps, { ...facts, source: { ...facts.source, mending } })
  return { ...outcome, mending }
}

async function readSheet(sheet: AsyncIterable<Uint8Array>) {
  try {
    return { ok: true as const, ...(await readMendingSheet(sheet)) }
  } catch (error) {
    if (error instanceof CsvFault) return { ...refused('not-a-sheet', error.detail), fault: error.because }
    throw error
  }
}
