import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { systemClock } from '../platform/clock.ts'
import { CsvFault } from '../platform/csv/csv-fault.ts'
import { refused } from '../platform/result.ts'
import {
  type CheckedSample,
  checkSample,
  listColumns,
  listPresets,
  loadPreset,
  type Preset,
  type UnderstoodRow,
} from '../voters/index.ts'
import { WrongUse, wholeNumber } from './arguments.ts'
import { bareVerb, done, noun, type Options } from './command.ts'
import { counted } from './counted.ts'
import { findingLines } from './report-lines.ts'
import { unreadable } from './unreadable-file.ts'

export const presetOption = [
  '--preset PRESET',
  'how the export of a supplier is read: a name of `preset list`, or a file',
] as const
export const joinOption = [
  '--join FILES',
  'the files that the preset joins, as NAME=FILE with commas between',
] as const

export function presetCommands(program: Command, summary: string): void {
  const preset = noun(program, 'preset', summary)
  listVerb(preset)
  checkVerb(preset)
}

function listVerb(preset: Command): void {
  const description = {
    name: 'list',
    summary: 'Show the presets that ship; any other is a file',
    examples: ['preset list'],
  }
  bareVerb(preset, description, async () => {
    const presets = listPresets().map(({ name, title, joined = [] }) => {
      return { name, title, joins: joined.map((file) => file.name) }
    })
    return done({ presets }, ...presets.map(({ name, title }) => `${name.padEnd(34)} ${title}`))
  })
}

function checkVerb(preset: Command): void {
  const description = {
    name: 'check PRESET SAMPLE',
    summary:
      'Show the first rows of a sample as the preset understands them, and what it does not; nothing is kept',
    examples: [
      'preset check imitation-fixed-length export.txt',
      'preset check our-supplier.json persons.csv --join addresses=addresses.csv --rows 3',
    ],
    options: [joinOption, ['--rows N', 'how many rows to show', '5']] as const,
  }
  bareVerb(preset, description, async ([name, sample], options) => {
    const loaded = loadPreset(name!)
    if (!loaded.ok) return loaded
    const joined = joinedFiles(options)
    const absent = await firstAbsent([sample!, ...Object.values(joined)])
    if (absent) return refused('no-such-file', absent)
    const show = wholeNumber(options.rows, '--rows', 1000)
    try {
      const files = { main: createReadStream(sample!), joined: streamsOf(joined) }
      const checked = await checkSample(loaded.preset, files, { show, today: systemClock.now() })
      const shown = checked.shown.map((row) => ({ ...row, columns: masked(row.columns) }))
      const lines = sampleLines({ ...checked, shown }, loaded.preset)
      if (checked.understood === 0) return refused('nothing-understood', lines.join('\n'))
      return done({ ...checked, shown }, ...lines)
    } catch (error) {
      if (!(error instanceof CsvFault)) throw error
      return unreadable({ ...refused('not-a-list', error.detail), fault: error.because })
    }
  })
}

/** `--join a=one.csv,b=two.csv` */
export function joinedFiles({ join }: Options): Record<string, string> {
  if (typeof join !== 'string') return {}
  const pairs = join.split(',').map((pair) => pair.split('=') as [string, string | undefined])
  if (pairs.some(([name, file]) => !name || !file))
    throw new WrongUse('--join takes NAME=FILE, with commas between')
  return Object.fromEntries(pairs as [string, string][])
}

export async function firstAbsent(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const known = await stat(path).catch(() => undefined)
    if (!known?.isFile()) return path
  }
  return undefined
}

export function streamsOf(files: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, createReadStream(file)]))
}

/** A national number on a screen is one too many: the date in it shows that the field is the right one. */
function masked<Columns extends { readonly national_number?: string }>(columns: Columns): Columns {
  const { national_number: number } = columns
  if (number === undefined) return columns
  let digits = 0
  return { ...columns, national_number: number.replace(/\d/g, (digit) => (++digits > 6 ? '•' : digit)) }
}

function sampleLines(sample: CheckedSample, { columns }: Preset): string[] {
  const { headerRow, fieldsLeft, shown, rows, unmapped } = sample
  const empty = listColumns.map(({ name }) => name).filter((name) => !columns[name])
  return [
    ...(headerRow === undefined ? [] : [`Header in row ${headerRow}.`]),
    ...shown.flatMap(rowLines),
    ...list('Fields of the file that are not read', fieldsLeft),
    ...list('Columns that this preset leaves empty', empty),
    ...Object.entries(unmapped).flatMap(([name, codes]) =>
      list(`Codes that the map of ${name} does not name`, codes),
    ),
    `Looked at ${counted(rows, 'row')}:`,
    ...(sample.findings.length > 0 ? findingLines(sample) : ['  all are understood']),
  ]
}

function rowLines({ row, columns, findings }: UnderstoodRow): string[] {
  const cells = Object.entries(columns).map(([name, text]) => `  ${name.padEnd(24)} ${text}`)
  return [
    `row ${row}`,
    ...cells,
    ...findings.map(({ column = '', code }) => `  ! ${column.padEnd(22)} ${code}`),
  ]
}

function list(title: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${title}: ${names.join(', ')}`]
}
