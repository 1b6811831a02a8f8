import type { KeySet } from '../../platform/key-set.ts'
import { letterInCode } from '../composing/letter-in-code.ts'
import type { Return } from './register-returned.ts'
import { type ReturnReason, readReason } from './returned-letter.ts'

export interface UnreadLine {
  readonly line: number
  readonly because: 'not-a-letter' | 'no-such-reason' | 'reason-missing'
}

/**
 * Reads what a desk or a scanner wrote of post that came back: a line for each letter, with the number on the list or the
 * text of the QR code, and behind a `;` the reason where it is another than `usual`. A first line of names is passed over.
 */
export function readReturns(
  text: string,
  { usual, keySet }: { usual?: ReturnReason | undefined; keySet: KeySet },
): { returns: Return[]; unread: UnreadLine[] } {
  const returns: Return[] = []
  const unread: UnreadLine[] = []
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((row, place) => {
      const [what = '', why = ''] = row.split(/[;\t]/).map((cell) => cell.trim())
      const line = place + 1
      if (what === '' || (place === 0 && /^[a-z_]+$/i.test(what))) return
      const letter = letterIn(what, keySet)
      const reason = why === '' ? usual : readReason(why)
      if (!letter) unread.push({ line, because: 'not-a-letter' })
      else if (!reason) unread.push({ line, because: why === '' ? 'reason-missing' : 'no-such-reason' })
      else returns.push({ line, letter, reason })
    })
  return { returns, unread }
}

function letterIn(text: string, keySet: KeySet): Return['letter'] | undefined {
  if (/^\d{1,7}$/.test(text)) return Number(text) > 0 ? { listNumber: Number(text) } : undefined
  const letterId = letterInCode(text, keySet)
  return letterId && { letterId }
}
