import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { runCampaign } from '../../delivery/index.ts'
import { accepted, scriptedMailbox, testDeps } from '../../delivery/testing.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, DocumentId } from '../../platform/ids.ts'
import { createTypesetter } from '../../platform/pdf/typesetter.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { revoke } from '../assignments/revoke.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { aLocalElection, bureauDeps } from '../testing.ts'
import { convoke } from './convoke.ts'
import { followMemberLetters } from './follow-member-letters.ts'
import { createMemberLetterSource, MemberLetterChanged, makeMemberLetters } from './make-member-letters.ts'
import { memberLetterCampaign } from './member-letter-campaign.ts'
import { lettersOf } from './member-letter-store.ts'
import { previewCall } from './open-member-letter.ts'
import { printMemberLetters } from './print-member-letters.ts'
import { proveDelivery } from './prove-delivery.ts'
import { sendMemberLetter } from './send-member-letter.ts'
import { designatedMembers } from './testing.ts'

const typesetter = createTypesetter()
const authority = 'de vrederechter van het kanton Zonnedorp'
const people = 8

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: typeof typesetter; portalUrl: string }
let election: Election
let assignments: AssignmentId[]
beforeAll(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), typesetter, portalUrl: 'https://kiesloket.example' }
  election = await aLocalElection(database, firstMunicipality)
  assignments = await designatedMembers(deps, election, people)
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)
const lettersNow = () => inScope((db) => lettersOf(db, election, assignments))
const letterOf = async (assignmentId: AssignmentId) =>
  (await inScope((db) => lettersOf(db, election, [assignmentId])))[0]!
const assignmentNow = async (assignmentId: AssignmentId) =>
  (await inScope((db) => selectAssignments(db, election, { assignments: [assignmentId] })))[0]!
const call = () => convoke(deps, { election, authority, by: 'clerk' })

/** Delivered to mailboxes of which the first is not active. */
async function deliver() {
  const mailbox = scriptedMailbox(({ key }, nth) => ({ ...accepted, receipt: key, inactive: nth === 1 }))
  const documents = createMemberLetterSource(deps)
  const campaignId = memberLetterCampaign(election, 'designation')
  const status = await runCampaign(
    { ...testDeps(database, mailbox), vault: deps.vault, documents, clock: deps.clock },
    { municipalityId: firstMunicipality, campaignId },
  )
  return { status, mailbox }
}

describe('a call', () => {
  test('can be looked at before it is sent, and keeps nothing', async () => {
    const seen = await previewCall(deps, { election, assignmentId: assignments[0]!, authority, by: 'clerk' })
    expect(seen).toMatchObject({ ok: true })
    expect(await lettersNow()).toEqual([])
  })

  test('is not sent without who decided, nor with a national number in that', async () => {
    const wrong = (text: string) => convoke(deps, { election, authority: text, by: 'clerk' })
    expect(await wrong(' ')).toMatchObject({ because: 'no-authority' })
    expect(await wrong('85.61.01-001.67 80610100132')).toMatchObject({ because: 'number-in-text' })
  })

  test('who has no address is told of, and the others are called', async () => {
    await inScope((db) =>
      sql`update bureaus.member m set address = null from bureaus.assignment a
          where a.member_id = m.member_id and a.assignment_id = ${assignments[7]}`.execute(db),
    )
    expect(await call()).toMatchObject({
      ...{ ok: true, called: people - 1, isStopped: false },
      notCalled: [{ assignmentId: assignments[7], because: 'no-address' }],
    })
    expect((await assignmentNow(assignments[0]!)).axes.delivery).toBe('SENT')
    expect((await assignmentNow(assignments[7]!)).axes.delivery).toBe('NOT_SENT')
  })

  test('goes to nobody twice', async () => {
    const before = await lettersNow()
    expect(await call()).toMatchObject({ ok: true, called: 0 })
    expect(await lettersNow()).toEqual(before)
  })

  test('holds no national number in what is kept of it', async () => {
    const { rows } = await inScope((db) =>
      sql<{ facts: string }>`select facts::text as facts from bureaus.member_letter`.execute(db),
    )
    expect(rows).toHaveLength(people - 1)
    for (const { facts } of rows) expect(facts).not.toMatch(/\d{11}|\d{2}\.\d{2}\.\d{2}-/)
    expect(rows[0]!.facts).toContain('3 dagen')
  })
})

describe('what became of it', () => {
  test('starts the time for an excuse, at the moment of delivery; what did not arrive goes on paper', async () => {
    deps.clock.moveTo('2030-08-21T08:00:00Z')
    const { status, mailbox } = await deliver()
    expect(status.counts).toMatchObject({ delivered: people - 2, inactive: 1 })
    expect(new Set(mailbox.messages.map(({ subject }) => subject)).size).toBe(1)
    deps.clock.moveTo('2030-08-25T08:00:00Z')
    expect(await followMemberLetters(deps, election)).toEqual({ delivered: people - 2, undelivered: 1 })
    expect(await followMemberLetters(deps, election)).toEqual({ delivered: 0, undelivered: 0 })
    const letters = await lettersNow()
    const arrived = await assignmentNow(letters.find(({ state }) => state === 'delivered')!.assignmentId)
    expect(arrived).toMatchObject({
      axes: { delivery: 'DELIVERED' },
      deliveredAt: new Date('2030-08-21T08:00:00Z'),
      excuseUntil: new Date('2030-08-24T22:00:00Z'),
    })
    const told = (await inScope((db) => timelineOf(db, election, arrived.assignmentId))).at(-1)
    expect(told).toMatchObject({ details: { channel: 'mailbox', proof: expect.any(String) } })
    const left = letters.find(({ state }) => state === 'undelivered')!
    expect((await assignmentNow(left.assignmentId)).axes.delivery).toBe('UNDELIVERED')
  })

  test('on paper: each on a sheet of its own, and printed once', async () => {
    const pieces: Uint8Array[] = []
    const write = async (bytes: Uint8Array) => void pieces.push(bytes)
    const print = (again: boolean) => printMemberLetters(deps, { election, again, by: 'clerk', write })
    const printed = await print(false)
    expect(printed).toMatchObject({ ok: true, letters: 1 })
    expect(Buffer.concat(pieces).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await print(false)).toMatchObject({ because: 'nothing-to-print' })
    expect(await print(true)).toMatchObject({ ok: true, letters: 1 })
  })

  test('a proof says when it came, and from then on runs the time', async () => {
    const { letterId, assignmentId } = (await lettersNow()).find(({ state }) => state === 'printed')!
    const prove = (proof: { means: 'registered' | 'in-hand'; number?: string }, at: string) =>
      proveDelivery(deps, { election, letterId, proof, at: new Date(at), by: 'clerk' })
    const registered = { means: 'registered', number: 'RR123456785BE' } as const
    expect(await prove({ means: 'registered' }, '2030-08-24T10:00:00Z')).toMatchObject({
      because: 'number-missing',
    })
    expect(await prove(registered, '2030-08-26T10:00:00Z')).toMatchObject({ because: 'in-the-future' })
    expect(await prove(registered, '2030-08-01T10:00:00Z')).toMatchObject({ because: 'before-it-was-sent' })
    expect(await prove({ means: 'registered', number: '80610100132' }, '2030-08-24T10:00:00Z')).toMatchObject(
      {
        because: 'number-in-text',
      },
    )
    expect(await prove(registered, '2030-08-24T10:00:00Z')).toMatchObject({ ok: true })
    expect(await assignmentNow(assignmentId)).toMatchObject({
      axes: { delivery: 'DELIVERED' },
      deliveredAt: new Date('2030-08-24T10:00:00Z'),
      excuseUntil: new Date('2030-08-27T22:00:00Z'),
    })
    const events = await inScope((db) => timelineOf(db, election, assignmentId))
    expect(events.at(-1)).toMatchObject({ details: { channel: 'registered', proof: 'RR123456785BE' } })
    expect(await prove(registered, '2030-08-24T10:00:00Z')).toMatchObject({ because: 'letter-settled' })
  })
})

describe('a letter after a decision', () => {
  const send = (order: Partial<Parameters<typeof sendMemberLetter>[2]> & { assignmentId: AssignmentId }) =>
    inScope((db) =>
      sendMemberLetter(db, deps, { election, letter: 'designation', authority, by: 'clerk', ...order }),
    )

  test('that says something else is a next version, and the first is never sent again', async () => {
    // Of one letter the mailbox was not active, and which that was nobody chose.
    const arrived = (await lettersNow()).filter(({ state }) => state === 'delivered')
    const { assignmentId } = arrived.find((one) => assignments.slice(1, 3).includes(one.assignmentId))!
    await inScope((db) =>
      sql`update elections.voting_section r set room = 'refter' where r.section = 1`.execute(db),
    )
    expect(await send({ assignmentId })).toMatchObject({ ok: true })
    const [second, first] = await inScope((db) => lettersOf(db, election, [assignmentId]))
    expect(second).toMatchObject({ version: 2, state: 'sent', facts: { where: { room: 'refter' } } })
    expect(first).toMatchObject({ version: 1, state: 'delivered' })
    expect((await assignmentNow(assignmentId)).axes.delivery).toBe('DELIVERED')
  })

  test('takes its campaign, its subject and its reason along, in the transaction of the decision', async () => {
    const assignmentId = assignments[3]!
    const step = { election, assignmentId, by: 'judge', authority: 'magistrate', reason: 'verhuisd' } as const
    expect(await revoke(deps, step)).toMatchObject({ ok: true })
    const order = { assignmentId, letter: 'retracted', reason: 'Je bent verhuisd.' } as const
    const undone = inScope(async (db) => {
      await sendMemberLetter(db, deps, { election, authority, by: 'clerk', ...order })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await letterOf(assignmentId)).kind).toBe('designation')
    expect(await send(order)).toMatchObject({ ok: true })
    expect(await letterOf(assignmentId)).toMatchObject({
      ...{ kind: 'retracted', version: 1, campaignId: memberLetterCampaign(election, 'retracted') },
      facts: { reason: 'Je bent verhuisd.' },
    })
  })
})

test('a letter that would have other bytes is not made, and stops its campaign', async () => {
  const { letterId } = await letterOf(assignments[4]!)
  const source = createMemberLetterSource(deps)
  const ids: DocumentId[] = [letterId]
  expect((await source.render(firstMunicipality, election.electionId, ids)).size).toBe(1)
  await inScope((db) =>
    sql`update bureaus.member_letter set facts = jsonb_set(facts, '{fee}', '"5000 euro"') where letter_id = ${letterId}`.execute(
      db,
    ),
  )
  await expect(makeMemberLetters(deps, election, ids)).rejects.toThrow(MemberLetterChanged)
  await expect(source.render(firstMunicipality, election.electionId, ids)).rejects.toMatchObject({
    code: 'document-changed',
  })
})
