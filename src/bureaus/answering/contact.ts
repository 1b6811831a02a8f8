import { z } from 'zod'
import { type AccountFault, readIban } from '../paying/iban.ts'

/** How a member can be reached, and where the fee goes. */
export interface Contact {
  readonly phone: string
  readonly email?: string | undefined
  readonly iban?: string | undefined
}

export type ContactField = keyof Contact
export type ContactFault =
  | 'phone-missing'
  | 'phone-wrong'
  | 'email-wrong'
  | Exclude<AccountFault, 'no-account'>
export type ContactFaults = Readonly<Partial<Record<ContactField, ContactFault>>>

export const longestOfContact = { phone: 30, email: 254, iban: 50 } as const satisfies Record<
  ContactField,
  number
>

const phoneForm = /^\+?[\d\s./()-]+$/
const emailForm = z.email().max(longestOfContact.email)

/** What somebody typed. A telephone number is needed; the rest may come later. */
export function readContact(typed: Readonly<Record<ContactField, string>>): {
  readonly contact: Contact
  readonly faults: ContactFaults
} {
  const [phone, email] = [typed.phone.trim(), typed.email.trim()]
  const account = readIban(typed.iban)
  const isAccountWrong = !account.ok && account.because !== 'no-account'
  const phoneFault = faultOfPhone(phone)
  const faults: ContactFaults = {
    ...(phoneFault && { phone: phoneFault }),
    ...(email && !emailForm.safeParse(email).success && { email: 'email-wrong' as const }),
    ...(isAccountWrong && { iban: account.because as ContactFault }),
  }
  return {
    contact: { phone, email: email || undefined, iban: account.ok ? account.iban : undefined },
    faults,
  }
}

/** No number of a telephone is shorter than eight digits or longer than fifteen (E.164). */
function faultOfPhone(phone: string): 'phone-missing' | 'phone-wrong' | undefined {
  if (!phone) return 'phone-missing'
  return isPhone(phone) ? undefined : 'phone-wrong'
}

/** Whether somebody can be called at what was typed. */
export function isPhone(phone: string): boolean {
  const digits = phone.replaceAll(/\D/g, '').length
  return phoneForm.test(phone) && phone.length <= longestOfContact.phone && digits >= 8 && digits <= 15
}
