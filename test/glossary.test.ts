import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** The words of docs/glossary.md against the names in the code. */

const glossary = readFileSync('docs/glossary.md', 'utf8')
const files = globSync('src/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))

/** What each module is about, by the name its door exports. */
const central: Readonly<Record<string, readonly string[]>> = {
  municipalities: [
    'Municipality',
    'MunicipalitySettings',
    'Staff',
    'StaffRight',
    'StaffRole',
    'Session',
    'LanguageRegime',
  ],
  elections: [
    'Election',
    'Ruleset',
    'Section',
    'PollingPlace',
    'VoterCategory',
    'ChannelPolicy',
    'CalendarEntry',
  ],
  desk: ['DeskRoute', 'Desk'],
  papers: ['GovernorStatement', 'SectionLists'],
  oversight: ['LookUpRules'],
  retention: ['Validation', 'LegalHold', 'PurgePlan', 'Purged'],
  voters: ['VotersList', 'VoterFact', 'ImportReport', 'Finding', 'Amendment', 'NoPost'],
  delivery: ['Campaign', 'Mailbox', 'DeliveryState', 'DispatchedDocument'],
  letters: ['LetterState', 'LetterStatement'],
  bureaus: [
    ...['BureauRules', 'BureauKind', 'PlannedBureau', 'SeatRole', 'Draw'],
    ...['Member', 'Assignment', 'Transition', 'PlanDifference', 'DayDeed'],
  ],
}

/** Rows of the table under a heading, cell by cell. */
function tableUnder(heading: string): string[][] {
  const [, after = ''] = glossary.split(`\n## ${heading}\n`)
  const [section = ''] = after.split('\n## ')
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const headings = [...glossary.matchAll(/^## (.+)$/gm)].map((match) => match[1]!)
const terms = headings
  .filter((heading) => !/^(Words kept|Forbidden)/.test(heading))
  .flatMap(tableUnder)
  .map(([term]) => term!.replaceAll('`', ''))

/** The names in a source file: no comments, no texts, no text between tags. */
function namesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const names: string[] = [file]
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

function namesInSql(file: string): string[] {
  return (
    readFileSync(file, 'utf8')
      .replace(/--.*$/gm, ' ')
      .match(/[a-z_][\w.]*/gi) ?? []
  )
}

/** `pollingStationName` and `polling_station` both read "polling station". */
function inWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_./-]+/g, ' ')
    .toLowerCase()
}

describe('words that are in the glossary are in the code', () => {
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  test('the tables are read', () => expect(terms.length).toBeGreaterThan(60))
  for (const term of terms)
    test(term, () =>
      expect(code, 'rename or remove it in docs/glossary.md').toMatch(new RegExp(`\\b${term}\\b`)),
    )
})

/** A door, with those of the folders that it names. */
function behindTheDoor(file: string): string {
  const text = readFileSync(file, 'utf8')
  const folders = [...text.matchAll(/^export \* from '\.\/(\w[\w-]*)\/index\.ts'/gm)]
  return [text, ...folders.map(([, folder]) => behindTheDoor(join(dirname(file), folder!, 'index.ts')))].join(
    '\n',
  )
}

describe('the central types of every module are in the glossary', () => {
  test('every module has its row here', () => {
    const modules = files
      .filter((file) => /^src\/\w+\/index\.ts$/.test(file))
      .map((file) => file.split('/')[1])
    expect(Object.keys(central)).toEqual(expect.arrayContaining(modules.filter((name) => name !== 'portal')))
  })
  for (const [module, types] of Object.entries(central))
    test(module, () => {
      const door = behindTheDoor(`src/${module}/index.ts`)
      for (const type of types) {
        expect(door, `${type} is not behind the door of ${module}`).toMatch(new RegExp(`\\b${type}\\b`))
        expect(terms, 'add it to docs/glossary.md').toContain(type)
      }
    })
})

describe('forbidden words are in no name', () => {
  const forbidden = tableUnder('Forbidden in code')
  test('the table is read', () => expect(forbidden.length).toBeGreaterThan(8))
  const names = new Map<string, string>()
  const note = (file: string) => (name: string) => void names.set(` ${inWords(name)} `, file)
  for (const file of files) namesIn(file).forEach(note(file))
  for (const file of globSync('migrations/*.sql')) namesInSql(file).forEach(note(file))
  for (const [never, say] of forbidden)
    test(never!, () => {
      const found = [...names].filter(([words]) => new RegExp(`\\b${never}s?\\b`).test(words))
      expect(found, `say ${say}: docs/glossary.md`).toEqual([])
    })
})
