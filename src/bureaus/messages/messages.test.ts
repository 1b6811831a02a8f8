import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { testNumber, testVault } from '../../voters/testing.ts'
import { answerCall } from '../answering/answer-call.ts'
import { noteContact } from '../answering/note-contact.ts'
import { revoke } from '../assignments/revoke.ts'
import { askForMore } from '../excuses/judge-excuse.ts'
import { requestExcuse } from '../excuses/request-excuse.ts'
import {
  adopted,
  aLocalElection,
  aPollingBureau,
  aReachableMember,
  bureauDeps,
  withSections,
  withVoters,
} from '../testing.ts'
import { languagesFor } from './message-languages.ts'
import { countToCall, messagesTo } from './messages-overview.ts'
import { noteFailures } from './note-failures.ts'
import { planMessages } from './plan-messages.ts'
import { changeSchedule } from './schedule.ts'
import { sendDueMessages } from './send-messages.ts'
import { showPeopleToCall } from './show-people-to-call.ts'
import { aPost, messageDeps } from './testing.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let post: ReturnType<typeof aPost>
const town = [firstMunicipality]
beforeEach(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 6)])
  post = aPost()
})
afterEach(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const by = 'clerk'
const eve = { template: 'eve', isOn: true, daysBefore: 1, hour: '18:00' } as const
const switchOn = (wish: Partial<typeof eve> | object = {}) =>
  changeSchedule(deps, { election, by, ...eve, ...wish })
const mailOnly = () => messageDeps(deps, { mailer: post.mailer })
const turn = async (with_ = mailOnly()) => {
  await planMessages(with_, town)
  await sendDueMessages(with_, town)
}
const sentTo = async (n: { memberId: Parameters<typeof messagesTo>[2] }) =>
  (await inTown((db) => messagesTo(db, election, n.memberId))).map(
    ({ event, state, code, channel }) => `${event} ${state} ${code} ${channel}`,
  )

describe('what leaves by itself', () => {
  test('nothing while no template is on, nor before its hour; then once, and never again', async () => {
    const lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
    deps.clock.moveTo('2030-10-12T16:30:00Z')
    await turn()
    expect(post.mails).toEqual([])
    await switchOn()
    deps.clock.moveTo('2030-10-12T15:59:00Z') // 17:59 in Brussels
    await turn()
    expect(post.mails).toEqual([])
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    await turn()
    await turn()
    expect(post.mails).toHaveLength(1)
    expect(post.mails[0]).toMatchObject({
      ...{ to: 'lotte@x.example', sender: 'Zonnedorp 1', subject: 'Morgen word je verwacht om 7.30 uur' },
    })
    expect(post.mails[0]!.text).toContain('stembureau 1')
    expect(post.mails[0]!.text).toContain('De Linde, Lokaal 1')
    expect(post.mails[0]!.text).not.toContain(testNumber(1))
    expect(post.mails[0]!.unsubscribe).toBeUndefined()
    expect(await sentTo(lotte)).toEqual(['eve sent 250 EMAIL'])
  })

  test('who is taken out of the seat between planning and sending gets none', async () => {
    const lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
    const emma = await aReachableMember(deps, election, 2, { phone: '0470000002', email: 'emma@x.example' })
    await switchOn()
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    await planMessages(mailOnly(), town)
    const taken = { election, assignmentId: lotte.assignmentId, reason: 'ziek', by: 'magistrate' }
    expect(await revoke(deps, { ...taken, authority: 'magistrate' })).toMatchObject({ ok: true })
    await sendDueMessages(mailOnly(), town)
    expect(post.mails.map(({ to }) => to)).toEqual(['emma@x.example'])
    expect(await sentTo(lotte)).toEqual(['eve dropped seat-gone null'])
    expect(await sentTo(emma)).toEqual(['eve sent 250 EMAIL'])
  })

  test('switched off, what waits leaves no more; on again, it goes on with who got none', async () => {
    await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
    await switchOn()
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    await planMessages(mailOnly(), town)
    expect(await switchOn({ isOn: false })).toEqual({ ok: true, dropped: 1 })
    await turn()
    expect(post.mails).toEqual([])
    await switchOn()
    await turn()
    await turn()
    expect(post.mails).toHaveLength(1)
  })

  test('too late is not sent: the evening before is over at midnight', async () => {
    await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
    await switchOn()
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    post.answers(() => ({ kind: 'later', code: '451' }))
    await turn()
    deps.clock.moveTo('2030-10-12T22:00:00Z') // midnight in Brussels
    post.answers(() => ({ kind: 'taken', code: '250' }))
    await turn()
    expect(post.mails).toEqual([])
  })

  test('only who did not answer is asked to', async () => {
    await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'silent@x.example' })
    const said = await aReachableMember(deps, election, 2)
    const contact = { phone: '0470000002', email: 'said@x.example' }
    const answered = { election, assignmentId: said.assignmentId, contact, by: 'citizen' }
    await answerCall(deps, { ...answered, authority: 'person' })
    await switchOn({ template: 'no-reply', daysBefore: 10, hour: '09:00' })
    deps.clock.moveTo('2030-10-03T08:00:00Z')
    await turn()
    expect(post.mails.map(({ to }) => to)).toEqual(['silent@x.example'])
  })

  test('a day on the wrong side of polling day, or an hour that is none, is refused', async () => {
    expect(await switchOn({ daysBefore: 0 })).toMatchObject({ because: 'day-wrong' })
    expect(await switchOn({ template: 'thanks', daysBefore: 1 })).toMatchObject({ because: 'day-wrong' })
    expect(await switchOn({ hour: '25:00' })).toMatchObject({ because: 'hour-wrong' })
  })
})

describe('who can be reached how', () => {
  test('by SMS where there is no e-mail address and the number is that of a mobile', async () => {
    await aReachableMember(deps, election, 1, { phone: '0470 12 34 56' })
    const landline = await aReachableMember(deps, election, 2, { phone: '09 000 00 00' })
    await switchOn()
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    await turn(messageDeps(deps, { mailer: post.mailer, sms: post.sms }))
    expect(post.mails).toEqual([])
    expect(post.texts).toMatchObject([{ to: '0470 12 34 56' }])
    expect(post.texts[0]!.text).toMatch(/^Morgen word je om 7\.30 uur verwacht/)
    expect(await sentTo(landline)).toEqual(['eve dropped no-way null'])
  })

  test('an address that is refused gets nothing more until it is another', async () => {
    const lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'gone@x.example' })
    await switchOn({ template: 'practical', daysBefore: 14, hour: '09:00' })
    await switchOn()
    post.answers((to) => ({ kind: to.startsWith('gone') ? 'refused' : 'taken', code: '550' }))
    deps.clock.moveTo('2030-09-29T08:00:00Z')
    await turn()
    expect(await sentTo(lotte)).toEqual(['practical refused 550 EMAIL'])
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    await turn()
    expect(await sentTo(lotte)).toEqual(['practical refused 550 EMAIL'])
    const { people } = await showPeopleToCall(deps, { election, by, sms: false })
    expect(people).toMatchObject([{ because: 'came-back', code: '550', phone: '0470000001' }])
    const contact = { phone: '0470000001', email: 'lotte@x.example' }
    const { assignmentId } = lotte
    expect(await noteContact(deps, { election, assignmentId, contact, by })).toEqual({ ok: true })
    await turn()
    expect(post.mails.map(({ to }) => to)).toEqual(['lotte@x.example'])
    expect((await showPeopleToCall(deps, { election, by, sms: false })).people).toEqual([])
  })

  test('a report that comes back later does the same, once', async () => {
    const lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
    await switchOn()
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    await turn()
    const file = aReport(post.mails[0]!.id)
    expect(await noteFailures(deps, { election, file, by })).toEqual({
      noted: 1,
      before: 0,
      unknown: 0,
      others: 0,
    })
    expect(await noteFailures(deps, { election, file, by })).toEqual({
      noted: 0,
      before: 1,
      unknown: 0,
      others: 0,
    })
    const stranger = aReport('0'.repeat(64))
    expect(await noteFailures(deps, { election, file: stranger, by })).toMatchObject({ unknown: 1 })
    expect(await sentTo(lotte)).toEqual(['eve bounced 5.1.1 EMAIL'])
    expect((await showPeopleToCall(deps, { election, by, sms: false })).people).toHaveLength(1)
  })

  test('who gave nothing by which to reach them is on the list too, without a number and without an event', async () => {
    const { memberId } = await aReachableMember(deps, election, 1)
    const { people } = await showPeopleToCall(deps, { election, by, sms: true })
    expect(people.map(({ phone, ...one }) => [one.memberId, one.because, phone])).toEqual([
      [memberId, 'no-reply', undefined],
    ])
    expect(await inTown((db) => countToCall(db, election, { sms: true }))).toBe(1)
    const events = await inTown((db) => latestAuditEvents(db, firstMunicipality, 50))
    expect(events.map(({ action }) => action)).not.toContain('bureaus.phone-listed')
  })

  test('who asked to be excused and gave no contact did answer, and the list says so', async () => {
    const { assignmentId } = await aReachableMember(deps, election, 2)
    const listed = async () => (await showPeopleToCall(deps, { election, by, sms: true })).people
    const of = { election, assignmentId, by, authority: 'person' } as const
    await requestExcuse(deps, { ...of, request: { ground: 'WORK', text: 'Ik werk.' }, channel: 'PORTAL' })
    expect((await listed())[0]!.because).toBe('asks-excuse')
  })

  test('a member reads what was sent to them, and nobody else does', async () => {
    const lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
    await switchOn()
    deps.clock.moveTo('2030-10-12T16:00:00Z')
    await turn()
    const read = (n: number) =>
      database.inScope({ person: testVault.index(testNumber(n)) }, (db) =>
        messagesTo(db, election, lotte.memberId),
      )
    expect(await read(1)).toHaveLength(1)
    expect(await read(2)).toEqual([])
  })
})

describe('something new on the own page', () => {
  const more = async (assignmentId: AssignmentId, what: string) => {
    const asked = await askForMore(deps, { election, assignmentId, by, what })
    expect(asked).toMatchObject({ ok: true })
  }

  test('is told once for each thing, without what it is, and only when that is on', async () => {
    const lotte = await aReachableMember(deps, election, 1, { phone: '0470000001', email: 'lotte@x.example' })
    const { assignmentId } = lotte
    const request = { ground: 'MEDICAL', text: 'Ik ben ziek.' } as const
    const asking = { election, assignmentId, request, channel: 'PORTAL', by: 'citizen' } as const
    expect(await requestExcuse(deps, { ...asking, authority: 'person' })).toMatchObject({ ok: true })
    await more(assignmentId, 'Een attest.')
    await turn()
    expect(post.mails).toEqual([])
    await switchOn({ template: 'notice', daysBefore: 1, hour: '00:00' })
    await turn()
    expect(post.mails, 'what was asked before is not told afterwards').toEqual([])
    await more(assignmentId, 'Een attest met een datum.')
    await turn()
    await turn()
    expect(post.mails).toMatchObject([{ to: 'lotte@x.example' }])
    expect(post.mails[0]!.text).toContain('Er staat iets nieuws op je eigen pagina')
    expect(post.mails[0]!.text).not.toContain('attest')
  })

  test('is told in French to who asked for that on the voters list, where the language regime lets it', async () => {
    const languages = ['nl', 'fr'] as const
    await withVoters(deps, election, 3)
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const ask = `update voters.voter set requested_language = 'fr' where nrn_index = $1`
    await owner.query(ask, [Buffer.from(testVault.index(testNumber(1)))]).finally(() => owner.end())
    const french = await aReachableMember(deps, election, 1)
    const dutch = await aReachableMember(deps, election, 2)
    const members = [french.memberId, dutch.memberId]
    const asked = await inTown((db) => languagesFor(db, election, languages, members))
    expect([...asked]).toEqual([[french.memberId, 'fr']])
    expect((await inTown((db) => languagesFor(db, election, ['nl'], members))).size).toBe(0)
  })
})

const aReport = (id: string) => `From: MAILER-DAEMON
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; someone@x.example
Action: failed
Status: 5.1.1

--x
Content-Type: text/rfc822-headers

Subject: Morgen word je verwacht
Message-ID:
 <${id}@x.example>
--x--
`
