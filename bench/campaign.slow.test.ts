import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../src/app.ts'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { campaignPage } from './campaign-page.ts'
import { benchCampaignPair, costOf } from './campaign-pair.ts'
import { benchDelivery } from './delivery.ts'
import { cpuSecondsOf } from './processor-time.ts'
import { averageBytes, releasedLetters } from './released-letters.ts'
import { campaignRows, deliveryRows } from './report.ts'

let database: TestDatabase
let folder: string
let app: App

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  await chmod(folder, 0o711)
  const settings = { DATABASE_URL: database.url, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'silent' }
  app = await openApp({ ...process.env, ...settings })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await rm(folder, { recursive: true })
})

test('a whole campaign of real letters beside a bare client with bodies as large', async () => {
  const campaign = await releasedLetters(app, 80)
  const bytesEach = await averageBytes(app, campaign)
  const bench = await benchDelivery(app, {
    ...{ municipalityId: campaign.municipalityId, documents: 80, bytesEach, answerAfterMs: 1 },
    released: { campaign, documents: app.documents },
  })
  expect(bench.worker.accepted).toMatchObject({ messages: 80, keys: 80 })
  expect(bench.bare.accepted).toEqual({ messages: 80, keys: 80, bytes: 80 * bytesEach })
  expect(Math.abs(bench.worker.accepted.bytes - 80 * bytesEach)).toBeLessThanOrEqual(40) // a rounded average
  expect(deliveryRows(bench)[0]).toEqual([
    expect.stringMatching(
      /^letters a second: the whole campaign, .* bare HTTP client posting 80 bodies as large/,
    ),
    ...[bench.worker, bench.bare].map(({ seconds }) => Math.round(80 / seconds).toLocaleString('en-GB')),
    `${(1 / bench.ratio).toFixed(2)} of it`,
  ])
})

test('a large campaign beside small ones: each letter once, what one costs, and how the large one went', async () => {
  const told: number[] = []
  const pair = await benchCampaignPair(app, {
    ...{ warmUp: 40, small: 60, large: 700, folder },
    onProgress: ({ done }, letters) => void (letters === 700 && told.push(done)),
  })

  const { small, large, ratio } = pair
  expect([small[0].letters, large.letters, small[1].letters]).toEqual([60, 700, 61])
  expect(small[1].accepted).toEqual({ messages: 861, keys: 861 })
  expect(told.at(-1)).toBe(700)
  for (const { curve } of [...small, large]) {
    expect(curve.map(({ done }) => done)).toEqual(curve.map(({ done }) => done).toSorted((a, b) => a - b))
    const { cpu, seconds, megabytes } = curve.at(-1)!
    const hasProc = (await cpuSecondsOf(process.pid)) !== undefined
    expect(Object.keys(cpu)).toEqual(hasProc ? ['sender', 'postgres', 'standIn'] : ['sender'])
    for (const value of Object.values(cpu)) expect(value).toBeGreaterThanOrEqual(0) // in ticks of 10 ms
    for (const value of [cpu.sender, seconds]) expect(value).toBeGreaterThan(0)
    expect(megabytes).toBeGreaterThan(50)
  }
  expect(ratio).toBe(costOf([large]) / costOf(small))

  const rows = campaignRows(pair)
  expect(rows[0]).toEqual([
    expect.stringMatching(/^CPU milliseconds a letter, .* campaign of 700 letters, beside two of 60,/),
    ...[costOf([large]).toFixed(2), costOf(small).toFixed(2), `${ratio.toFixed(2)} × as much`],
  ])
  const page = campaignPage(pair, 700)
  expect(page).toContain('# A campaign of 700 letters')
  expect(page).not.toContain('broken off')
  expect(campaignPage(pair, 800)).toContain('700 of its letters are measured')
  for (const row of rows) expect(page).toContain(`\n| ${row.join(' | ')} |\n`)
  expect(page).toMatch(/\n\| 700 \| \d+ \| [\d,]+ \| \d+\.\d\d \| \d+\.\d\d \| \d+\.\d\d \|\n$/)
})
