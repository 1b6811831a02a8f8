import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { rightsOf, type Staff, type StaffRole } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AssignmentId, newId, type SeatId, type StaffId } from '../../platform/ids.ts'
import { aSmallPdf } from '../../platform/pdf/testing.ts'
import { fingerprintOf } from '../evidence/reader-key.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  aCalledMember,
  adopted,
  aLocalElection,
  aMember,
  aPollingBureau,
  bureauDeps,
  withSections,
} from '../testing.ts'
import { addEvidence } from './add-evidence.ts'
import { admitReader } from './admit-reader.ts'
import { becomeReader } from './become-reader.ts'
import { readersOfCases, selectReaderKey } from './evidence-store.ts'
import { latestExcuse } from './excuse-store.ts'
import { openDocument } from './open-document.ts'
import { requestExcuse } from './request-excuse.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let seats: SeatId[]
let people = 0
const passphrase = 'zeven grijze ganzen'
const certificate = { name: 'burn-out.pdf', bytes: aSmallPdf('griep, drie weken rust') }

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 3)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  seats = bureau!.seats.map(({ seatId }) => seatId)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const excuseOf = (assignmentId: AssignmentId) => inTown((db) => latestExcuse(db, election, assignmentId))

function staffAs(role: StaffRole): Staff {
  const staffId = newId<StaffId>()
  return { staffId, municipalityId: firstMunicipality, name: role, rights: rightsOf([role]) }
}

async function aMagistrate(): Promise<Staff> {
  const magistrate = staffAs('griffier')
  expect(await becomeReader(deps, { staff: magistrate, passphrase })).toMatchObject({ ok: true })
  return magistrate
}

async function asking(): Promise<{ assignmentId: AssignmentId }> {
  const n = ++people
  const facts = { election, seatId: seats[n - 1]!, memberId: await aMember(deps, election, n) }
  const assignmentId = await aCalledMember(deps, facts)
  const request = { ground: 'MEDICAL', text: 'Ik moet rusten.' } as const
  const act = { by: 'citizen', authority: 'person' } as const
  await requestExcuse(deps, { election, assignmentId, request, channel: 'PORTAL', ...act })
  return { assignmentId }
}

async function withCertificate(assignmentId: AssignmentId) {
  const added = await addEvidence(deps, { election, assignmentId, file: certificate, by: 'citizen' })
  if (!added.ok) throw new Error(added.because)
  return added.evidenceId
}

test('a certificate opens for another reader once one who can open it lets them in, and for nobody else', async () => {
  const magistrate = await aMagistrate()
  const { assignmentId } = await asking()
  const evidenceId = await withCertificate(assignmentId)
  const { excuseId } = (await excuseOf(assignmentId))!
  const later = await aMagistrate()
  const keyOf = async ({ staffId }: Staff) =>
    fingerprintOf((await inTown((db) => selectReaderKey(db, firstMunicipality, staffId)))!.publicKey)
  const reader = { staffId: later.staffId, fingerprint: await keyOf(later) }
  const admits = (staff: Staff, words = passphrase, whom = reader) =>
    admitReader(deps, { election, excuseId, reader: whom, staff, passphrase: words })
  for (const role of ['stembureaus', 'beheerder', 'uitbater'] as const)
    expect(await admits(staffAs(role)), role).toEqual({ ok: false, because: 'right-missing' })
  expect(await admits(staffAs('griffier'))).toEqual({ ok: false, because: 'no-key' })
  expect(await admits(magistrate, 'een andere wachtzin')).toMatchObject({ because: 'passphrase-wrong' })
  const other = { ...reader, fingerprint: await keyOf(magistrate) }
  expect(await admits(magistrate, passphrase, other)).toMatchObject({ because: 'key-changed' })
  const outsider = await aMagistrate()
  expect(await admits(outsider)).toEqual({ ok: false, because: 'nothing-to-share' })
  const nobody = { staffId: staffAs('griffier').staffId, fingerprint: '' }
  expect(await admits(magistrate, passphrase, nobody)).toMatchObject({ because: 'no-such-reader' })
  const open = (staff: Staff) => openDocument(deps, { election, evidenceId, staff, passphrase })
  expect(await open(later)).toMatchObject({ because: 'not-for-you' })
  expect(await admits(magistrate)).toEqual({ ok: true, cases: 1 })
  expect(await open(later)).toMatchObject({ ok: true, evidence: { bytes: certificate.bytes } })
  expect(await open(outsider)).toMatchObject({ because: 'not-for-you' })
  const opens = await inTown((db) => readersOfCases(db, election, excuseId))
  const can = opens.filter((one) => one.opens > 0).map(({ staffId }) => staffId)
  expect(can).toEqual(expect.arrayContaining([magistrate.staffId, later.staffId]))
  expect(can).not.toContain(outsider.staffId)
})

test('after a lost passphrase it opens again once a colleague lets the new key in to everything', async () => {
  const [magistrate, colleague] = [await aMagistrate(), await aMagistrate()]
  const { assignmentId } = await asking()
  const evidenceId = await withCertificate(assignmentId)
  await becomeReader(deps, { staff: magistrate, passphrase: 'een nieuwe wachtzin' })
  const open = () =>
    openDocument(deps, { election, evidenceId, staff: magistrate, passphrase: 'een nieuwe wachtzin' })
  expect(await open()).toMatchObject({ because: 'not-for-you' })
  const { publicKey } = (await inTown((db) => selectReaderKey(db, firstMunicipality, magistrate.staffId)))!
  const reader = { staffId: magistrate.staffId, fingerprint: fingerprintOf(publicKey) }
  const all = await admitReader(deps, { election, reader, staff: colleague, passphrase })
  expect(all).toMatchObject({ ok: true, cases: 1 })
  expect(await open()).toMatchObject({ ok: true })
})
