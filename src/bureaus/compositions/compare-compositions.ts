import type { ComposedBureau, ComposedMember, Composition } from './composition.ts'

/** A seat in which somebody else sits than before; without `before` it was empty, without `now` it is. */
export interface ChangedSeat {
  readonly bureau: Pick<ComposedBureau, 'kind' | 'number'>
  readonly role: ComposedMember['role']
  readonly ordinal: number
  readonly before?: string
  readonly now?: string
}

/** What changed from one composition to the next, seat by seat in the order of the bureaus. */
export function compareCompositions(before: Composition, now: Composition): ChangedSeat[] {
  const [old, fresh] = [seatsOf(before), seatsOf(now)]
  const keys = [...new Set([...fresh.keys(), ...old.keys()])]
  return keys.flatMap((key): ChangedSeat[] => {
    const [was, is] = [old.get(key), fresh.get(key)]
    if (was?.name === is?.name) return []
    const { name: _, ...seat } = (is ?? was)!
    return [{ ...seat, ...(was && { before: was.name }), ...(is && { now: is.name }) }]
  })
}

function seatsOf({ bureaus }: Composition) {
  const seats = bureaus.flatMap(({ kind, number, members }) =>
    members.map(({ role, ordinal, lastName, firstNames }) => {
      const name = [lastName, firstNames].filter(Boolean).join(' ')
      return [
        `${kind} ${number} ${role} ${ordinal}`,
        { bureau: { kind, number }, role, ordinal, name },
      ] as const
    }),
  )
  return new Map(seats)
}
