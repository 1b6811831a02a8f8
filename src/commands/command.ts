import { CommanderError, type Command as Program } from 'commander'
import type { App } from '../app.ts'
import { ConfigError } from '../platform/config-error.ts'
import { type Refused, refused } from '../platform/result.ts'
import { WrongUse } from './arguments.ts'
import { type Refusal, refusalText } from './refusal-texts.ts'

/** What a verb answers: `data` is printed with --json, `lines` without. */
export interface Outcome {
  readonly ok: true
  readonly data: object
  readonly lines: readonly string[]
}

export const exitCode = { ok: 0, refused: 1, wrongUse: 2 } as const

export function done(data: object, ...lines: readonly string[]): Outcome {
  return { ok: true, data, lines }
}

export interface Verb {
  /** Verb and arguments: `import FILE`. */
  readonly name: string
  readonly summary: string
  readonly examples: readonly string[]
  readonly options?: readonly (readonly [flags: string, help: string, fallback?: string])[]
  readonly required?: readonly (readonly [flags: string, help: string])[]
}

export type Options = Readonly<Record<string, string | boolean | undefined>>

/** What a verb needs to run without an open installation (migrate, doctor, demo open it themselves). */
export type Run = (app: App, args: readonly string[], options: Options) => Promise<Outcome | Refused>
export type RunBare = (args: readonly string[], options: Options) => Promise<Outcome | Refused>

export function noun(program: Program, name: string, summary: string): Program {
  return program
    .command(name)
    .summary(summary)
    .description(summary)
    .usage('VERB [options]')
    .addHelpText('after', '\nEach verb shows examples with --help.')
    .helpCommand(false)
}

/** Adds a verb that works on the installation; it is opened before and closed after. */
export function verb(parent: Program, description: Verb, run: Run): void {
  bareVerb(parent, description, async (args, options) => {
    const { openApp } = await import('../app.ts')
    const app = await openApp()
    try {
      return await run(app, args, options)
    } finally {
      await app.close()
    }
  })
}

/** Adds a verb; every verb takes --json, shows examples with --help and ends with the same three exit codes. */
export function bareVerb(parent: Program, description: Verb, run: RunBare): void {
  const command = parent
    .command(description.name)
    .summary(description.summary)
    .description(description.summary)
  for (const [flags, help, fallback] of description.options ?? [])
    command.option(withValue(flags), help, fallback)
  for (const [flags, help] of description.required ?? []) command.requiredOption(withValue(flags), help)
  command.option('--json', 'print one line of JSON instead of text')
  command.addHelpText(
    'after',
    `\nExamples:\n${description.examples.map((line) => `  $ ${exampleLine(line)}`).join('\n')}`,
  )
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2).filter((arg): arg is string => typeof arg === 'string')
    const options = command.opts() as Options
    const outcome = await run(args, options)
    print(outcome, options.json === true)
    process.exitCode = outcome.ok ? exitCode.ok : exitCode.refused
  })
}

/** An example is what follows `npx kiesloket`, or a whole line with a setting before it. */
function exampleLine(line: string): string {
  return line.includes('npx kiesloket') ? line : `npx kiesloket ${line}`
}

/** `--out FILE` as commander wants it, which takes a value only for `--out <FILE>`. */
function withValue(flags: string): string {
  return flags.replace(/ ([A-Z_]+)$/, ' <$1>')
}

function print(outcome: Outcome | Refusal, asJson: boolean): void {
  if (outcome.ok) {
    if (asJson) console.log(JSON.stringify(outcome.data))
    else for (const line of outcome.lines) console.log(line)
    return
  }
  if (asJson) console.log(JSON.stringify(outcome))
  else console.error(refusalText(outcome))
}

/** Runs the command line. Wrong use ends with 2, a refusal or a wrong configuration with 1; bugs show their stack. */
export async function runProgram(program: Program, argv: readonly string[]): Promise<void> {
  const asJson = argv.includes('--json')
  prepare(program, asJson)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError || error instanceof WrongUse) return endWrongUse(error, asJson)
    const refusal = await refusalOf(error)
    if (!refusal) throw error
    print(refusal, asJson)
    process.exitCode = exitCode.refused
  }
}

/** What is thrown because the installation is not right is no bug: it is said, with what to do. */
async function refusalOf(error: unknown): Promise<Refusal | undefined> {
  if (error instanceof ConfigError) return { ...refused('configuration'), faults: error.faults }
  const { whyNoDatabase } = await import('../platform/db/connection-trouble.ts')
  const why = whyNoDatabase(error)
  return why === undefined ? undefined : refused('no-database', why)
}

function endWrongUse(error: CommanderError | WrongUse, asJson: boolean): void {
  if (error instanceof CommanderError && error.exitCode === 0) return
  process.exitCode = exitCode.wrongUse
  const noVerb = error instanceof CommanderError && error.code === 'commander.help'
  const detail = noVerb ? 'a verb is missing; --help names them' : error.message.replace(/^error: /, '')
  if (asJson) print(refused('wrong-use', detail), asJson)
  else if (error instanceof WrongUse) console.error(`error: ${detail}`)
}

/** Commander must not end the process; and where JSON is wanted, it keeps its own words to itself. */
function prepare(command: Program, asJson: boolean): void {
  command.exitOverride()
  if (asJson) command.configureOutput({ writeErr: () => {} })
  for (const child of command.commands) prepare(child, asJson)
}
