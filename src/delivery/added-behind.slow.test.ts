import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import type { DocumentId } from '../platform/ids.ts'
import { campaignStatus } from './campaign-overview.ts'
import { DocumentsNotReady } from './document-source.ts'
import { runCampaign } from './run-campaign.ts'
import { resumeCampaign } from './stop-campaign.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  documentFor,
  type plainDocuments,
  scriptedMailbox,
  testDeps,
} from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

describe('what is added behind a document when it leaves', () => {
  const withTail = (begin: (id: DocumentId) => Uint8Array) => ({
    render: async (...[, , ids]: Parameters<typeof plainDocuments.render>) =>
      new Map(
        ids.map((id) => {
          const document = Buffer.concat([begin(id), Buffer.from('a seal')])
          return [id, { document, sha256: sha256(document), handedOver: document.length - 6 }] as const
        }),
      ),
  })

  test('leaves with it, under the hash of the whole; what was handed over is looked at as ever', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 2)
    const mailbox = scriptedMailbox(() => accepted)
    const other = withTail((id) => Buffer.concat([documentFor(id), Buffer.from('.')]))
    const stopped = await runCampaign({ ...testDeps(database, mailbox), documents: other }, campaign)
    expect(stopped.stoppedBecause).toMatch(/^document-changed: /)
    const deps = { ...testDeps(database, mailbox), documents: withTail(documentFor) }
    await resumeCampaign(deps, { ...campaign, by: 'test' })
    expect((await runCampaign(deps, campaign)).counts.delivered).toBe(2)
    for (const { document, sha256: hash } of mailbox.messages) {
      expect(Buffer.from(document).toString()).toMatch(/a seal$/)
      expect(hash).toEqual(sha256(document))
    }
  })

  test('when nothing can be made until somebody mends it, the campaign stops with that; other trouble is tried again', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 2)
    const mailbox = scriptedMailbox(() => accepted)
    const failing = (error: Error) => ({
      ...testDeps(database, mailbox),
      documents: { render: () => Promise.reject(error) },
    })
    await expect(runCampaign(failing(new Error('away')), campaign)).rejects.toThrow('away')
    const waiting = await database.inScope(staffOf(firstMunicipality), (db) =>
      campaignStatus(db, campaign, new Date()),
    )
    expect(waiting).toMatchObject({ state: 'open', counts: { waiting: 2 } })
    const notReady = new DocumentsNotReady('seal-not-ready', 'the key is gone')
    const status = await runCampaign(failing(notReady), campaign)
    expect(status).toMatchObject({ state: 'stopped', stoppedBecause: 'seal-not-ready: the key is gone' })
    expect(status.counts.waiting).toBe(2)
    expect(mailbox.messages).toHaveLength(0)
  })
})
