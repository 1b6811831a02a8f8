import { dayText } from '../../platform/xlsx/cell-text.ts'

export function isShortYear(layout: string): boolean {
  return layout !== 'SERIAL' && !layout.includes('YYYY')
}

/**
 * Reads a date as the supplier writes it, in the first of these ways that fits; answers 1985-01-31, or the text
 * itself when none does.
 */
export function dateReader(layouts: readonly string[], latestYear = 9999): (text: string) => string {
  const readers = layouts.map((layout) =>
    layout === 'SERIAL' ? serialDate : datePattern(layout, latestYear),
  )
  return (text) => {
    for (const read of readers) {
      const date = read(text)
      if (date !== undefined) return date
    }
    return text
  }
}

type DateReader = (text: string) => string | undefined

const serialDate: DateReader = (text) => (/^\d{1,5}$/.test(text) ? dayText(text) : undefined)

function datePattern(layout: string, latestYear: number): DateReader {
  const isSeparated = /[^DMY]/.test(layout)
  const two = isSeparated ? '\\d{1,2}' : '\\d{2}'
  const parts = layout
    .replaceAll('.', '\\.')
    .replace(/YYYY|YY/, (years) => `(?<year>\\d{${years.length}})`)
    .replace(/MMM?/, (months) => (months === 'MMM' ? '(?<name>\\p{L}{3,9})\\.?' : `(?<month>${two})`))
    .replace('DD', `(?<day>${two})`)
  const pattern = new RegExp(`^${parts}$`, 'u')
  return (text) => {
    const found = pattern.exec(text)?.groups
    if (!found) return undefined
    const month = found.month ?? monthNamed(found.name!)
    if (month === undefined) return undefined
    const year = found.year!.length === 2 ? fullYear(Number(found.year), latestYear) : found.year
    return `${year}-${month.padStart(2, '0')}-${found.day!.padStart(2, '0')}`
  }
}

/** As they begin in Dutch, English and French. */
const months = [
  ...[['jan'], ['feb', 'fev'], ['mrt', 'maa', 'mar'], ['apr', 'avr'], ['mei', 'may', 'mai'], ['jun', 'juin']],
  ...[['jul', 'juil'], ['aug', 'aou'], ['sep'], ['okt', 'oct'], ['nov'], ['dec']],
]

function monthNamed(name: string): string | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const at = months.findIndex((starts) => starts.some((start) => plain.startsWith(start)))
  return at < 0 ? undefined : String(at + 1)
}

/** The last year with these two digits that is not after the latest one. */
function fullYear(twoDigits: number, latestYear: number): number {
  const year = latestYear - (latestYear % 100) + twoDigits
  return year > latestYear ? year - 100 : year
}
