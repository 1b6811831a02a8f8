import type { DrawId } from '../../platform/ids.ts'
import type { FrozenDraw } from './draw-file.ts'

/** What is fixed before the draw, without the people of the pools. */
export interface FrozenHeader extends Omit<FrozenDraw, 'pools'> {
  readonly units: readonly DrawUnit[]
}

export interface DrawUnit {
  readonly unit: string
  readonly places: number
  /** Out of how many people is drawn. */
  readonly people: number
}

/** `COMMITTED` → `DRAWN`; a draw that was not made can be `WITHDRAWN`, and its commitment stays known. */
export type DrawState = 'COMMITTED' | 'DRAWN' | 'WITHDRAWN'

/** A draw as it is kept. */
export interface KeptDraw {
  readonly drawId: DrawId
  readonly state: DrawState
  readonly frozen: FrozenHeader
  readonly commitment: string
  readonly knownAt: Date
  readonly committedAt: Date
  readonly committedBy: string
  /** Whoever committed may not draw. */
  readonly twoPeople: boolean
  readonly publicValue?: string | undefined
  readonly dice?: readonly number[] | undefined
  readonly seed?: string | undefined
  readonly drawnAt?: Date | undefined
  readonly drawnBy?: string | undefined
  readonly withdrawnWhy?: string | undefined
  /** Absent of one that was given up before that was written down. */
  readonly withdrawnAt?: Date | undefined
}

/** The unit of those who vote in a section, and of all of list A where the law wants chance among them. */
export const unitOfSection = (section: number) => `section-${section}`
export const unitOfListA = 'list-a'
