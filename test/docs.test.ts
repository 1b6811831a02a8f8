import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { rolesTable } from '../scripts/roles-table.ts'
import { settingsTable } from '../scripts/settings-table.ts'
import { createProgram } from '../src/commands/program.ts'

/** The papers against the program: links, commands, settings, and nothing that belongs to one machine. */

const foreign = ['node_modules', '.git', '.kiesloket*', 'coverage', 'out']
const everyFile = globSync('**/*', { exclude: foreign.map((name) => `${name}/**`) }).filter((path) =>
  statSync(path).isFile(),
)
const pages = everyFile.filter((path) => path.endsWith('.md'))

describe('links', () => {
  for (const page of pages)
    test(page, () => {
      const text = withoutCode(readFileSync(page, 'utf8'))
      for (const [, target] of text.matchAll(/(?:\]\(|src=")([^)\s"]+)[)"]/g)) {
        if (/^[a-z]+:/.test(target!)) continue
        const [path, anchor] = target!.split('#') as [string, string?]
        const file = path === '' ? page : normalize(join(dirname(page), path))
        expect(existsSync(file), `${page} links to ${target}`).toBe(true)
        if (anchor) expect(anchorsOf(file), `${page} links to ${target}`).toContain(anchor)
      }
    })
})

test('every page of docs/ is in its index', () => {
  const links = (index: string) =>
    [...readFileSync(index, 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => join(dirname(index), to!))
  const listed = [...links('docs/README.md'), ...links('docs/decisions/README.md')].map(normalize)
  const missing = pages.filter((page) => page.startsWith('docs/') && !listed.includes(normalize(page)))
  expect(missing).toEqual(['docs/README.md'])
})

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
}

function anchorsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

const program = await createProgram()

describe('commands that the papers and the help print', () => {
  const printed = pages.flatMap((page) =>
    commandsIn(readFileSync(page, 'utf8')).map((line) => ({ page, line })),
  )
  const examples = verbsOf(program).flatMap((verb) =>
    commandsIn(helpOf(verb)).map((line) => ({ page: `help of ${verb.name()}`, line })),
  )
  test('there are some', () => {
    expect(printed.length).toBeGreaterThan(30)
    expect(examples.length).toBeGreaterThan(30)
  })
  for (const { page, line } of [...printed, ...examples])
    test(`${page}: ${line}`, () => expect(faultIn(program, line)).toBeUndefined())
})

/** Lines that call the program, without comments, pipes and what stands before and after the call. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/npx kiesloket +([a-z][^\n`|>#]*)(`?)/g)].map(([, line, tick]) =>
    tick ? mentioned(line!) : line!.trim().replace(/\s*&$/, ''),
  )
}

/** In a sentence a verb may be named alone; then it stands for itself with what it needs. */
function mentioned(line: string): string {
  return /^[a-z-]+( [a-z-]+)?$/.test(line) ? `${line} --help` : line
}

function verbsOf(program: Command): Command[] {
  return program.commands.flatMap((command) => [command, ...command.commands])
}

function helpOf(command: Command): string {
  const parts: string[] = []
  command.configureOutput({ writeOut: (part) => void parts.push(part) }).outputHelp()
  return parts.join('')
}

/** What the program would not understand of a line, if anything. */
function faultIn(program: Command, line: string): string | undefined {
  const words = [...line.matchAll(/"[^"]*"|\S+/g)].map(([word]) => word)
  let verb = program
  const nextOf = (parent: Command) => parent.commands.find((command) => command.name() === words[0])
  for (let next = nextOf(verb); next; next = nextOf(verb)) {
    verb = next
    words.shift()
  }
  if (verb.commands.length > 0) return `no verb ${words[0]} of ${verb.name()}`
  const given = new Set<string>()
  let operands = 0
  for (let word = words.shift(); word; word = words.shift()) {
    if (!word.startsWith('-')) operands++
    else {
      if (word === '--help') return undefined
      const option = verb.options.find(({ short, long }) => word === short || word === long)
      if (!option) return `${verb.name()} has no option ${word}`
      given.add(option.name())
      if (option.required) words.shift()
    }
  }
  const { length: most } = verb.registeredArguments
  const least = verb.registeredArguments.filter(({ required }) => required).length
  if (operands < least || operands > most) return `${verb.name()} takes other arguments`
  const missing = verb.options.find((option) => option.mandatory && !given.has(option.name()))
  return missing && `${verb.name()} needs ${missing.long}`
}

test('the settings of docs/how-to/operate.md are those of the program', () => {
  const page = readFileSync('docs/how-to/operate.md', 'utf8')
  expect(page, 'put in what `node --import tsx scripts/settings-table.ts` prints').toContain(settingsTable())
})

test('the roles of docs/how-to/log-in-with-acm.md are those of the program', () => {
  const page = readFileSync('docs/how-to/log-in-with-acm.md', 'utf8')
  expect(page, 'put in what `rolesTable()` of scripts/roles-table.ts gives').toContain(rolesTable())
})

test('the table in ARCHITECTURE.md is the one that test/boundaries.test.ts runs', () => {
  const page = readFileSync('ARCHITECTURE.md', 'utf8')
  const { columns, rows } = drawnTable(page)
  expect(rows).toEqual(runningTable(columns))
})

/** Who may use whom, as the Markdown table draws it: `✓` in the column of each folder. */
function drawnTable(page: string) {
  const [, table = ''] = /(\| may use[\s\S]*?)\n\n/.exec(page) ?? []
  const lines = table.split('\n')
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''))
  const [, ...columns] = cells(lines[0]!)
  const rows: Record<string, string[]> = {}
  for (const line of lines.slice(2)) {
    const [from, ...marks] = cells(line)
    rows[from!] = columns.filter((_, place) => marks[place]?.startsWith('✓'))
  }
  return { columns, rows }
}

function runningTable(columns: readonly string[]): Record<string, string[]> {
  const text = readFileSync('test/boundaries.test.ts', 'utf8')
  const list = (source: string) => [...source.matchAll(/'(\w+)'/g)].map((match) => match[1]!)
  const base = list(/const base = \[([^\]]*)\]/.exec(text)![1]!)
  const body = /const mayUse[^=]*= \{([\s\S]*?)\n\}/.exec(text)![1]!
  const rows = [...body.matchAll(/^ {2}(\w+): (.*),$/gm)].map(([, from, value]) => {
    const used = [...(value!.includes('base') ? base : []), ...list(value!)]
    return [from!, columns.filter((name) => used.includes(name))] as const
  })
  return Object.fromEntries(rows)
}

describe('publiccode.yml', () => {
  const card = parse(readFileSync('publiccode.yml', 'utf8'))
  const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'))
  test('says what package.json says', () => {
    expect(card.softwareVersion).toBe(version)
    expect(card.legal.license).toBe(license)
  })
  test('keeps to the lengths of the standard, and its pictures are there', () => {
    for (const text of Object.values<Record<string, string & string[]>>(card.description)) {
      expect(text.shortDescription!.length).toBeLessThanOrEqual(150)
      expect(text.longDescription!.length).toBeGreaterThanOrEqual(150)
      for (const picture of text.screenshots ?? []) expect(existsSync(picture), picture).toBe(true)
    }
  })
})

test('README.md is at most 80 lines', () => {
  expect(readFileSync('README.md', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(80)
})

describe('nothing belongs to one machine', () => {
  const marks = {
    'a path of one machine': /(^|[\s"'`(=])\/(work|home|Users|root)\/\w/m,
    'a folder beside the repository': new RegExp(`\\.\\./${'shared'}\\b`),
    'the address of a package registry': new RegExp(`registry[=:]\\s*["']?https?://|${'registry'}\\.npm`),
  }
  const texts = everyFile.filter((path) => !/\.(png|pdf|woff2?|ttf|otf|bin)$/.test(path))
  for (const [what, pattern] of Object.entries(marks))
    test(what, () => {
      expect(texts.filter((path) => pattern.test(readFileSync(path, 'utf8')))).toEqual([])
    })
})
