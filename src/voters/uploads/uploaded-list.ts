import type { CsvFaultFacts } from '../../platform/csv/csv-fault.ts'
import type { Refused } from '../../platform/result.ts'
import type { FileFault, Finding } from '../checking/import-finding.ts'
import type { ImportReport } from '../importing/import-report.ts'

/** What it is for: to become the list, or to amend the one that is closed. */
export type UploadPurpose = 'list' | 'amendments'

/**
 * `receiving`: its bytes come in; `waiting`: they are here, and nobody reads it yet; `reading`; then how that ended.
 * Of amendments that can be carried out it ends as `foreseen`, until somebody decides; then `carrying-out`, `carried-out`.
 * A process that died while it was busy leaves the state of what it did: see `isSilent`.
 */
export type UploadState =
  | 'receiving'
  | 'waiting'
  | 'reading'
  | 'imported'
  | 'refused'
  | 'stopped'
  | 'failed'
  | 'foreseen'
  | 'carrying-out'
  | 'carried-out'

/** A voters list, or a file that amends one, as a browser sent it, and how far the reading of it is. */
export interface UploadedList {
  readonly uploadId: string
  readonly state: UploadState
  readonly sourceName: string
  /** Name of the preset it is read with; absent: it is in our own format. */
  readonly preset?: string | undefined
  /** Bytes received or read, by state. */
  readonly bytes: number
  /** Absent: the browser did not say. */
  readonly totalBytes?: number | undefined
  readonly rows: number
  readonly uploadedAt: Date
  readonly uploadedBy: string
  /** Nothing was heard of the process that is busy with it for a while: it is taken for dead. */
  readonly isSilent: boolean
  readonly outcome?: UploadOutcome | undefined
  /** What carrying out the amendments comes to, as who looked ahead wrote it down. */
  readonly foreseen?: unknown
  /** The list that it became. */
  readonly listId?: string | undefined
}

/** Why a list was not taken in, as it is kept for whoever comes to look. */
export interface UploadOutcome extends Refused {
  readonly fault?: FileFault | undefined
  /** What was found instead: names of columns and no other text. Absent for what came in before it was kept. */
  readonly facts?: CsvFaultFacts | undefined
  /** What was found in the rows; the first of each kind only, for all of them stand in a file. */
  readonly report?: Pick<ImportReport, 'voters' | 'errors' | 'warnings' | 'counts' | 'findings'> | undefined
  /** What is wrong with the mending sheet. */
  readonly sheetFindings?: readonly Finding[] | undefined
}

/** What goes with a reading: the mending sheet that came back, all findings, and those between rows. */
export const readingFiles = ['sheet', 'findings', 'across-rows'] as const
type ReadingFile = (typeof readingFiles)[number]

/** `new …`: of the reading that is under way. It takes the place of the one before when there is a report. */
export type UploadedFile = 'list' | 'amendments' | `joined ${string}` | ReadingFile | `new ${ReadingFile}`

/** Four times the list of the largest city. What is longer is another file. */
export const mostUploadBytes = 256 * 2 ** 20

/** A hundred thousand amendments. They are held in memory. */
export const mostAmendmentsBytes = 16 * 2 ** 20

/** A filled-in sheet holds a line for each finding. */
export const mostSheetBytes = 64 * 2 ** 20

export function isBusy({ state, isSilent }: Pick<UploadedList, 'state' | 'isSilent'>): boolean {
  return (state === 'receiving' || state === 'reading' || state === 'carrying-out') && !isSilent
}

/** Its bytes are whole, so it can be read, or read again. */
export function isWhole({ state }: Pick<UploadedList, 'state'>): boolean {
  return state !== 'receiving'
}
