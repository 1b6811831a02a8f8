import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { beforeEach, expect, test } from 'vitest'
import type { Logger } from '../log.ts'
import { createMetrics, type Metrics } from '../metrics.ts'
import { watchRequests } from './watch-requests.ts'

let lines: { level: string; line: object; text: string }[]
let metrics: Metrics
let web: Hono

beforeEach(() => {
  lines = []
  metrics = createMetrics()
  const to = (level: string) => (line: object, text: string) => lines.push({ level, line, text })
  web = new Hono()
  web.use(watchRequests({ log: { info: to('info'), error: to('error') } as unknown as Logger, metrics }))
  web.get('/letters/:letter', (context) => context.text('a letter'))
  web.onError((_error, context) => context.text('broken', 500))
  web.get('/broken', () => {
    throw new TypeError('85610100147 has no box')
  })
})

test('a page is counted and logged by its pattern, never by its address', async () => {
  const letter = randomUUID()
  await web.request(`/letters/${letter}?voter=85610100147`)
  await web.request('/no/such/85610100147')
  const told = (await metrics.metrics()) + JSON.stringify(lines)
  expect(told).not.toContain(letter)
  expect(told).not.toContain('85610100147')
  expect(told).toContain(
    'kiesloket_request_seconds_count{method="GET",page="/letters/:letter",status="200"} 1',
  )
  expect(told).toContain('kiesloket_request_seconds_count{method="GET",page="none",status="404"} 1')
})

test('a page that fails is said by the name of the error, under the trace id that the answer carries', async () => {
  const answer = await web.request('/broken')
  const traceId = answer.headers.get('BelGov-Trace-Id')
  expect(answer.status).toBe(500)
  expect(lines).toMatchObject([{ level: 'error', line: { traceId, error: 'TypeError', status: '500' } }])
  expect(JSON.stringify(lines)).not.toContain('85610100147')
})

test('an answer has a trace id of its own and names that of the request', async () => {
  const asked = randomUUID()
  const answer = await web.request('/letters/x', { headers: { 'BelGov-Trace-Id': asked } })
  expect(answer.headers.get('BelGov-Related-Trace-Id')).toBe(asked)
  expect(answer.headers.get('BelGov-Trace-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(answer.headers.get('BelGov-Trace-Id')).not.toBe(asked)
  expect(lines).toMatchObject([{ line: { relatedTraceId: asked } }])
})

test('a trace id that is no UUID is not taken: it could be anything', async () => {
  const answer = await web.request('/letters/x', { headers: { 'BelGov-Trace-Id': '85610100147' } })
  expect(answer.headers.get('BelGov-Related-Trace-Id')).toBeNull()
  expect(JSON.stringify(lines)).not.toContain('85610100147')
})
