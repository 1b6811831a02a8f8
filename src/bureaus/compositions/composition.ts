import type { CompositionId, ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'

/** Who sits where in the bureaus of a municipality, as it is handed to a court or main bureau. */
export interface Composition {
  readonly bureaus: readonly ComposedBureau[]
}

export interface ComposedBureau {
  readonly kind: KeptKind
  readonly number: string
  readonly place: string | null
  readonly room: string | null
  readonly members: readonly ComposedMember[]
}

export interface ComposedMember {
  readonly role: SeatRole
  readonly ordinal: number
  readonly lastName: string
  readonly firstNames: string
  /** Only of a function of which the law gives it. */
  readonly phone?: string
  readonly email?: string
}

/** One that was handed over: all that is known of it without opening it. */
export interface SentComposition {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly compositionId: CompositionId
  readonly enterpriseNumber: string
  /** From 1, of what that court or main bureau got. */
  readonly version: number
  readonly digest: string
  readonly bureaus: number
  readonly people: number
  readonly sentAt: Date
  /** When the receiver opened it first. */
  readonly openedAt: Date | null
}
