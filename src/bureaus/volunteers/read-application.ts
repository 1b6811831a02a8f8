import { z } from 'zod'
import { refuseNumbers } from '../../platform/free-text.ts'
import {
  type NationalNumberFault,
  type NationalNumberRules,
  parseNationalNumber,
} from '../../platform/national-number.ts'
import { isPhone, longestOfContact } from '../answering/contact.ts'
import {
  type Application,
  longestOfApplication,
  type TrainingTime,
  trainingTimes,
  type VolunteerFunction,
  volunteerFunctions,
} from './volunteer.ts'

/** As it was typed, field by field. */
export interface TypedApplication {
  readonly nationalNumber: string
  readonly lastName: string
  readonly firstNames: string
  /** `undefined`: what was typed is no day. */
  readonly birthDate: string | undefined
  readonly email: string
  readonly phone: string
  readonly wish: string
  readonly functions: readonly string[]
  readonly training: readonly string[]
  readonly satBefore: string
}

export interface ApplicationFaults {
  readonly nationalNumber?: NationalNumberFault
  readonly lastName?: 'missing'
  readonly birthDate?: 'no-day'
  readonly email?: 'wrong'
  readonly phone?: 'wrong' | 'missing'
  readonly wish?: 'number-in-text'
  readonly functions?: 'missing'
  readonly satBefore?: 'missing'
}

interface Reading {
  readonly numbers: Omit<NationalNumberRules, 'today'>
  readonly now: Date
  /** Whether an address can be confirmed here; where not, a telephone number is needed. */
  readonly mailsLeave: boolean
}

type Read =
  | { readonly ok: true; readonly application: Application }
  | { readonly ok: false; readonly faults: ApplicationFaults }

const emailForm = z.email().max(longestOfContact.email)

/** What somebody offers, or all that is wrong with how it was typed. Says nothing of who they are. */
export function readApplication(typed: TypedApplication, { numbers, now, mailsLeave }: Reading): Read {
  const number = parseNationalNumber(typed.nationalNumber, { ...numbers, today: now })
  const { email, phone, wish, birthDate } = typed
  const functions = volunteerFunctions.filter((one) => typed.functions.includes(one))
  const isReachable = phone !== '' || (mailsLeave && email !== '')
  const isDay = birthDate !== undefined && birthDate < now.toISOString().slice(0, 10) && birthDate > '1900'
  const faults: ApplicationFaults = {
    ...(!number.ok && { nationalNumber: number.because }),
    ...(!typed.lastName && { lastName: 'missing' as const }),
    ...(!isDay && { birthDate: 'no-day' as const }),
    ...(email && !emailForm.safeParse(email).success && { email: 'wrong' as const }),
    ...(phone && !isPhone(phone) && { phone: 'wrong' as const }),
    ...(!isReachable && { phone: 'missing' as const }),
    ...(refuseNumbers(wish) && { wish: 'number-in-text' as const }),
    ...(functions.length === 0 && { functions: 'missing' as const }),
    ...(!['yes', 'no'].includes(typed.satBefore) && { satBefore: 'missing' as const }),
  }
  if (!number.ok || birthDate === undefined || Object.keys(faults).length > 0) return { ok: false, faults }
  const { name, wish: longestWish } = longestOfApplication
  return {
    ok: true,
    application: {
      ...{ nationalNumber: number.number, birthDate, functions: functions as VolunteerFunction[] },
      ...{ lastName: typed.lastName.slice(0, name), firstNames: typed.firstNames.slice(0, name) },
      contact: {
        ...{ email: email || undefined, phone: phone || undefined },
        wish: wish.slice(0, longestWish) || undefined,
      },
      training: trainingTimes.filter((one) => typed.training.includes(one)) as TrainingTime[],
      satBefore: typed.satBefore === 'yes',
    },
  }
}
