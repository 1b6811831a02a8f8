import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import {
  addMunicipality,
  findMunicipality,
  getSettings,
  listMunicipalities,
  updateMunicipality,
} from './index.ts'
import { aMunicipality } from './testing.ts'

let database: TestDatabase
const ids: MunicipalityId[] = []

beforeAll(async () => {
  database = await testDatabase()
  for (const number of [1, 2]) {
    const added = await addMunicipality({ database }, { document: aMunicipality(number), by: 'test' })
    if (added.ok) ids.push(added.municipalityId)
  }
})
afterAll(() => database.close())

const auditActions = (db: Db) =>
  sql<{ action: string; actor: string }>`
    select e.action, e.actor from platform.audit_event e order by e.event_id`.execute(db)

test('a municipality is added from its file, found by slug and by NIS code, and audited', async () => {
  expect(ids).toHaveLength(2)
  const found = await findMunicipality(database, 'zonnedorp-1')
  expect(found).toMatchObject({ municipalityId: ids[0], name: 'Zonnedorp 1', nisCode: '99001' })
  expect(await findMunicipality(database, '99001')).toEqual(found)
  expect(await findMunicipality(database, 'elsewhere')).toBeUndefined()
  expect((await listMunicipalities(database)).map(({ slug }) => slug)).toEqual(['zonnedorp-1', 'zonnedorp-2'])
  const settings = await database.inScope(staffOf(ids[0]!), (db) => getSettings(db, ids[0]!))
  expect(settings).toEqual(aMunicipality(1))
  const { rows } = await database.inScope(staffOf(ids[0]!), auditActions)
  expect(rows).toContainEqual({ action: 'municipality.added', actor: 'test' })
})

test('a file with faults adds nothing and answers all of them', async () => {
  const document = { ...aMunicipality(3), nisCode: 'x', phone: '1' }
  const refusal = await addMunicipality({ database }, { document, by: 'test' })
  expect(refusal).toMatchObject({
    ok: false,
    because: 'not-valid',
    faults: [{ path: 'nisCode' }, { path: 'phone' }],
  })
  expect(await listMunicipalities(database)).toHaveLength(2)
})

test.each(['slug', 'nisCode', 'enterpriseNumber'] as const)(
  'a second municipality with the same %s is refused',
  async (field) => {
    const document = { ...aMunicipality(4), [field]: aMunicipality(1)[field] }
    const refusal = await addMunicipality({ database }, { document, by: 'test' })
    expect(refusal).toMatchObject({
      ok: false,
      because: 'already-there',
      detail: expect.stringContaining(field),
    })
    expect(await listMunicipalities(database)).toHaveLength(2)
  },
)

test('a change is a new version; the same file again changes nothing', async () => {
  const municipalityId = ids[1]!
  const document = { ...aMunicipality(2), name: 'Zonnedorp-aan-Zee' }
  const update = () => updateMunicipality({ database }, { municipalityId, document, by: 'test' })
  expect(await update()).toMatchObject({ ok: true, version: 2, changed: true })
  expect(await update()).toMatchObject({ ok: true, version: 2, changed: false })
  expect(await findMunicipality(database, '99002')).toMatchObject({ name: 'Zonnedorp-aan-Zee' })
  await database.inScope(staffOf(municipalityId), async (db) => {
    expect(await getSettings(db, municipalityId)).toEqual(document)
    const versions = await sql<{ version: number }>`
      select s.version from municipalities.settings s order by s.version`.execute(db)
    expect(versions.rows.map(({ version }) => version)).toEqual([1, 2])
    const { rows } = await auditActions(db)
    expect(rows.map(({ action }) => action)).toEqual(['municipality.added', 'municipality.updated'])
  })
})

test('two changes at once become two versions', async () => {
  const municipalityId = ids[0]!
  const outcomes = await Promise.all(
    ['A', 'B', 'C'].map((name) =>
      updateMunicipality({ database }, { municipalityId, document: aMunicipality(1, { name }), by: 'test' }),
    ),
  )
  expect(outcomes.map((outcome) => outcome.ok && outcome.version).sort()).toEqual([2, 3, 4])
})

test('the file of one municipality does not land on another', async () => {
  const facts = { municipalityId: ids[0]!, document: aMunicipality(2), by: 'test' }
  expect(await updateMunicipality({ database }, facts)).toMatchObject({ because: 'other-municipality' })
  const unknown = { ...facts, municipalityId: 999 as MunicipalityId }
  expect(await updateMunicipality({ database }, unknown)).toMatchObject({ because: 'unknown' })
})

test('one municipality sees nothing of another, an operator only the names', async () => {
  const [first, second] = ids as [MunicipalityId, MunicipalityId]
  await expect(database.inScope(staffOf(first), (db) => getSettings(db, second))).rejects.toThrow(
    /in this scope/,
  )
  const names = await database.inScope({ directory: true }, (db) =>
    sql`select m.name from municipalities.municipality m`.execute(db),
  )
  expect(names.rows).toHaveLength(2)
  const settings = await database.inScope({ directory: true }, (db) =>
    sql`select s.version from municipalities.settings s`.execute(db),
  )
  expect(settings.rows).toEqual([])
  const renamed = await database.inScope(staffOf(first), (db) =>
    sql`update municipalities.municipality set name = 'x' where municipality_id = ${second}`.execute(db),
  )
  expect(renamed.numAffectedRows).toBe(0n)
})
