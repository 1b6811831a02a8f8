import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { refused } from '../platform/result.ts'
import { listColumns } from '../voters/index.ts'
import { wholeNumber } from './arguments.ts'
import { type Options, type Verb, verb } from './command.ts'
import { amending, amendOne } from './voters-amend.ts'

const decided = [
  ['--on DATE', 'day of the event or the decision'],
  ['--source TEXT', 'reference of the message or the decision; never the story behind it'],
] as const
const name = ['--name NAME', 'the last name that belongs to the number, as a check'] as const
const decision = ['--ground GROUND', 'court-decision or college-decision'] as const

/** Not the national number: what stands on a command line stays in its history. */
const cells = listColumns.filter((column) => !['list_number', 'national_number'].includes(column.name))
const cellOptions = cells.map(
  (column) => [`--${column.name.replaceAll('_', '-')} TEXT`, column.meaning] as const,
)

export function strikeVerb(voters: Command): void {
  const description: Verb = {
    name: 'strike NUMBER',
    summary: 'Strike one voter of the closed list; the letter is taken back',
    examples: [
      'voters strike 123 --name Peeters --ground deceased --on 2029-05-30 --source "death certificate 2029/17"',
    ],
    options: amending,
    required: [
      name,
      ['--ground GROUND', 'deceased, nationality-lost, no-longer-registered or excluded'],
      ...decided,
    ],
  }
  verb(voters, description, (app, [number], options) =>
    amendOne(app, options, { kind: 'strike', ...voterNamed(number, options), ...groundOf(options) }),
  )
}

export function correctVerb(voters: Command): void {
  const description: Verb = {
    name: 'correct NUMBER',
    summary: 'Correct what the closed list says of one voter; a letter that says otherwise is taken back',
    examples: [
      'voters correct 124 --name Janssens --last-name Janssen --ground college-decision --on 2029-05-29 --source "college 2029/5"',
      'voters correct 125 --name Maes --box - --ground college-decision --on 2029-05-29 --source "college 2029/6"',
    ],
    options: [...amending, ...cellOptions],
    required: [name, decision, ...decided],
  }
  verb(voters, description, (app, [number], options) =>
    amendOne(app, options, {
      ...{ kind: 'correct', ...cellsOf(options) },
      ...{ ...voterNamed(number, options), ...groundOf(options) },
    }),
  )
}

export function addVerb(voters: Command): void {
  const description: Verb = {
    name: 'add',
    summary: 'Put one voter on the closed list, after the last; the next compose makes the letter',
    examples: [
      'voters add --national-number-file number.txt --last-name Claes --first-names Ann --category BELGIAN --section 2 --street Molenhof --house-number 7 --postcode 9999 --city Zonnedorp --ground court-decision --on 2029-06-01 --source "ruling 12"',
    ],
    options: [...amending, ...cellOptions],
    required: [
      [
        '--national-number-file FILE',
        'file with the national number: on a command line it would stay behind',
      ],
      ...[decision, ...decided],
    ],
  }
  verb(voters, description, async (app, _, options) => {
    const file = String(options.nationalNumberFile)
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) return refused('no-such-file', file)
    const row = { kind: 'add', national_number: text.trim(), ...cellsOf(options), ...groundOf(options) }
    return amendOne(app, options, row)
  })
}

function voterNamed(number: string | undefined, { name: lastName }: Options) {
  return { list_number: String(wholeNumber(number, 'NUMBER')), current_last_name: String(lastName) }
}

function groundOf({ ground, on, source }: Options) {
  return { ground: String(ground), decided_on: String(on), source: String(source) }
}

function cellsOf(options: Options): Record<string, string> {
  const given = cells.map((column) => [column.name, options[asOption(column.name)]] as const)
  return Object.fromEntries(
    given.filter((pair): pair is [(typeof pair)[0], string] => typeof pair[1] === 'string'),
  )
}

/** `last_name` as commander names it: `lastName`. */
function asOption(column: string): string {
  return column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}
