import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { rightsOf, type Staff } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AssignmentId, newId, type StaffId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { correctAddress, readAddress } from '../assignments/correct-address.ts'
import { designate } from '../assignments/designate.ts'
import { membersById } from '../assignments/member-store.ts'
import { noteDelivered } from '../assignments/note-delivered.ts'
import { selectAssignments } from '../bureau-overview.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { decideExcuse } from '../excuses/decide-excuse.ts'
import { showExcuse } from '../excuses/excuse-overview.ts'
import { latestExcuse } from '../excuses/excuse-store.ts'
import { requestExcuse } from '../excuses/request-excuse.ts'
import { sendDecision } from '../excuses/send-decision.ts'
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
import { convoke } from './convoke.ts'
import { memberLetterView } from './member-letter.ts'
import { lettersOf, settleLetters } from './member-letter-store.ts'
import { sendLetterAgain } from './send-again.ts'
import { writeInstructions } from './write-instructions.ts'

/** Who sits in no bureau of a polling place is written to as well: deputy chairs, and members of a main bureau. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: typeof testTypesetter; portalUrl: string }
let election: Election
let people = 0
/** The last that was called, by kind of bureau and role. */
const called = new Map<string, AssignmentId>()
const authority = 'de vrederechter van het kanton Zonnedorp'
const staff: Staff = {
  ...{ staffId: newId<StaffId>(), municipalityId: firstMunicipality, name: 'm' },
  rights: rightsOf(['griffier']),
}

beforeAll(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  const reserve = { kind: 'RESERVE', votingMode: 'PAPER', seats: { DEPUTY_CHAIR: 2 } } as const
  await adopted(deps, election, [
    aPollingBureau(1),
    { ...reserve, code: 'POLLING', number: 'RP' },
    { ...reserve, code: 'COUNTING', number: 'RC' },
    {
      ...{ kind: 'MAIN', code: 'MAIN_MUNICIPAL', number: 'H1', votingMode: 'PAPER', place: 'Gemeentehuis' },
      seats: { CHAIR: 1, DEPUTY_CHAIR: 1, SECRETARY: 1, ASSESSOR: 1, SUBSTITUTE: 1 },
    },
  ])
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const lettersTo = (assignmentId: AssignmentId) => inTown((db) => lettersOf(db, election, [assignmentId]))
const call = () => convoke(deps, { election, authority, by: 'clerk' })

async function aDesignated(kind: KeptKind, role: SeatRole, code = ''): Promise<AssignmentId> {
  const bureaus = await inTown((db) => keptBureaus(db, election))
  const bureau = bureaus.find((one) => one.kind === kind && (!code || one.code === code))!
  const { seatId } = bureau.seats.find((one) => one.role === role && !one.isTaken)!
  const memberId = await aMember(deps, election, ++people)
  const assignmentId = await aProposal(deps, { election, seatId, memberId })
  const isOfChair = kind === 'MAIN' && role !== 'CHAIR' && role !== 'DEPUTY_CHAIR'
  const authority = isOfChair ? 'chair' : 'magistrate'
  const signed = await designate(deps, { election, assignmentId, by: 'judge', authority })
  expect(signed.ok).toBe(true)
  called.set(`${kind} ${role}`, assignmentId)
  return assignmentId
}

async function asking(assignmentId: AssignmentId) {
  await noteDelivered(deps, { election, assignmentId, by: 'clerk', authority: 'municipality' })
  const request = { ground: 'WORK', text: 'Ik werk.' } as const
  const asked = { election, assignmentId, request, channel: 'PORTAL' } as const
  expect((await requestExcuse(deps, { ...asked, by: 'citizen', authority: 'person' })).ok).toBe(true)
}

test('deputy chairs and members of a main bureau are called by letter, and nobody is left to be written by hand', async () => {
  const polling = await aDesignated('RESERVE', 'DEPUTY_CHAIR', 'POLLING')
  const counting = await aDesignated('RESERVE', 'DEPUTY_CHAIR', 'COUNTING')
  const main = await Promise.all(
    (['CHAIR', 'DEPUTY_CHAIR', 'ASSESSOR', 'SUBSTITUTE'] as const).map((role) => aDesignated('MAIN', role)),
  )
  expect(await call()).toMatchObject({ ok: true, called: 6, notCalled: [] })
  const said = async (assignmentId: AssignmentId) => {
    const [letter] = await lettersTo(assignmentId)
    return { facts: letter!.facts, view: memberLetterView(letter!.facts) }
  }
  const reserve = await said(polling)
  expect(reserve.view.title).toContain('plaatsvervangend voorzitter van de stembureaus')
  expect(reserve.view.where).toEqual([])
  expect(reserve.facts).toMatchObject({ standbyFrom: '07:30', instructions: { version: 0 } })
  expect(JSON.stringify(reserve.view.parts)).toMatch(/vanaf 7.30\suur kunnen bereiken/)
  expect(JSON.stringify(reserve.view)).not.toContain('Je stemt in het bureau')
  expect((await said(counting)).view.title).toContain('van de telbureaus')
  const chair = await said(main[0]!)
  expect(chair.view.title).toContain('voorzitter van een hoofdbureau')
  expect(JSON.stringify(chair.view.parts)).toContain('Je kiest zelf de bijzitters')
  expect(chair.facts.instructions?.parts.map(({ title }) => title)).toContain('Je hoofdbureau')
  expect((await said(main[2]!)).facts.instructions, 'an assessor chairs nothing').toBeUndefined()
})

test.each([
  ['RESERVE', 'DEPUTY_CHAIR'],
  ['MAIN', 'ASSESSOR'],
] as const)('a decision on an excuse of %s goes by letter too', async (kind, role) => {
  const assignmentId = called.get(`${kind} ${role}`)!
  await asking(assignmentId)
  const decision = { election, assignmentId, staff, grants: false, reason: 'Geen bewijs.', authority }
  expect(await decideExcuse(deps, decision)).toMatchObject({ ok: true, letterId: expect.any(String) })
  const kinds = (await lettersTo(assignmentId)).map((letter) => letter.kind)
  expect(kinds.toSorted()).toEqual(['designation', 'excuse-refused'])
})

test('instructions of the municipality go with the letters that follow, and the letter says which', async () => {
  const write = (text: string) => writeInstructions(deps, { election, bureau: 'POLLING', text, by: 'clerk' })
  expect(await write('# Alleen een titel')).toMatchObject({ because: 'no-text' })
  expect(await write('Bel 85.61.01-001.47')).toMatchObject({ because: 'number-in-text' })
  expect(await write('x'.repeat(12_001))).toMatchObject({ because: 'text-too-long' })
  expect(await write('# De sleutel\nHaal hem om 6 uur.\n\nBreng hem terug.')).toEqual({
    ok: true,
    version: 1,
  })
  const chair = await aDesignated('POLLING', 'CHAIR')
  await call()
  const [letter] = await lettersTo(chair)
  expect(letter!.facts.instructions).toEqual({
    version: 1,
    title: 'Instructies voor de voorzitter',
    parts: [{ title: 'De sleutel', text: ['Haal hem om 6 uur.', 'Breng hem terug.'] }],
  })
  expect(await write('Nieuw.')).toEqual({ ok: true, version: 2 })
  expect((await lettersTo(chair))[0]!.facts.instructions!.version, 'what left stays').toBe(1)
})

test('who has no known address is called once the municipality wrote it down, and no list takes it away', async () => {
  const assignmentId = await aDesignated('POLLING', 'ASSESSOR')
  await inTown((db) =>
    sql`update bureaus.member m set address = null from bureaus.assignment a
        where a.member_id = m.member_id and a.assignment_id = ${assignmentId}`.execute(db),
  )
  expect(await call()).toMatchObject({ called: 0, notCalled: [{ assignmentId, because: 'no-address' }] })
  const typed = {
    street: 'Nieuwstraat',
    houseNumber: '5',
    box: '',
    postcode: '9998',
    city: 'Maandorp',
    country: '',
  }
  expect(readAddress({ ...typed, street: '', postcode: '99' }).faults).toEqual({
    ...{ street: 'missing', postcode: 'wrong' },
  })
  expect(readAddress({ ...typed, country: 'Q9' }).faults).toEqual({ country: 'wrong' })
  const { address } = readAddress(typed)
  expect(await correctAddress(deps, { election, assignmentId, address, by: 'clerk' })).toEqual({ ok: true })
  const unknown = { election, assignmentId: newId<AssignmentId>(), address, by: 'clerk' }
  expect(await correctAddress(deps, unknown)).toMatchObject({ because: 'no-such-assignment' })
  expect(await call()).toMatchObject({ called: 1, notCalled: [] })
  const [letter] = await lettersTo(assignmentId)
  expect(letter!.facts.person.address).toEqual(address)
  await aMember(deps, election, people)
  const [found] = await inTown((db) => selectAssignments(db, election, { assignments: [assignmentId] }))
  const members = await inTown((db) => membersById(db, election, [found!.memberId]))
  expect(members.get(found!.memberId)!.address).toEqual(address)
})

test('a letter that reached nobody is sent again to the address of today, and the one before is replaced', async () => {
  const assignmentId = await aDesignated('RESERVE', 'DEPUTY_CHAIR', 'POLLING')
  await call()
  const [first] = await lettersTo(assignmentId)
  const again = () => sendLetterAgain(deps, { election, letterId: first!.letterId, by: 'clerk' })
  expect(await again(), 'on its way').toMatchObject({ because: 'letter-settled' })
  await inTown((db) =>
    settleLetters(db, election, [first!.letterId], { state: 'undelivered', at: deps.clock.now() }),
  )
  const address = { street: 'Kaai', houseNumber: '1', postcode: '9997', city: 'Sterrendorp' }
  await correctAddress(deps, { election, assignmentId, address, by: 'clerk' })
  expect(await again()).toMatchObject({ ok: true })
  const [second, replaced] = (await lettersTo(assignmentId)).toSorted((a, b) => b.version - a.version)
  expect([second!.version, second!.state, replaced!.state]).toEqual([2, 'sent', 'replaced'])
  expect(second!.facts).toMatchObject({ person: { address }, authority, decidedOn: first!.facts.decidedOn })
  expect(await again()).toMatchObject({ because: 'letter-settled' })
})

test('the letter of a decision that had none leaves once the address is known, once', async () => {
  const assignmentId = await aDesignated('RESERVE', 'DEPUTY_CHAIR', 'COUNTING')
  await call()
  await asking(assignmentId)
  await inTown((db) =>
    sql`update bureaus.member m set address = null from bureaus.assignment a
        where a.member_id = m.member_id and a.assignment_id = ${assignmentId}`.execute(db),
  )
  const send = () => sendDecision(deps, { election, assignmentId, authority, by: 'clerk' })
  expect(await send()).toMatchObject({ because: 'no-decision-yet' })
  const decision = { election, assignmentId, staff, grants: true, reason: '', authority }
  expect(await decideExcuse(deps, decision)).toMatchObject({ ok: true, letterId: undefined })
  const { excuseId } = (await inTown((db) => latestExcuse(db, election, assignmentId)))!
  const shown = () => showExcuse(deps, { election, excuseId, by: 'clerk' })
  expect(await shown()).toMatchObject({ isWithoutLetter: true })
  expect(await send()).toMatchObject({ because: 'no-address' })
  const address = { street: 'Kaai', houseNumber: '1', postcode: '9997', city: 'Sterrendorp' }
  await correctAddress(deps, { election, assignmentId, address, by: 'clerk' })
  expect(await send()).toMatchObject({ ok: true })
  expect(await shown()).toMatchObject({ isWithoutLetter: false })
  expect(await send()).toMatchObject({ because: 'already-sent' })
  const letter = (await lettersTo(assignmentId)).find((one) => one.kind === 'excuse-granted')
  expect(memberLetterView(letter!.facts).opening.join(' ')).toContain(
    'Je bent geen plaatsvervangend voorzitter van de telbureaus meer.',
  )
})
