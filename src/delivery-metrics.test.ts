import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, secondMunicipality, type TestDatabase, testDatabase } from '../test/database.ts'
import { measureBacklog } from './delivery/index.ts'
import { runCampaign } from './delivery/run-campaign.ts'
import { stopCampaign } from './delivery/stop-campaign.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  personNumber,
  scriptedMailbox,
  testDeps,
} from './delivery/testing.ts'
import { createDeliveryMeter, meterBacklog } from './delivery-metrics.ts'
import { createMetrics, type Metrics } from './platform/metrics.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  for (const each of [firstMunicipality, secondMunicipality]) await addTestMunicipality(database, each)
})
afterAll(() => database.close())

async function metricValue(metrics: Metrics, name: string, labels: object = {}): Promise<number | undefined> {
  const metric = await metrics.getSingleMetric(name)!.get()
  return metric.values.find((each) =>
    Object.entries(labels).every(([label, value]) => each.labels[label] === value),
  )?.value
}

/** All that a scrape says but the numbers behind the names: a sum of seconds has as many digits as a person. */
async function namesIn(metrics: Metrics): Promise<string> {
  return (await metrics.metrics()).replace(/ \S+$/gm, '')
}

test('answers and outcomes are counted by road and party, and nothing of a person or a letter is in them', async () => {
  const metrics = createMetrics()
  const campaign = await aCampaign(database, firstMunicipality, 60)
  const mailbox = scriptedMailbox((message, call) => {
    const number = message.recipient
    if (call % 10 === 1) return { kind: 'permanent', code: 'INVALID_INPUT', detail: number, httpStatus: 400 }
    if (call % 10 === 2) return { kind: 'unconfirmed', code: 'time-out' }
    return { ...accepted, receipt: `receipt of ${number}` }
  })
  const status = await runCampaign(
    { ...testDeps(database, mailbox), meter: createDeliveryMeter(metrics) },
    campaign,
  )
  const road = { route: 'scripted', party: 'box.example' }
  const outcome = (state: string) => metricValue(metrics, 'kiesloket_deliveries_total', { ...road, state })
  expect(await outcome('delivered')).toBe(status.counts.delivered)
  expect(await outcome('refused')).toBe(status.counts.refused)
  expect(await outcome('waiting')).toBeGreaterThan(0)
  expect(await metricValue(metrics, 'kiesloket_messages_under_way', road)).toBe(0)
  const told = await namesIn(metrics)
  expect(told).toContain(
    'kiesloket_answer_seconds_count{route="scripted",party="box.example",answer="unconfirmed",status="none"}',
  )
  for (const [n, { documentId, mailboxKey }] of campaign.documents.entries())
    for (const secret of [personNumber(n), documentId, mailboxKey]) expect(told.includes(secret)).toBe(false)
  expect(told).not.toMatch(/\d{11}/)
  expect(told).not.toContain(campaign.campaignId)
})

test('a campaign that stops by itself is counted once, by the code of its reason and no more of it', async () => {
  const metrics = createMetrics()
  const campaign = await aCampaign(database, firstMunicipality, 100)
  const mailbox = scriptedMailbox(({ recipient }) => ({
    ...{ kind: 'permanent', code: 'INVALID_INPUT', detail: `${recipient} is not known`, httpStatus: 400 },
  }))
  await runCampaign({ ...testDeps(database, mailbox), meter: createDeliveryMeter(metrics) }, campaign)
  expect(
    await metricValue(metrics, 'kiesloket_campaigns_stopped_total', { because: 'everything-refused' }),
  ).toBe(1)
  expect(await namesIn(metrics)).not.toMatch(/is not known|\d{11}/)
})

/** Whoever adds a label thinks first of what may stand in it, and writes it down here. */
const closedLists = ['route', 'party', 'answer', 'status', 'state', 'because']

test('no metric of delivery has a label that is not on the closed list', async () => {
  const metrics = createMetrics()
  createDeliveryMeter(metrics)
  meterBacklog(metrics, async () => ({ toDo: 0, due: 0, stopped: 0, oldestDueSeconds: 0 }))
  const own = metrics.getMetricsAsArray().filter(({ name }) => name.startsWith('kiesloket_'))
  expect(own.length).toBeGreaterThan(6)
  const page = readFileSync('docs/watching.md', 'utf8')
  for (const metric of own) {
    expect(page, 'docs/watching.md names every metric').toContain(`\`${metric.name}\``)
    const { labelNames } = metric as unknown as { labelNames: readonly string[] }
    for (const label of labelNames) expect(closedLists, metric.name).toContain(label)
  }
})

test('the backlog is that of all municipalities, is asked once for many scrapes, and is unknown without a database', async () => {
  const metrics = createMetrics()
  const deps = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  const before = await measureBacklog(deps, [firstMunicipality, secondMunicipality])
  await aCampaign(database, firstMunicipality, 1100)
  const stopped = await aCampaign(database, secondMunicipality, 600)
  await stopCampaign(deps, { ...stopped, because: 'a doubt', by: 'test' })
  const both = await measureBacklog(deps, [firstMunicipality, secondMunicipality])
  expect(both).toMatchObject({ toDo: before.toDo + 3, due: before.due + 3, stopped: before.stopped + 2 })
  expect(both.oldestDueSeconds).toBeGreaterThan(0)
  expect(await measureBacklog(deps, [])).toEqual({ toDo: 0, due: 0, stopped: 0, oldestDueSeconds: 0 })

  let asked = 0
  meterBacklog(metrics, async () => {
    asked++
    return both
  })
  await Promise.all([metrics.metrics(), metrics.metrics()])
  expect(await metricValue(metrics, 'kiesloket_batches_due')).toBe(both.due)
  expect(asked).toBe(1)

  const blind = createMetrics()
  meterBacklog(blind, () => Promise.reject(new Error('no database')))
  expect(await metricValue(blind, 'kiesloket_batches_due')).toBeUndefined()
})
