/**
 * Whether a number can take an SMS, as far as its form says: Belgian ones that begin with 04 and have ten digits; of another country
 * nobody knows here, so it is tried.
 */
export function isMobile(phone: string): boolean {
  const digits = phone.replaceAll(/[^\d+]/g, '').replace(/^00/, '+')
  if (!digits.startsWith('+')) return /^04\d{8}$/.test(digits)
  return digits.startsWith('+32') ? /^\+320?4\d{8}$/.test(digits) : true
}
