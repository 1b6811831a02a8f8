import { type Result, refused } from '../../platform/result.ts'
import type { SeatRole } from '../bureau-rules.ts'
import type { Axes } from './axes.ts'
import { headline } from './headline.ts'
import { type Authority, ruleOf, type Transition } from './transitions.ts'

export interface StepFacts {
  readonly authority: Authority
  readonly reason?: string | undefined
  /** Of the seat. */
  readonly role: SeatRole
  /** Whether the chair of the bureau chooses who has this seat. */
  readonly isChosenByChair: boolean
}

export type StepRefusal =
  | 'not-in-this-state'
  | 'not-in-your-power'
  | 'chosen-by-chair'
  | 'reason-missing'
  | 'not-from-this-seat'

/** Where an assignment is after a step, or why the step can't be taken. */
export function takeStep(
  axes: Axes,
  transition: Transition,
  facts: StepFacts,
): Result<{ axes: Axes }, StepRefusal> {
  const rule = ruleOf(transition)
  if (transition === 'designate' && facts.authority === 'magistrate' && facts.isChosenByChair)
    return refused('chosen-by-chair', facts.role)
  if (!isInPowerOf(transition, facts)) return refused('not-in-your-power', facts.authority)
  if (!isAt(axes, rule.from)) return refused('not-in-this-state', headline(axes))
  if (rule.roles && !rule.roles.includes(facts.role)) return refused('not-from-this-seat', facts.role)
  if (rule.reason && !facts.reason?.trim()) return refused('reason-missing')
  return { ok: true, axes: { ...axes, ...rule.to } }
}

/** The magistrate designates, but for the seats that the chair fills. */
function isInPowerOf(transition: Transition, { authority, isChosenByChair }: StepFacts): boolean {
  if (transition === 'designate' && authority === 'chair') return isChosenByChair
  return ruleOf(transition).by.includes(authority)
}

function isAt(axes: Axes, where: ReturnType<typeof ruleOf>['from']): boolean {
  return Object.entries(where).every(([axis, allowed]) => {
    const at = axes[axis as keyof Axes]
    return Array.isArray(allowed) ? allowed.includes(at) : allowed === at
  })
}
