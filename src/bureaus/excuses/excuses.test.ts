import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { rightsOf, type Staff, type StaffRole } from '../../municipalities/index.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AssignmentId, newId, type SeatId, type StaffId } from '../../platform/ids.ts'
import { aSmallPdf, testTypesetter } from '../../platform/pdf/testing.ts'
import { testNumber, testVault } from '../../voters/testing.ts'
import { selectAssignments } from '../bureau-overview.ts'
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
import { decideExcuse } from './decide-excuse.ts'
import { excusesPerPage, listExcuses, showExcuse } from './excuse-overview.ts'
import { documentsOf, latestExcuse } from './excuse-store.ts'
import { askForMore, noteComplete } from './judge-excuse.ts'
import { openDocument } from './open-document.ts'
import { requestExcuse, withdrawExcuse } from './request-excuse.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & ConvokingDeps
let election: Election
let seats: SeatId[]
let people = 0
let section = 0
const wanted: ReturnType<typeof aPollingBureau>[] = []
const passphrase = 'zeven grijze ganzen'
const authority = 'de vrederechter van het kanton Zonnedorp'
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

test('as long as nobody can read, a request is kept and no document is taken', async () => {
  const { assignmentId } = await asking()
  expect(await addEvidence(deps, { election, assignmentId, file: certificate, by: 'citizen' })).toEqual({
    ok: false,
    because: 'nobody-reads-yet',
  })
  expect(await excuseOf(assignmentId)).toMatchObject({ inTime: true, outcome: null })
})

describe('the same medical certificate', () => {
  test('opens for the magistrate who decides, and leaves a trace', async () => {
    const magistrate = await aMagistrate()
    const { assignmentId } = await asking()
    const evidenceId = await withCertificate(assignmentId)
    const open = (words: string) =>
      openDocument(deps, { election, evidenceId, staff: magistrate, passphrase: words })
    expect(await open('een andere wachtzin')).toEqual({ ok: false, because: 'passphrase-wrong' })
    expect(await open(passphrase)).toMatchObject({
      ok: true,
      evidence: { name: certificate.name, type: 'application/pdf', bytes: certificate.bytes },
    })
    const { excuseId } = (await excuseOf(assignmentId))!
    const { rows } = await inTown((db) =>
      sql<{ action: string; actor: string }>`
        select action, actor from platform.audit_event where subject = ${excuseId} order by event_id`.execute(
        db,
      ),
    )
    expect(rows).toEqual([
      { action: 'bureaus.evidence-refused', actor: magistrate.staffId },
      { action: 'bureaus.evidence-opened', actor: magistrate.staffId },
    ])
  })

  test.each(['stembureaus', 'beheerder', 'uitbater'] as const)(
    'stays closed to %s, who knows the passphrase',
    async (role) => {
      await aMagistrate()
      const { assignmentId } = await asking()
      const evidenceId = await withCertificate(assignmentId)
      const staff = staffAs(role)
      expect(await openDocument(deps, { election, evidenceId, staff, passphrase })).toEqual({
        ok: false,
        because: 'right-missing',
      })
      expect(await becomeReader(deps, { staff, passphrase })).toEqual({ ok: false, because: 'right-missing' })
    },
  )

  test('stays closed to another who decides and came later', async () => {
    await aMagistrate()
    const { assignmentId } = await asking()
    const evidenceId = await withCertificate(assignmentId)
    const later = await aMagistrate()
    expect(await openDocument(deps, { election, evidenceId, staff: later, passphrase })).toEqual({
      ok: false,
      because: 'not-for-you',
    })
  })

  test('stays closed to the operator, with every row of the database and every key of the installation', async () => {
    await aMagistrate()
    const { assignmentId } = await asking()
    await withCertificate(assignmentId)
    const { excuseId } = (await excuseOf(assignmentId))!
    const everything: Buffer[] = []
    for (const table of ['evidence', 'case_copy', 'excuse', 'evidence_reader', 'assignment_event']) {
      const { rows } = await inTown((db) =>
        sql<Record<string, unknown>>`select * from ${sql.table(`bureaus.${table}`)}`.execute(db),
      )
      expect(rows.length, table).toBeGreaterThan(0)
      for (const value of rows.flatMap((row) => Object.values(row)))
        everything.push(Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value)))
    }
    const opened = everything.map((bytes) => {
      try {
        return Buffer.from(testVault.open(bytes))
      } catch {
        return bytes
      }
    })
    expect(opened.some((bytes) => bytes.includes('Ik moet rusten'))).toBe(true) // what the clerk may read
    for (const secret of ['griep', 'burn-out'])
      expect(opened.filter((bytes) => bytes.includes(secret))).toEqual([])
    expect(excuseId).toBeDefined()
  })

  test('the clerk sees kind, size and moment only; another municipality, the chair and a stranger see nothing', async () => {
    await aMagistrate()
    const chair = await called(0)
    const { assignmentId, scope } = await asking()
    await withCertificate(assignmentId)
    const { excuseId } = (await excuseOf(assignmentId))!
    const shown = await showExcuse(deps, { election, excuseId, by: 'clerk' })
    expect(shown!.papers.map((paper) => Object.keys(paper).sort())).toEqual([
      ['addedAt', 'bytes', 'evidenceId', 'type'],
    ])
    expect(JSON.stringify(shown)).not.toMatch(/burn-out|griep/)
    const seen = (one: Scope) => database.inScope(one, (db) => documentsOf(db, election, excuseId))
    expect((await seen(scope)).length).toBe(1)
    const stranger = { person: testVault.index(testNumber(9000)) }
    for (const other of [chair.scope, stranger, staffOf(secondMunicipality)]) {
      expect(await seen(other)).toEqual([])
      expect(await database.inScope(other, (db) => latestExcuse(db, election, assignmentId))).toBeUndefined()
    }
    const copies = await database.inScope(scope, (db) => sql`select from bureaus.case_copy`.execute(db))
    expect(copies.rows).toEqual([])
  })
})

describe('a request', () => {
  test('late is taken as late; taken back, the person comes', async () => {
    const { assignmentId } = await called()
    deps.clock.moveTo('2030-08-29T08:00:00Z')
    const request = { ground: 'WORK', text: 'Ik werk.' } as const
    const asked = {
      election,
      assignmentId,
      request,
      channel: 'PHONE',
      by: 'clerk',
      authority: 'municipality',
    } as const
    expect(await requestExcuse(deps, asked)).toMatchObject({ ok: true })
    expect(await excuseOf(assignmentId)).toMatchObject({ inTime: false, channel: 'PHONE', outcome: null })
    expect(await withdrawExcuse(deps, { election, assignmentId, ...person })).toMatchObject({
      assignment: { axes: { reply: 'ACKNOWLEDGED', designation: 'DESIGNATED' } },
    })
    expect(await excuseOf(assignmentId)).toMatchObject({ outcome: 'WITHDRAWN' })
  })

  test('is found complete or asked more of by the municipality, which decides nothing', async () => {
    const { assignmentId } = await asking()
    const [looked, what] = [{ election, assignmentId, by: 'clerk' }, 'Een attest met een datum.']
    expect((await askForMore(deps, { ...looked, what })).ok).toBe(true)
    const asked = { moreAsked: what, moreAskedBy: 'clerk', moreAskedAt: deps.clock.now(), moreAddedAt: null }
    expect(await excuseOf(assignmentId)).toMatchObject(asked)
    expect(await noteComplete(deps, looked)).toMatchObject({ ok: true })
    expect((await excuseOf(assignmentId))!.completeAt).not.toBeNull()
    const decision = {
      election,
      assignmentId,
      staff: staffAs('stembureaus'),
      grants: true,
      reason: '',
      authority,
    }
    expect(await decideExcuse(deps, decision)).toEqual({ ok: false, because: 'right-missing' })
  })

  test('holds at most five documents', async () => {
    await aMagistrate()
    const { assignmentId } = await asking()
    for (let n = 0; n < 5; n++) await withCertificate(assignmentId)
    expect(await addEvidence(deps, { election, assignmentId, file: certificate, by: 'citizen' })).toEqual({
      ok: false,
      because: 'too-many-documents',
    })
  })

  test('refused binds, with a reason; granted it frees the seat for the next of the queue', async () => {
    const staff = staffAs('griffier')
    const one = await asking(1)
    const decision = { election, assignmentId: one.assignmentId, staff, authority }
    expect(await decideExcuse(deps, { ...decision, grants: false, reason: '' })).toMatchObject({
      because: 'reason-missing',
    })
    expect(await decideExcuse(deps, { ...decision, grants: false, reason: 'Geen bewijs.' })).toMatchObject({
      assignment: { axes: { reply: 'EXCUSE_REFUSED', confirmed: true } },
    })
    const kept = { outcome: 'REFUSED', outcomeReason: 'Geen bewijs.' }
    expect(await excuseOf(one.assignmentId)).toMatchObject(kept)
    const two = await asking(2)
    const granted = { election, assignmentId: two.assignmentId, staff, grants: true, reason: '', authority }
    expect(await decideExcuse(deps, granted)).toMatchObject({ ok: true })
    const inSeat = await inTown((db) => selectAssignments(db, election, { seats: [seats[2]!] }))
    expect(inSeat, 'nobody is on a list').toMatchObject([{ axes: { designation: 'EXCUSED' } }])
  })

  test('stands in a list that is paged by key', async () => {
    const { assignmentId } = await asking()
    const { excuseId } = (await excuseOf(assignmentId))!
    const open = await inTown((db) => listExcuses(db, election, { areOpen: true }))
    expect(open.length).toBeLessThanOrEqual(excusesPerPage)
    expect(open.at(-1)).toMatchObject({
      excuseId,
      name: `Lotte Peeters ${people}`,
      role: 'ASSESSOR',
      documents: 0,
    })
    expect(await inTown((db) => listExcuses(db, election, { areOpen: true, after: excuseId }))).toEqual([])
  })
})
