import type { Command } from 'commander'
import type { App } from '../app.ts'
import { refused } from '../platform/result.ts'
import { loadPreset } from '../voters/index.ts'
import { WrongUse } from './arguments.ts'
import { done, type Options, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption } from './find.ts'
import { type Imported, type Importing, importList } from './import-list.ts'
import { languageFrom, openSheet, sheetLanguageOption, sheetOption } from './mending-sheet-file.ts'
import { firstAbsent, joinedFiles, joinOption, presetOption } from './preset.ts'
import { oneByOne } from './report-lines.ts'
import { unreadable } from './unreadable-file.ts'
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
  const importing = { ...reading, mending, sheet, language: languageFrom(given) }
  const outcome = await importList(app, found.election, file, importing)
  const sheetLines = sheet && outcome.sheetLines ? [linesOfSheet(sheet.path, outcome.sheetLines)] : []
  if (outcome.ok) {
    const { listId, findingsFile, report } = outcome
    const data = { listId, ...summaryOf(report, findingsFile), ...(sheet && { sheet: sheet.path }) }
    const next = 'Next: npx kiesloket voters accept'
    return done(data, ...reportTexts(report, findingsFile), ...sheetLines, next)
  }
  const text = [explain(outcome), ...sheetLines].filter(Boolean).join('\n')
  return {
    ...refused(outcome.because, text),
    ...('report' in outcome && summaryOf(outcome.report, outcome.findingsFile)),
  }
}

function linesOfSheet(path: string, lines: number): string {
  return `To mend them: ${path}, ${lines} lines. It holds personal data: keep it with care, and delete it afterwards.`
}

type ListReading = { readonly ok: true } & Pick<Importing, 'preset' | 'joined'>

function readingFrom(given: Options): ListReading | Exclude<ReturnType<typeof loadPreset>, { ok: true }> {
  const joined = joinedFiles(given)
  if (typeof given.preset === 'string') {
    const loaded = loadPreset(given.preset)
    return loaded.ok ? { ...loaded, joined } : loaded
  }
  if (Object.keys(joined).length > 0) throw new WrongUse('--join goes with --preset')
  return { ok: true }
}

function explain(outcome: Exclude<Imported, { ok: true }>): string {
  if (outcome.because === 'rows-refused') return reportTexts(outcome.report, outcome.findingsFile).join('\n')
  if (outcome.because === 'sheet-refused') return oneByOne(outcome.findings).join('\n')
  if ('fault' in outcome) return unreadable(outcome).detail ?? ''
  return outcome.detail ?? ''
}
