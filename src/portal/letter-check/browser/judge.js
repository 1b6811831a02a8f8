// What to tell who asks whether a letter is real, from what the code says and which list there is.

import { newestOf, standingOf } from './status-list.js'

/**
 * @typedef {{ answer: 'genuine' | 'superseded' | 'withdrawn' | 'unreleased' | 'signed' | 'no-election',
 *   list?: import('./status-list.js').StatusList, isChecked: boolean, isPlayedBack: boolean }} Verdict
 */

/**
 * `kept` is the list this browser had, `fetched` the one it got just now; `isKnown` is false when the server says that there is no
 * such election. `now` in milliseconds.
 * @param {{ statement: import('./statement.js').Statement, kept?: import('./status-list.js').StatusList,
 *   fetched?: import('./status-list.js').StatusList, isKnown: boolean, now: number }} facts
 * @returns {Promise<Verdict>}
 */
export async function judge({ statement, kept, fetched, isKnown, now }) {
  const list = newestOf([kept, fetched])
  const isPlayedBack = fetched !== undefined && list !== fetched && list?.madeAt !== fetched.madeAt
  if (!list) return { answer: isKnown ? 'signed' : 'no-election', isChecked: false, isPlayedBack }
  const answer = await standingOf(list, statement.letterId)
  return { answer, list, isChecked: now < list.until, isPlayedBack }
}
