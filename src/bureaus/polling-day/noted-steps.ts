import type { AssignmentEvent } from '../assignments/assignment.ts'
import type { NotedStep } from './presence.ts'

/** The timeline of one assignment as steps of a day. */
export function notedSteps(timeline: readonly AssignmentEvent[]): NotedStep[] {
  return timeline.map(({ transition, happenedAt, details, axes }) => ({
    ...{ transition, at: happenedAt },
    ...{ arrivedAt: momentIn(details.arrivedAt), backAt: momentIn(details.backAt) },
    isTheirs: axes.designation === 'DESIGNATED',
    isThere: axes.attendance === 'PRESENT' || axes.attendance === 'LATE',
  }))
}

const momentIn = (noted: unknown) => (typeof noted === 'string' ? new Date(noted) : undefined)
