import type { VoterCategory } from '../elections/index.ts'
import type { Address } from '../platform/address.ts'
import type { VoterId } from '../platform/ids.ts'

/** `added`: put on the list after it was closed; `struck`: taken off it after it was closed. */
export type VoterState = 'enrolled' | 'struck' | 'added'

/** Voters to whom a letter goes. */
export const entitled: readonly VoterState[] = ['enrolled', 'added']

/**
 * Why no post can reach a voter who keeps the right to vote: the house is `GONE`, or post comes `RETURNED`
 * and the inquiry into the residence is still running.
 */
export type NoPost = 'GONE' | 'RETURNED'

/**
 * What is particular about the main residence. `REFERENCE`: of a person without a residence, at a public centre for social
 * welfare or with another person (law of 19 July 1991, art. 1 § 2). `INSTITUTION`: a home, a prison, a convent.
 * `PROTECTED`: an address that others may not learn; only the letter itself shows it.
 */
export type AddressKind = 'REFERENCE' | 'INSTITUTION' | 'PROTECTED'

/** What other modules may know of a voter: everything but the national number. */
export interface VoterFact {
  readonly voterId: VoterId
  /** The order number on the voters list: links the letter to the list of the polling bureau. */
  readonly listNumber: number
  readonly state: VoterState
  readonly category: VoterCategory
  readonly lastName: string
  /** Empty for a person without a given name. */
  readonly firstNames: string
  readonly birthDate?: string
  readonly section: number
  /** Main residence when the list was fixed: decides where the person votes. */
  readonly listAddress: Address
  /** Where the letter goes, when the person has moved since or lives abroad. */
  readonly deliveryAddress?: Address
  /** Absent: an address like any other. Whoever shows an address to others asks `addressForOthers`. */
  readonly addressKind?: AddressKind
  readonly noPost?: NoPost
  readonly requestedLanguage?: string
  /** `yyyy-mm-dd`; absent: not known. */
  readonly languageRequestedOn?: string
}

/** The main residence as others than the voter may see it, on section lists and screens: nothing when it is protected. */
export function addressForOthers({ listAddress, addressKind }: VoterFact): Address | undefined {
  return addressKind === 'PROTECTED' ? undefined : listAddress
}

/** A voter with the sealed national number (`vault.open`) and its look-up index. */
export interface SealedVoter extends VoterFact {
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

/** The voter without what is sealed: what screens and other modules get. */
export function unsealed({ nrnCipher: _, nrnIndex: __, ...fact }: SealedVoter): VoterFact {
  return fact
}

/**
 * Per section: `voters = frozen + added − struck − withoutBallot`, where `added` counts everybody added since the
 * close, and `voters` are those to whom a letter is due.
 */
export interface SectionCount {
  readonly section: number
  readonly frozen: number
  readonly added: number
  readonly struck: number
  /** On the list, with nothing left to vote for; absent: nobody. */
  readonly withoutBallot?: number | undefined
  readonly voters: number
}

/** Categories of ground, never details: a reason as such is not kept, least of all a conviction. */
export const strikeGrounds = ['deceased', 'nationality-lost', 'no-longer-registered', 'excluded'] as const
export const additionGrounds = ['court-decision', 'college-decision'] as const

/** A wrong mention on the list is corrected after a claim (KWB art. 18-27, LPKD art. 27-33). */
export const correctionGrounds = ['court-decision', 'college-decision'] as const

export type StrikeGround = (typeof strikeGrounds)[number]
export type AdditionGround = (typeof additionGrounds)[number]
export type CorrectionGround = (typeof correctionGrounds)[number]
