import type { MessageState, SentMessage, WordingFault } from '../../../bureaus/index.ts'
import { texts } from './texts.nl.ts'

/** `Herinnering`, or the subject of what was written to a group. */
export function messageName({ template, subject }: Pick<SentMessage, 'template' | 'subject'>): string {
  return template === 'group' ? (subject ?? texts.group) : texts.templates[template]
}

/** `niet verstuurd: het was te laat`. */
export function stateText({ state, code }: { state: MessageState; code: string | null }): string {
  const because = state === 'dropped' && code ? texts.codes[code] : undefined
  return because ? `${texts.states[state]}: ${because}` : texts.states[state]
}

/** What is wrong with a part of a wording, with its place. */
export function faultText(fault: WordingFault): string {
  const { faults, place } = texts.template
  if (!('line' in fault)) return faults[fault.because]
  const where = place(fault.line, fault.column)
  return fault.because === 'no-such-field'
    ? faults[fault.because](fault.field, where)
    : faults[fault.because](where)
}
