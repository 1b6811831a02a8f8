import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { demoElection, demoMunicipality } from '../dev/demo/demo-data.ts'
import { generateVoters } from '../dev/demo/voters-generator.ts'
import type { App } from '../src/app.ts'
import type { Election } from '../src/elections/index.ts'
import { amendList } from '../src/letters/index.ts'
import { dayInBelgium } from '../src/platform/dates.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { fileColumns, type ValueColumn, valueColumns } from '../src/voters/index.ts'
import { expectOk } from '../test/expect-ok.ts'
import type { TellStep } from './released-letters.ts'

export interface AmendmentsBench {
  readonly rows: number
  /** Looked through, carried out, and looked through with every row faulty. */
  readonly runs: readonly AmendmentsRun[]
}

export interface AmendmentsRun {
  readonly what: 'look' | 'carry-out' | 'faulty'
  readonly rows: number
  readonly seconds: number
  /** By how much the memory of the process was more at its highest than when it began. */
  readonly memoryMegabytes: number
  /** Rows that an outcome or a fault was told of. */
  readonly answered: number
}

const by = 'bench'
type Values = Readonly<Partial<Record<ValueColumn, string>>>
const columns = fileColumns.map(({ name }) => name)

/** A file of so many amendments of a list of so many voters, who all have a letter: a tenth is added, the others are struck or corrected. */
export async function benchAmendments(
  app: App,
  { voters, rows, tell }: { voters: number; rows: number; tell?: TellStep },
): Promise<AmendmentsBench> {
  const { municipalityId } = await demoMunicipality(app)
  const election = await demoElection(app, municipalityId, voters)
  const file = await amendmentsFile(app, election, { voters, rows })
  const run = (what: AmendmentsRun['what'], text: string, dryRun: boolean, count = rows) =>
    measured(app, { election, what, text, rows: count, dryRun, ...(tell && { tell }) })
  const tenth = file.split('\n').filter((_, place) => place % 10 === 0)
  const faulty = file
    .replaceAll(/^(\w+;\d+;)/gm, '$1Iemandanders')
    .replaceAll(/^(add;(?:[^;]*;){5})[^;]*/gm, '$1')
  return {
    rows,
    runs: [
      await run('look', tenth.join('\n'), true, rows / 10),
      await run('look', file, true),
      await run('faulty', faulty, true),
      await run('carry-out', file, false),
    ],
  }
}

async function amendmentsFile(
  app: App,
  election: Election,
  { voters, rows }: { voters: number; rows: number },
): Promise<string> {
  const { municipalityId, electionId } = election
  const newcomers = await peopleToAdd(app, election, Math.floor(rows / 10))
  const amended = rows - newcomers.length
  const { rows: people } = await app.database.inScope(staffOf(municipalityId), (db) =>
    sql<{ number: number; name: string }>`
      select v.list_number as number, v.last_name as name from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.state = 'enrolled'
        and v.list_number % ${Math.max(Math.floor(voters / rows), 1)} = 0 order by v.list_number limit ${amended}`.execute(
      db,
    ),
  )
  const decidedOn = dayInBelgium(app.clock.now())
  const lines = people.map(({ number, name }, place) =>
    place % 2 === 0
      ? lineOf({ kind: 'strike', ground: 'deceased', number, name, decidedOn })
      : lineOf(
          { kind: 'correct', ground: 'college-decision', number, name, decidedOn },
          { first_names: 'Zonnebloem' },
        ),
  )
  const added = newcomers.map((values) =>
    lineOf({ kind: 'add', ground: 'college-decision', decidedOn }, values),
  )
  return [columns.join(';'), ...lines, ...added, ''].join('\n')
}

interface Amending {
  readonly kind: 'strike' | 'correct' | 'add'
  readonly ground: string
  readonly decidedOn: string
  readonly number?: number
  readonly name?: string
}

function lineOf({ kind, number, name, ground, decidedOn }: Amending, values: Values = {}): string {
  const own = [kind, number ?? '', name ?? '', ground, decidedOn, 'bench']
  return [...own, ...valueColumns.map((column) => values[column] ?? '')].join(';')
}

/** Invented people whose numbers stand on no list of the municipality. */
async function peopleToAdd(app: App, election: Election, count: number): Promise<Values[]> {
  const { municipalityId, electionId, pollingDay } = election
  const facts = { seed: 7, voters: 2 * count, sections: [1], pollingDay, postcode: '9999', city: 'Zonnedorp' }
  const lines = (await text(generateVoters({ ...facts, categories: ['BELGIAN'] }))).split('\r\n')
  const header = lines[0]!.replace(/^\ufeff/, '').split(';')
  const people = lines
    .slice(1)
    .filter((line) => line !== '' && !line.includes('"'))
    .map((line) => Object.fromEntries(line.split(';').map((cell, at) => [header[at]!, cell])) as Values)
  const indexes = people.map(({ national_number: number }) => app.vault.index(number ?? ''))
  const { rows } = await app.database.inScope(staffOf(municipalityId), (db) =>
    sql<{ index: Buffer }>`select v.nrn_index as index from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
        and v.nrn_index = any(${indexes}::bytea[])`.execute(db),
  )
  const known = new Set(rows.map(({ index }) => index.toString('hex')))
  return people.filter((_, at) => !known.has(indexes[at]!.toString('hex'))).slice(0, count)
}

interface Measuring {
  readonly election: Election
  readonly what: AmendmentsRun['what']
  readonly text: string
  readonly rows: number
  readonly dryRun: boolean
  readonly tell?: TellStep
}

async function measured(
  app: App,
  { election, what, text, rows, dryRun, tell }: Measuring,
): Promise<AmendmentsRun> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const started = performance.now()
  const onProgress = (done: number, total: number) => tell?.(`Amendments (${what})`, done, total)
  const mutations = Readable.from([Buffer.from(text)])
  const outcome = await amendList(app, { election, mutations, by, dryRun, onProgress }).finally(() =>
    clearInterval(watch),
  )
  const seconds = (performance.now() - started) / 1000
  const answered =
    'findings' in outcome
      ? new Set(outcome.findings.map(({ row }) => row)).size
      : answeredIn(expectOk(outcome))
  return { what, rows, seconds, memoryMegabytes: (most - before) / 2 ** 20, answered }
}

function answeredIn(amended: {
  struck: readonly number[]
  added: readonly number[]
  corrected: readonly number[]
}) {
  return amended.struck.length + amended.added.length + amended.corrected.length
}
