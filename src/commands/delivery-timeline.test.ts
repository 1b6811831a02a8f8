import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { outcomesAfter } from '../delivery/delivery-overview.ts'
import { runCampaign } from '../delivery/run-campaign.ts'
import { showTimeline } from '../delivery/show-timeline.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from '../delivery/testing.ts'
import { latestAuditEvents } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import { type DocumentId, newId } from '../platform/ids.ts'
import { timelineLines } from './delivery-timeline.ts'

const scope = staffOf(firstMunicipality)
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

test('a timeline is evidence: what left, under which request, when, and what came back; who looked is kept', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const sent: { traceId: string; sha256: Buffer }[] = []
  const mailbox = scriptedMailbox((message, call) => {
    sent.push({ traceId: message.traceId, sha256: sha256(message.document) })
    if (call === 1) return { kind: 'later', code: 'http-502', httpStatus: 502 }
    return { ...accepted, trace: { answeredTraceId: 'our-second-call', partyTraceId: 'their-answer' } }
  })
  await runCampaign(testDeps(database, mailbox), { ...campaign, onProgress: () => {} })
  const [outcome] = await database.inScope(scope, (db) => outcomesAfter(db, campaign, undefined, 1))
  const { documentId } = outcome!
  const shown = (await showTimeline({ database }, { ...campaign, documentId, by: 'anna' }))!

  expect(shown).toMatchObject({ state: 'delivered', attempts: 2, receipt: outcome!.receipt })
  expect(sent.map((each) => each.sha256)).toEqual([shown.documentSha256, shown.documentSha256])
  expect(shown.timeline.map(({ traceId }) => traceId)).toEqual(sent.map(({ traceId }) => traceId))
  expect(shown.timeline.map(({ outcome: kind, httpStatus }) => [kind, httpStatus])).toEqual([
    ['later', 502],
    ['accepted', 201],
  ])
  const text = timelineLines(shown).join('\n')
  const traces = [sent[1]!.traceId, 'then our-second-call', 'their id their-answer']
  for (const proof of [shown.documentSha256.toString('hex'), outcome!.receipt!, ...traces])
    expect(text).toContain(proof)

  const looked = () => database.inScope(scope, (db) => latestAuditEvents(db, firstMunicipality, 10))
  const seen = (await looked()).filter(({ action }) => action === 'delivery.timeline-shown')
  expect(seen).toMatchObject([{ actor: 'anna', subject: documentId }])
  const nobody = { ...campaign, documentId: newId<DocumentId>(), by: 'anna' }
  expect(await showTimeline({ database }, nobody)).toBeUndefined()
  expect((await looked()).filter(({ action }) => action === 'delivery.timeline-shown')).toHaveLength(1)
})
