import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { refused } from '../platform/result.ts'
import {
  type Finding,
  findingText,
  type ImportOutcome,
  importVoters,
  type ListSource,
  loadPreset,
  type MendOutcome,
  mendList,
  type Preset,
  writeMendingSheet,
} from '../voters/index.ts'
import { WrongUse } from './arguments.ts'
import { done, type Options, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { openSheet, sheetLanguageOption, sheetOption, type WantedSheet } from './mending-sheet-file.ts'
import { firstAbsent, joinedFiles, joinOption, presetOption, streamsOf } from './preset.ts'
import { withProgress } from './progress.ts'
import { oneByOne } from './report-lines.ts'
import { stopSignal } from './until-stopped.ts'
import { reportTexts, summaryOf } from './voters-report.ts'

const options = [
  ...[municipalityOption, electionOption, presetOption, joinOption],
  ...[sheetOption, sheetLanguageOption],
] as const

export function importVerb(voters: Command): void {
  const description = {
    name: 'import FILE',
    summary: 'Read and check a voters list; refused or interrupted, it leaves nothing behind',
    examples: [
      'voters import list.csv',
      'voters import list.csv --sheet to-mend.csv',
      'voters import persons.csv --preset our-supplier.json --join addresses=addresses.csv',
    ],
    options,
  }
  verb(voters, description, async (app, [file], given) => importWith(app, file!, given))
}

export function mendVerb(voters: Command): void {
  const description = {
    name: 'mend SHEET',
    summary: 'Import a list again with what was filled in on its mending sheet, all of it or nothing',
    examples: [
      'voters mend to-mend.csv --list list.csv',
      'voters mend to-mend.csv --list list.csv --sheet still-to-mend.csv',
    ],
    options,
    required: [['--list FILE', 'the list that the sheet was made for, as it was']] as const,
  }
  verb(voters, description, async (app, [sheet], given) => importWith(app, String(given.list), given, sheet))
}

async function importWith(app: App, file: string, given: Options, mending?: string) {
  const found = await chosenElection(app, given)
  if (!found.ok) return found
  const reading = readingFrom(given)
  if (!reading.ok) return reading
  const absent = await firstAbsent([
    file,
    ...Object.values(reading.joined ?? {}),
    ...(mending ? [mending] : []),
  ])
  if (absent) return refused('no-such-file', absent)
  const sheet = await openSheet(given)
  if (sheet && !sheet.ok) return sheet
  const outcome = await importList(app, found.election, file, { ...reading, mending, sheet })
  const sheetLines = sheet && outcome.sheetLines ? [linesOfSheet(sheet.path, outcome.sheetLines)] : []
  if (outcome.ok) {
    const { listId, findingsFile, report } = outcome
    const data = { listId, findingsFile, ...summaryOf(report), ...(sheet && { sheet: sheet.path }) }
    return done(data, ...reportTexts(report), ...sheetLines, 'Next: npx kiesloket voters accept')
  }
  const text = [explain(outcome), ...sheetLines].filter(Boolean).join('\n')
  return { ...refused(outcome.because, text), ...('report' in outcome && summaryOf(outcome.report)) }
}

function linesOfSheet(path: string, lines: number): string {
  return `To mend them: ${path}, ${lines} lines. It holds personal data: keep it with care, and delete it afterwards.`
}

interface ListReading {
  readonly ok: true
  readonly preset?: Preset | undefined
  /** Paths by the names of the preset. */
  readonly joined?: Readonly<Record<string, string>> | undefined
}

function readingFrom(given: Options): ListReading | Exclude<ReturnType<typeof loadPreset>, { ok: true }> {
  const joined = joinedFiles(given)
  if (typeof given.preset === 'string') {
    const loaded = loadPreset(given.preset)
    return loaded.ok ? { ...loaded, joined } : loaded
  }
  if (Object.keys(joined).length > 0) throw new WrongUse('--join goes with --preset')
  return { ok: true }
}

interface Importing extends Omit<ListReading, 'ok'> {
  /** Path of a mending sheet that was filled in. */
  readonly mending?: string | undefined
  readonly sheet?: WantedSheet | undefined
}

type Imported = (ImportOutcome | MendOutcome) & {
  readonly findingsFile: string
  readonly sheetLines?: number | undefined
}

/** Imports with progress; every finding also goes to a CSV file in the data folder, which names no cells. */
export async function importList(
  app: App,
  election: Election,
  file: string,
  { preset, joined = {}, mending, sheet }: Importing = {},
): Promise<Imported> {
  const folder = join(app.config.KIESLOKET_DATA_DIR, 'reports')
  await mkdir(folder, { recursive: true })
  const findingsFile = join(folder, `${basename(file)}.findings.csv`)
  const { size: bytes } = await stat(file)
  const open = (): ListSource => {
    const streams = { stream: createReadStream(file), joined: streamsOf(joined) }
    return { name: basename(file), bytes, preset, ...streams }
  }
  const findings = createWriteStream(findingsFile)
  const acrossRows: Finding[] = []
  const outcome = await withProgress(
    'Reading the voters list',
    bytes,
    (onProgress): Promise<ImportOutcome | MendOutcome> => {
      const deps = { ...app, onProgress: ({ done: read }: { done: number }) => onProgress(read) }
      const facts = {
        ...{ election, source: open(), by: operator, signal: stopSignal() },
        ...{ findingsFile: { stream: findings, language: 'en' as const }, ...(sheet && { acrossRows }) },
      }
      return mending
        ? mendList(deps, { ...facts, sheet: createReadStream(mending) })
        : importVoters(deps, facts)
    },
  )
  findings.end()
  await finished(findings)
  const fill = async (wanted: WantedSheet) => {
    if (!('report' in outcome)) return 0
    const source = { ...open(), mending: 'mending' in outcome ? outcome.mending : undefined }
    return writeMendingSheet(app, { election, source, acrossRows, sheet: wanted, by: operator })
  }
  return { ...outcome, findingsFile, ...(sheet && { sheetLines: await sheet.filledBy(fill) }) }
}

function explain(outcome: Exclude<Imported, { ok: true }>): string {
  if (outcome.because === 'rows-refused')
    return [...reportTexts(outcome.report), `All of them, row by row: ${outcome.findingsFile}`].join('\n')
  if (outcome.because === 'sheet-refused') return oneByOne(outcome.findings).join('\n')
  if (outcome.because === 'not-a-list') {
    const { reason, remedy } = findingText(outcome.fault, 'en')
    return [reason, outcome.detail, remedy].filter(Boolean).join('\n')
  }
  return outcome.detail ?? ''
}
