import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { type ListId, newId } from '../platform/ids.ts'
import {
  type Finding,
  type ImportDeps,
  type ImportFacts,
  type ImportOutcome,
  importVoters,
  type ListSource,
  type MendOutcome,
  mendList,
  type Preset,
  type TextLanguage,
  writeMendingSheet,
} from '../voters/index.ts'
import { counted } from './counted.ts'
import { operator } from './find.ts'
import { hasFindings, type OpenFindingsFile, openFindingsFile } from './findings-file.ts'
import type { WantedSheet } from './mending-sheet-file.ts'
import { streamsOf } from './preset.ts'
import { type Progress, withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'

/** How a list is read. */
export interface Importing {
  readonly preset?: Preset | undefined
  /** Paths by the names of the preset. */
  readonly joined?: Readonly<Record<string, string>> | undefined
  /** Path of a mending sheet that was filled in. */
  readonly mending?: string | undefined
  readonly sheet?: WantedSheet | undefined
  /** Of the findings. */
  readonly language?: TextLanguage
}

export type Imported = (ImportOutcome | MendOutcome) & {
  /** Where all findings are; absent when there are none. */
  readonly findingsFile?: string | undefined
  readonly sheetLines?: number | undefined
}

/** Imports with progress; every finding also goes to a CSV file in the data folder, which names no cells. */
export async function importList(
  app: App,
  election: Election,
  file: string,
  { preset, joined = {}, mending, sheet, language = 'nl' }: Importing = {},
): Promise<Imported> {
  const { size: bytes } = await stat(file)
  const open = (): ListSource => {
    const streams = { stream: createReadStream(file), joined: streamsOf(joined) }
    return { name: basename(file), bytes, preset, ...streams }
  }
  const listId = newId<ListId>()
  const findings = await openFindingsFile(app, election, { listId, language })
  const acrossRows: Finding[] = []
  const facts: ImportFacts = {
    ...{ election, source: open(), by: operator, signal: stopSignal() },
    ...{ listId, findingsFile: findings, ...(sheet && { acrossRows }) },
  }
  const outcome = await whileKept(findings, () => importOrMend(app, facts, mending))
  const fill = async (wanted: WantedSheet) => {
    if (!('report' in outcome)) return 0
    const source = { ...open(), mending: 'mending' in outcome ? outcome.mending : undefined }
    return writeMendingSheet(app, { election, source, acrossRows, sheet: wanted, by: operator })
  }
  return { ...outcome, ...(sheet && { sheetLines: await sheet.filledBy(fill) }) }
}

type Outcome = ImportOutcome | MendOutcome

function importOrMend(app: App, facts: ImportFacts, mending: string | undefined): Promise<Outcome> {
  const { source } = facts
  return withProgress('Reading the voters list', source.bytes ?? 0, async (update, say): Promise<Outcome> => {
    const onProgress = isWorkbookFile(source) ? sayingRows(say) : showingShare(update)
    const deps: ImportDeps = { ...app, onProgress }
    if (!mending) return importVoters(deps, facts)
    return mendList(deps, { ...facts, sheet: createReadStream(mending) })
  })
}

/** Its bytes are all there before its first row: they do not say how far it is. */
function isWorkbookFile({ name, preset }: ListSource): boolean {
  return preset ? preset.file.format === 'xlsx' : extname(name).toLowerCase() === '.xlsx'
}

function showingShare(update: Progress['update']): NonNullable<ImportDeps['onProgress']> {
  return ({ done, rows }) => update(done, undefined, counted(rows, 'voter'))
}

function sayingRows(say: Progress['say'], every = 50_000): NonNullable<ImportDeps['onProgress']> {
  let said = 0
  return ({ rows }) => {
    if (rows - said < every) return
    said = rows
    say(`${counted(rows, 'voter')} read`)
  }
}

/** Keeps the findings of an import that came to a report, and of no other. */
async function whileKept(
  findings: OpenFindingsFile,
  run: () => Promise<Outcome>,
): Promise<Outcome & { readonly findingsFile?: string }> {
  let isKept = false
  try {
    const outcome = await run()
    isKept = 'report' in outcome && hasFindings(outcome.report)
    return isKept ? { ...outcome, findingsFile: await findings.keep() } : outcome
  } finally {
    if (!isKept) await findings.discard()
  }
}
