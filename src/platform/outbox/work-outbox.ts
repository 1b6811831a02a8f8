import { setTimeout as sleep } from 'node:timers/promises'
import type { MunicipalityId } from '../ids.ts'
import type { Logger } from '../log.ts'

export interface OutboxWork {
  /** The municipalities of this installation, asked anew each time. */
  readonly municipalities: () => Promise<readonly MunicipalityId[]>
  readonly lookEveryMs?: number
  readonly planEveryMs?: number
}

interface Turns {
  /** Writes down what has to leave. */
  plan(municipalities: readonly MunicipalityId[]): Promise<unknown>
  send(municipalities: readonly MunicipalityId[], signal: AbortSignal): Promise<void>
  readonly log: Logger
  /** Said when a turn failed, after which there is a next. */
  readonly trouble: string
}

/** Plans and sends until `stop`; what is in hand then is finished. */
export function workOutbox(
  { municipalities, lookEveryMs = 5000, planEveryMs = 60_000 }: OutboxWork,
  { plan, send, log, trouble }: Turns,
): { stop(): Promise<void> } {
  const shutdown = new AbortController()
  const { signal } = shutdown
  let plannedAt = Number.NEGATIVE_INFINITY
  const turn = async () => {
    const all = await municipalities()
    if (all.length === 0) return
    if (performance.now() - plannedAt >= planEveryMs) {
      plannedAt = performance.now()
      await plan(all)
    }
    await send(all, signal)
  }
  const looking = (async () => {
    while (!signal.aborted) {
      await turn().catch((error) => log.warn({ error: (error as Error).message }, trouble))
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
