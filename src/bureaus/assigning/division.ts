/** People to divide over places at the least cost; all by their index. */
export interface Division {
  /** Cost of a person in a place: whole numbers and something far below one, infinite where they may not sit. */
  readonly cost: readonly Float64Array[]
  readonly capacity: readonly number[]
  /** People of whom just so many sit, whoever they are; who is in no group has to sit. */
  readonly groups: readonly { readonly people: readonly number[]; readonly seated: number }[]
  readonly circles: readonly Circle[]
  /** A division that obeys all of it, to start from. */
  readonly start: readonly (number | undefined)[]
}

/** People of whom each place should have not too few, or not too many: every one too few or too many costs `penalty`. */
export interface Circle {
  readonly people: readonly number[]
  readonly penalty: number
  /** By place. */
  readonly least?: readonly number[]
  readonly most?: readonly number[]
}

export interface Divided {
  /** The place of each person, or none. */
  readonly places: readonly (number | undefined)[]
  /** Whether the linear model was not enough, and branches had to be searched. */
  readonly searched: boolean
  /** By how much a better division may exist: 0 when none does. */
  readonly gap: number
}
