import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshInstallation, type Installation, runKiesloket } from '../command-line.ts'

/** Story 1: list → letters → e-Box → certificate, as `npm start -- --once` runs it. */

const voters = 1200
let installation: Installation
let summary: Record<string, unknown>

beforeAll(async () => {
  installation = await freshInstallation()
  summary = await installation.json('demo', '--once', '--voters', String(voters))
})
afterAll(() => installation.remove())

test('every voter is counted once, on both channels', () => {
  expect(summary.voters).toBe(voters)
  expect(summary.balanced).toBe(true)
  const digital = ['ebox', 'inactive', 'unreachable', 'exceptions'].map((name) => Number(summary[name]))
  expect(digital.reduce((sum, count) => sum + count, 0)).toBe(voters)
  expect(Number(summary.inactive)).toBeGreaterThan(0)
  expect(Number(summary.printed)).toBeGreaterThan(voters / 2)
})

test('the certificate verifies without the database, and no longer once a leaf is changed', async () => {
  const folder = String(summary.certificate)
  const genuine = await installation.run('certificate', 'verify', folder)
  expect(genuine.status, genuine.stdout + genuine.stderr).toBe(0)
  const changed = join(installation.folder, 'changed')
  await cp(folder, changed, { recursive: true })
  const leaves = join(changed, (await readdir(changed)).find((name) => name.startsWith('leaves'))!)
  await writeFile(leaves, (await readFile(leaves, 'utf8')).replace(/delivered/, 'inactive'))
  const forged = await installation.run('certificate', 'verify', changed)
  expect(forged.status).toBe(1)
  expect(forged.stderr).toContain('✗')
})

test('a folder without a certificate is no forgery', async () => {
  for (const folder of ['no-such-folder', String(summary.letters)]) {
    const { status, stdout } = await installation.run('certificate', 'verify', folder, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ because: 'no-such-file' })
  }
})

test('sample letters are PDF files of two pages', async () => {
  const files = await readdir(String(summary.letters))
  expect(files.length).toBeGreaterThan(5)
  const pdf = await readFile(join(String(summary.letters), files[0]!))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('from another folder, whatever settings it holds, a letter reads as a page', async () => {
  const { env, folder } = installation
  await writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "jsx": "react" } }')
  const asked = ['letters', 'render', '1', '--format', 'html', '--out', join(folder, 'letter.html')]
  const { status, stderr } = await runKiesloket(asked, env, folder)
  expect(status, stderr).toBe(0)
  const [heading] = (await readFile(join(folder, 'letter.html'), 'utf8')).match(/<h1>.*?<.h1>/) ?? []
  expect(heading).toBe('<h1>Oproepingsbrief</h1>')
})

test('a second start continues with the data that is there', async () => {
  const again = await installation.json('demo', '--once', '--voters', String(voters))
  expect(again).toMatchObject({ voters, balanced: true, ebox: summary.ebox, inactive: summary.inactive })
})
