import type { BureauKind, SeatRole } from '../bureau-rules.ts'
import type { ExemptionRules } from './absence-rules.ts'

/** One time that somebody was called, as the population register counts it. */
export interface Service {
  readonly pollingDay: string
  readonly bureau: BureauKind | 'MAIN'
  /** As it was exercised: a substitute who took a seat is an assessor. */
  readonly role: SeatRole
  /** Did they effectively sit? */
  readonly served: boolean
}

export interface ExemptionFacts {
  readonly services: readonly Service[]
  /** To which function the person is called now. */
  readonly role: SeatRole
  /** The number of their category of list A, for who is on it. */
  readonly category?: number | undefined
  readonly askedOn: string
  /** By the calendar of the election; absent when it is too short to have such a day. */
  readonly lastDay?: string | undefined
}

export type NoExemption = 'served-too-few' | 'another-function' | 'category' | 'too-late' | 'no-last-day'

export interface ExemptionView {
  readonly may: boolean
  readonly because: readonly NoExemption[]
  /** Services that count, and calls that would if they had been served: who decides sees both. */
  readonly served: number
  readonly called: number
}

/** Whether somebody who served before may be let off: a view for who decides, never a decision. */
export function mayAskExemption(rules: ExemptionRules, facts: ExemptionFacts): ExemptionView {
  const called = facts.services.filter((service) => counts(rules, service))
  const served = called.filter((service) => service.served).length
  const because: NoExemption[] = []
  if (served < rules.served.value.times) because.push('served-too-few')
  if (!rules.from.value.includes(facts.role)) because.push('another-function')
  if (facts.category !== undefined && rules.notFor.value.includes(facts.category)) because.push('category')
  if (!facts.lastDay) because.push('no-last-day')
  else if (facts.askedOn > facts.lastDay) because.push('too-late')
  return { may: because.length === 0, because, served, called: called.length }
}

/** In a polling or counting bureau, in a function that counts, since the law counts. */
function counts({ countFrom, served }: ExemptionRules, { pollingDay, bureau, role }: Service): boolean {
  return bureau !== 'MAIN' && pollingDay >= countFrom.value && served.value.as.includes(role)
}
