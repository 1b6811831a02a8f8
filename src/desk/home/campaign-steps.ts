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
  const { list, letters, releases, toPrint, running } = facts
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
    compose: after(isClosed, running === 'compose' ? 'under-way' : composeState(letters)),
    sample,
    request: after(
      sample === 'done' && letters.missing === 0,
      isAsked || isApproved || !toRelease ? 'done' : 'to-do',
    ),
    release: releaseState({ isAsked, isApproved, isReleased, toRelease, isRunning: running === 'release' }),
    deliver: after(isReleased, deliveryState(facts)),
    print: after(isReleased, toPrint === 0 ? 'done' : 'to-do'),
    certify: after(isReleased && isSettled(facts), isCertified(facts) ? 'done' : 'to-do'),
  }
}

/**
 * The first step that somebody can do something about. What is not known of a place asks attention and holds nothing up: a
 * list can come in without it.
 */
export function nextStep(states: Readonly<Record<Step, StepState>>): Step | undefined {
  const open = steps.filter((step) => ['attention', 'to-do', 'under-way'].includes(states[step]))
  return open.find((step) => step !== 'places' || states.places === 'to-do') ?? open[0]
}

function after(isPossible: unknown, state: StepState): StepState {
  return isPossible ? state : 'not-yet'
}

/** What is missing of a place can stand on no letter any more once they are released. */
function placesState({ sections, letters }: CampaignFacts): StepState {
  if (sections.length === 0) return 'to-do'
  return incompletePlaces(sections) > 0 && letters.released === 0 ? 'attention' : 'done'
}

function composeState({ composed, released, missing }: CampaignFacts['letters']): StepState {
  return missing > 0 || composed + released === 0 ? 'to-do' : 'done'
}

/** A sample of other letters than there are now says nothing of these. */
function sampleState({ sample, letters, running }: CampaignFacts): StepState {
  if (running === 'sample') return 'under-way'
  if (letters.composed + letters.released === 0 || letters.missing > 0) return 'not-yet'
  if (!sample || sample.isOld) return 'to-do'
  return sample.wrong > 0 ? 'attention' : 'done'
}

interface Standing {
  readonly isAsked: boolean
  /** Decided, and not carried out yet. */
  readonly isApproved: boolean
  /** A worker is at it, or will be in a moment. */
  readonly isRunning: boolean
  readonly isReleased: boolean
  readonly toRelease: boolean
}

/** Letters made after a release (a correction) ask for another one; one that was stopped goes on when somebody says so. */
function releaseState({ isAsked, isApproved, isRunning, isReleased, toRelease }: Standing): StepState {
  if (isApproved) return isRunning ? 'under-way' : 'attention'
  if (isAsked) return 'to-do'
  if (toRelease || !isReleased) return 'not-yet'
  return 'done'
}

/** Every voter has a letter that was released, and every letter an outcome. */
function isSettled(facts: CampaignFacts): boolean {
  const { composed, missing } = facts.letters
  return composed + missing === 0 && deliveryState(facts) === 'done'
}

/** A certificate from before the newest release holds none of its letters. */
function isCertified({ certifiedAt, releases }: CampaignFacts): boolean {
  const decidedAt = releases.find(({ state }) => state === 'released')?.decidedAt
  return certifiedAt !== undefined && (!decidedAt || certifiedAt > decidedAt)
}

function deliveryState({ deliveries }: CampaignFacts): StepState {
  if (deliveries.some(({ state, counts }) => state === 'stopped' || counts.unconfirmed > 0))
    return 'attention'
  return deliveries.every(({ finishedAt, total }) => finishedAt || total === 0) ? 'done' : 'under-way'
}
