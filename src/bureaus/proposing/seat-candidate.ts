import { Temporal } from 'temporal-polyfill'
import type { Address } from '../../platform/address.ts'
import { sha256 } from '../../platform/hash.ts'
import type { ListedPerson } from '../assigning/seating.ts'
import type { Origin } from '../assignments/assignment.ts'
import type { SealedMember } from '../assignments/member-store.ts'
import type { List } from '../bureau-rules.ts'
import type { ProposalRemark } from './judge-proposal.ts'

/** Somebody who may be given a seat: as the solver sees them, and as they are kept when they are proposed. */
export interface SeatCandidate {
  /** Its id is the look-up index of the person, as hexadecimal digits. */
  readonly person: ListedPerson
  readonly member: SealedMember
  readonly origin: Exclude<Origin, 'ON_THE_SPOT'>
  /** What who signs has to know, of somebody whom a person chose. */
  readonly remarks?: readonly ProposalRemark[] | undefined
}

export const originOf = { A: 'CATEGORY', B: 'DRAW', OTHER: 'OTHER' } as const satisfies Record<List, Origin>

/** Voters of one municipality vote in one canton and one constituency, so that these need no name of their own. */
const here = 'here'
export const around = { municipality: here, canton: here, constituency: here }

export function voterOf(section: number | undefined, votesHere: boolean): ListedPerson['voterOf'] {
  return { ...(votesHere && around), ...(section !== undefined && { section: String(section) }) }
}

export function ageOn(pollingDay: string, birthDate: string): number {
  return Temporal.PlainDate.from(birthDate).until(pollingDay, { largestUnit: 'years' }).years
}

/** The same text for who lives at the same address, and one that says nothing of where that is. */
export function householdAt({ street, houseNumber, box = '', postcode }: Address): string | undefined {
  if (street === '' || houseNumber === '') return undefined
  const parts = [street, houseNumber, box, postcode].map((part) => part.trim().toLowerCase())
  return sha256(parts.join('\n')).toString('hex').slice(0, 16)
}
