/** `50.00`: cents as programs and banks write euros. */
export function decimalEuros(cents: number): string {
  if (!Number.isSafeInteger(cents) || cents < 0) throw new Error('an amount is a whole number of cents')
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** `50,00`: as a spreadsheet of this country reads them. */
export function euros(cents: number): string {
  return decimalEuros(cents).replace('.', ',')
}
