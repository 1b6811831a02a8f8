import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { revoke } from '../assignments/revoke.ts'
import {
  adopted,
  aLocalElection,
  aPollingBureau,
  aReachableMember,
  bureauDeps,
  withSections,
} from '../testing.ts'
import { askGroupMessage, endGroupMessage, groupToSend, releaseGroupMessage } from './group-message.ts'
import type { MessageFilter } from './message-filter.ts'
import { messageCounts } from './messages-overview.ts'
import { sendDueMessages } from './send-messages.ts'
import { aPost, messageDeps } from './testing.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { ways: { mail: boolean; sms: boolean } }
let election: Election
let post: ReturnType<typeof aPost>
const wording = { subject: 'Andere ingang', body: 'Kom langs de zijdeur van {plaats}.', sms: '' }

beforeEach(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), ways: { mail: true, sms: false } }
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 4)])
  post = aPost()
})
afterEach(() => database.close())

const aPerson = (n: number) =>
  aReachableMember(deps, election, n, { phone: `047000000${n}`, email: `lid${n}@x.example` })
const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const look = (filter: MessageFilter = {}) =>
  inTown((db) => groupToSend(db, deps, election, { wording, filter }))
const send = () => sendDueMessages(messageDeps(deps, { mailer: post.mailer }), [firstMunicipality])
async function asked(filter: MessageFilter = {}) {
  const seen = (await look(filter)).sha256.toString('hex')
  const answer = await askGroupMessage(deps, { election, wording, filter, seen, by: 'an' })
  if (!answer.ok) throw new Error(answer.because)
  return answer.groupId
}

test('nothing leaves before another person released it, and after that each once', async () => {
  await aPerson(1)
  await aPerson(2)
  const groupId = await asked()
  await send()
  expect(post.mails).toEqual([])
  const own = { election, groupId, by: 'an' }
  expect(await releaseGroupMessage(deps, own)).toMatchObject({ because: 'same-person' })
  const both = [1, 2].map(() => releaseGroupMessage(deps, { election, groupId, by: 'bo' }))
  const answers = await Promise.all(both)
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, people: 2 }])
  await send()
  await send()
  expect(post.mails.map(({ to }) => to).sort()).toEqual(['lid1@x.example', 'lid2@x.example'])
})

test('other recipients than were asked for are not released', async () => {
  await aPerson(1)
  const lost = await aPerson(2)
  const groupId = await asked()
  const taken = { election, assignmentId: lost.assignmentId, reason: 'ziek', by: 'magistrate' }
  await revoke(deps, { ...taken, authority: 'magistrate' })
  const release = { election, groupId, by: 'bo' }
  expect(await releaseGroupMessage(deps, release)).toMatchObject({ because: 'recipients-changed' })
})

test('what was not looked at is not asked', async () => {
  await aPerson(1)
  const seen = (await look()).sha256.toString('hex')
  await aPerson(2)
  const ask = { election, wording, filter: {}, seen, by: 'an' }
  expect(await askGroupMessage(deps, ask)).toMatchObject({ because: 'changed-meanwhile' })
  const nobody = { ...ask, filter: { number: '99' } }
  expect(await askGroupMessage(deps, nobody)).toMatchObject({ because: 'nobody' })
  const wrong = { ...ask, wording: { ...wording, body: 'Dag {naam}' } }
  expect(await askGroupMessage(deps, wrong)).toMatchObject({ because: 'wording-wrong' })
})

test('stopped, who still waits gets none', async () => {
  for (const n of [1, 2, 3]) await aPerson(n)
  const groupId = await asked()
  await releaseGroupMessage(deps, { election, groupId, by: 'bo' })
  post.answers(() => ({ kind: 'later', code: '451' }))
  await send()
  const stopped = await endGroupMessage(deps, { election, groupId, by: 'an' })
  expect(stopped).toMatchObject({ ok: true, dropped: 3 })
  post.answers(() => ({ kind: 'taken', code: '250' }))
  deps.clock.moveTo('2030-08-20T12:00:00Z')
  await send()
  expect(post.mails).toEqual([])
  const counts = await inTown((db) => messageCounts(db, election, groupId))
  expect(counts.get('group')).toMatchObject({ dropped: 3, waiting: 0 })
  expect(await releaseGroupMessage(deps, { election, groupId, by: 'cy' })).toMatchObject({ ok: false })
})

test('a filter finds by bureau, function, state, and who did not answer', async () => {
  await aPerson(1)
  for (const [filter, many] of [
    [{ kind: 'POLLING', role: 'ASSESSOR', number: '1', state: 'DELIVERED', unanswered: true }, 1],
    [{ role: 'CHAIR' }, 0],
    [{ state: 'CONFIRMED' }, 0],
    [{ kind: 'COUNTING' }, 0],
  ] as const)
    expect((await look(filter)).found, JSON.stringify(filter)).toHaveLength(many)
})
