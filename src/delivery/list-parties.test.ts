import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { listParties } from './list-parties.ts'
import { noteAnswer } from './party-store.ts'
import { runCampaign } from './run-campaign.ts'
import { stopCampaign } from './stop-campaign.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  for (const each of [firstMunicipality, secondMunicipality]) await addTestMunicipality(database, each)
})
afterAll(() => database.close())

const both = { staff: [firstMunicipality, secondMunicipality] }
const at = (second: number) => new Date(Date.UTC(2029, 4, 20, 8, 0, second))

test('the newest answer of a party counts, whoever tells of it first', async () => {
  const party = { api: 'federal-v3', host: 'box.example' }
  const note = (second: number) =>
    database.inScope(staffOf(firstMunicipality), (db) =>
      noteAnswer(db, party, { at: at(second), traceId: `t${second}` }),
    )
  for (const second of [10, 30, 20]) await note(second)
  expect((await listParties({ database }, both)).answers).toEqual([
    { ...party, answeredAt: at(30), traceId: 't30' },
  ])
  expect((await listParties({ database }, { staff: [] })).answers, 'nobody looks').toEqual([])
})

test('a process that sends tells of the answers it gets', async () => {
  const mailbox = scriptedMailbox(() => accepted)
  await runCampaign(testDeps(database, mailbox), await aCampaign(database, firstMunicipality, 3))
  const { answers } = await listParties({ database }, both)
  const told = answers.find(({ api }) => api === 'scripted')
  expect(mailbox.messages.map(({ traceId }) => traceId)).toContain(told?.traceId)
})

test('a campaign that broke off by itself is named with its municipality; one that a person stopped is not', async () => {
  const stop = async (municipality: typeof firstMunicipality, because: string) =>
    stopCampaign({ database }, { ...(await aCampaign(database, municipality, 1)), because, by: 'test' })
  await stop(firstMunicipality, 'wrong hours in section 12')
  await stop(secondMunicipality, 'mailbox-closed: http-403 (HTTP 403)')
  const { brokenOff } = await listParties({ database }, both)
  expect(brokenOff).toEqual([
    { municipalityId: secondMunicipality, because: 'mailbox-closed: http-403 (HTTP 403)' },
  ])
  expect((await listParties({ database }, { staff: [firstMunicipality] })).brokenOff).toEqual([])
})
