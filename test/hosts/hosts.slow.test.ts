import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Plan, Report } from './campaign-on-hosts.ts'
import { ownNamespaces, whyNoHosts } from './network.ts'

/**
 * Two machines with a worker each send one campaign, and one of them is cut off in the middle. On real network stacks,
 * where a cable that is pulled closes no connection; judged by what the e-Box says that it accepted.
 */

const voters = 6000
type Cut = Omit<Plan, 'voters'>
/** All of them take six minutes: `npm run hosts`. */
const plans: readonly Cut[] = [
  { api: 'federal-v3', cut: 'everything' },
  { api: 'federal-v2', cut: 'the database' },
  ...(process.env.HOSTS_EVERY_WAY ? otherPlans() : []),
]

function otherPlans(): Cut[] {
  return [
    { api: 'federal-v2', cut: 'everything' },
    { api: 'federal-v3', cut: 'the database' },
  ]
}

const why = await whyNoHosts()
if (why) console.warn(`Not tried, several machines: ${why}`)

function cutOff(plan: Cut): Promise<Report> {
  const script = fileURLToPath(new URL('campaign-on-hosts.ts', import.meta.url))
  const node = [process.execPath, '--import', 'tsx', script, JSON.stringify({ ...plan, voters })]
  const child = spawn('unshare', [...ownNamespaces, ...node], { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (part) => {
    text += part
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => {
      if (status !== 0) return reject(new Error(`the machines ended with ${status}`))
      const report = JSON.parse(text) as Report
      console.log({ ...plan, ...report, truth: report.truth.accepted })
      resolve(report)
    })
  })
}

describe.skipIf(why !== undefined)('two machines, one of them cut off in the middle', () => {
  test.each(plans)('over $api, from $cut: each person once', async (plan) => {
    const { truth, counts, arrived, ...seen } = await cutOff(plan)
    expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
    expect(truth.distinctRecipients).toBe(truth.accepted)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(voters)
    const delivered = counts.delivered + counts.inactive
    expect(truth.accepted).toBeGreaterThanOrEqual(delivered)
    expect(truth.accepted).toBeLessThanOrEqual(delivered + counts.unconfirmed)
    if (plan.api === 'federal-v3') expect(counts.unconfirmed).toBe(0)
    else expect(counts.unconfirmed).toBeLessThanOrEqual(8)

    // Both sent before the cut and after it; in between what A had was taken over by B.
    expect(seen.batchesHeldByA).toBeGreaterThan(0)
    for (const periods of Object.values(arrived)) {
      expect(periods[0]).toBeGreaterThan(0)
      expect(periods[2]).toBeGreaterThan(0)
    }
    expect(seen.takenOver).toBeGreaterThan(seen.lastOfA)
    if (plan.cut === 'the database') expect(seen.healthOfA).toBe('DOWN')
  })
})
