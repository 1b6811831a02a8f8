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
    .replace('MM', `(?<month>${two})`)
    .replace('DD', `(?<day>${two})`)
  const pattern = new RegExp(`^${parts}$`)
  return (text) => {
    const found = pattern.exec(text)?.groups
    if (!found) return undefined
    const year = found.year!.length === 2 ? fullYear(Number(found.year), latestYear) : found.year
    return `${year}-${found.month!.padStart(2, '0')}-${found.day!.padStart(2, '0')}`
  }
}

/** The last year with these two digits that is not after the latest one. */
function fullYear(twoDigits: number, latestYear: number): number {
  const year = latestYear - (latestYear % 100) + twoDigits
  return year > latestYear ? year - 100 : year
}
