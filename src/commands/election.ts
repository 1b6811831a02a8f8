import type { Command } from 'commander'
import {
  addElection,
  listElections,
  markText,
  type UnsignedValue,
  unsignedValues,
  updateElection,
} from '../elections/index.ts'
import { getSettings } from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { done, noun, verb } from './command.ts'
import { calendarVerb } from './election-calendar.ts'
import { electorateVerb } from './election-electorate.ts'
import { legalHoldVerb, purgeVerb, validatedVerb } from './election-goodbye.ts'
import {
  chosenElection,
  chosenMunicipality,
  electionOption,
  municipalityOption,
  operator,
  readJson,
} from './find.ts'

export function electionCommands(program: Command, summary: string): void {
  const election = noun(program, 'election', summary)
  addVerb(election)
  listVerb(election)
  showVerb(election)
  checkVerb(election)
  calendarVerb(election)
  electorateVerb(election)
  validatedVerb(election)
  legalHoldVerb(election)
  purgeVerb(election)
}

function addVerb(election: Command): void {
  const description = {
    name: 'add FILE',
    summary: 'Add an election from one validated JSON file (or rewrite it from the file with --update)',
    examples: ['election add election-2029.json -m zonnedorp', 'election add election-2029.json --update'],
    options: [
      municipalityOption,
      [
        '--update',
        'rewrite the election that has the code in the file, under the newest version of its ruleset',
      ],
    ] as const,
  }
  verb(election, description, async (app, [file], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const read = await readJson(file!)
    if (!read.ok) return read
    const { municipalityId } = found.municipality
    const facts = { municipalityId, document: read.document, by: operator }
    const added = await (options.update ? updateElection(app, facts) : addElection(app, facts))
    if (!added.ok) return added
    const { code, name, pollingDay } = added.election
    const next = options.update ? 'npx kiesloket election check' : 'npx kiesloket places import FILE'
    return done({ code, name, pollingDay }, `${name} (${code}), ${pollingDay}. Next: ${next}`)
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
    examples: ['election show -e 2029'],
    options: [municipalityOption, electionOption],
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    return found.ok ? done(found.election, JSON.stringify(found.election, null, 2)) : found
  })
}

function checkVerb(election: Command): void {
  const description = {
    name: 'check',
    summary:
      'Show the values of the law that nobody signed off; refused while some of them stand on a letter',
    examples: ['election check', 'election check --json'],
    options: [municipalityOption, electionOption],
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.election
    const municipality = await app.database.inScope(staffOf(municipalityId), (db) =>
      getSettings(db, municipalityId),
    )
    const items = unsignedValues(found.election, municipality)
    const onLetter = items.filter((value) => value.onLetter)
    const others = items.length - onLetter.length
    const besides = others > 0 ? `${others} others stand on no letter; see --json.` : ''
    if (onLetter.length > 0)
      return { ...refused('not-signed-off', [...onLetter.map(asText), besides].join('\n')), items }
    return done({ items }, 'Every value of the law on the letters is verified or signed off.', besides)
  })
}

/** What a lawyer needs to see of a value. */
function asText({ path, mark, readOn, source, note, value }: UnsignedValue): string {
  const says = typeof value === 'string' ? value : JSON.stringify(value)
  return [
    `\n${path} — ${markText(mark)}${readOn ? `, ${readOn}` : ''}`,
    `  ${says.replaceAll('\n', '\n  ')}`,
    `  ${source}`,
    ...(note ? [`  ${note}`] : []),
  ].join('\n')
}
