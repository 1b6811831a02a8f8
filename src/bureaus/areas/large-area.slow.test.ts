import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { refreshStatistics } from '../statistics-store.ts'
import { areaBureaus } from './area-overview.ts'

/** An area of sixty municipalities with forty bureaus each is counted in one statement, and each of them costs what it costs among six. */

const municipalities = 60
const few = 6
const bureausEach = 40
const seatsEach = 11
const authority = '1999000744'

test('sixty municipalities are counted in one look', async () => {
  const database = await testDatabase()
  const staff = Array.from({ length: municipalities }, (_, at) => (at + 1) as MunicipalityId)
  await database.inScope({ staff }, async (db) => {
    const many = sql`generate_series(1, ${municipalities}::integer) as m`
    await sql`
      insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
      select m, 'dorp-' || m, 'Dorp ' || m, lpad((90000 + m)::text, 5, '0'), lpad((1999100000 + m)::text, 10, '0') from ${many}`.execute(
      db,
    )
    await sql`
      insert into elections.election (municipality_id, election_id, code, name, ruleset_id, polling_day, voting_mode, settings, created_by)
      select m, md5('election' || m)::uuid, '2030', 'Verkiezing', 'lpkd-2030', '2030-10-13', 'PAPER', '{}', 'test' from ${many}`.execute(
      db,
    )
    await sql`
      insert into bureaus.authority (municipality_id, election_id, enterprise_number, name, kind, granted_at, granted_by)
      select m, md5('election' || m)::uuid, ${authority}, 'Gerecht', 'COURT', now(), 'test' from ${many}`.execute(
      db,
    )
    await sql`
      insert into bureaus.bureau (municipality_id, election_id, bureau_id, kind, code, number, voting_mode, section)
      select m, md5('election' || m)::uuid, md5('bureau' || m || ' ' || b)::uuid, 'POLLING', '', b::text, 'PAPER', b
      from ${many}, generate_series(1, ${bureausEach}::integer) as b`.execute(db)
    await sql`
      insert into bureaus.seat (municipality_id, election_id, seat_id, bureau_id, role, ordinal, optional)
      select m, md5('election' || m)::uuid, md5('seat' || m || ' ' || b || ' ' || s)::uuid, md5('bureau' || m || ' ' || b)::uuid,
        case when s = 1 then 'CHAIR' else 'ASSESSOR' end, s, false
      from ${many}, generate_series(1, ${bureausEach}::integer) as b, generate_series(1, ${seatsEach}::integer) as s`.execute(
      db,
    )
  })
  // As after every plan that is taken over.
  await refreshStatistics(database, { municipalityId: staff[0]! })
  const { rows } = await database.inScope({ staff }, (db) =>
    sql<{ id: ElectionId }>`select e.election_id as id from elections.election e`.execute(db),
  )
  const asked = rows.map(({ id }) => id)
  const look = async (many: number) => {
    const before = performance.now()
    const bureaus = await database.inScope({ authority }, (db) => areaBureaus(db, asked.slice(0, many)))
    return { bureaus, milliseconds: performance.now() - before }
  }
  await look(few)
  const some = await look(few)
  const { bureaus, milliseconds } = await look(municipalities)
  expect(bureaus).toHaveLength(municipalities * bureausEach)
  expect(bureaus[0]!.vacant).toEqual([
    { role: 'CHAIR', count: 1 },
    { role: 'ASSESSOR', count: seatsEach - 1 },
  ])
  // Ten times as many; were each compared with all others, it would be a hundred times as much.
  expect(milliseconds / some.milliseconds).toBeLessThan(50)
  await database.close()
})
