import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { firstMunicipality } from '../test/database.ts'
import { openInstallation, type StormInstallation } from '../test/storm/installation.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  plainDocuments,
  scriptedMailbox,
  testVault,
} from './delivery/testing.ts'
import { startWorker } from './worker.ts'

const purge = vi.hoisted(() => Promise.withResolvers<void>())
vi.mock('./purge-due.ts', () => ({ purgeDue: () => purge.promise }))

let installation: StormInstallation
beforeAll(async () => {
  installation = await openInstallation('federal-v3', { rules: [] }, { settings: { METRICS_PORT: '0' } })
  await addTestMunicipality(installation.app.database, firstMunicipality)
})
afterAll(() => installation.close())

test('a worker that is asked to stop sends nothing more, however long its other work takes to put down', async () => {
  const { app } = installation
  const count = 1000
  await aCampaign(app.database, firstMunicipality, count)
  const mailbox = scriptedMailbox(async () => {
    await sleep(100)
    return accepted
  })
  const worker = await startWorker({
    ...{ ...app, vault: testVault, documents: plainDocuments, mailboxFor: async () => mailbox },
  })
  while (mailbox.messages.length < 20) await sleep(5)
  const stopping = worker.stop()
  await sleep(1000)
  const left = mailbox.messages.length
  await sleep(1000)
  expect(mailbox.messages).toHaveLength(left)
  expect(left).toBeLessThan(count)
  purge.resolve()
  await stopping
})
