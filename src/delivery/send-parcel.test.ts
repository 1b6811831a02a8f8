import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { runCampaign } from './run-campaign.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  personNumber,
  scriptedMailbox,
  testDeps,
} from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

async function linesOf(level: string, answerTo: (recipient: string, call: number) => MailboxAnswer) {
  const written: string[] = []
  const log = pino({ level }, { write: (line: string) => void written.push(line) })
  const campaign = await aCampaign(database, firstMunicipality, 8)
  const mailbox = scriptedMailbox(({ recipient }, call) => answerTo(recipient, call))
  await runCampaign({ ...testDeps(database, mailbox), log }, campaign)
  const traceIds = mailbox.messages.map(({ traceId }) => traceId)
  return { campaign, text: written.join(''), lines: written.map((line) => JSON.parse(line)), traceIds }
}

test('every answer is one line of JSON under the trace id that went with it; what was accepted only when asked', async () => {
  const refused = (detail: string): MailboxAnswer => ({
    ...{ kind: 'permanent', code: 'INVALID_INPUT', detail, httpStatus: 400 },
    trace: { partyTraceId: 'theirs' },
  })
  const answer = (recipient: string, call: number) => (call % 4 === 1 ? refused(recipient) : accepted)
  const { lines, traceIds } = await linesOf('debug', answer)
  expect(lines.map(({ traceId }) => traceId).toSorted()).toEqual(traceIds.toSorted())
  const quiet = await linesOf('info', answer)
  expect(quiet.lines).toHaveLength(2)
  for (const line of quiet.lines)
    expect(line).toMatchObject({
      ...{ level: 40, answer: 'permanent', httpStatus: 400, code: 'INVALID_INPUT', partyTraceId: 'theirs' },
      ...{ party: { api: 'scripted', host: 'box.example' }, municipalityId: 1, attempt: 1 },
    })
})

test('no line holds a person, what the other side said of one, or a key', async () => {
  const { campaign, text } = await linesOf('trace', (recipient) => ({
    ...{ kind: 'permanent', code: 'INVALID_INPUT', detail: `${recipient} is not known`, httpStatus: 400 },
  }))
  expect(text).not.toContain('is not known')
  for (const [n, { mailboxKey }] of campaign.documents.entries()) {
    expect(text).not.toContain(personNumber(n))
    expect(text).not.toContain(mailboxKey)
  }
})
