import { Hono } from 'hono'
import type { App } from './app.ts'
import { pingDatabase } from './platform/db/database.ts'
import { type Component, checkHealth } from './platform/health.ts'
import { type Listening, listen } from './platform/http/listen.ts'
import { atMostEvery, type Metrics } from './platform/metrics.ts'

export interface Operations {
  readonly metrics: Metrics
  /** What this process needs to be of use. */
  readonly components: readonly Component[]
  /** True from the moment that the process puts its work down. */
  readonly stopping?: () => boolean
}

/** Health checks ask the database and the roads at most so often, whoever calls. */
const healthKeptSeconds = 1

/**
 * For who runs the installation, on a port that the public does not reach: health by the Belgif REST guide, whether
 * this process lives and is ready for work, and metrics for Prometheus.
 */
export function createOperations({ metrics, components, stopping = () => false }: Operations): Hono {
  const operations = new Hono()
  const health = atMostEvery(healthKeptSeconds, () => checkHealth(components))
  operations.get('/health', async (context) => {
    const answer = await health()
    return context.json(answer, answer.status === 'DOWN' ? 503 : 200)
  })
  operations.get('/health/live', (context) => context.json({ status: 'UP' }))
  operations.get('/health/ready', async (context) => {
    const ready = !stopping() && (await health()).status !== 'DOWN'
    return context.json({ status: ready ? 'UP' : 'DOWN' }, ready ? 200 : 503)
  })
  operations.get('/metrics', async (context) =>
    context.body(await metrics.metrics(), 200, { 'Content-Type': metrics.contentType }),
  )
  return operations
}

/** On `METRICS_PORT`, or on a free one when that is taken and may be moved. */
export async function startOperations(
  { config, log }: Pick<App, 'config' | 'log'>,
  operations: Operations,
  { movable }: { movable: boolean },
): Promise<Listening> {
  const port = config.METRICS_PORT
  const listening = await listen(createOperations(operations), { setting: 'METRICS_PORT', port, movable })
  if (port !== 0 && new URL(listening.url).port !== String(port))
    log.warn(
      { port, taken: listening.url },
      'METRICS_PORT is in use by another process: health and metrics moved',
    )
  return listening
}

/** A party that is away costs time, no letter: a worker goes on by itself. */
export function partiesComponent({ traffic }: Pick<App, 'traffic'>): Component {
  return {
    name: 'parties',
    async check() {
      const away = traffic.partiesDown().map(({ api, host }) => `${api} at ${host}`)
      return away.length === 0
        ? { status: 'UP' }
        : { status: 'DEGRADED', because: `no answer from ${away.join(', ')}` }
    },
  }
}

/** Nothing works without the database. */
export function databaseComponent({ database }: Pick<App, 'database'>): Component {
  return {
    name: 'database',
    check: async () => ({
      status: (await database.inScope({ directory: true }, pingDatabase)) ? 'UP' : 'DOWN',
    }),
  }
}
