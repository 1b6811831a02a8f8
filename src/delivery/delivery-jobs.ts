import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { CampaignId, MunicipalityId } from '../platform/ids.ts'
import type { Job, JobKind, Jobs } from '../platform/jobs.ts'
import type { BatchRef } from './campaign.ts'
import { batchesDue, type DueBatch } from './campaign-overview.ts'
import { deliverBatch } from './deliver-batch.ts'
import type { DeliveryDeps } from './delivery-deps.ts'

export const deliverBatchJob: JobKind<BatchRef> = {
  name: 'deliver-batch',
  payload: z.object({
    municipalityId: z.int().positive() as unknown as z.ZodType<MunicipalityId>,
    campaignId: z.uuid() as unknown as z.ZodType<CampaignId>,
    batch: z.int().positive(),
  }),
}

type EnqueueDeps = Pick<DeliveryDeps, 'database' | 'clock'> & { readonly jobs: Jobs }

/** More than all processes handle between two sweeps, also where villages have small batches; the next sweep brings the next ones. */
const mostAtOnce = 512

/** Puts jobs in the queue for batches of these municipalities that have something due; answers how many. Twice is once. */
export async function enqueueBatches(
  { database, clock, jobs }: EnqueueDeps,
  municipalities: readonly MunicipalityId[],
): Promise<number> {
  const due = await database.inScope({ staff: municipalities }, (db) =>
    batchesDue(db, municipalities, clock.now(), mostAtOnce),
  )
  if (due.length > 0) await jobs.send(deliverBatchJob, due.map(jobOf))
  return due.length
}

export interface DeliveryWork {
  /** The municipalities of this installation, asked anew at every sweep. */
  readonly municipalities: () => Promise<readonly MunicipalityId[]>
  readonly sweepEverySeconds?: number
}

/**
 * Handles batches as jobs until `stop`. A sweep wakes every batch that has something due: new ones, those whose wait
 * is over, those of a worker that died. Jobs are never sent ahead of time, because a waiting job would keep a sooner
 * one out. Any number of processes may do this side by side.
 */
export async function workDeliveries(
  deps: DeliveryDeps & { readonly jobs: Jobs },
  { municipalities, sweepEverySeconds = 5 }: DeliveryWork,
): Promise<{ stop(): Promise<void> }> {
  const shutdown = new AbortController()
  const underWay = new Set<Promise<unknown>>()
  const handle = async (batch: BatchRef) => {
    if (shutdown.signal.aborted) return
    const done = deliverBatch(deps, batch, shutdown.signal)
    underWay.add(done)
    await done.finally(() => underWay.delete(done))
  }
  await deps.jobs.work(deliverBatchJob, deps.traffic.batchesAtOnce, handle)
  const sweeping = sweep(deps, municipalities, sweepEverySeconds, shutdown.signal)
  return {
    async stop() {
      shutdown.abort()
      await Promise.allSettled([sweeping, ...underWay])
    },
  }
}

async function sweep(
  deps: EnqueueDeps & Pick<DeliveryDeps, 'log'>,
  municipalities: DeliveryWork['municipalities'],
  everySeconds: number,
  shutdown: AbortSignal,
): Promise<void> {
  while (!shutdown.aborted) {
    try {
      await enqueueBatches(deps, await municipalities())
    } catch (error) {
      deps.log.warn(
        { error: (error as Error).message },
        'the sweep of deliveries failed; the next one tries again',
      )
    }
    await sleep(everySeconds * 1000, undefined, { signal: shutdown }).catch(() => {})
  }
}

function jobOf({ place, ...batch }: DueBatch): Job<BatchRef> {
  return {
    payload: batch,
    key: `${batch.municipalityId} ${batch.campaignId} ${batch.batch}`,
    priority: -place,
  }
}
