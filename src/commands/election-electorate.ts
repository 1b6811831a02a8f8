import type { Command } from 'commander'
import { type ElectorateRow, electorateTable, heldAssemblies, markText } from '../elections/index.ts'
import { done, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption } from './find.ts'

const signs = { yes: '✓', no: '–', uncontested: '(no vote)' } as const

/** Voters by assemblies as a table, for a person with the law at hand. */
export function electorateVerb(election: Command): void {
  const description = {
    name: 'electorate',
    summary: 'Print who votes for what in this election, with the article of each line',
    examples: ['election electorate', 'election electorate -e 2030 --json'],
    options: [municipalityOption, electionOption],
  }
  verb(election, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const codes = heldAssemblies(found.election).map(({ code }) => code)
    const items = electorateTable(found.election)
    const head = ['category', ...codes, 'age', 'attendance']
    const rows = items.map((item) => [
      item.category,
      ...codes.map((code) => signs[item.votes[code] ?? 'no']),
      ageText(item),
      item.attendance ?? '–',
    ])
    const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)))
    const lines = [head, ...rows].map((row) => row.map((cell, at) => cell.padEnd(widths[at]!)).join('  '))
    const { uncontestedDistricts = [] } = found.election.settings
    const quiet = uncontestedDistricts.map((name) => `No vote for the council of district ${name}.`)
    return done({ items, uncontestedDistricts }, ...lines, ...quiet, '', ...items.flatMap(sourceLines))
  })
}

function ageText({ age }: ElectorateRow): string {
  if (!age) return '–'
  return age.to ? `${age.from}–${age.to}` : `${age.from}+`
}

function sourceLines({ category, sources }: ElectorateRow): string[] {
  if (sources.length === 0) return [`${category}: no vote under this ruleset`]
  const names = ['votes', 'age', 'attendance']
  return sources.map(({ source, mark, note }, at) =>
    [`${category}, ${names[at]}: ${source} — ${markText(mark)}`, note].filter(Boolean).join('. '),
  )
}
