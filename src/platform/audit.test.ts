import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { firstMunicipality, testDatabase } from '../../test/database.ts'
import { latestAuditEvents, recordAudit, recordAuditAtMost, sealAudit, verifyAudit } from './audit.ts'
import { staffOf } from './db/scope.ts'

const scope = staffOf(firstMunicipality)

test('events are appended, sealed in a chain, and a change behind the back shows', async () => {
  const database = await testDatabase()
  const event = { municipalityId: firstMunicipality, actor: 'test', action: 'looked' }
  for (const subject of ['one', 'two'])
    await database.inScope(scope, (db) => recordAudit(db, { ...event, subject }))
  await shiftIntoThePast(database.ownerUrl)
  expect(await database.inScope(scope, (db) => sealAudit(db, firstMunicipality))).toBe(2)
  expect(await database.inScope(scope, (db) => verifyAudit(db, firstMunicipality))).toEqual({ seals: 1 })
  await asOwner(database.ownerUrl, `update platform.audit_event set subject = 'three' where subject = 'two'`)
  expect(await database.inScope(scope, (db) => verifyAudit(db, firstMunicipality))).toEqual({
    seals: 1,
    broken: 1,
  })
  await database.close()
})

test('the application may not change or remove an event', async () => {
  const database = await testDatabase()
  const change = database.inScope(scope, (db) => sql`update platform.audit_event set actor = 'x'`.execute(db))
  await expect(change).rejects.toThrow(/permission denied/)
  const removal = database.inScope(scope, (db) => sql`delete from platform.audit_event`.execute(db))
  await expect(removal).rejects.toThrow(/permission denied/)
  await database.close()
})

test('who repeats what they may not fills no log, and hides nobody else', async () => {
  const database = await testDatabase()
  const tries = async (actor: string) =>
    database.inScope(scope, (db) =>
      recordAuditAtMost(db, 3, { municipalityId: firstMunicipality, actor, action: 'refused' }),
    )
  for (let tried = 0; tried < 5; tried++) await tries('loud')
  await tries('quiet')
  const events = await database.inScope(scope, (db) => latestAuditEvents(db, firstMunicipality, 10))
  const written = events.filter(({ action }) => action === 'refused')
  expect(written.map(({ actor, details }) => ({ actor, ...details }))).toEqual([
    { actor: 'quiet' },
    { actor: 'loud', moreLeftOut: true },
    { actor: 'loud' },
    { actor: 'loud' },
  ])
  await database.close()
})

async function shiftIntoThePast(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, `update platform.audit_event set happened_at = happened_at - interval '10 minutes'`)
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
