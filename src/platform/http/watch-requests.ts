import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { Histogram } from 'prom-client'
import type { Logger } from '../log.ts'
import { latencyBuckets, type Metrics } from '../metrics.ts'

/**
 * Counts, times and logs requests by the pattern of their page, never by their address: what stands in that is the
 * citizen's. Answers carry a trace id of their own, and name the one that the request came with (Belgif REST guide).
 */
export function watchRequests({ log, metrics }: { log: Logger; metrics: Metrics }): MiddlewareHandler {
  const seconds = new Histogram({
    name: 'kiesloket_request_seconds',
    help: 'How long an answer of the pages took.',
    ...{ labelNames: ['method', 'page', 'status'], buckets: latencyBuckets, registers: [metrics] },
  })
  return async (context, next) => {
    const started = performance.now()
    const traceId = randomUUID()
    context.set('traceId', traceId)
    const relatedTraceId = readTraceId(context.req.header('BelGov-Trace-Id'))
    await next()
    context.header('BelGov-Trace-Id', traceId)
    if (relatedTraceId) context.header('BelGov-Related-Trace-Id', relatedTraceId)
    const took = performance.now() - started
    const labels = { method: context.req.method, page: pageOf(context), status: String(context.res.status) }
    seconds.observe(labels, took / 1000)
    const line = {
      traceId,
      ...(relatedTraceId && { relatedTraceId }),
      ...labels,
      milliseconds: Math.round(took),
    }
    if (context.error) log.error({ ...line, ...nameOf(context.error) }, 'a page failed')
    else log.info(line, 'a page was asked for')
  }
}

/** By which this request is found in the log; nothing where none is kept. */
export function traceIdOf(context: Context): string | undefined {
  return context.get('traceId')
}

/** Which error and where it was thrown; its message could repeat what somebody filled in. */
function nameOf({ name, stack }: Error) {
  const at = stack?.split('\n').find((line) => /^\s+at /.test(line))
  return { error: name, ...(at && { at: at.trim() }) }
}

function pageOf(context: Context): string {
  const pattern = routePath(context, -1)
  return pattern.endsWith('*') ? 'none' : pattern
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** UUIDs only, as the guide recommends: whatever else a client sends could be somebody's number. */
function readTraceId(header: string | undefined): string | undefined {
  return header && uuid.test(header) ? header : undefined
}
