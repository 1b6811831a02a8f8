import { type Headline, headline, type SeatedAssignment } from '../../bureaus/index.ts'
import { Tag, type TagColour } from '../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

const attention: readonly Headline[] = [
  'UNDELIVERED',
  'EXCUSE_PENDING',
  'NO_REPLY',
  'ABSENT',
  'LATE',
  'LEFT',
  'REPORTED',
]
const settled: readonly Headline[] = ['CONFIRMED', 'CALLED_UP', 'PRESENT', 'SETTLED']
const past: readonly Headline[] = [
  'CANCELLED',
  'REVOKED',
  'REPLACED',
  'EXCUSED',
  'EXCUSED_AFTER',
  'DISMISSED',
]

/** Where an assignment stands, in one word. */
export function StateTag({ assignment }: { assignment: Pick<SeatedAssignment, 'axes' | 'calledUp'> }) {
  const state = headline(assignment.axes, assignment.calledUp)
  return <Tag colour={colourOf(state)}>{texts.states[state]}</Tag>
}

function colourOf(state: Headline): TagColour {
  if (attention.includes(state)) return 'yellow'
  if (settled.includes(state)) return 'green'
  return past.includes(state) ? 'grey' : 'blue'
}
