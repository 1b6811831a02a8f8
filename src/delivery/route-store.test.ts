import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import { claimDocuments } from './attempt-store.ts'
import type { CampaignRef } from './campaign.ts'
import { timelineOf } from './delivery-overview.ts'
import { travelledRoutes } from './route-store.ts'
import { runCampaign } from './run-campaign.ts'
import { settleUnconfirmed } from './settle-unconfirmed.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

const scope = staffOf(firstMunicipality)
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const timelineIn = (campaign: CampaignRef, documentId: DocumentId) =>
  database.inScope(scope, (db) => timelineOf(db, campaign, documentId))

/** A worker on another road that was killed right after it claimed one document. */
const killedOn = (route: string, campaign: CampaignRef) =>
  database.inScope(scope, (db) => {
    const by = { route, hasKeys: true }
    return claimDocuments(db, { ...campaign, batch: 1 }, { claim: 'dead', now: new Date(), limit: 1, by })
  })

const routesOf = ({ campaignId }: CampaignRef) =>
  database.inScope(scope, (db) => travelledRoutes(db, firstMunicipality, [campaignId]))

test('the road is kept with each attempt, whatever the settings say later', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 2)
  expect(await routesOf(campaign)).toEqual([])
  await runCampaign(
    testDeps(
      database,
      scriptedMailbox(() => accepted, false),
    ),
    campaign,
  )
  expect(await routesOf(campaign)).toEqual([{ route: 'scripted', hasKeys: false }])
  const [document] = campaign.documents
  expect((await timelineIn(campaign, document!.documentId))!.timeline).toMatchObject([{ route: 'scripted' }])
})

test('what may have arrived by one road is not sent by another until a person settles it', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 3)
  const [doubtful] = await killedOn('another road', campaign)
  const mailbox = scriptedMailbox(() => accepted)
  const status = await runCampaign(testDeps(database, mailbox), campaign)
  expect(status.byReason).toEqual([{ state: 'unconfirmed', reason: 'route-changed', count: 1 }])
  expect(mailbox.messages.map(({ key }) => key)).not.toContain(doubtful!.mailboxKey)
  const facts = {
    documentId: doubtful!.documentId,
    as: 'send-again',
    evidence: 'not found',
    by: 'test',
  } as const
  expect(await settleUnconfirmed(testDeps(database, mailbox), { ...campaign, ...facts })).toEqual({
    ok: true,
  })
  expect((await runCampaign(testDeps(database, mailbox), campaign)).counts.delivered).toBe(3)
  expect(await routesOf(campaign)).toEqual([
    { route: 'another road', hasKeys: true },
    { route: 'scripted', hasKeys: true },
  ])
})
