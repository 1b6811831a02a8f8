import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'

import {
  acceptAfter,
  addEvidence,
  adoptList,
  answerCall,
  askGroupMessage,
  becomeReader,
  callForVolunteers,
  designateOnPaper,
  drawsOf,
  enrol,
  exportClaims,
  freezeDraw,
  grantAuthority,
  groupToSend,
  type KeptBureau,
  keepListFile,
  keptBureaus,
  makeAccess,
  makeTraining,
  makeWithdrawal,
  noteClaim,
  noteContact,
  noteDeed,
  noteRemark,
  noteSending,
  offerOnline,
  readApplication,
  releaseGroupMessage,
  reportAbsences,
  requestExcuse,
  sendComposition,
} from '../bureaus/index.ts'
import {
  aCalledMember,
  adopted,
  afterPollingDay,
  aKeeper,
  aLocalElection,
  aMember,
  aNaming,
  aPollingBureau,
  aPost,
  aProposal,
  aTraining,
  bureauDeps,
  candidatesAre,
  importNamings,
  insertReserveCall,
  messageDeps,
  sendDueMessages,
  withSections,
  withVoters,
} from '../bureaus/testing.ts'

import type { Election } from '../elections/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { dayInBelgium } from '../platform/dates.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type AssignmentId, type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { aSmallPdf, testTypesetter } from '../platform/pdf/testing.ts'
import { testNumber } from '../voters/testing.ts'
import { purgeSteps } from './holdings.ts'
import { carryOut } from './purge-store.ts'
import { lockElection, purgeState, writeValidation } from './retention-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Something of everything that a bureau notes on its day. */
async function aDayIn(deps: ReturnType<typeof bureauDeps>, election: Election, assignmentId: AssignmentId) {
  const [bureau] = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    keptBureaus(db, election),
  )
  const at = `${election.pollingDay}T06:00:00.000Z`
  const access = { election, bureauId: bureau!.bureauId, holder: 'CHAIR', by: 'clerk' } as const
  expect(await makeAccess(deps, access)).toMatchObject({ ok: true })
  const onTheDay = { ...deps, clock: fixedClock(at) }
  for (const deed of [
    { kind: 'check-in', assignmentId },
    { kind: 'swear', assignmentId },
    { kind: 'checkpoint', checkpoint: 'OPENED' },
    { kind: 'incident', incident: 'QUEUE', note: 'Rij tot buiten.' },
  ] as const)
    expect(
      await noteDeed(onTheDay, {
        ...{ election, bureauId: bureau!.bureauId, by: 'chair', authority: 'chair' },
        deed: { ...deed, id: newId(), at },
      }),
    ).toMatchObject({ ok: true, noted: { refusedFor: null } })
}

/** A message to a group that one address refused. */
async function writtenTo(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  assignmentId: AssignmentId,
) {
  const wording = { subject: 'Andere ingang', body: 'Kom langs de zijdeur.', sms: '' }
  const withWays = { ...deps, ways: { mail: true, sms: false } }
  const contact = { phone: '0470 12 34 56', email: 'lotte@x.example' }
  expect(await noteContact(deps, { election, assignmentId, contact, by: 'clerk' })).toEqual({ ok: true })
  const draft = { election, wording, filter: {} }
  const { municipalityId } = election
  const { sha256 } = await deps.database.inScope(staffOf(municipalityId), (db) =>
    groupToSend(db, withWays, election, draft),
  )
  const asked = await askGroupMessage(withWays, { ...draft, seen: sha256.toString('hex'), by: 'clerk' })
  if (!asked.ok) throw new Error(asked.because)
  const release = { election, groupId: asked.groupId, by: 'other' }
  expect(await releaseGroupMessage(withWays, release)).toMatchObject({ ok: true, people: 1 })
  const post = aPost()
  post.answers(() => ({ kind: 'refused', code: '550' }))
  await sendDueMessages(messageDeps(deps, { mailer: post.mailer }), [municipalityId])
}

test('who sat in the bureaus goes, step by step; which bureaus there were stays', async () => {
  const deps = bureauDeps(database)
  const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)
  const election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(1), aPollingBureau(2)])
  expect(await inScope((db) => purgeState(db, election))).toMatchObject({ hasMembers: false })
  const memberId = await aMember(deps, election, 1)
  const [bureau, settled] = await inScope((db) => keptBureaus(db, election))
  const { seatId } = bureau!.seats[0]!
  const assignmentId = await aCalledMember(deps, { election, seatId, memberId })
  const court = { enterpriseNumber: '1999000744', name: 'Vredegerecht', kind: 'COURT' } as const
  expect(await grantAuthority(deps, { election, authority: court, by: 'clerk' })).toMatchObject({ ok: true })
  expect(await sendComposition(deps, { ...court, election, by: 'clerk' })).toMatchObject({ ok: true })
  const answer = { election, assignmentId, by: 'citizen', authority: 'person' } as const
  await answerCall(deps, { ...answer, contact: { phone: '0470 12 34 56' } })
  await requestExcuse(deps, { ...answer, request: { ground: 'WORK', text: 'Ik werk.' }, channel: 'PORTAL' })
  const staff = {
    staffId: newId<StaffId>(),
    municipalityId: firstMunicipality,
    name: '',
    rights: ['bureaus.decide'],
  } as const
  await becomeReader(deps, { staff, passphrase: 'zeven grijze ganzen' })
  const call = { callId: newId<string>(), outcome: 'COMES', calledAt: new Date(), calledBy: 'clerk' } as const
  await inScope((db) => insertReserveCall(db, election, { ...call, memberId }))
  const file = { name: 'attest.pdf', bytes: aSmallPdf('rust') }
  expect(await addEvidence(deps, { election, assignmentId, file, by: 'citizen' })).toMatchObject({ ok: true })
  const training = await makeTraining(deps, { election, plan: aTraining(), by: 'clerk' })
  if (!training.ok) throw new Error(training.because)
  const { trainingId } = training
  const enrolling = { election, trainingId, memberId, channel: 'PHONE', by: 'clerk' } as const
  expect(await enrol(deps, enrolling)).toEqual({ ok: true, hasPlace: true })
  const other = await aProposal(deps, {
    ...{ election, seatId: bureau!.seats[1]!.seatId, memberId: await aMember(deps, election, 9) },
  })
  const sheet = {
    signedOn: '2030-08-20',
    reason: 'Op papier.',
    sheet: aSmallPdf('getekend', 1000),
    listMark: '3f2a91c077de0b14',
    by: 'clerk',
  }
  const onPaper = await designateOnPaper(deps, { election, steps: [{ assignmentId: other }], ...sheet })
  expect(onPaper).toMatchObject({ ok: true })
  await aDayIn(deps, election, assignmentId)
  await paidAndReported(deps, election, settled!)
  await writtenTo(deps, election, assignmentId)
  expect(await inScope((db) => purgeState(db, election))).toMatchObject({ hasMembers: true })

  const validation = { validatedOn: '2030-11-20', source: 'test', appealUntil: null }
  await inScope(async (db) => {
    await lockElection(db, election)
    await writeValidation(db, election, { ...validation, recordedAt: new Date(), recordedBy: 'test' })
  })
  const taken = new Map<string, number>()
  for (const step of purgeSteps.filter(({ part }) => part.startsWith('bureau') && part !== 'bureau-lists'))
    taken.set(step.table, await inScope((db) => carryOut(db, election, step)))
  const empty = [...taken].filter(([, rows]) => rows === 0).map(([table]) => table)
  expect(empty, 'each had something').toEqual([])
  const { rows: left } = await inScope((db) =>
    sql`select from bureaus.member union all select from bureaus.assignment`.execute(db),
  )
  expect(left).toEqual([])
  expect(await inScope((db) => keptBureaus(db, election))).toHaveLength(2)
})

/** In this bureau a chair came and was paid, and an assessor stayed away and was reported. */
async function paidAndReported(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  { bureauId, seats }: KeptBureau,
): Promise<void> {
  const seatFor = (role: string) => seats.find((seat) => seat.role === role)!.seatId
  const iban = 'BE68539007547034'
  const came = { election, memberId: await aMember(deps, election, 2), seatId: seatFor('CHAIR'), iban }
  const arrivedAt = new Date('2030-10-13T05:00:00Z')
  const assignmentId = await afterPollingDay(deps, { ...came, arrivedAt })
  const away = { election, memberId: await aMember(deps, election, 3), seatId: seatFor('ASSESSOR') }
  const stayedAway = await afterPollingDay(deps, away)
  const by = 'clerk'
  await noteClaim(deps, { election, assignmentId, note: { livesHere: true, needed: false }, by })
  const payer = { name: 'Provincie Middelland', iban: 'BE71096123456769' }
  const paid = await exportClaims(deps, { election, payer, payOn: '2030-11-15', by })
  expect(paid).toMatchObject({ ok: true, payments: 1 })
  const reported = await reportAbsences({ ...deps, typesetter: testTypesetter }, { election, bureauId, by })
  expect(reported).toEqual({ ok: true, version: 1, isNew: true })
  const said = { saidBy: 'witness', text: 'Niemand zag deze persoon.' } as const
  expect(await noteRemark(deps, { election, bureauId, assignmentId: stayedAway, ...said, by })).toMatchObject(
    { ok: true },
  )
  const sent = {
    version: 1,
    addressee: 'justice-of-the-peace',
    means: 'sealed-envelope',
    sentOn: dayInBelgium(deps.clock.now()),
  } as const
  expect(await noteSending(deps, { election, bureauId, ...sent, by })).toMatchObject({ ok: true })
  const withLetters = { ...deps, typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  const withdrawn = { election, assignmentId: stayedAway, by }
  const accepted = {
    ...withdrawn,
    authority: 'magistrate',
    reason: 'Attest',
    decidedBy: 'de rechter',
  } as const
  expect(await acceptAfter(withLetters, accepted)).toMatchObject({ ok: true })
  const letter = { ...withdrawn, bureauId, addressee: sent.addressee }
  expect(await makeWithdrawal(withLetters, letter)).toEqual({ ok: true })
}

test('who could be called goes, with who stood for election; what was decided stays', async () => {
  const elsewhere = 2 as MunicipalityId
  const deps = bureauDeps(database)
  const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(elsewhere), work)
  const election = await aLocalElection(database, elsewhere)
  await withSections(database, election, [1, 2])
  expect(await inScope((db) => purgeState(db, election))).toMatchObject({ hasLists: false })
  await withVoters(deps, election, 6)
  await importNamings(deps, election, aNaming(1), aNaming(1, { source: 'De Eik' }))
  await candidatesAre(deps, election, 2)
  const read = readApplication(
    {
      ...{ nationalNumber: testNumber(3), lastName: 'Peeters', firstNames: 'Lotte', birthDate: '1980-03-27' },
      ...{ email: 'lotte@voorbeeld.example', phone: '', wish: '', functions: ['CHAIR'], training: [] },
      satBefore: 'no',
    },
    { numbers: { allowTestNumbers: true }, now: deps.clock.now(), mailsLeave: true },
  )
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  expect(await callForVolunteers(deps, { election, isOpen: true, by: 'clerk' })).toMatchObject({ ok: true })
  const offer = { election, application: read.application, language: 'nl' } as const
  expect(await offerOnline(deps, offer)).toMatchObject({ ok: true })
  const bytes = Buffer.from('national_number\n')
  await keepListFile(
    { ...deps, numbers: { allowTestNumbers: true } },
    { election, what: 'candidates', bytes, by: 'clerk' },
  )
  const decision = {
    decision: 'CBS 1',
    decidedOn: '2030-08-01',
    document: Buffer.from('%PDF-1.7'),
    by: 'clerk',
  }
  expect(await adoptList(deps, { election, kind: 'A', ...decision })).toMatchObject({ ok: true })
  const draw = {
    election,
    staff: aKeeper(election, 'clerk'),
    publicSource: 'Lotto',
    dice: 0,
    twoPeople: false,
  }
  expect(await freezeDraw(deps, { ...draw, knownAt: new Date('2030-09-01T00:00:00Z') })).toMatchObject({
    ok: true,
  })
  expect(await inScope((db) => purgeState(db, election))).toMatchObject({ hasLists: true })

  const validation = { validatedOn: '2030-11-20', source: 'test', appealUntil: null }
  await inScope(async (db) => {
    await lockElection(db, election)
    await writeValidation(db, election, { ...validation, recordedAt: new Date(), recordedBy: 'test' })
  })
  const rows: number[] = []
  for (const step of purgeSteps.filter(({ part }) => part === 'bureau-lists'))
    rows.push(await inScope((db) => carryOut(db, election, step)))
  expect(rows, 'nobody was divided over seats').toEqual([0, 0, 1, 1, 1, 4, 2, 1, 1, 1, 1])
  expect(await inScope((db) => drawsOf(db, election))).toHaveLength(1)
})
