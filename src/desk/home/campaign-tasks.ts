import { incompletePlaces } from '../../elections/index.ts'
import type { TagColour, Task } from '../../platform/http/components/index.ts'
import { countText } from '../../platform/http/components/index.ts'
import type { CampaignFacts } from './campaign-overview.ts'
import { lettersToCorrect, type Step, type StepState, stepStates, steps } from './campaign-steps.ts'
import { dayText, momentText } from './day-texts.ts'
import { texts } from './texts.nl.ts'

/** What asks something has a colour, and what is done has none. */
export const stateColours: Readonly<Partial<Record<StepState, TagColour>>> = {
  'to-do': 'blue',
  'under-way': 'blue',
  attention: 'yellow',
  'not-yet': 'grey',
}

/** Where the page of a step is. A part of the desk adds its own, and the task becomes a link for who may open it. */
export type StepLinks = Readonly<Partial<Record<Step, string>>>

/** The task list of a campaign: every step with how it stands, and what there is to know of it. */
export function campaignTasks(facts: CampaignFacts, links: StepLinks = {}): Task[] {
  const states = stepStates(facts)
  return steps.map((step) => ({
    title: texts.steps[step].title,
    href: links[step],
    hint: stepHint(step, facts),
    status: { text: texts.states[states[step]], colour: stateColours[states[step]] },
  }))
}

/** How a step stands as far as there is something to know; before that, what it is. */
export function stepHint(step: Step, facts: CampaignFacts): string {
  return hintOf(step, facts) ?? texts.steps[step].hint
}

/** What there is to know of a step; nothing while it did not begin. */
function hintOf(step: Step, facts: CampaignFacts): string | undefined {
  const { list, sample, certifiedAt } = facts
  const { hints } = texts
  switch (step) {
    case 'places':
      return placesHint(facts)
    case 'import':
      return list && hints.list(countText(list.voterCount), dayText(list.importedAt))
    case 'accept':
      return undefined
    case 'close':
      return list?.closedAt && hints.closed(dayText(list.closedAt))
    case 'compose':
      return lettersHint(facts)
    case 'sample':
      if (!sample) return undefined
      if (sample.isOld) return hints.oldSample(momentText(sample.takenAt))
      return sample.wrong > 0 ? hints.wrong(sample.wrong) : hints.sample(momentText(sample.takenAt))
    case 'request':
      return requestHint(facts)
    case 'release':
      if (stepStates(facts).release === 'attention') return hints.notCarriedOut
      return releaseHint(facts)
    case 'deliver':
      return deliveryHint(facts)
    case 'print':
      return printHint(facts)
    case 'certify':
      if (!certifiedAt) return undefined
      return (stepStates(facts).certify === 'done' ? hints.certified : hints.certifiedBefore)(
        momentText(certifiedAt),
      )
  }
}

function lettersHint({ letters: { composed, released, missing }, outdated = 0 }: CampaignFacts) {
  const there = composed + released
  if (there === 0) return undefined
  const { hints } = texts
  return [
    outdated > 0 ? hints.outdated(outdated) : hints.letters(there),
    missing > 0 && hints.missing(countText(missing)),
  ]
    .filter(Boolean)
    .join(' ')
}

function requestHint({ releases: [newest] }: CampaignFacts): string | undefined {
  if (newest?.state === 'requested') return texts.hints.asked
  if (newest?.state !== 'refused' || !newest.decidedAt) return undefined
  const { refused, takenBack } = texts.hints
  return (newest.decidedBy ? refused : takenBack)(momentText(newest.decidedAt))
}

function releaseHint(facts: CampaignFacts): string | undefined {
  const { released } = facts.letters
  const waiting = lettersToCorrect(facts)
  if (waiting > 0) return texts.hints.correctionWaits(waiting, released)
  return released > 0 ? texts.hints.released(released) : undefined
}

function placesHint({ sections }: CampaignFacts): string | undefined {
  if (sections.length === 0) return undefined
  const incomplete = incompletePlaces(sections)
  if (incomplete > 0) return texts.hints.incomplete(incomplete)
  const places = new Set(sections.map(({ place }) => place.code)).size
  return texts.hints.places(places, sections.length)
}

/** The same number as on the certificate, and what is beside it. */
function printHint({ onPaper: { printed, exceptions }, toPrint }: CampaignFacts): string | undefined {
  if (printed + exceptions === 0) return undefined
  const { hints } = texts
  return [
    hints.printed(printed),
    exceptions > 0 && hints.withoutPost(exceptions),
    toPrint > 0 && hints.toPrint(toPrint),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Over all campaigns: with corrections these sent more letters than there are voters, so it says which count too. */
function deliveryHint({ deliveries, letters }: CampaignFacts): string | undefined {
  if (deliveries.length === 0) return undefined
  const { hints } = texts
  const sum = (count: (status: CampaignFacts['deliveries'][number]) => number) =>
    deliveries.reduce((total, status) => total + count(status), 0)
  const total = sum((status) => status.total)
  const left = sum(({ counts }) => counts.waiting + counts.attempting)
  const unconfirmed = sum(({ counts }) => counts.unconfirmed)
  return [
    hints.delivered(countText(total - left), countText(total)),
    total > letters.released && hints.withReplaced(countText(letters.released)),
    deliveries.some(({ state }) => state === 'stopped') && hints.stopped,
    unconfirmed > 0 && hints.unconfirmed(unconfirmed),
  ]
    .filter(Boolean)
    .join(' ')
}
