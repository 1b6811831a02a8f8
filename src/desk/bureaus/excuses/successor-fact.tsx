import type { Successor } from '../../../bureaus/index.ts'
import type { Fact } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { texts } from './texts.nl.ts'

/** Who comes in the place of somebody who left a seat before polling day, or why nobody. */
export function successorFact(desk: ElectionDesk, successor: Successor): Fact {
  const words = texts.successor
  const { code } = desk.election
  const name = words.fact
  if (successor.assignmentId !== undefined) {
    const { name: who, designation, assignmentId } = successor
    const href = paths.bureauAssignment({ election: code, assignment: assignmentId })
    return {
      name,
      value: `${who}, ${words.states[designation]}`,
      action: { href, text: words.link, about: who },
    }
  }
  const value = words.because[successor.because]
  const isOpen = successor.because === 'queue-empty' || successor.because === 'came-and-went'
  if (!isOpen || !may(desk, 'bureaus.manage')) return { name, value }
  return {
    name,
    value,
    action: { href: paths.vacancies({ election: code }), text: words.vacancies, about: '' },
  }
}
