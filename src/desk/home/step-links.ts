import type { StaffRight } from '../../municipalities/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import type { Step } from './campaign-steps.ts'
import type { StepLinks } from './campaign-tasks.ts'

interface StepPage {
  readonly step: Step
  readonly right: StaffRight
  readonly href: (election: string) => string
}

/** On which page each step is done, and who may open it. A part of the desk adds the lines of its steps. */
const pages: readonly StepPage[] = [
  { step: 'import', right: 'voters.import', href: (election) => paths.votersUpload({ election }) },
  { step: 'accept', right: 'voters.accept', href: (election) => paths.votersReport({ election }) },
  { step: 'close', right: 'voters.close', href: (election) => paths.votersClose({ election }) },
  { step: 'deliver', right: 'desk.read', href: (election) => paths.deliveries({ election }) },
  { step: 'print', right: 'letters.read', href: (election) => paths.printFiles({ election }) },
  { step: 'certify', right: 'letters.read', href: (election) => paths.certificate({ election }) },
  { step: 'compose', right: 'letters.read', href: (election) => paths.letters({ election }) },
  { step: 'sample', right: 'letters.read', href: (election) => paths.proof({ election }) },
  { step: 'request', right: 'letters.read', href: (election) => paths.release({ election }) },
  { step: 'release', right: 'letters.read', href: (election) => paths.release({ election }) },
  { step: 'places', right: 'desk.read', href: (election) => paths.places({ election }) },
]

/** Links for what this person may open. */
export function stepLinks(desk: ElectionDesk): StepLinks {
  const open = pages.filter(({ right }) => may(desk, right))
  return Object.fromEntries(open.map(({ step, href }) => [step, href(desk.election.code)]))
}
