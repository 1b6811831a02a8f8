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
    compose: after(isClosed, running === 'compose' ? 'under-way' : composeState(facts)),
    sample,
    request: after(
      sample === 'done' && letters.missing === 0,
      isAsked || isApproved || !toRelease ? 'done' : 'to-do',
    ),
    release: releaseState({
      ...{ isAsked, isApproved, isReleased, isRunning: running === 'release' },
      isCorrecting: lettersToCorrect(facts) > 0,
    }),
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

function composeState({ letters: { composed, released, missing }, outdated = 0 }: CampaignFacts): StepState {
  if (outdated > 0) return 'attention'
  return missing > 0 || composed + released === 0 ? 'to-do' : 'done'
}

/** A sample of other letters than there are now says nothing of these; of what is to be made again none is taken. */
function sampleState({ sample, letters, outdated = 0, running }: CampaignFacts): StepState {
  if (running === 'sample') return 'under-way'
  if (letters.composed + letters.released === 0 || letters.missing + outdated > 0) return 'not-yet'
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
  readonly isCorrecting: boolean
}

/** Of how many voters the letter of before a release does not hold any more and the next one is not released yet. */
export function lettersToCorrect({ letters: { composed, released, missing } }: CampaignFacts): number {
  return released > 0 ? composed + missing : 0
}

/** A correction after a release asks for another one; one that was stopped goes on when somebody says so. */
function releaseState({ isAsked, isApproved, isRunning, isReleased, isCorrecting }: Standing): StepState {
  if (isApproved) return isRunning ? 'under-way' : 'attention'
  if (isAsked || isCorrecting) return 'to-do'
  return isReleased ? 'done' : 'not-yet'
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
