import { type CsvBlock, rowsIn } from '../../platform/csv/csv-block.ts'
import { type CopyRows, createCopyRows } from '../../platform/db/copy-rows.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { checkReadRow } from '../checking/check-read-row.ts'
import type { ListVoter, RowKeys, RowRules } from '../checking/check-row.ts'
import type { Finding } from '../checking/import-finding.ts'
import type { ColumnName } from '../list-format.ts'
import type { ExportRow } from '../presets/read-with-preset.ts'
import { sealVoter, voterIdOf } from '../seal-voter.ts'
import { createListTally, type Tallied } from './list-tally.ts'
import { createFingerprints, type Fingerprints } from './look-alikes.ts'

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
  /** What can be read of the others, in the order of `setAsideColumns`. */
  readonly setAside: Uint8Array<ArrayBuffer>
  readonly tallied: Tallied
  readonly fingerprints: Fingerprints
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

/** Of rows with an error: who stands in them, as far as it can be read. */
export const setAsideColumns = ['source_row', 'voter_id', 'list_number'] as const

/** Checks every row by itself and seals the national numbers; a row with an error is noted and set aside. */
export function prepareRows(preparation: RowPreparation, block: RowBlock): PreparedRows {
  const { rules } = preparation
  const rows = 'rows' in block ? block.rows : rowsIn(block)
  const arrivals = createCopyRows(rows.length * bytesPerRow)
  const setAside = createCopyRows(0)
  const tally = createListTally()
  const fingerprints = createFingerprints(rows.length)
  const findings: Finding[] = []
  for (const row of rows) {
    const { voter, keys, findings: found } = checkReadRow(row, rules)
    findings.push(...found)
    if (voter) {
      tally.add(voter)
      const listAddress = JSON.stringify(voter.listAddress)
      fingerprints.add(voter, listAddress)
      writeArrival(arrivals, { row: row.row, voter, listAddress }, preparation)
    } else if (keys) {
      tally.refuse(keys)
      writeSetAside(setAside, row.row, keys, preparation)
    }
  }
  return {
    ...{ arrivals: arrivals.take(), setAside: setAside.take(), tallied: tally.taken() },
    fingerprints: fingerprints.taken(),
    ...{ rows: rows.length, findings },
  }
}

function writeSetAside(
  setAside: CopyRows,
  row: number,
  { nationalNumber, listNumber }: RowKeys,
  { vault, municipalityId, electionId }: RowPreparation,
): void {
  setAside.row(setAsideColumns.length)
  setAside.integer(row)
  if (nationalNumber) setAside.uuid(voterIdOf(vault, municipalityId, electionId, nationalNumber))
  else setAside.nothing()
  if (listNumber) setAside.integer(listNumber)
  else setAside.nothing()
}

function writeArrival(
  arrivals: CopyRows,
  { row, voter, listAddress }: { row: number; voter: ListVoter; listAddress: string },
  { vault, municipalityId, electionId }: RowPreparation,
): void {
  const keys = sealVoter(vault, municipalityId, electionId, voter.nationalNumber)
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
  arrivals.jsonb(listAddress)
  voter.deliveryAddress ? arrivals.jsonb(JSON.stringify(voter.deliveryAddress)) : arrivals.nothing()
  voter.noPost ? arrivals.text(voter.noPost) : arrivals.nothing()
  voter.requestedLanguage ? arrivals.text(voter.requestedLanguage) : arrivals.nothing()
  voter.addressKind ? arrivals.text(voter.addressKind) : arrivals.nothing()
  voter.languageRequestedOn ? arrivals.date(voter.languageRequestedOn) : arrivals.nothing()
}
