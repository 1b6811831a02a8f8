import { refused } from '../../platform/result.ts'
import { excuseUntil } from '../bureau-moments.ts'
import {
  type AssignmentDeps,
  type EffectsOf,
  type Step,
  type Stepped,
  stepAssignment,
} from './step-assignment.ts'

/** The channel of steps that say only that somebody came: no call left by it, and nothing proves that one arrived. */
export const byComing = 'by-coming'

/** The call arrived, at the moment that its proof says; absent, now. From then on runs the time to ask an excuse. */
export function noteDelivered(
  deps: AssignmentDeps,
  step: Step & { readonly deliveredAt?: Date },
): Promise<Stepped> {
  return stepAssignment(deps, step, 'note-delivered', deliveredAt(step.deliveredAt))
}

/** What a delivery at this moment sets. */
export function deliveredAt(at: Date | undefined): EffectsOf {
  return (_, { now, rules }) => {
    const deliveredAt = at ?? now
    if (deliveredAt > now) return refused('in-the-future')
    return { deliveredAt, excuseUntil: excuseUntil(rules, deliveredAt) }
  }
}
