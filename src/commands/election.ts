import type { Command } from 'commander'
import { addElection, electionCalendar, listElections } from '../elections/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { done, noun, verb } from './command.ts'
import {
  chosenElection,
  chosenMunicipality,
  electionOption,
  municipalityOption,
  operator,
  readJson,
} from './find.ts'

export function electionCommands(program: Command): void {
  const election = noun(program, 'election', 'Elections of a municipality, with the law they are held under')
  addVerb(election)
  listVerb(election)
  showVerb(election)
  calendarVerb(election)
}

function addVerb(election: Command): void {
  const description = {
    name: 'add FILE',
    summary: 'Add an election from a validated JSON file: code, name, ruleset, polling day, voting mode',
    examples: ['election add election-2029.json -m zonnedorp'],
    options: [municipalityOption],
  }
  verb(election, description, async (app, [file], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const read = await readJson(file!)
    if (!read.ok) return read
    const { municipalityId } = found.municipality
    const added = await addElection(app, { municipalityId, document: read.document, by: operator })
    if (!added.ok) return added
    const { code, name, pollingDay } = added.election
    return done(
      { code, name, pollingDay },
      `${name} (${code}), ${pollingDay}. Next: kiesloket places import FILE`,
    )
  })
}

function listVerb(election: Command): void {
  const description = {
    name: 'list',
    summary: 'List the elections of a municipality',
    examples: ['election list'],
    options: [municipalityOption],
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const all = await app.database.inScope(staffOf(municipalityId), (db) => listElections(db, municipalityId))
    const items = all.map(({ code, name, pollingDay, votingMode, ruleset }) => ({
      code,
      name,
      pollingDay,
      votingMode,
      ruleset: ruleset.id,
    }))
    return done({ items }, ...items.map((item) => `${item.code.padEnd(24)} ${item.pollingDay}  ${item.name}`))
  })
}

function showVerb(election: Command): void {
  const description = {
    name: 'show',
    summary: 'Show an election with every value of its ruleset and where it comes from',
    examples: ['election show -e 2029-06-10'],
    options: [municipalityOption, electionOption],
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    return found.ok ? done(found.election, JSON.stringify(found.election, null, 2)) : found
  })
}

function calendarVerb(election: Command): void {
  const description = {
    name: 'calendar',
    summary: 'Print every deadline with its article and how sure we are of it',
    examples: ['election calendar', 'election calendar --json'],
    options: [municipalityOption, electionOption],
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const entries = electionCalendar(found.election)
    const lines = entries.map(({ date, time, label, article, mark }) =>
      [date, (time ?? '').padEnd(5), label, `(${article}; ${mark})`].join('  '),
    )
    return done({ items: entries }, ...lines)
  })
}
