import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { throughDeadlocks, throughTrouble } from '../platform/db/connection-trouble.ts'
import type { Db } from '../platform/db/database.ts'
import { type Scope, staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import { runCampaign } from './run-campaign.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

/** Locks the rows in this order; both have their first one before either asks for its second. */
function crossing(ids: readonly DocumentId[], bothHaveOne: () => Promise<void>) {
  return database.inScope(staffOf(firstMunicipality), async (db) => {
    await touch(db, ids[0]!)
    await bothHaveOne()
    await touch(db, ids[1]!)
  })
}

async function touch(db: Db, documentId: DocumentId): Promise<void> {
  await sql`update delivery.delivery as d set failures = d.failures + 1
            where d.municipality_id = ${firstMunicipality} and d.document_id = ${documentId}`.execute(db)
}

test.each([
  ['answers that are written down', throughTrouble],
  ['an amendment of the list', throughDeadlocks],
])('two that stand in each other’s way both end: %s', async (_what, again) => {
  const campaign = await aCampaign(database, firstMunicipality, 2)
  const [one, two] = campaign.documents.map(({ documentId }) => documentId)
  let here = 0
  let goOn = () => {}
  const both = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const meet = async () => {
    if (++here === 2) goOn()
    await both
  }
  await Promise.all([again(() => crossing([one!, two!], meet)), again(() => crossing([two!, one!], meet))])
  expect(here, 'one was given up, and came again').toBeGreaterThan(2)
  const failures = await database.inScope(staffOf(firstMunicipality), async (db) => {
    const { rows } = await sql<{ failures: number }>`
      select d.failures from delivery.delivery d where d.municipality_id = ${firstMunicipality}
        and d.campaign_id = ${campaign.campaignId}`.execute(db)
    return rows.map((row) => row.failures)
  })
  expect(failures).toEqual([2, 2])
})

test('a campaign in the foreground goes on when its worker was the one that was given up', async () => {
  const { municipalityId, campaignId } = await aCampaign(database, firstMunicipality, 5)
  const givenUp = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  const refusals = [false, true, true, true]
  const mailbox = scriptedMailbox(() => accepted)
  const deps = {
    ...testDeps(database, mailbox),
    database: {
      ...database,
      inScope: async <T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> => {
        if (refusals.shift()) throw givenUp
        return database.inScope(scope, work)
      },
    },
  }
  const { counts } = await runCampaign(deps, { municipalityId, campaignId })
  expect(counts.delivered).toBe(5)
  expect(mailbox.messages).toHaveLength(5)
  expect(refusals).toEqual([])
})
