import { type CsvBlock, rowsIn } from '../../platform/csv/csv-block.ts'
import { type CopyRows, createCopyRows } from '../../platform/db/copy-rows.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { checkReadRow } from '../checking/check-read-row.ts'
import type { ListVoter, RowRules } from '../checking/check-row.ts'
import type { Finding } from '../checking/import-finding.ts'
import type { ColumnName } from '../list-format.ts'
import type { ExportRow } from '../presets/read-with-preset.ts'
import { sealVoter, type VoterKeys } from '../seal-voter.ts'
import { createListTally, type Tallied } from './list-tally.ts'

/** What it takes to make voters out of rows. */
export interface RowPreparation {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly rules: RowRules
  readonly vault: Vault
}

/** Some rows of a list: as text of our own format, or read already. */
export type RowBlock = CsvBlock<ColumnName> | ReadRows

export interface ReadRows {
  readonly rows: readonly ExportRow[]
}

/** A block of rows, checked and sealed. */
export interface PreparedRows {
  /** The rows without errors as COPY takes them, in the order of `arrivalColumns`. */
  readonly arrivals: Uint8Array<ArrayBuffer>
  readonly tallied: Tallied
  /** Rows read, those with errors among them. */
  readonly rows: number
  readonly findings: readonly Finding[]
}

/** More than most rows take; the buffer grows where they take more. */
const bytesPerRow = 512

/** Columns that COPY fills; those that are the same for the whole list have defaults in its table. */
export const arrivalColumns = [
  'source_row',
  'voter_id',
  'list_number',
  'nrn_cipher',
  'nrn_index',
  'category',
  'last_name',
  'first_names',
  'birth_date',
  'section',
  'list_address',
  'delivery_address',
  'no_post',
  'requested_language',
  'address_kind',
  'language_requested_on',
] as const

/** Checks every row by itself and seals the national numbers; a row with an error is noted and left out. */
export function prepareRows(preparation: RowPreparation, block: RowBlock): PreparedRows {
  const { municipalityId, electionId, rules, vault } = preparation
  const rows = 'rows' in block ? block.rows : rowsIn(block)
  const arrivals = createCopyRows(rows.length * bytesPerRow)
  const tally = createListTally()
  const findings: Finding[] = []
  for (const row of rows) {
    const { voter, findings: found } = checkReadRow(row, rules)
    findings.push(...found)
    if (!voter) continue
    tally.add(voter)
    writeArrival(arrivals, row.row, voter, sealVoter(vault, municipalityId, electionId, voter.nationalNumber))
  }
  return { arrivals: arrivals.take(), tallied: tally.taken(), rows: rows.length, findings }
}

function writeArrival(arrivals: CopyRows, row: number, voter: ListVoter, keys: VoterKeys): void {
  arrivals.row(arrivalColumns.length)
  arrivals.integer(row)
  arrivals.uuid(keys.voterId)
  arrivals.integer(voter.listNumber)
  arrivals.bytes(keys.nrnCipher)
  arrivals.bytes(keys.nrnIndex)
  arrivals.text(voter.category)
  arrivals.text(voter.lastName)
  arrivals.text(voter.firstNames)
  voter.birthDate ? arrivals.date(voter.birthDate) : arrivals.nothing()
  arrivals.integer(voter.section)
  arrivals.jsonb(voter.listAddress)
  voter.deliveryAddress ? arrivals.jsonb(voter.deliveryAddress) : arrivals.nothing()
  voter.noPost ? arrivals.text(voter.noPost) : arrivals.nothing()
  voter.requestedLanguage ? arrivals.text(voter.requestedLanguage) : arrivals.nothing()
  voter.addressKind ? arrivals.text(voter.addressKind) : arrivals.nothing()
  voter.languageRequestedOn ? arrivals.date(voter.languageRequestedOn) : arrivals.nothing()
}
