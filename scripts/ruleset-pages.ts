import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ElectionRules,
  electionCalendar,
  electorateTable,
  heldAssemblies,
  listRulesets,
  loadRuleset,
  markedValues,
  markText,
  openDeadlines,
  type Ruleset,
} from '../src/elections/index.ts'

/** A page for each ruleset, for whoever holds it against the law: by file name under `docs/rulesets/`. */
export function rulesetPages(): Record<string, string> {
  return Object.fromEntries(listRulesets().map((id) => [`${id}.md`, pageOf(loadRuleset(id)!)]))
}

function pageOf(ruleset: Ruleset): string {
  const { id, version, name, validity, lawTexts } = ruleset
  return [
    `# ${id}: ${name}`,
    `Written from the ruleset by \`node --import tsx scripts/write-docs.ts\`. Version ${version}; for polling days from ${validity.from}${validity.until ? ` until ${validity.until}` : ''}. What the marks mean stands in [rulesets.md](../rulesets.md).`,
    '## The texts that were read',
    table(
      ['Key', 'Text', 'Version', 'Where'],
      lawTexts.map((text) => [text.key, text.title, text.version, text.where]),
    ),
    ...differences(ruleset),
    '## Who votes for what',
    'Assemblies that are elected in some municipalities only (districts, direct elections) are in the table as well.',
    electorate(ruleset),
    '## The calendar',
    ...calendar(ruleset),
    '## Models of the letter',
    models(ruleset),
    '## Why a closed list is changed',
    table(
      ['Change', 'Ground', 'In Dutch', 'Article', 'Mark'],
      Object.entries(ruleset.grounds).flatMap(([change, grounds]) =>
        grounds.map(({ key, label, article, mark }) => [change, `\`${key}\``, label, article, mark]),
      ),
    ),
    '## How long data is kept',
    table(
      ['Data', 'Duty', 'Until', 'Article', 'Mark'],
      ruleset.retention.map(({ data, duty, keepUntil, article, mark }) => [
        data,
        duty,
        keepUntil,
        article,
        mark,
      ]),
    ),
    '## All other values',
    otherValues(ruleset),
  ]
    .join('\n\n')
    .concat('\n')
}

/** What the ruleset's own file says: all the rest is that of its base. */
function differences({ id, extends: base }: Ruleset): string[] {
  if (!base) return []
  const file = join(import.meta.dirname, '../src/elections/rulesets', `${id}.json`)
  const own = JSON.parse(readFileSync(file, 'utf8')) as Ruleset & { leaveOut?: readonly string[] }
  const rows = markedValues(own).map(({ path, value, source, mark, note }) => [
    `\`${path}\``,
    said(value),
    source,
    mark,
    note ?? '',
  ])
  const left = (own.leaveOut ?? []).map((path) => [`\`${path}\``, 'does not hold', '', '', ''])
  return [
    `## What it changes of \`${base}\``,
    `Everything that does not stand here is as in \`src/elections/rulesets/base/${base}.json\`.`,
    table(['Value', 'Here', 'Source', 'Mark', 'Note'], [...rows, ...left]),
  ]
}

function electorate(ruleset: Ruleset): string {
  const namedAssemblies = ruleset.assemblies
    .filter(({ held }) => held === 'where-named')
    .map(({ code }) => code)
  const election = { ruleset, settings: { namedAssemblies } }
  const codes = heldAssemblies(election).map(({ code }) => code)
  const rows = electorateTable(election).map(({ category, votes, age, attendance, sources }) => [
    category,
    ...codes.map((code) => (votes[code] === 'yes' ? 'yes' : '–')),
    age ? `${age.from}${age.to ? `–${age.to}` : '+'}` : '–',
    attendance ?? '–',
    sources.map(({ source, mark }) => `${source} (${mark})`).join('; '),
  ])
  return table(['Category', ...codes, 'Age', 'Attendance', 'Source of votes, age and attendance'], rows)
}

function calendar(ruleset: Ruleset): string[] {
  const pollingDay = ruleset.expectedPollingDay?.value ?? ruleset.validity.from
  const election: ElectionRules = { ruleset, pollingDay, votingMode: 'PAPER', settings: {} }
  const days = electionCalendar(election).map((entry) => [
    ruleset.expectedPollingDay
      ? [entry.date, entry.time].filter(Boolean).join(' ')
      : `\`${JSON.stringify(ruleOf(ruleset, entry.id))}\``,
    entry.bound,
    entry.label,
    entry.actor,
    entry.article,
    entry.mark,
  ])
  const open = openDeadlines(election).map(({ awaits, bound, label, actor, article, mark }) => [
    `after: ${awaits}`,
    bound,
    label,
    actor,
    article,
    mark,
  ])
  return [
    ruleset.expectedPollingDay
      ? `For ${pollingDay}, where people vote on paper.`
      : 'The day is not known beforehand: these are the rules.',
    table(['When', 'Bound', 'What', 'Who', 'Article', 'Mark'], [...days, ...open]),
  ]
}

function ruleOf(ruleset: Ruleset, wanted: string): unknown {
  return ruleset.calendar.find(({ id }) => id === wanted)?.offset
}

function models({ letterModels, modelPrefix }: Ruleset): string {
  const derived = `A letter that no decree names has the key \`${modelPrefix}:ASSEMBLIES:VOTING_MODE\`.`
  if (letterModels.length === 0) return derived
  const rows = letterModels.map(({ key, title, categories = [], municipalities = [], article, mark }) => [
    `\`${key}\``,
    title,
    categories.join(', '),
    municipalities.join(', ') || 'everywhere',
    article,
    mark,
  ])
  return `${derived}\n\n${table(['Key', 'Title', 'Categories', 'NIS codes', 'Article', 'Mark'], rows)}`
}

const elsewhere = /^(?:electorate|calendar|letterModels|grounds|retention|french)\./

function otherValues(ruleset: Ruleset): string {
  const rows = markedValues(ruleset)
    .filter(({ path }) => !elsewhere.test(path))
    .map(({ path, value, source, mark, readOn, note }) => [
      `\`${path}\``,
      said(value),
      source,
      markText(mark),
      readOn ?? '',
      note ?? '',
    ])
  return table(['Value', 'Says', 'Source', 'Mark', 'Read on', 'Note'], rows)
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : `\`${JSON.stringify(value)}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
