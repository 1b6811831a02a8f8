/**
 * National numbers of persons who can't exist: like a real one, but with month digits 61–72. The stand-in
 * accepts no other recipient, so no real person can end up in a test system. Written apart from the product's
 * own check on purpose: a mistake there must not be repeated here.
 */
export function isTestNumber(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false
  const month = Number(text.slice(2, 4))
  if (month < 61 || month > 72) return false
  const firstNine = Number(text.slice(0, 9))
  const check = Number(text.slice(9))
  return check === 97 - (firstNine % 97) || check === 97 - ((2_000_000_000 + firstNine) % 97)
}

export type BoxState = 'accepted' | 'not-accepted' | 'not-found'

/** Whether the person behind a test number uses the e-Box, by the last digit of its counter (digits 7–9). */
export function boxStateByDefault(testNumber: string): BoxState {
  const digit = Number(testNumber[8])
  if (digit <= 6) return 'accepted'
  return digit === 9 ? 'not-found' : 'not-accepted'
}

/** `85610100147` → `85.61.**-***.**`, the form for lists. */
export function masked(testNumber: string): string {
  return `${testNumber.slice(0, 2)}.${testNumber.slice(2, 4)}.**-***.**`
}

/** Mod-97 check of an enterprise number (KBO): `^[01]\d{9}$`, last two digits = 97 − (first eight mod 97). */
export function isEnterpriseNumber(text: string): boolean {
  return /^[01]\d{9}$/.test(text) && Number(text.slice(8)) === 97 - (Number(text.slice(0, 8)) % 97)
}
