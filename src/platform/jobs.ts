import { PgBoss } from 'pg-boss'
import type { z } from 'zod'

/**
 * Jobs wake a worker for a batch; the rows of the batch say what is left to do. A payload carries ids of
 * batches only, and is parsed again when it arrives: an old payload still has to make sense after a deploy.
 */
export interface JobKind<Payload extends object> {
  readonly name: string
  readonly payload: z.ZodType<Payload>
}

export interface JobOptions {
  /** At most one waiting job with this key. */
  readonly key?: string
  /** Higher goes first; duplicates before campaigns. */
  readonly priority?: number
  readonly startAfterSeconds?: number
}

export interface Jobs {
  send<P extends object>(kind: JobKind<P>, payloads: readonly { payload: P; options?: JobOptions }[]): Promise<void>
  /** Handles jobs of a kind, `concurrency` at once, until `stop`. A handler that throws is tried again. */
  work<P extends object>(kind: JobKind<P>, concurrency: number, handle: (payload: P) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const schema = 'jobs'

/** Creates or updates the queue's own tables, as the owner of the database; part of `migrate`. */
export async function prepareJobs(ownerUrl: string, queues: readonly string[] = queueNames): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const queue of queues) await boss.createQueue(queue, { policy: 'short', retryLimit: 1000, retryDelay: 5, retryBackoff: true })
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema ${schema} to kiesloket_app`)
  await db.executeSql(`grant select, insert, update, delete on all tables in schema ${schema} to kiesloket_app`)
  await db.executeSql(`grant usage on all sequences in schema ${schema} to kiesloket_app`)
  await db.executeSql(`grant execute on all functions in schema ${schema} to kiesloket_app`)
  await boss.stop({ graceful: false })
}

/** Every queue of the product; a queue that is not named here does not exist. */
export const queueNames = ['compose-letters', 'deliver-batch', 'seal-audit'] as const
