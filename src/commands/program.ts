import { Command } from 'commander'
import { software } from '../platform/software.ts'

/** A noun of the command line, or a verb that stands alone; what it takes to run is loaded when it is asked for. */
interface Entry {
  readonly summary: string
  load(): Promise<(program: Command, summary: string) => void>
}

/** In the order of the work. */
const entries: Readonly<Record<string, Entry>> = {
  municipality: {
    summary: 'Municipalities of this installation',
    load: async () => (await import('./municipality.ts')).municipalityCommands,
  },
  staff: {
    summary: 'People of a municipality and what they may do',
    load: async () => (await import('./staff.ts')).staffCommands,
  },
  election: {
    summary: 'Elections of a municipality, with the law they are held under',
    load: async () => (await import('./election.ts')).electionCommands,
  },
  places: {
    summary: 'Polling places, rooms and the sections that vote there',
    load: async () => (await import('./places.ts')).placesCommands,
  },
  preset: {
    summary: 'How the export of a supplier is read as a voters list',
    load: async () => (await import('./preset.ts')).presetCommands,
  },
  voters: {
    summary: 'The voters list of an election',
    load: async () => (await import('./voters.ts')).votersCommands,
  },
  letters: {
    summary: 'The letters of an election',
    load: async () => (await import('./letters.ts')).lettersCommands,
  },
  delivery: {
    summary: 'The way of released letters to the e-Box',
    load: async () => (await import('./delivery.ts')).deliveryCommands,
  },
  certificate: {
    summary: 'The certificate that adds up to the last voter',
    load: async () => (await import('./certificate.ts')).certificateCommands,
  },
  bureaus: {
    summary: 'The polling and counting bureaus of an election',
    load: async () => (await import('./bureaus.ts')).bureausCommands,
  },
  draw: {
    summary: 'Draws of voters that anybody can recompute',
    load: async () => (await import('./draw.ts')).drawCommands,
  },
  report: {
    summary: 'Papers about an election: signed, and to read',
    load: async () => (await import('./report.ts')).reportCommands,
  },
  audit: {
    summary: 'The audit log, sealed in a chain',
    load: async () => (await import('./audit.ts')).auditCommands,
  },
  keys: {
    summary: 'Keys for national numbers and signatures',
    load: async () => (await import('./keys.ts')).keysCommands,
  },
  serve: {
    summary: 'Serve the pages, and health and metrics on a second port, until stopped',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  work: {
    summary: 'Take jobs from the queue until stopped; run as many as you like, on as many machines',
    load: async () => (await import('./work.ts')).workCommand,
  },
  demo: {
    summary: 'Run the main job for an invented municipality on the stand-ins, then serve the pages',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  migrate: {
    summary: 'Bring the database to the form this version needs',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  doctor: {
    summary: 'Check configuration, database and each outside party; say what is wrong and what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
}

const afterHelp = `
Examples:
  $ npx kiesloket demo                        everything at once, with invented voters
  $ npx kiesloket letters --help              the verbs of a noun
  $ npx kiesloket letters compose --help      one verb, with examples

Every verb takes --json. Exit status: 0 done · 1 refused, with the reason · 2 wrong use.
Step by step: docs/how-to/run-an-election.md`

/** A noun or verb as it is typed. */
function termOf(command: Command): string {
  const args = command.registeredArguments.map((arg) => (arg.required ? arg.name() : `[${arg.name()}]`))
  return [command.name(), ...args].join(' ')
}

/**
 * The command line. With `first`, the first word that was typed, only that noun has its verbs: a short command does not
 * wait for what it never uses. Without it all of them have.
 */
export async function createProgram(first?: string): Promise<Command> {
  const program = new Command('kiesloket')
    .description('Digital election letters: every voter exactly one letter, provably.')
    .usage('NOUN VERB [options]')
    .version(software, '-V, --version', 'display the version')
    .configureHelp({ subcommandTerm: termOf })
    .addHelpText('after', afterHelp)
    .helpCommand(false)
  for (const [name, { summary, load }] of Object.entries(entries)) {
    if (first === undefined || first === name) (await load())(program, summary)
    else program.command(name).summary(summary)
  }
  return program
}
