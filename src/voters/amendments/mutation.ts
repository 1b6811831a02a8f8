import type { AdditionGround, CorrectionGround, StrikeGround } from '../voter.ts'
import type { ValueColumn } from './mutation-format.ts'

interface Grounded<Ground> {
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
  readonly ground: Ground
  /** Reference of the message or decision it rests on; never the story behind it. */
  readonly source: string
  readonly decidedOn: string
}

/** Which voter: the number on the list, and as a check the last name that belongs to it. */
interface OfVoter {
  readonly listNumber: number
  readonly currentLastName: string
}

type Values = Readonly<Partial<Record<ValueColumn, string>>>

/** A change of a closed list, as the register or a decision asks for it. */
export type Mutation =
  | ({ readonly kind: 'strike' } & OfVoter & Grounded<StrikeGround>)
  | ({ readonly kind: 'add'; readonly values: Values } & Grounded<AdditionGround>)
  | ({ readonly kind: 'correct'; readonly values: Values } & OfVoter & Grounded<CorrectionGround>)
