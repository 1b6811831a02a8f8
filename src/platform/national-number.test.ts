import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigits, holdsNationalNumber, parseNationalNumber } from './national-number.ts'

const rules = { allowTestNumbers: true, today: new Date('2026-11-23T12:00:00Z') }
const reasonFor = (text: string, more = {}) => {
  const parsed = parseNationalNumber(text, { ...rules, ...more })
  return parsed.ok ? 'ok' : parsed.because
}

/** A number put together from its parts, so that no complete real number stands in this file. */
function build(born: number, month: number, day: number, counter: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const first = two(born % 100) + two(month) + two(day) + String(counter).padStart(3, '0')
  return first + checkDigits(first, born)
}

const birth = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }))
const counter = fc.integer({ min: 1, max: 998 })
const offset = fc.constantFrom(0, 20, 40, 60)

describe('published test numbers', () => {
  test.each([
    ...['85610100147', '85610100246', '90620701067', '88631134562'],
    ...['04723199847', '01690200382', '01690201966', '10681212338', '00660000105'],
    ...['90620707797', '90620707601', '85.61.01-001.47', '85 61 01 001 47'],
  ])('%s is right', (number) => {
    expect(reasonFor(number)).toBe('ok')
  })

  test.each([
    ['90620707700', 'check-digits'], // 00 where 97 is meant
    ['85610100148', 'check-digits'],
    ['85600100140', 'date'], // month 60
    ['85730100134', 'date'], // month 73
    ['85130100102', 'date'], // month 13
    ['8561010014', 'length'],
    ['856101001470', 'length'],
    ['8561010014A', 'length'],
    ['', 'length'],
  ])('%s is refused: %s', (number, because) => {
    expect(reasonFor(number)).toBe(because)
  })
})

describe('numbers put together from their parts', () => {
  test('every date with the month of a person, a BIS number or a TST number is right', () => {
    fc.assert(
      fc.property(birth, counter, offset, (born, serial, plus) => {
        expect(reasonFor(build(born.year, born.month + plus, born.day, serial))).toBe('ok')
      }),
    )
  })

  test('no other digit than the right one passes in its own century: every single slip is caught', () => {
    fc.assert(
      fc.property(
        birth,
        counter,
        fc.nat(10),
        fc.integer({ min: 1, max: 9 }),
        (born, serial, place, shift) => {
          const right = build(born.year, born.month, born.day, serial)
          const slip = String((Number(right[place]) + shift) % 10)
          const wrong = right.slice(0, place) + slip + right.slice(place + 1)
          expect(wrong.slice(9)).not.toBe(checkDigits(wrong.slice(0, 9), born.year))
        },
      ),
    )
  })

  test('the check digits tell the century: the same nine digits never fit both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (first) => {
        const digits = String(first).padStart(9, '0')
        expect(checkDigits(digits, 1950)).not.toBe(checkDigits(digits, 2000))
      }),
    )
  })

  test('whatever comes in, the answer is a number of eleven digits or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{11}$/)), (text) => {
        const parsed = parseNationalNumber(text, rules)
        expect(parsed.ok ? /^\d{11}$/.test(parsed.number) : parsed.because).toBeTruthy()
      }),
    )
  })

  test.each([13, 19, 33, 39, 53, 60, 73, 99])('month %i belongs to nobody', (month) => {
    expect(reasonFor(build(1985, month, 1, 1))).toBe('date')
  })

  test('an unknown month or day is allowed, a day that never was is not', () => {
    expect(reasonFor(build(1985, 0, 0, 1))).toBe('ok')
    expect(reasonFor(build(1985, 2, 0, 1))).toBe('ok')
    expect(reasonFor(build(1985, 2, 29, 1))).toBe('date')
    expect(reasonFor(build(1984, 2, 29, 1))).toBe('ok')
    expect(reasonFor(build(1985, 1, 32, 1))).toBe('date')
  })

  test('nobody is born tomorrow', () => {
    expect(reasonFor(build(2026, 11, 23, 1))).toBe('ok')
    expect(reasonFor(build(2026, 11, 24, 1))).toBe('future')
    expect(reasonFor(build(2027, 0, 0, 1))).toBe('future')
  })

  test('counters 000 and 999 are never given to a person', () => {
    expect(reasonFor(build(1985, 1, 1, 0))).toBe('counter')
    expect(reasonFor(build(1985, 1, 1, 999))).toBe('counter')
    expect(reasonFor(build(1985, 1, 1, 998))).toBe('ok')
  })
})

describe('who may enter', () => {
  test('test numbers only where they are allowed', () => {
    expect(reasonFor('85610100147', { allowTestNumbers: false })).toBe('test-number')
    expect(reasonFor(build(1985, 1, 1, 1), { allowTestNumbers: false })).toBe('ok')
  })

  test('in a demo nobody but invented people: no person, no BIS number', () => {
    expect(reasonFor(build(1985, 1, 1, 1), { allowRealNumbers: false })).toBe('test-number')
    expect(reasonFor(build(1985, 41, 1, 1), { allowRealNumbers: false })).toBe('test-number')
    expect(reasonFor('85610100147', { allowRealNumbers: false })).toBe('ok')
  })
})

test('no complete number that may belong to a person is kept in this repository', () => {
  const root = new URL('../..', import.meta.url)
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(
      (file) => /\.(ts|tsx|md|sql|csv|json|ya?ml|html|txt|typ)$/.test(file) && !/package-lock/.test(file),
    )
  const found = files.flatMap((file) => {
    const text = readTextIfThere(new URL(file, root))
    const candidates =
      text.match(/(?<![\dA-Fa-f])\d{2}[ .]?\d{2}[ .]?\d{2}[ -]?\d{3}[ .]?\d{2}(?![\dA-Fa-f])/g) ?? []
    const real = candidates.filter((candidate) => reasonFor(candidate, { allowTestNumbers: false }) === 'ok')
    return real.length > 0 ? [`${file}: ${real.length}`] : []
  })
  expect(files.length).toBeGreaterThan(10)
  expect(found).toEqual([])
})

function readTextIfThere(file: URL): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // removed since it was listed
  }
}

describe('a number in a text', () => {
  test.each([
    'helpdesk: 85610100147 is there',
    '85.61.01-001.47',
    '(85 61 01 001 47)',
    '85/61/01 001-47.',
    '85 - 61 - 01 - 001 - 47',
    'mistyped: 85.61.01-001.48',
    '856 101 001 47',
    '8 5 6 1 0 1 0 0 1 4 7',
    'voter 12: 85610100147; 13: unknown',
    'INSZ=85610100147',
  ])('is found: %s', (text) => {
    expect(holdsNationalNumber(text)).toBe(true)
  })
  test.each([
    '',
    'helpdesk ticket 1234: message found',
    'letter 5b0c4f0e-1234-4321-8765-123456789012',
    'on 28/11/2026 9:30, and 2026-11-28T14:30:15Z',
    'call 0470 12 34 56 or +32 2 553 00 00',
    'ticket 202611280001234567',
    'SHA-256 a1b2856101001470f',
    'list numbers 12, 13, 14, 15 and 1204',
  ])('is not there: %s', (text) => {
    expect(holdsNationalNumber(text)).toBe(false)
  })
})
