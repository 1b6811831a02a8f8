/**
 * Gives everybody in turn a place among those open to them, moving others on where that makes room, and nobody out: so
 * that no place stays empty that could be filled, and whoever has none could have one only at the cost of somebody
 * before them. (Augmenting paths; who can be seated together form a matroid, in which the greedy choice is the best.)
 */
export function seatInOrder(
  open: readonly (readonly number[])[],
  capacity: readonly number[],
): (number | undefined)[] {
  const placeOf: (number | undefined)[] = open.map(() => undefined)
  const seated = capacity.map(() => new Set<number>())
  /** Full, and whoever sits there can go nowhere else: true for good. */
  const closed = new Set<number>()

  for (const person of open.keys()) {
    const { free, cameFrom } = findRoom(person)
    if (free === undefined) for (const place of cameFrom.keys()) closed.add(place)
    else moveOn(free, cameFrom)
  }
  return placeOf

  function findRoom(person: number): { free?: number; cameFrom: Map<number, number> } {
    const cameFrom = new Map<number, number>()
    const looked = new Set<readonly number[]>()
    const queue = [person]
    for (const one of queue) {
      if (looked.has(open[one]!)) continue
      looked.add(open[one]!)
      for (const place of open[one]!) {
        if (closed.has(place) || cameFrom.has(place)) continue
        cameFrom.set(place, one)
        if (seated[place]!.size < capacity[place]!) return { free: place, cameFrom }
        queue.push(...seated[place]!)
      }
    }
    return { cameFrom }
  }

  function moveOn(free: number, cameFrom: ReadonlyMap<number, number>): void {
    for (let place: number | undefined = free; place !== undefined; ) {
      const person: number = cameFrom.get(place)!
      const left: number | undefined = placeOf[person]
      if (left !== undefined) seated[left]!.delete(person)
      seated[place]!.add(person)
      placeOf[person] = place
      place = left
    }
  }
}
