import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import {
  acceptList,
  closeList,
  differenceKinds,
  findImportReport,
  findingText,
  type ImportOutcome,
  type ImportReport,
  importVoters,
  type ListDifference,
  listsOf,
  loadPreset,
  type Preset,
} from '../voters/index.ts'
import { WrongUse } from './arguments.ts'
import { changesSinceClose } from './changes-since-close.ts'
import { done, noun, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { firstAbsent, joinedFiles, joinOption, presetOption, streamsOf } from './preset.ts'
import { withProgress } from './progress.ts'
import { reportLines } from './report-lines.ts'
import { stopSignal } from './until-stopped.ts'
import { amendVerb, strikeVerb } from './voters-amend.ts'

const which = [municipalityOption, electionOption] as const

export function votersCommands(program: Command, summary: string): void {
  const voters = noun(program, 'voters', summary)
  importVerb(voters)
  reportVerb(voters)
  acceptVerb(voters)
  closeVerb(voters)
  amendVerb(voters)
  strikeVerb(voters)
}

function importVerb(voters: Command): void {
  const description = {
    name: 'import FILE',
    summary: 'Read and check a voters list; refused or interrupted, it leaves nothing behind',
    examples: [
      'voters import list.csv',
      'voters import list.csv -e 2029 --json',
      'voters import persons.csv --preset our-supplier.json --join addresses=addresses.csv',
    ],
    options: [...which, presetOption, joinOption] as const,
  }
  verb(voters, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const reading = readingFrom(options)
    if (!reading.ok) return reading
    const outcome = await importList(app, found.election, file!, reading)
    if (outcome.ok) {
      const data = {
        listId: outcome.listId,
        findingsFile: outcome.findingsFile,
        ...summaryOf(outcome.report),
      }
      return done(data, ...reportTexts(outcome.report), 'Next: npx kiesloket voters accept')
    }
    return refused(outcome.because, explain(outcome))
  })
}

interface ListReading {
  readonly ok: true
  readonly preset?: Preset | undefined
  /** Paths by the names of the preset. */
  readonly joined?: Readonly<Record<string, string>> | undefined
}

function readingFrom(options: Options): ListReading | Exclude<ReturnType<typeof loadPreset>, { ok: true }> {
  const joined = joinedFiles(options)
  if (typeof options.preset === 'string') {
    const loaded = loadPreset(options.preset)
    return loaded.ok ? { ...loaded, joined } : loaded
  }
  if (Object.keys(joined).length > 0) throw new WrongUse('--join goes with --preset')
  return { ok: true }
}

/** Imports with progress; every finding also goes to a CSV file in the data folder. */
export async function importList(
  app: App,
  election: Election,
  file: string,
  { preset, joined = {} }: Omit<ListReading, 'ok'> = {},
): Promise<ImportOutcome & { findingsFile: string }> {
  const folder = join(app.config.KIESLOKET_DATA_DIR, 'reports')
  await mkdir(folder, { recursive: true })
  const findingsFile = join(folder, `${basename(file)}.findings.csv`)
  const absent = await firstAbsent([file, ...Object.values(joined)])
  if (absent) return { ok: false, because: 'no-such-file' as never, detail: absent, findingsFile }
  const { size } = await stat(file)
  const findings = createWriteStream(findingsFile)
  const outcome = await withProgress('Reading the voters list', size, (onProgress) =>
    importVoters(
      {
        ...app,
        numbers: app.numbers,
        onProgress: ({ done: read }) => onProgress(read),
      },
      {
        election,
        source: {
          name: basename(file),
          stream: createReadStream(file),
          bytes: size,
          preset,
          joined: streamsOf(joined),
        },
        by: operator,
        findingsFile: { stream: findings, language: 'en' },
        signal: stopSignal(),
      },
    ),
  )
  findings.end()
  await finished(findings)
  return { ...outcome, findingsFile }
}

function explain(outcome: Exclude<ImportOutcome, { ok: true }> & { findingsFile: string }): string {
  if (outcome.because === 'rows-refused')
    return [...reportTexts(outcome.report), `All of them, row by row: ${outcome.findingsFile}`].join('\n')
  if (outcome.because === 'not-a-list') {
    const { reason, remedy } = findingText(outcome.fault, 'en')
    return [reason, outcome.detail, remedy].filter(Boolean).join('\n')
  }
  return outcome.detail ?? ''
}

function reportVerb(voters: Command): void {
  const description = {
    name: 'report',
    summary: 'Show the import report of the latest list: counts and what was noticed',
    examples: ['voters report', 'voters report --json'],
    options: which,
  }
  verb(voters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { municipalityId, electionId } = found.election
    const report = await app.database.inScope(staffOf(municipalityId), async (db) => {
      const [list] = await listsOf(db, municipalityId, electionId)
      return list && findImportReport(db, municipalityId, electionId, list.listId)
    })
    if (!report) return refused('no-list')
    const state = `${report.list.sourceName}: ${report.list.state}`
    return done(
      { state: report.list.state, ...summaryOf(report.report) },
      state,
      ...reportTexts(report.report),
      ...(await changesSinceClose(app, found.election)),
    )
  })
}

function acceptVerb(voters: Command): void {
  const description = {
    name: 'accept',
    summary: 'Take the imported list into use, after reading its report',
    examples: ['voters accept'],
    options: which,
  }
  verb(voters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const accepted = await acceptList(app, { election: found.election, by: operator })
    return accepted.ok
      ? done(accepted, `${counted(accepted.voters, 'voter')} accepted. Next: npx kiesloket voters close`)
      : accepted
  })
}

function closeVerb(voters: Command): void {
  const description = {
    name: 'close',
    summary: 'Close the accepted list and freeze it by its hash; from here on it changes by amendment only',
    examples: ['voters close'],
    options: which,
  }
  verb(voters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const closed = await closeList(app, { election: found.election, by: operator })
    if (!closed.ok) return closed
    const sha256 = closed.sha256.toString('hex')
    const next = 'Next: npx kiesloket letters compose'
    return done(
      { voters: closed.voters, sha256 },
      `${counted(closed.voters, 'voter')}, frozen as ${sha256}.`,
      next,
    )
  })
}

function summaryOf({ voters, errors, warnings, counts, perSection, difference }: ImportReport) {
  return {
    ...{ voters, errors, warnings, counts, sections: perSection.length },
    ...(difference && { difference }),
  }
}

function reportTexts(report: ImportReport): string[] {
  return [...reportLines(report), ...differenceLines(report.difference)]
}

const differenceTexts = {
  new: 'new',
  gone: 'not on it any more',
  moved: 'moved: another main residence or section',
  corrected: 'otherwise corrected',
  renumbered: 'only renumbered',
} as const satisfies Record<(typeof differenceKinds)[number], string>

function differenceLines(difference: ListDifference | undefined): string[] {
  if (!difference) return []
  const lines = differenceKinds.map((kind) => {
    const { voters, first } = difference[kind]
    const numbers =
      first.length > 0 ? ` (list numbers ${first.join(', ')}${voters > first.length ? ' …' : ''})` : ''
    return `  ${String(voters).padStart(7)}  ${differenceTexts[kind]}${numbers}`
  })
  return ['Compared with the list before it:', ...lines]
}
