import { setTimeout as sleep } from 'node:timers/promises'
import type { NoAnswer } from './mailbox-questions.ts'

export interface Patience {
  readonly tries: number
  readonly firstPauseSeconds: number
}

export const usualPatience: Patience = { tries: 6, firstPauseSeconds: 1 }
const longestPauseSeconds = 300

/** Asks again while the other side is away or busy, as long after as it says, and at last gives up. */
export async function askPatiently<Answer extends { readonly ok: true }>(
  ask: () => Promise<Answer | NoAnswer>,
  { tries, firstPauseSeconds }: Patience,
  signal: AbortSignal,
): Promise<Answer | NoAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask()
    if (answer.ok || answer.kind === 'closed' || attempt >= tries || signal.aborted) return answer
    const seconds = Math.max(answer.retryAfterSeconds ?? 0, firstPauseSeconds * 2 ** (attempt - 1))
    await sleep(Math.min(seconds, longestPauseSeconds) * 1000, undefined, { signal }).catch(() => {})
  }
}
