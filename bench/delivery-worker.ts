import { createInterface } from 'node:readline'
import { openApp } from '../src/app.ts'
import { createMailboxFor } from '../src/connectors/ebox/index.ts'
import { type CampaignStatus, type DeliveryDeps, runCampaign, workDeliveries } from '../src/delivery/index.ts'
import { documentsMadeBy } from '../src/delivery/testing.ts'
import { openJobs } from '../src/platform/jobs.ts'
import { documentOf } from './road.ts'
import type { Told, WorkerStart } from './worker-process.ts'

// Says `ready`, waits for a second line, sends what it was told to while it says how far it is, and says `done`.
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const start = JSON.parse(String((await lines.next()).value)) as WorkerStart
const app = await openApp({ LOG_LEVEL: 'error', ...process.env, ...start.env })
const deps = start.made ? ofMadeDocuments(start.made) : app
if (start.warmUp) await runCampaign(deps, start.warmUp)
console.log('ready')
await lines.next()
const before = process.cpuUsage()
if (start.campaign) await runCampaign(deps, { ...start.campaign, onProgress: tell })
else await workUntilStopped(start.municipalities ?? [])
console.log('done')
await lines.next()
await app.close()

function ofMadeDocuments({ bytesEach, client }: NonNullable<WorkerStart['made']>): DeliveryDeps {
  const { mailboxFor } = createMailboxFor(app.config, async () => client)
  return { ...app, mailboxFor, documents: documentsMadeBy((id) => documentOf(id, bytesEach)) }
}

function tell({ total, counts }: CampaignStatus): void {
  const { user, system } = process.cpuUsage(before)
  const told: Told = {
    done: total - counts.waiting - counts.attempting,
    megabytes: process.memoryUsage.rss() / 2 ** 20,
    cpuSeconds: (user + system) / 1e6,
  }
  console.log(JSON.stringify(told))
}

async function workUntilStopped(municipalities: NonNullable<WorkerStart['municipalities']>): Promise<void> {
  const jobs = await openJobs(app.config.DATABASE_URL, (error) => console.error(error.message))
  const work = await workDeliveries({ ...deps, jobs }, { municipalities: async () => municipalities })
  await lines.next()
  await work.stop()
  await jobs.stop()
}
