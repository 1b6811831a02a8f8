import { expect, test } from 'vitest'
import { loadPreset } from './load-preset.ts'
import { checkPresetFile } from './preset-file.ts'

const loaded = loadPreset('imitation-persons-and-addresses')
const good = loaded.ok ? loaded.preset : undefined

type Draft = Record<string, unknown> & {
  file: Record<string, unknown>
  columns: Record<string, Record<string, unknown>>
}

function faultsOf(change: (preset: Draft) => void): string[] {
  const preset = structuredClone(good) as unknown as Draft
  change(preset)
  const checked = checkPresetFile(preset)
  return checked.ok ? [] : checked.faults.map(({ path, wrong }) => `${path} ${wrong}`)
}

test.each<[string, (preset: Draft) => void, RegExp]>([
  ['no column for the section', (p) => delete p.columns.section, /^columns\.section is missing/],
  ['a column of ours that does not exist', (p) => (p.columns.sex = { from: 'sex' }), /^columns/],
  [
    'a pattern without a group',
    (p) => (p.columns.section!.match = '\\d+'),
    /^columns\.section\.match has no group/,
  ],
  ['a pattern that is none', (p) => (p.columns.section!.match = '('), /^columns\.section\.match Invalid/],
  [
    'a field that a nameless file lacks',
    (p) => (p.file.fields = ['nr']),
    /names .* which the file does not have/,
  ],
  ['a date without a year', (p) => (p.columns.birth_date!.date = 'DD/MM'), /^columns\.birth_date/],
  [
    'a row to pass over by a pattern that is none',
    (p) => (p.file.passOver = [{ match: '[' }]),
    /^file\.passOver\.0\.match Invalid/,
  ],
  [
    'a month that is written twice',
    (p) => (p.columns.birth_date!.date = 'MM-MM-DD-YYYY'),
    /^columns\.birth_date/,
  ],
  ['a misspelt key', (p) => (p.fiel = {}), /^fiel is not a field of this file/],
])('%s is a fault, with its place', (_, change, expected) => {
  const faults = faultsOf(change)
  expect(
    faults.some((fault) => expected.test(fault)),
    faults.join('\n'),
  ).toBe(true)
})

test('a preset that is nowhere is refused with the names there are', () => {
  const answer = loadPreset('nowhere')
  expect(answer).toMatchObject({ ok: false, because: 'no-such-preset' })
  expect(JSON.stringify(answer)).toContain('imitation-fixed-length')
})
