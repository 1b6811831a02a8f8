import type { App } from './app.ts'
import { dropOldListFiles, dropUnconfirmedOffers, workMessages } from './bureaus/index.ts'
import { carryOutAsked } from './carry-out-asked.ts'
import { measureBacklog, workDeliveries } from './delivery/index.ts'
import { createDeliveryMeter, meterBacklog } from './delivery-metrics.ts'
import { followBureaus } from './follow-bureaus.ts'
import { workRuns } from './letters/index.ts'
import { createMailMeter } from './mail-metrics.ts'
import { listMunicipalities } from './municipalities/index.ts'
import { openMailer } from './open-mailer.ts'
import { openSms } from './open-sms.ts'
import { databaseComponent, partiesComponent, startOperations } from './operations.ts'
import { watchLookUps } from './oversight/index.ts'
import { keepAgreedClock } from './platform/agreed-clock.ts'
import { sealAudit } from './platform/audit.ts'
import { staffOf } from './platform/db/scope.ts'
import { openJobs } from './platform/jobs.ts'
import { createMetrics } from './platform/metrics.ts'
import { workMails } from './portal/mail/work-mails.ts'
import { purgeDue } from './purge-due.ts'
import { dropOldUploads } from './voters/index.ts'

export interface Worker {
  readonly operationsUrl: string
  /** Takes nothing new, finishes what is under way. */
  stop(): Promise<void>
}

const sealEveryMilliseconds = 60_000
const purgeEveryMilliseconds = 3_600_000
const followEveryMilliseconds = 30_000

/** Takes batches of every municipality from the queue. Any number of workers, on any number of machines. */
export async function startWorker(app: App): Promise<Worker> {
  const jobs = await openJobs(app.config.DATABASE_URL, (error) =>
    app.log.error({ error: error.message }, 'queue'),
  )
  const metrics = createMetrics()
  const municipalities = async () =>
    (await listMunicipalities(app.database)).map(({ municipalityId }) => municipalityId)
  meterBacklog(metrics, async () => measureBacklog(app, await municipalities()))
  const clock = await keepAgreedClock(app)
  const deliveries = await workDeliveries(
    { ...app, clock, jobs, meter: createDeliveryMeter(metrics) },
    { municipalities },
  )
  const runs = workRuns({ ...app, portalUrl: app.config.PORTAL_URL }, { municipalities })
  const asked = carryOutAsked(app)
  const mailer = await openMailer(app.config)
  const mails =
    mailer && workMails({ ...app, clock, mailer, meter: createMailMeter(metrics) }, { municipalities })
  const sms = await openSms(app.config)
  const { PORTAL_URL: portalUrl, MAIL_CONNECTIONS: connections } = app.config
  const messages = workMessages({ ...app, clock, mailer, sms, portalUrl, connections }, { municipalities })
  let stopping = false
  const operations = await startOperations(
    app,
    { metrics, components: [databaseComponent(app), partiesComponent(app)], stopping: () => stopping },
    { movable: true }, // more workers on one machine
  )
  const sealing = setInterval(() => void sealAll(app), sealEveryMilliseconds)
  const shutdown = new AbortController()
  let purge = purgeAll(app, shutdown.signal)
  const purging = setInterval(() => {
    purge = purge.then(() => purgeAll(app, shutdown.signal))
  }, purgeEveryMilliseconds)
  let follow = followAll(app, shutdown.signal)
  const following = setInterval(() => {
    follow = follow.then(() => followAll(app, shutdown.signal))
  }, followEveryMilliseconds)
  return {
    operationsUrl: operations.url,
    async stop() {
      stopping = true
      clearInterval(sealing)
      clearInterval(following)
      clearInterval(purging)
      shutdown.abort()
      // At once: a purge or a proof takes its time to put down, and nothing may leave meanwhile.
      await Promise.all([
        purge,
        follow,
        runs.stop(),
        asked.stop(),
        deliveries.stop(),
        mails?.stop(),
        messages.stop(),
      ])
      mailer?.close()
      clock.stop()
      await jobs.stop()
      await operations.close()
    },
  }
}

async function sealAll(app: App): Promise<void> {
  try {
    for (const { municipalityId } of await listMunicipalities(app.database)) {
      await app.database.inScope(staffOf(municipalityId), (db) => sealAudit(db, municipalityId))
      await watchLookUps(app, { municipalityId })
    }
  } catch (error) {
    app.log.error(
      { error: (error as Error).message },
      'the audit log was not sealed or watched; it will be next time',
    )
  }
}

async function followAll(app: App, signal: AbortSignal): Promise<void> {
  try {
    await followBureaus(app, signal)
  } catch (error) {
    app.log.error(
      { error: (error as Error).message },
      'what became of members of bureaus was not taken over; the next turn goes on',
    )
  }
}

/** What is due today; a step that fails now is tried again at the next turn. */
async function purgeAll(app: App, signal: AbortSignal): Promise<void> {
  try {
    await purgeDue(app, signal)
    for (const { municipalityId } of await listMunicipalities(app.database)) {
      await dropOldUploads(app, municipalityId)
      await dropOldListFiles(app, municipalityId)
      await dropUnconfirmedOffers(app, municipalityId)
    }
  } catch (error) {
    app.log.error({ error: (error as Error).message }, 'the purge failed; the next turn goes on')
  }
}
