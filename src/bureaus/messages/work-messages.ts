import { setTimeout as sleep } from 'node:timers/promises'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MessageDeps } from './message-deps.ts'
import { planMessages } from './plan-messages.ts'
import { sendDueMessages } from './send-messages.ts'

interface Work {
  /** The municipalities of this installation, asked anew each time. */
  readonly municipalities: () => Promise<readonly MunicipalityId[]>
  readonly lookEveryMs?: number
  readonly planEveryMs?: number
}

/** Writes and sends messages to members of bureaus until `stop`; what is in hand then is finished. Any number may run. */
export function workMessages(
  deps: MessageDeps,
  { municipalities, lookEveryMs = 5000, planEveryMs = 30_000 }: Work,
): { stop(): Promise<void> } {
  const shutdown = new AbortController()
  const { signal } = shutdown
  let plannedAt = Number.NEGATIVE_INFINITY
  const turn = async () => {
    const all = await municipalities()
    if (all.length === 0) return
    if (performance.now() - plannedAt >= planEveryMs) {
      plannedAt = performance.now()
      await planMessages(deps, all)
    }
    await sendDueMessages(deps, all, signal)
  }
  const looking = (async () => {
    while (!signal.aborted) {
      await turn().catch((error) =>
        deps.log.warn(
          { error: (error as Error).message },
          'messages to members of bureaus could not be sent; tried again',
        ),
      )
      await sleep(lookEveryMs, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      shutdown.abort()
      await looking
    },
  }
}
