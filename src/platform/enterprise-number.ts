/** A Belgian enterprise number (KBO): ten digits, the last two are 97 − (first eight mod 97). */
export function isEnterpriseNumber(text: string): boolean {
  return /^[01]\d{9}$/.test(text) && Number(text.slice(8)) === 97 - (Number(text.slice(0, 8)) % 97)
}

/** `1999.000.150`: the form people read. */
export function formatEnterpriseNumber(number: string): string {
  return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`
}
