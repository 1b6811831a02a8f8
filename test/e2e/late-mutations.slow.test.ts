import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ListRow } from '../../src/voters/list-format.ts'
import { aRow, csvOf, testNumber } from '../../src/voters/testing.ts'
import { freshInstallation, type Installation, type Ran, startKiesloket } from '../command-line.ts'

/**
 * Story 3: people die, move and come on the list after its close, while its letters are made, released and printed. What
 * changed is said at the release and at the print, and the letters concerned are made again, no other.
 */

const voters = 12
let installation: Installation
/** While somebody is connected the embedded database stays: it is not started and stopped for every command. */
let worker: ChildProcess

beforeAll(async () => {
  installation = await freshInstallation()
  await installation.run('migrate')
  worker = startKiesloket(['work'], installation.env)
  await done('municipality', 'add', 'dev/demo/municipality.json')
  await done('election', 'add', 'dev/demo/election-2029.json')
  await done('places', 'import', await file('places.csv', places))
  const staff = { an: 'letters.request-release', bo: 'letters.release' }
  for (const [name, rights] of Object.entries(staff))
    await done('staff', 'add', `${name}@zonnedorp.example`, name, '--rights', rights, '--out', of(name))
})
afterAll(async () => {
  worker.kill()
  await once(worker, 'exit')
  await installation.remove()
})

const places = [
  'section;room;place_code;place_name;street;house_number;postcode;city',
  ...[1, 2].map((section) => `${section};Zaal ${section};school;De Linde;Schoolstraat;1;9999;Zonnedorp`),
]
const row = (n: number, cells: Partial<ListRow> = {}) =>
  aRow(n, { section: String(1 + (n % 2)), last_name: `Maes${'abcdefghijklmnopq'[n]}`, ...cells })
const of = (name: string) => join(installation.folder, `${name}.credential`)

async function file(name: string, lines: readonly string[] | string): Promise<string> {
  const path = join(installation.folder, name)
  await writeFile(path, typeof lines === 'string' ? lines : `${lines.join('\n')}\n`)
  return path
}

async function done(...args: string[]): Promise<Ran> {
  const ran = await installation.run(...args)
  expect(ran.status, `${args.join(' ')}\n${ran.stdout}${ran.stderr}`).toBe(0)
  return ran
}

async function refused(...args: string[]): Promise<string> {
  const ran = await installation.run(...args)
  expect(ran.status, `${args.join(' ')}\n${ran.stdout}`).toBe(1)
  return ran.stderr
}

const decision = ['--on', '2026-06-01', '--source', 'college 5'] as const
const request = ['letters', 'release', '--request', '--credential'] as const

async function add(n: number): Promise<string> {
  const number = await file('number.txt', testNumber(n))
  const { stdout } = await done(
    ...['voters', 'add', '--national-number-file', number, '--last-name', 'Nieuw', '--first-names', 'Ann'],
    ...['--category', 'BELGIAN', '--section', '2', '--street', 'Molenhof', '--house-number', '7'],
    ...['--postcode', '9999', '--city', 'Zonnedorp', '--ground', 'court-decision', ...decision],
  )
  return stdout
}

const correct = (n: number, ...what: string[]) =>
  done(
    ...['voters', 'correct', String(n), '--name', row(n - 1).last_name, ...what],
    ...['--ground', 'college-decision', ...decision],
  )

async function sample(): Promise<string> {
  const out = join(installation.folder, 'sample')
  return String((await installation.json('letters', 'sample', '--out', out)).sample)
}

test('two voters in one row and another: the findings stay, in Dutch, whatever is imported next', async () => {
  const rows = Array.from({ length: voters }, (_, n) => row(n))
  const damaged = rows.with(2, row(2, { section: '9' })).with(5, row(2, { list_number: '6', street: '' }))
  const refusal = await refused('voters', 'import', await file('voters.csv', csvOf(damaged)))
  expect(refusal).toContain('Two rows have the same national number')
  const path = /row by row: (.*)/.exec(refusal)![1]!
  expect(path).toContain('zonnedorp-2029-findings-')
  const findings = await readFile(path, 'utf8')
  expect(findings).toContain('7;national_number;fout;double-national-number;4;')
  const warned = await file('voters.csv', csvOf(rows.with(1, row(1, { last_name: '=1' }))))
  const { findingsFile } = await installation.json('voters', 'import', warned)
  expect(findingsFile).not.toBe(path)
  expect((await installation.run('voters', 'report')).stdout).toContain(String(findingsFile))
  await refused('voters', 'import', await file('voters.csv', '\x03'))
  const clean = await installation.json('voters', 'import', await file('voters.csv', csvOf(rows)))
  expect(clean).not.toHaveProperty('findingsFile')
  expect(await readFile(path, 'utf8')).toBe(findings)
  expect(await readdir(join(installation.folder, 'reports'))).toHaveLength(2)
})

test('before there are letters a correction asks for none', async () => {
  await done('voters', 'accept')
  await done('voters', 'close')
  expect((await correct(1, '--last-name', row(0).last_name, '--street', 'Beukenpad')).stdout).toContain(
    'No letters were made yet',
  )
})

test('what changes after the sample holds the release back, and is said', async () => {
  await done('letters', 'compose')
  await sample()
  expect(await add(100)).toContain('1 letter to make')
  const refusal = await refused(...request, of('an'))
  expect(refusal).toContain('1 voters without letter')
  expect(refusal).toContain('Since the list was closed: 0 struck, 1 added, 1 corrected')
  await done('letters', 'compose')
  const hash = await sample()
  await done(...request, of('an'))
  await correct(3, '--last-name', 'Anders')
  const atConfirm = await refused('letters', 'release', '--confirm', hash, '--credential', of('bo'))
  expect(atConfirm).toContain('Since the list was closed: 0 struck, 1 added, 2 corrected')
  await done('letters', 'release', '--refuse', 'the list changed', '--credential', of('bo'))
})

test('what a letter does not say takes no letter back', async () => {
  await done('letters', 'compose')
  const { stdout } = await correct(5, '--birth-date', '1980-01-01')
  expect(stdout).toContain('0 letters taken back')
  expect(stdout).toContain('none has to be made')
})

test('a file of mutations after the print: of the letters concerned others are made, of no other', async () => {
  const hash = await sample()
  await done(...request, of('an'))
  await done('letters', 'release', '--confirm', hash, '--credential', of('bo'))
  const folder = join(installation.folder, 'print')
  expect(await installation.json('letters', 'print', '--out', folder)).toMatchObject({ letters: voters + 1 })
  const mutations = await file('mutations.csv', [
    'kind;list_number;current_last_name;ground;decided_on;source;last_name;street',
    `strike;6;${row(5).last_name};deceased;2026-11-01;akte 1;;`,
    `correct;7;${row(6).last_name};college-decision;2026-11-02;college 5;Klaas;`,
    `correct;8;${row(7).last_name};college-decision;2026-11-02;college 5;;Nieuwstraat`,
  ])
  const amended = await installation.json('voters', 'amend', mutations)
  expect(amended).toMatchObject({ struck: [6], corrected: [7, 8], withdrawn: 3 })
  const { stdout: printed } = await done('letters', 'print', '--out', folder)
  expect(printed).toContain('! 2 voters without a letter')
  expect(takenOut(printed)).toEqual([6, 7, 8])
  expect(await installation.json('letters', 'compose')).toMatchObject({ made: 2 })
  const again = await sample()
  await done(...request, of('an'))
  const released = await done('letters', 'release', '--confirm', again, '--credential', of('bo'))
  expect(released.stdout).toContain('Released: 2 letters')
  expect(await installation.json('letters', 'print', '--out', folder)).toMatchObject({ letters: 2 })
})

function takenOut(printed: string): number[] {
  const lists = [...printed.matchAll(/taken back: ([\d, ]+)/g)].map(([, numbers]) => numbers!)
  return lists.flatMap((numbers) => numbers.split(', ').map(Number)).toSorted((one, other) => one - other)
}
