import type { ElectionId, MunicipalityId, VolunteerId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'

/** What a volunteer offers to do. `RESERVE`: to sit wherever somebody is missing on polling day. */
export const volunteerFunctions = ['POLLING_MEMBER', 'COUNTING_MEMBER', 'CHAIR', 'RESERVE'] as const
export type VolunteerFunction = (typeof volunteerFunctions)[number]

/** When a volunteer can come to a training. */
export const trainingTimes = ['DAY', 'EVENING', 'WEEKEND'] as const
export type TrainingTime = (typeof trainingTimes)[number]

/** `NEW`: nobody knows yet that it is truly from whoever has this address or telephone; only what is confirmed counts. */
export const volunteerStates = ['NEW', 'CONFIRMED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] as const
export type VolunteerState = (typeof volunteerStates)[number]

/** What somebody typed, or told at the counter. */
export interface Application {
  readonly nationalNumber: NationalNumber
  readonly lastName: string
  readonly firstNames: string
  /** `yyyy-mm-dd` */
  readonly birthDate: string
  readonly contact: VolunteerContact
  readonly functions: readonly VolunteerFunction[]
  readonly training: readonly TrainingTime[]
  readonly satBefore: boolean
}

/** Kept sealed, and erased when the offer is taken back. */
export interface VolunteerContact {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  /** Where they would like to sit, in their own words. */
  readonly wish?: string | undefined
}

/** An application as it is kept; who it is of stands in the overview. */
export interface Volunteer {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly volunteerId: VolunteerId
  readonly language: Language
  readonly hasEmail: boolean
  readonly state: VolunteerState
  readonly confirmUntil: Date | null
  /** Why it was refused, for the applicant as well. */
  readonly reason: string | null
  readonly contactSealed: Buffer | null
}

/** As with any address that is to be confirmed: long enough to read mail in the evening of the next day. */
export const confirmHours = 48
export const longestOfApplication = { name: 100, wish: 200, reason: 500 } as const

const offersFor: Readonly<Partial<Record<SeatRole, (kind: KeptKind) => readonly VolunteerFunction[]>>> = {
  CHAIR: () => ['CHAIR'],
  ASSESSOR: memberOf,
  SUBSTITUTE: memberOf,
}

function memberOf(kind: KeptKind): readonly VolunteerFunction[] {
  if (kind === 'POLLING') return ['POLLING_MEMBER', 'RESERVE']
  return kind === 'COUNTING' ? ['COUNTING_MEMBER', 'RESERVE'] : []
}

/** The offers that fit a seat, the most fitting first. */
export function functionsFor(seat: {
  readonly kind: KeptKind
  readonly role: SeatRole
}): readonly VolunteerFunction[] {
  return offersFor[seat.role]?.(seat.kind) ?? []
}
