/** A Belgian enterprise number (KBO): ten digits, the last two are 97 − (first eight mod 97). */
export function isEnterpriseNumber(text: string): boolean {
  return /^[01]\d{9}$/.test(text) && Number(text.slice(8)) === 97 - (Number(text.slice(0, 8)) % 97)
}
