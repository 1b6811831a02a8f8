import { workerData } from 'node:worker_threads'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { openVault, type VaultKeys } from '../../platform/vault.ts'
import { type PreparedRows, prepareRows, type RowBlock, type RowPreparation } from './prepare-rows.ts'

/** What a thread is started with: all of it can be handed over to one. */
export type ThreadStart = Omit<RowPreparation, 'vault'> & { readonly keys: VaultKeys }

/** What a thread answers: an error that crosses threads would lose its class. */
export type ThreadAnswer = PreparedRows | { readonly because: CsvFaultCode; readonly detail: string }

const { keys, ...start } = workerData as ThreadStart
const preparation = { ...start, vault: openVault(keys) }

/** Runs in a thread of `createRowPool`. */
export default function prepareInThread(block: RowBlock): ThreadAnswer {
  try {
    const prepared = prepareRows(preparation, block)
    const { arrivals, setAside, fingerprints } = prepared
    const written = [arrivals, setAside, fingerprints.people, fingerprints.homes]
    const moved = {
      [transferableSymbol]: written.map(({ buffer }) => buffer),
      [valueSymbol]: prepared,
    }
    return move(moved as never) as unknown as ThreadAnswer
  } catch (error) {
    if (error instanceof CsvFault) return { because: error.because, detail: error.detail }
    throw error
  }
}
