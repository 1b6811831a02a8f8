import type { BureauRules } from '../bureau-rules.ts'
import { type CallFacts, type WhyNot, whyNotCalled } from '../listing/why-not-called.ts'

/** Why somebody can't be taken as a volunteer. `seat`: has one already; `rules`: the law takes no volunteers. */
export type WhyNotVolunteer = WhyNot | 'seat' | 'rules'

/** What the clerk has to know and that keeps nobody out. */
export type VolunteerRemark = 'list-a' | 'list-b' | 'again' | 'other-name' | 'other-birth-date'

export interface VolunteerFacts extends CallFacts {
  /** Is proposed or designated for a seat now. */
  readonly hasSeat: boolean
}

/** All that keeps a volunteer from a seat, in a fixed order; nothing: they can be proposed. */
export function whyNotVolunteer(
  rules: BureauRules,
  pollingDay: string,
  facts: VolunteerFacts,
): WhyNotVolunteer[] {
  const { allowed, fromAge } = rules.volunteers
  const { value: members } = rules.members
  const asked = {
    seating: rules.seating,
    candidates: rules.candidates,
    members: {
      ...rules.members,
      value: { ...members, fromAge: Math.max(members.fromAge, fromAge.value) },
    },
  }
  return [
    ...whyNotCalled(asked, 'OTHER', pollingDay, facts),
    ...(facts.hasSeat ? (['seat'] as const) : []),
    ...(allowed.value ? [] : (['rules'] as const)),
  ]
}
