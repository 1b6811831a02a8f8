import { type Dice, diceFrom } from '../../dev/demo/random.ts'

/** What happens in a storm, in which order: it follows from the seed alone, and so can be told again. */

export const incidents = [
  'database-stopped',
  'database-crashed',
  'e-box-away',
  'run-twice',
  'jobs-doubled',
  'stopped-and-resumed',
  'held-and-sent-in-waves',
  'list-amended',
] as const

export type Incident = (typeof incidents)[number]

export interface Happening {
  /** So many stretches are accepted between the one before and this one: in a round as many as it has incidents. */
  readonly after: number
  readonly delayMs: number
  /** Every process is killed, or one of them. */
  readonly killsAll: boolean
  readonly incident: Incident
  /** For the choices of the incident itself. */
  readonly dice: Dice
}

const oneInSo = 5

/** Without end. Each incident comes once before any of them comes again, and a round is as long as any other. */
export function* happeningsOf(seed: number): Generator<Happening> {
  for (let round = 0; ; round++) {
    const dice = diceFrom(seed * 1000 + round)
    const order = incidents.map((incident) => ({ incident, place: dice.roll(), length: 0.5 + dice.roll() }))
    const lengths = order.reduce((sum, { length }) => sum + length, 0)
    for (const { incident, length } of order.toSorted((one, other) => one.place - other.place))
      yield {
        ...{
          after: (length / lengths) * incidents.length,
          delayMs: dice.below(100),
          killsAll: dice.below(oneInSo) === 0,
          incident,
        },
        dice: diceFrom(dice.below(2 ** 31)),
      }
  }
}

/** How far off the clock of a worker is, in minutes: ahead or behind. */
export function skewOf(seed: number): number {
  const dice = diceFrom(seed)
  return (1 + dice.below(5)) * (dice.below(2) === 0 ? 1 : -1)
}
