import { type Result, refused } from '../../platform/result.ts'
import { emptySeats, seatedPeople, sumOf } from './explain-seats.ts'
import { fillSeats, type HowToFill } from './fill-seats.ts'
import { openHall } from './hall.ts'
import { loadSolver } from './load-solver.ts'
import { type NotAssigned, notAssigned } from './not-assigned.ts'
import type { ProposedSeating, ToAssign } from './seating.ts'

/** What staying is worth when nothing else is said: more than anybody travels within a province. */
const stayingIsWorth = 100_000

/**
 * Who sits where. Rule by rule, in the order of the ruleset: the law says who of the lists gets a seat, then the least
 * travel and the chosen wishes say which. The same input gives the same answer, in whatever order it comes.
 */
export async function assignSeats(
  task: ToAssign,
  onRule: (filled: number) => void = () => {},
): Promise<Result<{ assignment: ProposedSeating }, NotAssigned>> {
  const fault = notAssigned(task)
  if (fault) return refused(fault.because, fault.detail)
  const how: HowToFill = {
    ...task,
    people: task.people.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    selection: task.selection ?? task.rules.categorySelection.value,
    wishes: { ...(task.before && { stay: stayingIsWorth }), ...task.wishes },
  }
  const highs = await loadSolver.get()
  const hall = openHall(how)
  let gap = 0
  for (const [at, rule] of task.rules.seating.entries()) {
    gap += fillSeats(highs, how, rule, hall)
    onRule(at + 1)
  }
  return {
    ok: true,
    assignment: { seated: seatedPeople(how, hall), empty: emptySeats(how, hall), sum: sumOf(how, hall), gap },
  }
}
