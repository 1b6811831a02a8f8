import type { VotingMode } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { AssignmentId, BureauId, SeatId } from '../../platform/ids.ts'
import { type BureauKind, type KeptKind, type SeatRole, type Seats, seatRoles } from '../bureau-rules.ts'
import type { BureauPlan, PlannedBureau } from './plan-bureaus.ts'

/** A bureau as it has to be, from a plan or from a file. What is absent of it is not known, and left as it is. */
export interface WantedBureau {
  readonly kind: KeptKind
  /** Which of its kind: `G` of a counting bureau, the kind that a reserve is for; empty of a polling bureau. */
  readonly code: string
  readonly number: string
  readonly votingMode: VotingMode
  /** Of a polling bureau: whose voters vote here. */
  readonly section?: number
  /** Of a counting bureau: of which sections it counts the polling bureaus. */
  readonly counts?: readonly number[]
  readonly district?: string
  readonly place?: string
  /** Of a counting or main bureau: the building, by its code in the places list. */
  readonly placeCode?: string
  readonly room?: string
  readonly seats?: Seats
  /** Seats that may be added, and stay empty when nobody is needed. */
  readonly extra?: Seats
}

export interface SeatPlace {
  readonly role: SeatRole
  /** From 1, within the role. */
  readonly ordinal: number
  /** The law lets it be added, and asks for none. */
  readonly optional: boolean
}

export interface KeptSeat extends SeatPlace {
  readonly seatId: SeatId
  /** Somebody is proposed or designated for it, and did not stay away or leave. */
  readonly isTaken: boolean
  /** Who is bound to it, also when they are out of it. */
  readonly takenBy: AssignmentId | null
}

export interface KeptBureau extends Omit<WantedBureau, 'seats' | 'extra'> {
  readonly bureauId: BureauId
  /** Of a bureau in no building of the places list. */
  readonly placeAddress?: Address
  readonly seats: readonly KeptSeat[]
}

/** The bureaus of a plan, and the reserves of deputy chairs with them. */
export function wantedBureaus(
  { bureaus, main, deputyChairs }: BureauPlan,
  votingMode: VotingMode,
): WantedBureau[] {
  const reserves = (['POLLING', 'COUNTING'] as const).filter((kind) => deputyChairs[kind] > 0)
  return [
    ...bureaus.map(wantedFrom),
    ...main.map((one) => ({ ...one, votingMode })),
    ...reserves.map((code) => reserveOf(code, deputyChairs[code], votingMode)),
  ]
}

function wantedFrom({ kind, number, sections, ...rest }: PlannedBureau): WantedBureau {
  if (kind === 'POLLING') return { ...rest, kind, number, code: '', section: sections[0]! }
  return { ...rest, kind, number, code: number.replace(/\d+$/, ''), counts: sections }
}

function reserveOf(code: BureauKind, deputies: number, votingMode: VotingMode): WantedBureau {
  return {
    ...{ kind: 'RESERVE', code, votingMode, seats: { DEPUTY_CHAIR: deputies } },
    number: code === 'POLLING' ? 'RP' : 'RC',
  }
}

/** A seat for each that is counted, those that may be added behind the others. */
export function seatPlaces(seats: Seats, extra: Seats = {}): SeatPlace[] {
  return seatRoles.flatMap((role) => {
    const asked = seats[role] ?? 0
    return Array.from({ length: asked + (extra[role] ?? 0) }, (_, at) => ({
      ...{ role, ordinal: at + 1, optional: at >= asked },
    }))
  })
}
