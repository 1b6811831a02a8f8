import { incompletePlaces } from '../../elections/index.ts'
import type { CampaignFacts } from './campaign-overview.ts'

/** The steps of a campaign, in the order in which they are taken. */
export const steps = [
  'places',
  'import',
  'accept',
  'close',
  'compose',
  'sample',
  'request',
  'release',
  'deliver',
  'print',
  'certify',
] as const
export type Step = (typeof steps)[number]

/** `not-yet`: something before it has to be done first. `attention`: it can't go on by itself. */
export type StepState = 'not-yet' | 'to-do' | 'under-way' | 'attention' | 'done'

/** How each step stands: the same facts give the same states, whoever asks. */
export function stepStates(facts: CampaignFacts): Readonly<Record<Step, StepState>> {
  const { list, letters, releases, onPaper, certifiedAt } = facts
  const isClosed = list?.state === 'closed'
  const [newest] = releases
  const isReleased = letters.released > 0
  const toRelease = letters.composed > 0
  const isAsked = newest?.state === 'requested'
  const isApproved = newest?.state === 'approved'
  const sample = sampleState(facts)
  return {
    places: placesState(facts),
    import: list ? 'done' : 'to-do',
    accept: after(list, !list || list.state === 'imported' ? 'to-do' : 'done'),
    close: after(list && list.state !== 'imported', isClosed ? 'done' : 'to-do'),
    compose: after(isClosed, toRelease || isReleased ? 'done' : 'to-do'),
    sample,
    request: after(sample === 'done', isAsked || isApproved || !toRelease ? 'done' : 'to-do'),
    release: releaseState({ isAsked, isApproved, isReleased, toRelease }),
    deliver: after(isReleased, deliveryState(facts)),
    print: after(isReleased, onPaper >= letters.released ? 'done' : 'to-do'),
    certify: after(isReleased && deliveryState(facts) === 'done', certifiedAt ? 'done' : 'to-do'),
  }
}

/** The first step that somebody can do something about. */
export function nextStep(states: Readonly<Record<Step, StepState>>): Step | undefined {
  return steps.find((step) => ['attention', 'to-do', 'under-way'].includes(states[step]))
}

function after(isPossible: unknown, state: StepState): StepState {
  return isPossible ? state : 'not-yet'
}

/** What is missing of a place can stand on no letter any more once they are released. */
function placesState({ sections, letters }: CampaignFacts): StepState {
  if (sections.length === 0) return 'to-do'
  return incompletePlaces(sections) > 0 && letters.released === 0 ? 'attention' : 'done'
}

function sampleState({ sample, letters }: CampaignFacts): StepState {
  if (letters.composed + letters.released === 0) return 'not-yet'
  if (!sample) return 'to-do'
  return sample.wrong > 0 ? 'attention' : 'done'
}

interface Standing {
  readonly isAsked: boolean
  /** Decided, and being carried out. */
  readonly isApproved: boolean
  readonly isReleased: boolean
  readonly toRelease: boolean
}

/** Letters made after a release (a correction) ask for another one. */
function releaseState({ isAsked, isApproved, isReleased, toRelease }: Standing): StepState {
  if (isApproved) return 'under-way'
  if (isAsked) return 'to-do'
  if (toRelease || !isReleased) return 'not-yet'
  return 'done'
}

function deliveryState({ deliveries }: CampaignFacts): StepState {
  if (deliveries.some(({ state, counts }) => state === 'stopped' || counts.unconfirmed > 0))
    return 'attention'
  return deliveries.every(({ finishedAt, total }) => finishedAt || total === 0) ? 'done' : 'under-way'
}
