import {
  electronicFormatIBAN,
  isSEPACountry,
  isValidBIC,
  ValidationErrorsIBAN,
  validateIBAN,
} from 'ibantools'
import { type Result, refused } from '../../platform/result.ts'

export type AccountFault =
  | 'no-account'
  | 'account-country'
  | 'account-outside-sepa'
  | 'account-length'
  | 'account-check-digits'

/** In the list of the European Payments Council (EPC409-09) and not in that of the library. */
const joinedSepaLater = ['AL', 'MD', 'ME', 'MK', 'RS']

/** An account as people type it, to the form that banks take: `BE68 5390 0754 7034` → `BE68539007547034`. */
export function readIban(typed: string): Result<{ iban: string }, AccountFault> {
  const iban = electronicFormatIBAN(typed.replace(/[\s.\u200b-]+/g, '')) ?? ''
  if (iban === '') return refused('no-account')
  const { valid, errorCodes } = validateIBAN(iban)
  const country = iban.slice(0, 2)
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return refused('account-country')
  if (!isSEPACountry(country) && !joinedSepaLater.includes(country)) return refused('account-outside-sepa')
  if (valid) return { ok: true, iban }
  const isShape = errorCodes.some(
    (code) => code === ValidationErrorsIBAN.WrongBBANLength || code === ValidationErrorsIBAN.WrongBBANFormat,
  )
  return refused(isShape ? 'account-length' : 'account-check-digits')
}

/** A BIC in capitals; nothing needs it within SEPA, so what is not one is left out by who asks. */
export function readBic(typed: string): string | undefined {
  const bic = typed.replaceAll(/\s+/g, '').toUpperCase()
  return isValidBIC(bic) ? bic : undefined
}
