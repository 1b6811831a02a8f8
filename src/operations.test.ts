import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createOperations } from './operations.ts'
import type { Component, ComponentHealth } from './platform/health.ts'
import { createMetrics } from './platform/metrics.ts'

const metrics = createMetrics()
const component = (name: string, check: () => Promise<ComponentHealth>): Component => ({ name, check })
const up = component('queue', async () => ({ status: 'UP' }))
const tired = component('e-box', async () => ({ status: 'DEGRADED', because: 'it does not answer' }))
const broken = component('database', async () => {
  throw new Error('connection to db-1.intern refused for user kiesloket')
})

async function ask(path: string, components: readonly Component[], stopping = false) {
  const operations = createOperations({ metrics, components, stopping: () => stopping })
  const answer = await operations.request(path)
  return [answer.status, await answer.json()]
}

test('the words and the status codes are those of the Belgif guide', async () => {
  expect(await ask('/health', [up])).toEqual([200, { status: 'UP', details: { queue: { status: 'UP' } } }])
  expect(await ask('/health', [up, tired])).toMatchObject([200, { status: 'DEGRADED' }])
  expect(await ask('/health', [up, tired, broken])).toMatchObject([
    503,
    { status: 'DOWN', details: { 'e-box': { because: 'it does not answer' }, queue: { status: 'UP' } } },
  ])
})

test('why a component is down is told without hosts, users or what the error says', async () => {
  const [, health] = await ask('/health', [broken])
  expect(health).toEqual({ status: 'DOWN', details: { database: { status: 'DOWN', because: 'it failed' } } })
})

test('one that never answers is down, and does not hold up who asks', async () => {
  const silent = component('database', () => new Promise(() => {}))
  expect(await ask('/health', [silent])).toMatchObject([
    503,
    { details: { database: { because: 'no answer in time' } } },
  ])
})

test('a process that lives but cannot work is not started again, and gets no work', async () => {
  expect(await ask('/health/live', [broken])).toEqual([200, { status: 'UP' }])
  expect(await ask('/health/ready', [broken])).toEqual([503, { status: 'DOWN' }])
  expect(await ask('/health/ready', [tired])).toEqual([200, { status: 'UP' }])
  expect(await ask('/health/ready', [up], true), 'while it stops').toEqual([503, { status: 'DOWN' }])
})

test('many who ask cost one check, and a check that failed is not kept for good', async () => {
  let checks = 0
  const counted = component('database', async () => {
    checks++
    return { status: checks === 1 ? 'DOWN' : 'UP' }
  })
  const operations = createOperations({ metrics, components: [counted] })
  const answers = await Promise.all(Array.from({ length: 20 }, () => operations.request('/health')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  expect(checks).toBe(1)
  await sleep(1100)
  expect((await operations.request('/health')).status).toBe(200)
})
