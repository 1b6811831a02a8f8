import type { LetterFate } from './letter-fate.ts'

const left: readonly LetterFate[] = ['on-its-way', 'in-mailbox', 'on-paper']

/** Which sentence the next page shows as done: with or without a letter that can't be called back. */
export function doneCode(kind: 'strike' | 'correct', fate: LetterFate): string {
  const done = { strike: 'voter-struck', correct: 'voter-corrected' }[kind]
  if (left.includes(fate)) return `${done}-sent`
  return kind === 'correct' && fate === 'stays' ? `${done}-stays` : done
}
