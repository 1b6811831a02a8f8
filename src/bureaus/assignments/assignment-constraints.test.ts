import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { canonicalJson } from '../../platform/hash.ts'
import {
  type Axes,
  attendances,
  deliveriesOfCall,
  designations,
  payments,
  replies,
  sanctions,
} from './axes.ts'
import { reachableFrom } from './testing.ts'

/** The table takes every place on the axes that the steps lead to, and no other: its checks are tried on all there could be. */

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

/** Every combination that the checks of the table let pass, for an assignment that came about in this way. */
async function accepted(origin: string): Promise<Set<string>> {
  const { rows: checks } = await owner.query<{ expression: string }>(
    `select pg_get_expr(conbin, conrelid) as expression from pg_constraint
     where conrelid = 'bureaus.assignment'::regclass and contype = 'c'`,
  )
  const { rows } = await owner.query<Axes>(
    `select designation, delivery, reply, confirmed, attendance, payment, sanction
     from unnest($1::text[]) designation, unnest($2::text[]) delivery, unnest($3::text[]) reply,
       unnest(array[true, false]) confirmed, unnest($4::text[]) attendance, unnest($5::text[]) payment,
       unnest($6::text[]) sanction,
       lateral (select '${origin}'::text as origin, null::integer as draw_rank, 1 as version,
         case when designation not in ('PROPOSED', 'CANCELLED') then now() end as designated_at,
         case when delivery = 'DELIVERED' then now() end as delivered_at) facts
     where ${checks.map(({ expression }) => `(${expression}) is not false`).join(' and ')}`,
    [designations, deliveriesOfCall, replies, attendances, payments, sanctions],
  )
  return new Set(rows.map((axes) => canonicalJson(axes)))
}

test.each([
  ['DRAW', ['propose', 'move-to'] as const],
  ['ON_THE_SPOT', ['appoint-on-the-spot'] as const],
])('of origin %s', async (origin, openings) => {
  const reachable = new Set(reachableFrom(openings).keys())
  const passed = await accepted(origin)
  expect([...reachable].filter((axes) => !passed.has(axes))).toEqual([])
  expect([...passed].filter((axes) => !reachable.has(axes))).toEqual([])
})
