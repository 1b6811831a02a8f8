import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { designate } from '../assignments/designate.ts'
import { revoke } from '../assignments/revoke.ts'
import { endAuthority, grantAuthority } from '../authorities/grant-authority.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  adopted,
  aLocalElection,
  aMember,
  aPollingBureau,
  aProposal,
  bureauDeps,
  withSections,
} from '../testing.ts'
import { compareCompositions } from './compare-compositions.ts'
import { compositionCsv, compositionDocument } from './composition-files.ts'
import { dropCompositions } from './drop-compositions.ts'
import { compositionsOfArea, openComposition } from './open-composition.ts'
import { sendComposition } from './send-composition.ts'

/** A municipality hands over who sits where; the receiver opens it, sees what changed, and after the day after polling day it is gone. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
const court = '1999000744'
const by = 'clerk'

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, 1 as never)
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1)])
})
afterAll(() => database.close())

const send = () => sendComposition(deps, { election, enterpriseNumber: court, by })
const open = (compositionId: never, receiver: string | undefined) =>
  openComposition(deps, { election, compositionId, by: 'magistrate', receiver, form: 'page' })

async function designated(n: number, seat: number) {
  const [bureau] = await database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))
  const memberId = await aMember(deps, election, n)
  const assignmentId = await aProposal(deps, { election, seatId: bureau!.seats[seat]!.seatId, memberId })
  const signed = await designate(deps, { election, assignmentId, by: 'm', authority: 'magistrate' })
  expect(signed.ok).toBe(true)
  return assignmentId
}

test('a composition goes to who is granted, when somebody is designated, and only when it changed', async () => {
  expect(await send()).toMatchObject({ ok: false, because: 'no-such-authority' })
  const authority = { enterpriseNumber: court, name: 'Vredegerecht', kind: 'COURT' } as const
  expect((await grantAuthority(deps, { election, authority, by })).ok).toBe(true)
  expect(await send()).toMatchObject({ because: 'nobody-designated' })
  const first = await designated(1, 0)
  expect(await send()).toMatchObject({ ok: true, version: 1 })
  expect(await send()).toMatchObject({ because: 'unchanged' })
  await revoke(deps, { election, assignmentId: first, by: 'm', authority: 'magistrate', reason: 'ziek' })
  await designated(2, 0)
  await designated(3, 1)
  expect(await send()).toMatchObject({ ok: true, version: 2 })
  const events = await database.inScope(staffOf(election.municipalityId), (db) =>
    latestAuditEvents(db, election.municipalityId, 5),
  )
  expect(events.find(({ action }) => action === 'bureaus.composition-sent')?.details).toMatchObject({
    organisation: court,
    version: 2,
    people: 2,
  })
  expect(JSON.stringify(events), 'names stand in no log').not.toContain('Peeters')
})

test('the receiver sees the last of each municipality, opens it with a trace, and reads what changed', async () => {
  const [last, ...others] = await compositionsOfArea(deps, court)
  expect(others).toEqual([])
  expect(last).toMatchObject({ version: 2, people: 2, openedAt: null })
  expect(await compositionsOfArea(deps, '1999000942')).toEqual([])
  const id = last!.compositionId as never
  expect(await open(id, '1999000942'), 'handed to another').toBeUndefined()
  const opened = await open(id, court)
  expect(opened!.changes).toMatchObject([
    { role: 'CHAIR', before: 'Peeters 1 Lotte', now: 'Peeters 2 Lotte' },
    { role: 'ASSESSOR', now: 'Peeters 3 Lotte' },
  ])
  expect(opened!.sent.openedAt).toEqual(deps.clock.now())
  expect((await compositionsOfArea(deps, court))[0]!.openedAt).toEqual(deps.clock.now())
  const csv = compositionCsv(opened!)
  expect(csv.split('\r\n')).toHaveLength(4)
  expect(csv).toContain('Stembureau 1;De Linde;Lokaal 1;voorzitter 1;Peeters 2;Lotte;;')
  expect(compositionDocument(election, opened!).parts[0]).toMatchObject({
    title: 'Stembureau 1, De Linde, Lokaal 1',
    lines: [{ label: 'voorzitter 1', text: 'Peeters 2 Lotte' }, { label: 'bijzitter 1' }],
  })
})

test('a grant that is taken back takes what was received along', async () => {
  await endAuthority(deps, { election, enterpriseNumber: court, by })
  expect(await compositionsOfArea(deps, court)).toEqual([])
  const authority = { enterpriseNumber: court, name: 'Vredegerecht', kind: 'COURT' } as const
  await grantAuthority(deps, { election, authority, by })
})

test('is kept until the day after polling day, and not a day longer', async () => {
  deps.clock.moveTo('2030-10-14T10:00:00Z')
  expect(await dropCompositions(deps, { election, by: 'purge-worker' })).toBe(0)
  deps.clock.moveTo('2030-10-15T10:00:00Z')
  expect(await send()).toMatchObject({ because: 'kept-no-longer' })
  expect(await dropCompositions(deps, { election, by: 'purge-worker' })).toBe(2)
  expect(await compositionsOfArea(deps, court)).toEqual([])
  expect(await dropCompositions(deps, { election, by: 'purge-worker' })).toBe(0)
})

test('a seat that nobody has any more is told too', () => {
  const member = { role: 'CHAIR', ordinal: 1, lastName: 'Peeters', firstNames: 'Lotte' } as const
  const bureau = { kind: 'POLLING', number: '1', place: null, room: null } as const
  const before = { bureaus: [{ ...bureau, members: [member] }] }
  expect(compareCompositions(before, { bureaus: [] })).toEqual([
    { bureau: { kind: 'POLLING', number: '1' }, role: 'CHAIR', ordinal: 1, before: 'Peeters Lotte' },
  ])
  expect(compareCompositions(before, before)).toEqual([])
})

test('no rule read gives a way to reach a member', () => {
  for (const regime of ['kwb', 'lpkd']) {
    const rules = JSON.parse(readFileSync(`src/bureaus/rulesets/${regime}.json`, 'utf8'))
    expect(rules.composition.contactOf, regime).toMatchObject({ value: [], mark: 'NV' })
  }
})
