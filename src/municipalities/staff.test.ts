import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { latestAuditEvents } from '../platform/audit.ts'
import { fixedClock } from '../platform/clock.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import {
  addMunicipality,
  addStaff,
  authenticateStaff,
  endStaff,
  isStaffRight,
  issueCredential,
  listStaff,
  mayDo,
  revokeCredential,
} from './index.ts'
import { changeRights } from './manage-staff.ts'
import { aMunicipality, anEmail } from './testing.ts'

let database: TestDatabase
let first: MunicipalityId
let second: MunicipalityId
const clock = fixedClock('2029-05-01T08:00:00Z')
const deps = () => ({ database, clock })

beforeAll(async () => {
  database = await testDatabase()
  const added = await Promise.all(
    [1, 2].map((number) => addMunicipality({ database }, { document: aMunicipality(number), by: 'test' })),
  )
  ;[first, second] = added.map((one) => (one.ok ? one.municipalityId : undefined)) as [
    MunicipalityId,
    MunicipalityId,
  ]
})
afterAll(() => database.close())

async function aPerson(
  municipalityId = first,
): Promise<{ staffId: StaffId; credential: string; credentialId: never }> {
  const person = {
    municipalityId,
    email: anEmail(),
    name: 'An Peeters',
    rights: ['letters.release'] as const,
    by: 'test',
  }
  const added = await addStaff(deps(), person)
  if (!added.ok) throw new Error(added.because)
  const issued = await issueCredential(deps(), {
    municipalityId,
    staffId: added.staffId,
    validForDays: 30,
    by: 'test',
  })
  if (!issued.ok) throw new Error(issued.because)
  return { ...added, ...issued } as never
}

test('a person with a credential is known by it, with name and rights', async () => {
  const { staffId, credential } = await aPerson()
  const known = await authenticateStaff(deps(), credential)
  expect(known).toEqual({
    ok: true,
    staff: { staffId, municipalityId: first, name: 'An Peeters', rights: ['letters.release'] },
  })
  if (known.ok)
    expect([mayDo(known.staff, 'letters.release'), mayDo(known.staff, 'voters.close')]).toEqual([true, false])
})

test('the database holds the hash of a credential and never its text', async () => {
  const { credential } = await aPerson()
  const secret = credential.split('_').slice(3).join('_')
  const stored = await database.inScope(staffOf(first), (db) =>
    sql<{ row: string }>`select c::text as row from municipalities.staff_credential c
                         union all select e::text from platform.audit_event e`.execute(db),
  )
  expect(stored.rows.length).toBeGreaterThan(1)
  expect(stored.rows.filter(({ row }) => row.includes(secret))).toEqual([])
})

test.each([
  ['another secret', (text: string) => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`],
  ['a shorter secret', (text: string) => text.slice(0, -1)],
  ['another id', (text: string) => text.replace(/_[0-9a-f]{32}_/, `_${'0'.repeat(32)}_`)],
  ['a municipality that does not exist', (text: string) => text.replace(/^kl_\d+/, 'kl_999999')],
  ['a municipality beyond all numbers', (text: string) => text.replace(/^kl_\d+/, 'kl_99999999999')],
  ['no credential at all', () => ''],
  ['words of SQL', () => "kl_1_'; drop table municipalities.staff; --"],
])('%s is not known', async (_, change) => {
  const { credential } = await aPerson()
  expect(await authenticateStaff(deps(), change(credential))).toEqual({ ok: false, because: 'unknown' })
})

test('who is refused leaves an event: whose credential it was as far as one can know, and no secret', async () => {
  clock.moveTo('2029-05-01T08:00:00Z')
  const { staffId, credential, credentialId } = await aPerson()
  const refusals = () =>
    database.inScope(staffOf(first), async (db) =>
      (await latestAuditEvents(db, first, 1000))
        .filter(({ action }) => action === 'staff.credential-refused')
        .map(({ actor, details }) => ({ actor, ...details })),
    )
  const before = (await refusals()).length
  const wrong = `${credential.slice(0, -1)}${credential.endsWith('A') ? 'B' : 'A'}`
  await authenticateStaff(deps(), wrong)
  await authenticateStaff(deps(), credential.replace(/_[0-9a-f]{32}_/, `_${'0'.repeat(32)}_`))
  await revokeCredential(deps(), { municipalityId: first, credentialId, by: 'test' })
  await authenticateStaff(deps(), credential)
  const events = (await refusals()).slice(0, 3)
  expect(await refusals()).toHaveLength(before + 3)
  expect(events).toEqual([
    { actor: staffId, because: 'revoked', credential: credentialId },
    { actor: 'unknown', because: 'unknown', credential: '00000000-0000-0000-0000-000000000000' },
    { actor: staffId, because: 'wrong-secret', credential: credentialId },
  ])
  expect(JSON.stringify(events)).not.toContain(wrong.slice(-43))
  for (let tried = 0; tried < 40; tried++) await authenticateStaff(deps(), credential)
  const all = await refusals()
  expect(all.length, 'nobody fills the log').toBeLessThan(before + 3 + 40)
  expect(all[0]).toMatchObject({ moreLeftOut: true })
})

test('a credential of one municipality opens no other', async () => {
  const { credential } = await aPerson(first)
  const elsewhere = credential.replace(/^kl_\d+/, `kl_${second}`)
  expect(await authenticateStaff(deps(), elsewhere)).toEqual({ ok: false, because: 'unknown' })
  const people = await listStaff(deps(), { municipalityId: second })
  expect(people).toEqual([])
  const seen = await database.inScope(staffOf(second), (db) =>
    sql`select c.credential_id from municipalities.staff_credential c`.execute(db),
  )
  expect(seen.rows).toEqual([])
})

test('a credential copied behind the back into another municipality still opens nothing', async () => {
  const { credential, credentialId } = await aPerson(first)
  const { staffId } = await aPerson(second)
  await asOwner(`insert into municipalities.staff_credential
    (municipality_id, staff_id, credential_id, credential_sha256, expires_at)
    select ${second}, '${staffId}', c.credential_id, c.credential_sha256, c.expires_at
    from municipalities.staff_credential c where c.credential_id = '${credentialId}'`)
  const elsewhere = credential.replace(/^kl_\d+/, `kl_${second}`)
  expect(await authenticateStaff(deps(), elsewhere)).toEqual({ ok: false, because: 'unknown' })
})

test('a credential stops when it expires, not a moment before', async () => {
  clock.moveTo('2029-05-01T08:00:00Z')
  const { credential } = await aPerson()
  clock.moveTo('2029-05-31T07:59:59Z')
  expect(await authenticateStaff(deps(), credential)).toMatchObject({ ok: true })
  clock.moveTo('2029-05-31T08:00:00Z')
  expect(await authenticateStaff(deps(), credential)).toEqual({ ok: false, because: 'expired' })
  clock.moveTo('2029-05-01T08:00:00Z')
})

test('a credential that is revoked stops at once, and only that one', async () => {
  const { staffId, credential, credentialId } = await aPerson()
  const other = await issueCredential(deps(), { municipalityId: first, staffId, by: 'test' })
  const facts = { municipalityId: first, credentialId, by: 'test' }
  expect(await revokeCredential(deps(), { ...facts, municipalityId: second })).toMatchObject({
    because: 'unknown-credential',
  })
  expect(await revokeCredential(deps(), facts)).toEqual({ ok: true })
  expect(await revokeCredential(deps(), facts)).toMatchObject({ because: 'already-revoked' })
  expect(await authenticateStaff(deps(), credential)).toEqual({ ok: false, because: 'revoked' })
  expect(other.ok && (await authenticateStaff(deps(), other.credential)).ok).toBe(true)
})

test('who leaves can do nothing any more, and gets no new credential', async () => {
  const { staffId, credential } = await aPerson()
  const facts = { municipalityId: first, staffId, by: 'test' }
  expect(await endStaff(deps(), facts)).toEqual({ ok: true, credentialsRevoked: 1 })
  expect(await authenticateStaff(deps(), credential)).toEqual({ ok: false, because: 'ended' })
  expect(await endStaff(deps(), facts)).toMatchObject({ because: 'ended' })
  expect(await issueCredential(deps(), { ...facts, validForDays: 1 })).toMatchObject({ because: 'ended' })
  expect(await changeRights(deps(), { ...facts, rights: [] })).toMatchObject({ because: 'ended' })
})

test('one address is one person: a second row would let one person act as two', async () => {
  const email = anEmail()
  const person = { municipalityId: first, name: 'An', rights: [], by: 'test' }
  expect(await addStaff(deps(), { ...person, email })).toMatchObject({ ok: true })
  expect(await addStaff(deps(), { ...person, email: ` ${email.toUpperCase()} ` })).toMatchObject({
    because: 'already-works-here',
  })
  expect(await addStaff(deps(), { ...person, municipalityId: second, email })).toMatchObject({ ok: true })
})

test('rights change at once, also for a credential that is in use', async () => {
  const { staffId, credential } = await aPerson()
  const rights = ['voters.accept', 'voters.close'] as const
  expect(await changeRights(deps(), { municipalityId: first, staffId, rights, by: 'test' })).toEqual({
    ok: true,
  })
  expect(await authenticateStaff(deps(), credential)).toMatchObject({ ok: true, staff: { rights } })
  expect(['voters.accept', 'voters.burn'].map(isStaffRight)).toEqual([true, false])
})

test('every act leaves an event that names no one', async () => {
  const { staffId, credentialId } = await aPerson()
  await revokeCredential(deps(), { municipalityId: first, credentialId, by: 'test' })
  await changeRights(deps(), { municipalityId: first, staffId, rights: [], by: 'test' })
  await endStaff(deps(), { municipalityId: first, staffId, by: 'test' })
  const { rows } = await database.inScope(staffOf(first), (db) =>
    sql<{ action: string; details: object }>`
      select e.action, e.details from platform.audit_event e where e.subject = ${staffId} order by e.event_id`.execute(
      db,
    ),
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'staff.added',
    'staff.credential-issued',
    'staff.credential-revoked',
    'staff.rights-changed',
    'staff.ended',
  ])
  expect(JSON.stringify(rows)).not.toMatch(/Peeters|@/)
})

test('the database itself refuses demo people in a production installation', async () => {
  const person = { municipalityId: first, name: 'Demo', rights: [], isDemo: true, by: 'test' }
  expect(await addStaff(deps(), { ...person, email: anEmail() })).toMatchObject({ ok: true })
  await asOwner(`update platform.installation set environment = 'production'`)
  try {
    expect(await addStaff(deps(), { ...person, email: anEmail() })).toEqual({
      ok: false,
      because: 'demo-in-production',
    })
    const { staffId } = await aPerson()
    const disguised = database.inScope(staffOf(first), (db) =>
      sql`update municipalities.staff set is_demo = true where staff_id = ${staffId}`.execute(db),
    )
    await expect(disguised).rejects.toThrow(/demo staff cannot exist/)
  } finally {
    await asOwner(`update platform.installation set environment = 'development'`)
  }
})

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
