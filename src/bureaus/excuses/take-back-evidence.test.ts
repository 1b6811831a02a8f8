import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { rightsOf, type Staff, type StaffRole } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AssignmentId, newId, type SeatId, type StaffId } from '../../platform/ids.ts'
import { aSmallPdf, testTypesetter } from '../../platform/pdf/testing.ts'
import { testNumber, testVault } from '../../voters/testing.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
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
import { becomeReader } from './become-reader.ts'
import { listExcuses } from './excuse-overview.ts'
import { documentsOf, latestExcuse } from './excuse-store.ts'
import { askForMore, noteComplete } from './judge-excuse.ts'
import { requestExcuse, withdrawExcuse } from './request-excuse.ts'
import { takeBackEvidence } from './take-back-evidence.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & ConvokingDeps
let election: Election
let seats: SeatId[]
let people = 0
let section = 0
const wanted: ReturnType<typeof aPollingBureau>[] = []
const passphrase = 'zeven grijze ganzen'
const person = { by: 'citizen', authority: 'person' } as const
const certificate = { name: 'burn-out.pdf', bytes: aSmallPdf('griep, drie weken rust') }

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
})
afterAll(() => database.close())
beforeEach(async () => {
  deps = { ...bureauDeps(database), typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  wanted.push(aPollingBureau(++section, 1, 1))
  await adopted(deps, election, wanted)
  const bureaus = await database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election))
  const bureau = bureaus.find((one) => one.section === section)!
  seats = ['CHAIR', 'ASSESSOR', 'SUBSTITUTE'].map(
    (role) => bureau.seats.find((one) => one.role === role)!.seatId,
  )
})

function staffAs(role: StaffRole): Staff {
  const staffId = newId<StaffId>()
  return { staffId, municipalityId: firstMunicipality, name: role, rights: rightsOf([role]) }
}

async function called(
  seat = 1,
): Promise<{ assignmentId: AssignmentId; scope: { readonly person: Buffer }; n: number }> {
  const n = ++people
  const memberId = await aMember(deps, election, n)
  const assignmentId = await aCalledMember(deps, { election, seatId: seats[seat]!, memberId })
  return { assignmentId, scope: { person: testVault.index(testNumber(n)) }, n }
}

async function asking(seat = 1) {
  const one = await called(seat)
  const request = { ground: 'MEDICAL', text: 'Ik moet rusten.' } as const
  const asked = await requestExcuse(deps, {
    ...{ election, assignmentId: one.assignmentId, request, channel: 'PORTAL' },
    ...person,
  })
  if (!asked.ok) throw new Error(asked.because)
  return one
}

async function aMagistrate(): Promise<Staff> {
  const magistrate = staffAs('griffier')
  expect(await becomeReader(deps, { staff: magistrate, passphrase })).toMatchObject({ ok: true })
  return magistrate
}

async function withCertificate(assignmentId: AssignmentId) {
  const added = await addEvidence(deps, { election, assignmentId, file: certificate, by: 'citizen' })
  if (!added.ok) throw new Error(added.because)
  return added.evidenceId
}

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const excuseOf = (assignmentId: AssignmentId) => inTown((db) => latestExcuse(db, election, assignmentId))

test('a document is taken back by who added it until it is found complete, and nothing of it stays but the trace', async () => {
  await aMagistrate()
  const { assignmentId } = await asking()
  const other = await asking(2)
  const [wrong, right] = [await withCertificate(assignmentId), await withCertificate(assignmentId)]
  const takenBack = (of: AssignmentId, evidenceId: typeof wrong) =>
    takeBackEvidence(deps, { election, assignmentId: of, evidenceId, by: 'citizen' })
  expect(await takenBack(other.assignmentId, wrong), 'of another request').toEqual({
    ok: false,
    because: 'no-such-document',
  })
  deps.clock.moveTo('2030-08-20T09:00:00Z')
  await askForMore(deps, { election, assignmentId, by: 'clerk', what: 'Het attest.' })
  const late = await withCertificate(assignmentId)
  expect((await excuseOf(assignmentId))!.moreAddedAt).not.toBeNull()
  for (const evidenceId of [wrong, late])
    expect(await takenBack(assignmentId, evidenceId)).toEqual({ ok: true })
  expect(await takenBack(assignmentId, wrong), 'twice').toEqual({ ok: false, because: 'no-such-document' })
  const { excuseId, moreAddedAt } = (await excuseOf(assignmentId))!
  expect(moreAddedAt, 'nothing was added any more').toBeNull()
  const left = await inTown((db) => documentsOf(db, election, excuseId))
  expect(left).toMatchObject([{ evidenceId: right }])
  const listed = await inTown((db) => listExcuses(db, election, { areOpen: true, only: [assignmentId] }))
  expect(listed.find((one) => one.excuseId === excuseId)).toMatchObject({ documents: 1 })
  const { rows } = await inTown((db) =>
    sql<{ details: object }>`
      select details from platform.audit_event
      where subject = ${assignmentId} and action = 'bureaus.evidence-taken-back' order by event_id`.execute(
      db,
    ),
  )
  expect(rows).toMatchObject([{ details: { document: wrong } }, { details: { document: late } }])
  expect(await noteComplete(deps, { election, assignmentId, by: 'clerk' })).toMatchObject({ ok: true })
  expect(await takenBack(assignmentId, right)).toEqual({ ok: false, because: 'found-complete' })
  await withdrawExcuse(deps, { election, assignmentId, ...person })
  expect(await takenBack(assignmentId, right)).toEqual({ ok: false, because: 'no-open-excuse' })
})
