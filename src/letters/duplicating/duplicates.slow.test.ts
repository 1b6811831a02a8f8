import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { breaches } from '../../../test/verapdf.ts'
import { campaignStatus } from '../../delivery/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { sha256 } from '../../platform/hash.ts'
import { type DocumentId, newId } from '../../platform/ids.ts'
import { withdrawLetter } from '../amending/withdraw-letter.ts'
import { lettersFacts } from '../certificate/certificate-overview.ts'
import { createLetterSource } from '../letter-source.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { countingScope, reconcileIn } from '../reconciling/reconcile-letters.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { duplicateId, duplicatesCampaign } from './duplicate.ts'
import { countByReason } from './duplicate-store.ts'
import { type DuplicateRequest, issueDuplicate } from './issue-duplicate.ts'
import { openDuplicate } from './open-duplicate.ts'

const voters = 40
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  await trial.compose()
})
afterAll(() => trial.database.close())

const issue = (listNumber: number, facts: Partial<DuplicateRequest> = {}, moment = '2029-05-02T10:00:00Z') =>
  issueDuplicate(
    { ...trial.deps, clock: fixedClock(moment) },
    {
      ...{ election: trial.election, listNumber, reason: 'not-received', identity: 'identity-card' },
      ...{ channel: 'print', by: 'clerk', ...facts },
    },
  )
const lettersOf = (listNumber: number) => {
  const { municipalityId, electionId } = trial.election
  return trial.here((db) => lettersOfListNumber(db, municipalityId, electionId, listNumber))
}

describe('at the counter', () => {
  test('only of a letter that was released', async () => {
    expect(await issue(3)).toMatchObject({ because: 'not-released' })
    expect(await issue(9999)).toMatchObject({ because: 'no-such-letter' })
    expectOk(await trial.sample())
    expectOk(await trial.release(expectOk(await trial.request()).sampleSha256))
  })

  test('the same letter with the mark, accessible and for the archive; counted, and its letter stays as it was', async (context) => {
    const [letter] = await lettersOf(3)
    const first = expectOk(await issue(3))
    const second = expectOk(await issue(3))
    expect([first.number, second.number]).toEqual([1, 2])
    expect(sha256(first.pdf), 'the same bytes').toEqual(sha256(second.pdf))
    expect(sha256(first.pdf)).not.toEqual(letter!.pdf_sha256)
    const [page] = (await readPdf(first.pdf)).pages
    const { text, structure } = page!
    expect(JSON.stringify(structure), 'read aloud as well').toContain('DUPLICAAT')
    expect(text).toContain('DUPLICAAT')
    expect(text).toContain(letter!.facts.fullName)
    expect((await lettersOf(3))[0]).toEqual(letter)
    expect(await breaches(context, [first.pdf])).toEqual([])
  })

  test('of a letter that did not fit its plate too', async () => {
    const { rows } = await trial.here((db) =>
      sql<{
        list_number: number
      }>`select l.list_number from letters.letter l where l.typeset_whole is not null`.execute(db),
    )
    expect(rows.length).toBeGreaterThan(0)
    const issued = expectOk(await issue(rows[0]!.list_number, { channel: 'mailbox' }))
    expect((await readPdf(issued.pdf)).pages[0]!.text).toContain('DUPLICAAT')
  })

  test('for the reasons of the law, until its hour of polling day', async () => {
    expect(await issue(4, { reason: 'lost' })).toMatchObject({ because: 'reason-not-offered' })
    expect(await issue(4, {}, '2029-06-10T13:59:59Z')).toMatchObject({ ok: true })
    expect(await issue(4, {}, '2029-06-10T14:00:00Z'), 'closing at 16:00 in Brussels').toMatchObject({
      because: 'too-late',
    })
  })

  test('written into the log with why and how identity was checked, under the voter', async () => {
    const [letter] = await lettersOf(3)
    const { rows } = await trial.here((db) =>
      sql<{ actor: string; subject: string; details: object }>`
        select e.actor, e.subject, e.details from platform.audit_event e
        where e.action = 'letters.duplicated' order by e.event_id`.execute(db),
    )
    expect(rows[0]).toEqual({
      actor: 'clerk',
      subject: letter!.voter_id,
      details: {
        ...{ letterId: letter!.letter_id, number: 1, channel: 'print' },
        ...{ reason: 'not-received', identity: 'identity-card' },
      },
    })
  })
})

describe('to the mailbox', () => {
  const campaignId = () => duplicatesCampaign(trial.election.municipalityId, trial.election.electionId)
  const status = () =>
    trial.here((db) =>
      campaignStatus(db, { ...trial.election, campaignId: campaignId() }, trial.deps.clock.now()),
    )

  test('a document of its own, under a key of its own, before every campaign', async () => {
    const { municipalityId, electionId } = trial.election
    const [letter] = await lettersOf(5)
    const { duplicateId: id, pdf } = expectOk(await issue(5, { channel: 'mailbox' }))
    const { rows } = await trial.here((db) =>
      sql<{ keys: number; documents: number }>`select count(distinct k.mailbox_key)::integer as keys,
          count(distinct k.document_id)::integer as documents from delivery.mailbox_key k
        where k.document_id = any(${[letter!.letter_id, id]}::uuid[])`.execute(db),
    )
    expect(rows[0]).toEqual({ keys: 2, documents: 2 })
    const { rows: first } = await trial.here((db) =>
      sql<{ id: string }>`select c.campaign_id as id from delivery.campaign c where c.goes_at_once`.execute(
        db,
      ),
    )
    expect(first).toEqual([{ id: campaignId() }])
    const made = await createLetterSource(trial.deps).render(municipalityId, electionId, [
      id,
      letter!.letter_id as string as DocumentId,
    ])
    expect(Buffer.from(made.get(id)!.document)).toEqual(Buffer.from(pdf))
    expect(made.size).toBe(2)
  })

  test('one that did not fit its plate leaves with the bytes that were issued', async () => {
    const { municipalityId, electionId } = trial.election
    const { rows } = await trial.here((db) =>
      sql<{
        id: DocumentId
      }>`select d.duplicate_id as id from letters.duplicate d where d.pdf is not null`.execute(db),
    )
    const made = await createLetterSource(trial.deps).render(municipalityId, electionId, [rows[0]!.id])
    expect(sha256(made.get(rows[0]!.id)!.document)).toEqual(made.get(rows[0]!.id)!.sha256)
  })

  test('beside the sum of the certificate, and told there', async () => {
    const scope = await trial.here((db) => countingScope(db, trial.election))
    expect(scope!.campaigns).not.toContain(campaignId())
    const { reconciliation } = await trial.here((db) => reconcileIn(db, scope!))
    expect(reconciliation.digital.voters).toBe(voters)
    expect(reconciliation.faults.filter(({ channel }) => channel === 'digital')).toEqual([])
    const facts = await trial.here((db) => lettersFacts(db, scope!))
    expect(facts.duplicates).toEqual({ printed: 3, sent: 2 })
  })

  test('a letter that is taken back has none, and one that waits does not leave', async () => {
    const before = (await status())!.counts.waiting
    const reason = 'struck'
    expectOk(
      await withdrawLetter(trial.deps, { election: trial.election, listNumber: 5, reason, by: 'test' }),
    )
    expect((await status())!.counts).toMatchObject({ waiting: before - 1, cancelled: 1 })
    expect(await issue(5)).toMatchObject({ because: 'not-current', detail: 'version 1 is withdrawn' })
    await trial.compose()
    expect(await issue(5), 'the next version is not released yet').toMatchObject({ because: 'not-released' })
  })
})

test('two counters at once issue two numbers, never one twice', async () => {
  const both = await Promise.all([issue(7, { channel: 'mailbox' }), issue(7, { channel: 'mailbox' })])
  expect(both.map((one) => expectOk(one).number).sort()).toEqual([1, 2])
  const [letter] = await lettersOf(7)
  expect(duplicateId(letter!.letter_id, 1)).not.toBe(duplicateId(letter!.letter_id, 2))
})

describe('a form that is sent twice', () => {
  test('issues one duplicate, and one event', async () => {
    const request = { requestId: newId<string>(), channel: 'mailbox' } as const
    const [first, again] = (await Promise.all([issue(8, request), issue(8, request)])).map(expectOk)
    expect(again!.duplicateId).toBe(first!.duplicateId)
    expect(expectOk(await issue(8, { ...request, channel: 'print' })).number, 'asked for on paper too').toBe(
      2,
    )
    const { rows } = await trial.here((db) =>
      sql<{ count: number }>`select count(*)::integer as count from platform.audit_event e
        where e.action = 'letters.duplicated' and e.details ->> 'letterId' = ${first!.letterId}`.execute(db),
    )
    expect(rows[0]!.count).toBe(2)
  })
})

describe('what was issued on paper', () => {
  const open = (duplicateId: DocumentId, format: 'pdf' | 'large-print' = 'pdf') =>
    openDuplicate(trial.deps, { election: trial.election, duplicateId, format, by: 'clerk' })

  test('opens again byte for byte, also of a letter that did not fit its plate, and in large print with its mark', async () => {
    const { rows } = await trial.here((db) =>
      sql<{
        list_number: number
      }>`select l.list_number from letters.letter l where l.typeset_whole is not null and l.state = 'released'`.execute(
        db,
      ),
    )
    for (const listNumber of [9, rows[0]!.list_number]) {
      const issued = expectOk(await issue(listNumber))
      const opened = expectOk(await open(issued.duplicateId))
      expect(sha256(opened.pdf)).toEqual(sha256(issued.pdf))
      const large = expectOk(await open(issued.duplicateId, 'large-print'))
      expect((await readPdf(large.pdf)).pages[0]!.text).toContain('DUPLICAAT')
    }
  })

  test('not when it went to the mailbox, nor when its letter was taken back', async () => {
    const sent = expectOk(await issue(10, { channel: 'mailbox' }))
    expect(await open(sent.duplicateId)).toMatchObject({ because: 'not-on-paper' })
    expect(await open(newId())).toMatchObject({ because: 'no-such-duplicate' })
    const printed = expectOk(await issue(10))
    const facts = { election: trial.election, listNumber: 10, reason: 'struck', by: 'test' } as const
    expectOk(await withdrawLetter(trial.deps, facts))
    expect(await open(printed.duplicateId)).toMatchObject({ because: 'not-current' })
  })

  test('is counted by reason and channel, since any moment', async () => {
    const { municipalityId, electionId } = trial.election
    const count = (since: string) =>
      trial.here((db) => countByReason(db, municipalityId, electionId, new Date(since)))
    const all = await count('2029-01-01T00:00:00Z')
    expect(all.every(({ total, since }) => total === since)).toBe(true)
    const lastDay = await count('2029-06-10T00:00:00Z')
    expect(lastDay.find(({ channel }) => channel === 'print')).toMatchObject({
      reason: 'not-received',
      since: 1,
    })
  })
})
