import { createMailboxFor } from '../src/connectors/ebox/index.ts'
import { createTraffic, runCampaign, workDeliveries } from '../src/delivery/index.ts'
import { plainDocuments } from '../src/delivery/testing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import type { CampaignId, MunicipalityId } from '../src/platform/ids.ts'
import { openJobs } from '../src/platform/jobs.ts'
import { createLogger } from '../src/platform/log.ts'
import { createVault, parseDataKeys } from '../src/platform/vault.ts'

/**
 * A worker as a process of its own, for tests that kill it. With WORK_AS=jobs it takes batches from the queue until
 * it is killed; otherwise it runs one campaign to its end, as the command line does.
 */
const config = readConfig(process.env)
const database = openDatabase(config.DATABASE_URL!, 6)
const municipalityId = 1 as MunicipalityId
const { mailboxFor } = createMailboxFor(config, async () => ({ enterpriseNumber: '1999000150' }))
const deps = {
  database,
  mailboxFor,
  vault: createVault(parseDataKeys(config.KIESLOKET_DATA_KEY!)),
  documents: plainDocuments,
  clock: systemClock,
  log: createLogger(config.LOG_LEVEL),
  traffic: createTraffic({
    concurrency: config.EBOX_CONCURRENCY,
    ratePerSecond: config.EBOX_RATE_PER_SECOND,
    backoff: { firstSeconds: 0.05, capSeconds: 1 },
  }),
}

if (process.env.WORK_AS === 'jobs') {
  const jobs = await openJobs(database.url, (error) => deps.log.warn({ error: error.message }, 'queue'))
  await workDeliveries(
    { ...deps, jobs },
    { municipalities: async () => [municipalityId], sweepEverySeconds: 1 },
  )
} else {
  await runCampaign(deps, { municipalityId, campaignId: process.env.CAMPAIGN as CampaignId })
  process.exit(0)
}
