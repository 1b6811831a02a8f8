import type { JobInsert } from 'pg-boss'
import type { z } from 'zod'

/**
 * Jobs wake a worker for a batch; the rows of the batch say what is left to do. A payload carries ids of
 * batches only, and is parsed again when it arrives: an old payload still has to make sense after a deploy.
 */
export interface JobKind<Payload extends object> {
  readonly name: (typeof queueNames)[number]
  readonly payload: z.ZodType<Payload>
}

export interface Job<Payload extends object> {
  readonly payload: Payload
  /** At most one waiting job with this key. */
  readonly key?: string
  /** Higher goes first; duplicates before campaigns. */
  readonly priority?: number
  readonly startAfterSeconds?: number
}

export interface Jobs {
  send<P extends object>(kind: JobKind<P>, jobs: readonly Job<P>[]): Promise<void>
  /** Handles jobs of a kind, `concurrency` at once, until `stop`. A handler that throws is tried again. */
  work<P extends object>(
    kind: JobKind<P>,
    concurrency: number,
    handle: (payload: P) => Promise<void>,
  ): Promise<void>
  /** Takes no new jobs; waits for those under way. */
  stop(): Promise<void>
}

/** Every queue of the product; a queue that is not named here does not exist. */
export const queueNames = ['compose-letters', 'deliver-batch', 'seal-audit'] as const

const schema = 'jobs'

/** Creates or updates the queue's own tables, as the owner of the database; part of `migrate`. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  const policy = { policy: 'short', retryLimit: 1000, retryDelay: 5, retryBackoff: true } as const
  for (const queue of queueNames) await boss.createQueue(queue, policy)
  const grants = [
    `usage on schema ${schema}`,
    `select, insert, update, delete on all tables in schema ${schema}`,
    `usage on all sequences in schema ${schema}`,
    `execute on all functions in schema ${schema}`,
  ]
  for (const grant of grants) await boss.getDb().executeSql(`grant ${grant} to kiesloket_app`)
  await boss.stop({ graceful: false })
}

/** All that the queue asks is small: one that waits longer waits for a database that is not there. */
const quickAnswers = { query_timeout: 30_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** Joins the queue as the application. `onError` hears of trouble with the queue itself (a lost connection). */
export async function openJobs(url: string, onError: (error: Error) => void): Promise<Jobs> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    ...quickAnswers,
    connectionString: url,
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    max: 4,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    async send(kind, jobs) {
      await boss.insert(kind.name, jobs.map(toInsert))
    },
    async work(kind, concurrency, handle) {
      const options = {
        batchSize: 2,
        burstWhenBatchFull: true,
        localConcurrency: concurrency,
        pollingIntervalSeconds: 0.5,
      }
      await boss.work<object>(kind.name, options, async (batch) => {
        for (const job of batch)
          await handle(kind.payload.parse(job.data)).catch((error: Error) => {
            onError(error) // the queue keeps it to itself, and tries again
            throw error
          })
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  }
}

function toInsert<P extends object>(job: Job<P>): JobInsert {
  return {
    data: job.payload,
    ...(job.key === undefined ? {} : { singletonKey: job.key }),
    ...(job.priority === undefined ? {} : { priority: job.priority }),
    ...(job.startAfterSeconds === undefined ? {} : { startAfter: job.startAfterSeconds }),
  }
}
