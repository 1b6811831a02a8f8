// The signed, dated list of an election's letters that do not count, and what it says of one letter.

import { openSigned, toHex } from './cose.js'

const claim = {
  ...{ issuer: 1, until: 4, madeAt: 6, election: -70002 },
  ...{ municipality: -70003, electionName: -70004, pollingDay: -70005 },
  ...{ superseded: -70006, withdrawn: -70007, unreleased: -70008 },
  ...{ slug: -70009, electionId: -70010 },
}
const standings = /** @type {const} */ (['superseded', 'withdrawn', 'unreleased'])
const markBytes = 6

/**
 * @typedef {{ issuer: string, election: string, municipality: string, electionName: string, pollingDay: string, madeAt: number,
 *   until: number, superseded: Uint8Array, withdrawn: Uint8Array, unreleased: Uint8Array, slug?: string,
 *   electionId?: string }} StatusList moments in milliseconds; the last two are not in a list that was kept from before they were
 */

/**
 * The list, when one of these keys signed it and it is of the election of this statement; otherwise it says nothing here.
 * @param {Uint8Array} bytes @param {import('./statement.js').Statement} statement
 * @param {readonly import('./cose.js').PublicKey[]} keys @returns {Promise<StatusList | undefined>}
 */
export async function readStatusList(bytes, statement, keys) {
  const opened = await openSigned(bytes, keys)
  if (!('claims' in opened) || !(opened.claims.get(claim.superseded) instanceof Uint8Array)) return undefined
  const said = Object.fromEntries(Object.entries(claim).map(([name, key]) => [name, opened.claims.get(key)]))
  const list = {
    ...said,
    election: toHex(said.election),
    madeAt: said.madeAt * 1000,
    until: said.until * 1000,
  }
  if (list.issuer !== statement.issuer || list.election !== statement.election) return undefined
  return /** @type {StatusList} */ (list)
}

/**
 * The newest list that this browser has seen: an older one that is sent again never takes its place.
 * @param {readonly (StatusList | undefined)[]} lists @returns {StatusList | undefined}
 */
export function newestOf(lists) {
  return lists.reduce(
    (newest, list) => (list && list.madeAt > (newest?.madeAt ?? 0) ? list : newest),
    undefined,
  )
}

/**
 * How a letter stands by the list: `genuine` when nothing is said against it.
 * @param {StatusList} list @param {Uint8Array} letterId
 * @returns {Promise<'genuine' | 'superseded' | 'withdrawn' | 'unreleased'>}
 */
export async function standingOf(list, letterId) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', letterId))
  const mark = toHex(hash.subarray(0, markBytes))
  return standings.find((standing) => marksIn(list[standing]).has(mark)) ?? 'genuine'
}

function marksIn(bytes) {
  const marks = new Set()
  for (let at = 0; at < bytes.length; at += markBytes) marks.add(toHex(bytes.subarray(at, at + markBytes)))
  return marks
}
