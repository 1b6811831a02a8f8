import {
  type KeptBureau,
  type KeptSeat,
  type SeatPlace,
  seatPlaces,
  type WantedBureau,
} from './wanted-bureau.ts'

/** What a plan would do to the bureaus that are there. */
export interface PlanDifference {
  readonly added: readonly WantedBureau[]
  readonly changed: readonly ChangedBureau[]
  readonly dropped: readonly KeptBureau[]
  readonly unchanged: number
  /** Seats that would go while somebody is proposed or designated for them: a plan with such a seat is not adopted. */
  readonly lost: readonly (SeatPlace & Pick<KeptSeat, 'takenBy'> & { readonly number: string })[]
}

export interface ChangedBureau {
  readonly bureau: KeptBureau
  readonly wanted: WantedBureau
  readonly changes: readonly FieldChange[]
  readonly addedSeats: readonly SeatPlace[]
  readonly droppedSeats: readonly KeptSeat[]
  /** Seats that become optional, or no longer are. */
  readonly turnedSeats: readonly KeptSeat[]
}

export interface FieldChange {
  readonly field: (typeof comparedFields)[number]
  readonly from: string
  readonly to: string
}

const comparedFields = ['number', 'votingMode', 'district', 'place', 'placeCode', 'room', 'counts'] as const

export function comparePlan(kept: readonly KeptBureau[], wanted: readonly WantedBureau[]): PlanDifference {
  const pairs = pairsOf(kept, wanted)
  const paired = new Set(pairs.map(({ bureau }) => bureau))
  const judged = pairs.flatMap(({ bureau, wanted }) => (bureau ? [changeOf(bureau, wanted)] : []))
  const changed = judged.filter(isChange)
  const dropped = kept.filter((bureau) => !paired.has(bureau))
  return {
    added: pairs.flatMap(({ bureau, wanted }) => (bureau ? [] : [wanted])),
    changed,
    dropped,
    unchanged: judged.length - changed.length,
    lost: [
      ...dropped.flatMap((bureau) => lostOf(bureau, bureau.seats)),
      ...changed.flatMap(({ bureau, droppedSeats }) => lostOf(bureau, droppedSeats)),
    ],
  }
}

/**
 * Which kept bureau each wanted one is. A counting bureau that counts the same sections is the same one, so that people stay when the
 * canton gives other numbers; else its number says which it is.
 */
export function pairsOf(kept: readonly KeptBureau[], wanted: readonly WantedBureau[]) {
  const bySections = byKey(kept, sectionsOf)
  const sames = wanted.map((one) => bySections.get(sectionsOf(one) ?? ''))
  const taken = new Set(sames)
  const left = byKey(
    kept.filter((bureau) => !taken.has(bureau)),
    keyOf,
  )
  return wanted.map((one, at) => ({ bureau: sames[at] ?? left.get(keyOf(one)), wanted: one }))
}

function byKey(
  bureaus: readonly KeptBureau[],
  key: (bureau: KeptBureau) => string | undefined,
): Map<string, KeptBureau> {
  return new Map(
    bureaus.flatMap((bureau) => {
      const own = key(bureau)
      return own === undefined ? [] : [[own, bureau] as const]
    }),
  )
}

/** Of which sections it counts what; each is counted once, so no other does. */
function sectionsOf({ kind, code, counts }: WantedBureau | KeptBureau): string | undefined {
  return kind === 'COUNTING' && counts?.length ? `${code} ${textOf(counts)}` : undefined
}

/** Nothing new, nothing changed, nothing dropped. */
export function isSamePlan({ added, changed, dropped }: PlanDifference): boolean {
  return added.length + changed.length + dropped.length === 0
}

/** A polling bureau is that of its section, whatever its number; the others are known by theirs. See `pairsOf` for counting bureaus. */
export function keyOf({ kind, code, section, number }: WantedBureau | KeptBureau): string {
  if (kind === 'POLLING') return `${kind} ${section}`
  return kind === 'RESERVE' ? `${kind} ${code}` : `${kind} ${number}`
}

function changeOf(bureau: KeptBureau, wanted: WantedBureau): ChangedBureau {
  const changes = comparedFields.flatMap((field) => {
    const [from, to] = [textOf(bureau[field]), textOf(wanted[field])]
    return wanted[field] === undefined || from === to ? [] : [{ field, from, to }]
  })
  return { bureau, wanted, changes, ...seatChanges(bureau, wanted) }
}

function seatChanges({ seats }: KeptBureau, wanted: WantedBureau) {
  if (!wanted.seats) return { addedSeats: [], droppedSeats: [], turnedSeats: [] }
  const places = seatPlaces(wanted.seats, wanted.extra)
  const same = (one: SeatPlace) => (other: SeatPlace) =>
    one.role === other.role && one.ordinal === other.ordinal
  return {
    addedSeats: places.filter((place) => !seats.some(same(place))),
    droppedSeats: seats.filter((seat) => !places.some(same(seat))),
    turnedSeats: seats.filter((seat) =>
      places.some((place) => same(seat)(place) && place.optional !== seat.optional),
    ),
  }
}

function isChange({ changes, addedSeats, droppedSeats, turnedSeats }: ChangedBureau): boolean {
  return changes.length + addedSeats.length + droppedSeats.length + turnedSeats.length > 0
}

function lostOf({ number }: KeptBureau, seats: readonly KeptSeat[]) {
  return seats
    .filter(({ takenBy }) => takenBy !== null)
    .map(({ role, ordinal, optional, takenBy }) => ({ number, role, ordinal, optional, takenBy }))
}

function textOf(value: string | readonly number[] | undefined): string {
  return typeof value === 'object' ? value.toSorted((a, b) => a - b).join(', ') : (value ?? '')
}
