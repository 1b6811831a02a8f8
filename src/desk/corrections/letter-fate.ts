import type { LetterOfVoter } from '../voters/letters-of-voter.ts'

/** What an amendment does to the letter that the voter has now. */
export type LetterFate =
  | 'none'
  | 'stays'
  | 'not-released'
  | 'not-left'
  | 'on-its-way'
  | 'in-mailbox'
  | 'on-paper'

interface TakenBack {
  readonly withdrawn: number
  readonly sent: number
}

/** From what taking back came, or would come, to, and how the voter's letters stood before it; newest first. */
export function fateOf({ withdrawn, sent }: TakenBack, letters: readonly LetterOfVoter[]): LetterFate {
  const current = letters.find(({ letter }) => letter.state === 'composed' || letter.state === 'released')
  if (!current) return 'none'
  if (withdrawn === 0) return 'stays'
  if (current.letter.state === 'composed') return 'not-released'
  if (sent === 0) return 'not-left'
  const state = current.delivery?.state
  if (state === 'delivered' || state === 'inactive') return 'in-mailbox'
  return state === 'attempting' || state === 'unconfirmed' || state === 'waiting' ? 'on-its-way' : 'on-paper'
}
