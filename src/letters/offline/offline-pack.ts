import {
  deadlineInstant,
  duplicateUntil,
  type Election,
  openingHours,
  type Section,
} from '../../elections/index.ts'
import type { DeviceId, ElectionId, MunicipalityId, PackId } from '../../platform/ids.ts'

/** A sealed copy of what a counter needs, made for one device and one shift. */
export interface OfflinePack {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly packId: PackId
  readonly deviceId: DeviceId
  readonly madeAt: Date
  readonly madeBy: string
  readonly expiresAt: Date
}

/** A voter as a pack holds them: what it takes to find them, to tell two apart and to print a duplicate. No national number. */
export interface PackedVoter {
  readonly listNumber: number
  readonly lastName: string
  readonly firstNames: string
  /** Absent: not known. The day stays behind. */
  readonly birthYear?: number | undefined
  /** Street, number and box; empty for a protected address. */
  readonly street: string
  /** What else stands on the address. */
  readonly place: string
  readonly section: number
  /** Whether there is a released letter to give a duplicate of. */
  readonly hasLetter: boolean
  /** Given before the pack was made. */
  readonly duplicates: number
}

/** Until when a pack opens: as short as the work allows, chosen by who takes it. */
export const packEnds = ['opening', 'last-hour'] as const
export type PackEnd = (typeof packEnds)[number]

/** The moment at which duplicates end, by the ruleset. */
export function lastMoment(election: Election): Date {
  const { date, time } = duplicateUntil(election)
  return new Date(deadlineInstant({ date, time, bound: 'latest' }).epochMilliseconds)
}

const aDay = 24 * 60 * 60_000

/** When a pack that is taken now no longer opens: at its end, or after so many days where that is sooner. */
export function packExpiry(
  election: Election,
  end: PackEnd,
  { now, mostDays }: { now: Date; mostDays: number },
): Date {
  return new Date(Math.min(endOfWork(election, end).getTime(), now.getTime() + mostDays * aDay))
}

/** When the bureaus open, or when duplicates end where those are over sooner. */
export function endOfWork(election: Election, end: PackEnd): Date {
  const last = lastMoment(election)
  if (end === 'last-hour') return last
  const { pollingDay: date } = election
  const opening = deadlineInstant({ date, time: openingHours(election).open, bound: 'latest' })
  return new Date(Math.min(opening.epochMilliseconds, last.getTime()))
}

/** Where people of a section vote, as it stands on a duplicate from a pack; what is handed in is held against it. */
export function roomText({ place, room }: Section): string {
  return `${place.name}, ${room}`
}
