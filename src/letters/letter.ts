import {
  derivedId,
  type ElectionId,
  type LetterId,
  type MunicipalityId,
  type VoterId,
} from '../platform/ids.ts'

/**
 * A voter's letter. `composed`: made, nobody has it. `released`: on its way or arrived; the current letter.
 * `withdrawn`: taken back, because the voter was struck off or because it says something wrong. `superseded`: it
 * was released and taken back, and a corrected letter took its place. How it travelled is the delivery's state, not the letter's.
 */
export type LetterState = 'composed' | 'released' | 'superseded' | 'withdrawn'

/** What may be done in which state: asked by the button and by the server alike. */
export const may = {
  release: ['composed'],
  withdraw: ['composed', 'released'],
  supersede: ['withdrawn'],
  duplicate: ['released'],
} as const satisfies Record<string, readonly LetterState[]>

/** One of these is the voter's letter now; of all the others none. */
export const currentStates = ['composed', 'released'] as const satisfies readonly LetterState[]

export interface LetterKey {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly voterId: VoterId
  /** From 1; each correction is the next. */
  readonly version: number
}

/** The letter's id follows from whose letter it is, so composing twice makes the same letter. */
export function letterId(key: LetterKey): LetterId {
  return derivedId(...parts(key), 'letter')
}

/** The key under which the mailbox takes this letter once and never again, on whatever machine it is sent. */
export function mailboxKey(key: LetterKey): string {
  return derivedId(...parts(key), 'mailbox')
}

function parts(key: LetterKey): (string | number)[] {
  return [key.municipalityId, key.electionId, key.voterId, 'election-letter', key.version]
}
