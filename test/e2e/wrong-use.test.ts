import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshInstallation, type Installation } from '../command-line.ts'

let installation: Installation
beforeAll(async () => {
  installation = await freshInstallation()
})
afterAll(() => installation.remove())

test('wrong use ends with 2 and says what is right', async () => {
  for (const args of [
    ['sing'],
    ['voters'],
    ['voters', 'import'],
    ['letters', 'withdraw', '12'],
    ['doctor', '--loud'],
    ['letters', 'release'],
    ['letters', 'print', '--per', 'all'],
  ]) {
    const { status, stderr } = await installation.run(...args)
    expect(status, args.join(' ')).toBe(2)
    expect(stderr).not.toBe('')
  }
})

test('with --json wrong use is a line of JSON, and nothing else is printed', async () => {
  for (const args of [
    ['sing'],
    ['voters', 'import'],
    ['doctor', '--loud'],
    ['letters', 'print', '--per', 'all'],
  ]) {
    const { status, stdout, stderr } = await installation.run(...args, '--json')
    expect(status, args.join(' ')).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      because: 'wrong-use',
      detail: expect.stringMatching(/\w/),
    })
    expect(stderr).toBe('')
  }
})

test('help shows every noun, and examples at every verb', async () => {
  const { status, stdout } = await installation.run('--help')
  expect(status).toBe(0)
  for (const noun of [
    'municipality',
    'election',
    'places',
    'voters',
    'letters',
    'delivery',
    'certificate',
    'doctor',
  ])
    expect(stdout).toContain(noun)
  const { stdout: verb } = await installation.run('voters', 'import', '--help')
  expect(verb).toContain('Examples:')
  expect((await installation.run('help', 'voters', 'import')).stdout).toBe(verb)
  expect((await installation.run('serve', '--help')).stdout).toContain('$ PORT=8090 npx kiesloket serve')
  expect((await installation.run('--version')).stdout).toMatch(/^kiesloket \d/)
})

test('a refusal ends with 1, with its code in JSON', async () => {
  const { status, stdout } = await installation.run('election', 'list', '-m', 'nergens', '--json')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, because: 'no-such-municipality' })
})

test('a municipality file that is not right is refused fault by fault, and nothing is kept', async () => {
  const file = join(installation.folder, 'wrong.json')
  await writeFile(file, JSON.stringify({ name: '', nisCode: '12', enterpriseNumber: '1234567890' }))
  const { status, stdout } = await installation.run('municipality', 'add', file, '--json')
  expect(status).toBe(1)
  expect(JSON.parse(stdout).faults.length).toBeGreaterThan(3)
  expect(await installation.json('municipality', 'list')).toEqual({ items: [] })
})
