import { createInterface } from 'node:readline'
import { createMailboxFor } from '../src/connectors/ebox/index.ts'
import { type CampaignRef, createTraffic, runCampaign } from '../src/delivery/index.ts'
import { documentsMadeBy } from '../src/delivery/testing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { createLogger } from '../src/platform/log.ts'
import { createVault } from '../src/platform/vault.ts'
import { documentOf, type Road } from './road.ts'

/** What a worker process of the benchmark is told on its first line. */
export interface WorkerStart extends CampaignRef {
  readonly databaseUrl: string
  /** Base64 of 32 bytes. */
  readonly dataKey: string
  readonly settings: Road['settings']
  readonly client: Road['client']
  readonly bytesEach: number
}

// Says `ready`, waits for a second line, sends until the campaign is through, and says `done`.
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const start = JSON.parse(String((await lines.next()).value)) as WorkerStart
const { municipalityId, campaignId, client, bytesEach } = start
const config = readConfig(start.settings)
const database = openDatabase(start.databaseUrl)
const { mailboxFor } = createMailboxFor(config, async () => client)
const deps = {
  database,
  vault: createVault([{ id: 1, key: Buffer.from(start.dataKey, 'base64') }]),
  mailboxFor,
  documents: documentsMadeBy((id) => documentOf(id, bytesEach)),
  clock: systemClock,
  log: createLogger('error'),
  traffic: createTraffic({ concurrency: config.EBOX_CONCURRENCY, ratePerSecond: 1_000_000 }),
}
console.log('ready')
await lines.next()
await runCampaign(deps, { municipalityId, campaignId })
console.log('done')
