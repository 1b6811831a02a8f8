import type { MunicipalityId } from '../ids.ts'

/**
 * `waiting`: it still has to leave. `sending`: a worker has it in hand. `sent`: the other side has it. `refused`: it never will.
 * `unconfirmed`: nobody knows, and so it never leaves again. `dropped`: it was not needed any more.
 */
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'refused' | 'unconfirmed' | 'dropped'

/** What leaves for one person about one thing. */
export interface Outgoing {
  readonly municipalityId: MunicipalityId
  /** This one among them. */
  readonly attempts: number
}

/** A table in which things wait to leave, a row each: what happened to a row, every outbox keeps in columns of the same names. */
export interface Outbox<Item extends Outgoing> {
  /** With its schema. */
  readonly table: string
  /** The column of each field. */
  readonly columns: Readonly<Record<keyof Item & string, string>>
  /** The fields of which there is one row, ever. */
  readonly key: readonly (keyof Item & string)[]
}

const minute = 60_000

/** How long to wait after so many attempts: a minute, two, four … and never longer than this. */
export function waitAfter(attempts: number, longestMs: number): number {
  return Math.min(longestMs, 2 ** Math.min(attempts - 1, 20) * minute)
}

/** A worker that has had something in hand for so long is gone: whether it left nobody knows. */
export const lostAfterMs = 15 * minute
