import type { MunicipalityId } from '../platform/ids.ts'
import type { SessionId } from './session-token.ts'
import type { Staff } from './staff.ts'

/** How long somebody stays logged in, in minutes. */
export interface SessionLimits {
  /** Without doing anything. */
  readonly idle: number
  /** At most, whatever they do. */
  readonly whole: number
}

/** A person of the staff who logged in, with the rights of that login. */
export interface Session {
  readonly sessionId: SessionId
  readonly municipalityId: MunicipalityId
  readonly staff: Staff
  readonly roles: readonly string[]
  /** Who comes for a court or main bureau: its enterprise number. */
  readonly authority?: string
  /** When they proved who they are. */
  readonly authenticatedAt: Date
  /** When it ends if nothing is done. */
  readonly idleUntil: Date
  /** When it ends whatever is done. */
  readonly endsAt: Date
}

const millisecondsPerMinute = 60_000

export function minutesLater(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * millisecondsPerMinute)
}

/** Whether the person proved who they are so recently that they may do what can't be taken back. */
export function isFresh({ authenticatedAt }: Session, now: Date, minutes: number): boolean {
  return minutesLater(authenticatedAt, minutes) > now
}
