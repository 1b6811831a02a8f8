import {
  type ClaimCounts,
  claimCounts,
  currentDraw,
  type KeptDraw,
  type MemberListState,
  memberLists,
  selectSchedules,
  trainingCounts,
} from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { StepState } from '../../home/campaign-steps.ts'
import { type BureausFacts, bureausFacts, type StateCounts } from '../bureaus-overview.ts'

/** The work on the bureaus in its order. */
export const bureauSteps = [
  'plan',
  'list-a',
  'draw',
  'propose',
  'designate',
  'call',
  'answers',
  'train',
  'messages',
  'day',
  'absences',
  'pay',
] as const
export type BureauStep = (typeof bureauSteps)[number]

export interface BureauStepFacts {
  readonly bureaus: number
  readonly counts: StateCounts
  readonly listA: MemberListState | undefined
  /** Of who was drawn: the college adopts it as list A, and it goes to the magistrate. */
  readonly listB: MemberListState | undefined
  readonly draw: KeptDraw['state'] | undefined
  readonly claims: ClaimCounts['states']
  /** How many trainings there are, and how many chairs were in none yet. */
  readonly training: { readonly trainings: number; readonly untrained: number }
  /** How many messages to members leave by themselves. */
  readonly messagesOn: number
  /** `yyyy-mm-dd` */
  readonly pollingDay: string
}

/** What the steps follow from; `known` when somebody counted the bureaus before. */
export async function bureauStepFacts(
  db: Db,
  election: Election,
  known?: BureausFacts,
): Promise<BureauStepFacts> {
  const { bureaus, states } = known ?? (await bureausFacts(db, election))
  const [listA] = await memberLists(db, election, 'A')
  const [listB] = await memberLists(db, election, 'B')
  return {
    bureaus: bureaus.filter(({ kind }) => kind !== 'RESERVE').length,
    counts: states,
    listA: listA?.state,
    listB: listB?.state,
    draw: (await currentDraw(db, election))?.state,
    claims: (await claimCounts(db, election)).states,
    training: await trainingCounts(db, election),
    messagesOn: (await selectSchedules(db, election)).filter(({ isOn }) => isOn).length,
    pollingDay: election.pollingDay,
  }
}

/**
 * How each step stands on this day: the same facts give the same states. Who is excused makes a step that was done one to do
 * again.
 */
export function bureauStepStates(
  facts: BureauStepFacts,
  today: string,
): Readonly<Record<BureauStep, StepState>> {
  const { bureaus, counts, listA, pollingDay } = facts
  const { open, seats, proposed, designated, called, answered, asking } = counts
  const isPlanned = bureaus > 0
  const isAnybody = proposed + designated + called + answered > 0
  const isSigned = designated + called + answered > 0
  return {
    plan: isPlanned ? 'done' : 'to-do',
    'list-a': after(isPlanned, listA === 'SENT' ? 'done' : listA ? 'under-way' : 'to-do'),
    draw: after(isPlanned, drawState(facts)),
    propose: after(isPlanned && seats > 0, open === 0 ? 'done' : isAnybody ? 'attention' : 'to-do'),
    designate: proposed > 0 ? 'under-way' : after(isSigned, 'done'),
    call: designated > 0 ? 'to-do' : after(called + answered > 0, 'done'),
    answers: asking > 0 ? 'attention' : called > 0 ? 'under-way' : after(answered > 0, 'done'),
    train: after(isSigned, today > pollingDay ? 'done' : trainState(facts)),
    messages: after(called + answered > 0, messagesState(facts, today)),
    day: after(isSigned && today >= pollingDay, today === pollingDay ? 'under-way' : 'done'),
    absences: after(isSigned && today > pollingDay, counts.unreported > 0 ? 'to-do' : 'done'),
    pay: after(isSigned && today > pollingDay, payState(facts)),
  }
}

/** To draw is not all of it: who was drawn stands on a list that the college adopts. */
function drawState({ draw, listB }: BureauStepFacts): StepState {
  if (draw === 'DRAWN') return listB === 'SENT' ? 'done' : 'under-way'
  return draw === 'COMMITTED' ? 'under-way' : 'to-do'
}

function trainState({ training: { trainings, untrained } }: BureauStepFacts): StepState {
  if (untrained === 0) return 'done'
  return trainings > 0 ? 'under-way' : 'to-do'
}

function messagesState({ messagesOn, pollingDay }: BureauStepFacts, today: string): StepState {
  if (today > pollingDay) return 'done'
  return messagesOn > 0 ? 'under-way' : 'to-do'
}

function payState({ claims }: BureauStepFacts): StepState {
  if (claims.incomplete.many + claims.complete.many > 0) return 'to-do'
  return claims.exported.many > 0 ? 'under-way' : 'done'
}

function after(isPossible: boolean, state: StepState): StepState {
  return isPossible ? state : 'not-yet'
}
