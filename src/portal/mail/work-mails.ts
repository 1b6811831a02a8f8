import { setTimeout as sleep } from 'node:timers/promises'
import type { MunicipalityId } from '../../platform/ids.ts'
import { volunteerMailTurn } from '../volunteers/send-volunteer-mails.ts'
import { lostAfterMs } from './mail.ts'
import type { MailDeps } from './mail-deps.ts'
import { giveUpLost, municipalitiesDue } from './mail-store.ts'
import { planMails } from './plan-mails.ts'
import { sendMails } from './send-mails.ts'

interface Work {
  /** The municipalities of this installation, asked anew each time. */
  readonly municipalities: () => Promise<readonly MunicipalityId[]>
  readonly lookEveryMs?: number
  readonly planEveryMs?: number
}

/** Writes and sends mail until `stop`; what is in hand then is finished. Any number may run. */
export function workMails(
  deps: MailDeps,
  { municipalities, lookEveryMs = 5000, planEveryMs = 60_000 }: Work,
): { stop(): Promise<void> } {
  const shutdown = new AbortController()
  const { signal } = shutdown
  let plannedAt = Number.NEGATIVE_INFINITY
  const turn = async () => {
    const all = await municipalities()
    if (all.length === 0) return
    if (performance.now() - plannedAt >= planEveryMs) {
      plannedAt = performance.now()
      await planMails(deps, all)
    }
    await mailTurn(deps, all, signal)
    await volunteerMailTurn(deps, all, signal)
  }
  const looking = (async () => {
    while (!signal.aborted) {
      await turn().catch((error) =>
        deps.log.warn({ error: (error as Error).message }, 'mail could not be sent; tried again'),
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

/** Sends all that is due now. */
export async function mailTurn(
  deps: MailDeps,
  municipalities: readonly MunicipalityId[],
  signal?: AbortSignal,
): Promise<void> {
  const { database, clock } = deps
  const scope = { staff: municipalities }
  const due = await database.inScope(scope, async (db) => {
    const now = clock.now()
    await giveUpLost(db, municipalities, { before: new Date(now.getTime() - lostAfterMs), now })
    return municipalitiesDue(db, municipalities, now)
  })
  for (const municipalityId of due) while (!signal?.aborted && (await sendMails(deps, municipalityId)));
}
