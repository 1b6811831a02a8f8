import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTraffic, runCampaign } from '../../src/delivery/index.ts'
import { aCampaign, addTestMunicipality, testDeps } from '../../src/delivery/testing.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'

/** A release is rolled out in the middle of a campaign; its migration is made up, and changes the tables in use. */

const count = 800
const nextMigration = `
  alter table delivery.campaign add column rolled_out text;
  alter table delivery.delivery add column rolled_out boolean not null default false;
  alter table delivery.attempt add column rolled_out text;
  create table delivery.rolled_out (municipality_id integer primary key);`

let database: TestDatabase
let road: EboxRoad
let owner: pg.Client
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  road = await eboxRoad('federal-v3', { faults: { rules: [{ kind: 'slow-reply', delayMs: 50 }] } })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await addTestMunicipality(database, firstMunicipality)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-migrations-'))
  await cp('migrations', folder, { recursive: true })
  await writeFile(join(folder, '9000_rolled_out.sql'), nextMigration)
})
afterAll(async () => {
  await owner.end()
  await database.close()
  await road.close()
  await rm(folder, { recursive: true })
})

const accepted = () => road.standIn.truth().accepted

async function untilAccepted(goal: number): Promise<void> {
  while (accepted() < goal) await sleep(10)
}

test('the migration waits for a table that is in use without holding up who sends; each person has it once', async () => {
  const campaign = await aCampaign(database, firstMunicipality, count)
  const mailbox = await road.mailboxFor()(firstMunicipality)
  const worker = () => ({
    ...testDeps(database, mailbox),
    traffic: createTraffic({ concurrency: 8, ratePerSecond: 60 }),
  })
  const shutdown = new AbortController()
  const oldWorker = runCampaign(worker(), { ...campaign, shutdown: shutdown.signal })
  await untilAccepted(count / 10)

  await owner.query('begin; lock table delivery.delivery in access share mode')
  const migrating = migrate({ ownerUrl: database.ownerUrl, environment: 'development', folder })
  // Somebody's long step keeps the table until the worker is further: it must not wait behind the migration.
  await untilAccepted(count / 4)
  await owner.query('commit')
  expect((await migrating).applied).toEqual(['9000_rolled_out.sql'])

  const migratedAt = accepted()
  expect(migratedAt).toBeLessThan(count * 0.8)
  await untilAccepted(migratedAt + 20) // the old one, on the new form
  const newWorker = runCampaign(worker(), campaign)
  await untilAccepted(migratedAt + 60)
  shutdown.abort()
  await oldWorker
  const { counts } = await newWorker
  expect(counts.delivered + counts.inactive).toBe(count)
  expect(road.standIn.truth()).toMatchObject({
    ...{ accepted: count, distinctRecipients: count },
    duplicates: { byRecipientAndType: 0, byKey: 0 },
  })
})
