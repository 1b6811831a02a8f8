import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { campaignStatus } from './campaign-overview.ts'
import { dispatch } from './dispatch.ts'
import { aCampaign, aDocument, addTestMunicipality } from './testing.ts'

const scope = staffOf(firstMunicipality)
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

test('documents go in batches of five hundred, numbered on over several dispatches', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 501)
  const more = Array.from({ length: 3 }, (_, n) => aDocument(campaign, 1000 + n))
  await database.inScope(scope, (db) => dispatch(db, campaign, more))
  const { rows } = await database.inScope(scope, (db) =>
    sql`select d.batch, count(*)::integer as count from delivery.delivery d
        where d.campaign_id = ${campaign.campaignId} group by d.batch order by d.batch`.execute(db),
  )
  expect(rows).toEqual([
    { batch: 1, count: 500 },
    { batch: 2, count: 1 },
    { batch: 3, count: 3 },
  ])
})

test('who cannot be reached is counted with a reason, and never sent', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 2)
  const nobody = { ...aDocument(campaign, 7), recipientCipher: Buffer.alloc(0), unreachable: 'no-number' }
  await database.inScope(scope, (db) => dispatch(db, campaign, [nobody]))
  const status = await database.inScope(scope, (db) => campaignStatus(db, campaign, new Date()))
  expect(status).toMatchObject({ total: 3, counts: { waiting: 2, unreachable: 1 } })
  expect(status!.byReason).toEqual([{ state: 'unreachable', reason: 'no-number', count: 1 }])
})

test('a mailbox key is one for ever, over all campaigns', async () => {
  const one = await aCampaign(database, firstMunicipality, 1)
  const other = await aCampaign(database, firstMunicipality, 1)
  const stolen = { ...aDocument(other, 5), mailboxKey: one.documents[0]!.mailboxKey }
  await expect(database.inScope(scope, (db) => dispatch(db, other, [stolen]))).rejects.toThrow(
    /duplicate key/,
  )
  await expect(database.inScope(scope, (db) => dispatch(db, one, one.documents))).rejects.toThrow(
    /duplicate key/,
  )
})

test('a release that is rolled back hands nothing over', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 0)
  const release = database.inScope(scope, async (db) => {
    await dispatch(db, campaign, [aDocument(campaign, 1)])
    throw new Error('second thoughts')
  })
  await expect(release).rejects.toThrow('second thoughts')
  const status = await database.inScope(scope, (db) => campaignStatus(db, campaign, new Date()))
  expect(status!.total).toBe(0)
})

test('while a release is under way, other campaigns go on', async () => {
  const running = await aCampaign(database, firstMunicipality, 1)
  await database.inScope(scope, async (db) => {
    await sql`select delivery.add_partition(gen_random_uuid())`.execute(db)
    await database.inScope(scope, (other) =>
      sql`update delivery.delivery set attempts = 0 where campaign_id = ${running.campaignId}`.execute(other),
    )
  })
})
