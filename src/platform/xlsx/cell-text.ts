/** The characters that XML cannot hold stand in a workbook as `_x000D_`. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** What stands in a cell for a formula that was never worked out. */
export const notWorkedOut = '#FORMULA!'

const day = 86_400_000
/** Day 0 of a workbook. Days before March 1900 are a day off: spreadsheets believe in 29 February 1900. */
const epochs = { since1900: Date.UTC(1899, 11, 30), since1904: Date.UTC(1904, 0, 1) }
const lastFalseDay = 60

/** A day number of a spreadsheet as 1985-01-31; the number itself when it is no whole day. */
export function dayText(serial: string, is1904 = false): string {
  const days = Number(serial)
  const isDay = /^\d/.test(serial) && Number.isInteger(days) && days > 0 && days < 2_958_466
  if (!isDay) return serial
  const shift = !is1904 && days < lastFalseDay ? 1 : 0
  const date = new Date((is1904 ? epochs.since1904 : epochs.since1900) + (days + shift) * day)
  return date.toISOString().slice(0, 10)
}

/** A number as one would type it: a spreadsheet keeps a long one as 8.5612401720E10. */
export function numberText(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored
  const number = Number(stored)
  return stored.trim() !== '' && Number.isSafeInteger(number) ? String(number) : stored
}

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57])

/** Whether a number format shows a date: it has a day, a month or a year outside quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id)
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[dy]/i.test(bare) || /m/i.test(bare.replace(/[hs:]+m+|m+[:s]+/gi, ''))
}
