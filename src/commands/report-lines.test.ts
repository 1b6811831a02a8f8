import { expect, test } from 'vitest'
import { reportLines } from './report-lines.ts'

const nameless = Array.from({ length: 63 }, (_, n) => ({
  ...{ row: n + 2, column: 'first_names', code: 'no-first-name', severity: 'warning' },
})) as never[]

test('what refuses a list comes first, however many warnings there are', () => {
  const double = { row: 22, column: 'national_number', sameAs: 12 }
  const findings = [...nameless, { ...double, code: 'double-national-number', severity: 'error' }] as never[]
  const counts = { 'no-first-name': 63, 'double-national-number': 1, 'section-without-voters': 1 }
  const tally = { voters: 300, perSection: [{ section: 1, voters: 300 }], perCategory: [] }
  expect(reportLines({ ...tally, errors: 1, warnings: 64, counts, findings } as never)).toEqual([
    '300 voters in 1 section; 1 error, 64 warnings.',
    expect.stringMatching(/^ {2}error: 1 × Two rows .* → /),
    '    row 22 national_number (same as row 12)',
    expect.stringMatching(/^ {2}warning: 63 × The voter has no first name\. → /),
    '    row 2 first_names; row 3 first_names; row 4 first_names; row 5 first_names; row 6 first_names; and 58 more',
    expect.stringMatching(/^ {2}warning: 1 × A section of the election has no voters/),
  ])
})
