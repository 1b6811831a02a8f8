import type { Refused } from '../platform/result.ts'
import { type FileFault, findingText } from '../voters/index.ts'

type Unreadable = Refused & { readonly fault: FileFault }

export function isUnreadable(refusal: Refused): refusal is Unreadable {
  return 'fault' in refusal
}

/** The refusal of a file that could not be read, in the same words wherever it came in: why, what exactly, what to do. */
export function unreadable<R extends Unreadable>(refusal: R): R {
  const { reason, remedy } = findingText(refusal.fault, 'en')
  return { ...refusal, detail: [reason, refusal.detail, remedy].filter(Boolean).join('\n') }
}
