import { randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ensureDatabase } from '../../src/platform/db/embedded-server.ts'
import { type Shape, shapeOf } from './shape.ts'
import { whatShrinks } from './what-shrinks.ts'

/**
 * A new release is rolled out while workers of the one before are sending (docs/how-to/more-machines.md), so they have
 * to run on the new form of the database. Judged by the catalog, before and after each migration.
 */

/**
 * Looked at by a person: applied before there was a release (0010), or a rule that holds for every row that leaves the new
 * columns empty, as the release before does.
 */
const lookedAt: Readonly<Record<string, readonly RegExp[]>> = {
  '0010_letters_of_a_city.sql': [/current_until_it_ends/, /one_letter_of_a_version/, /one_current_letter/],
  '0040_staff_sessions.sql': [/staff_is_known/],
  '0047_deputies.sql': [/decided_for <> requested_by/],
  // The same rule with more states: what the release before writes is among them.
  '0061_files_of_amendments.sql': [/uploaded_list_state_check/, /one_busy_upload/],
  '0074_release_by_a_worker.sql': [/release_state_check/, /letter_run_kind_check/],
  '0158_corrected_attendance.sql': [/day_deed_kind_check/],
  '0161_left_early.sql': [
    ...[/assignment_attendance_check/, /only_who_came_is_paid/, /only_who_stayed_away_is_reported/],
    ...[/on_the_spot_was_there/, /one_person_in_a_seat/, /day_deed_kind_check/],
  ],
  '0164_other_main_bureaus.sql': [/authority_kind_check/],
  '0165_letters_of_a_reason_afterwards.sql': [/member_letter_kind_check/],
  // The same columns are unique, in another order.
  '0178_found_by_what_it_is.sql': [
    ...[/one_member_of_a_person/, /one_row_of_a_listed_person/, /one_letter_of_a_version/, /one_open_excuse/],
    ...[/one_payment_of_an_attempt/, /one_payment_of_a_claim/, /one_seat_of_an_ordinal/],
    ...[/one_person_in_a_seat/, /one_seat_of_a_person/],
  ],
  // No release let anybody be moved before the one that brings this rule.
  '0183_no_move_away_from_a_request.sql': [/nobody_is_moved_while_asking/],
}

const shrinking = new Map<string, string[]>()
let client: pg.Client

beforeAll(async () => {
  const at = (database: string) => inject('ownerUrl').replace(/DATABASE$/, database)
  const name = `test_${randomBytes(6).toString('hex')}`
  await ensureDatabase(at('postgres'), name)
  client = new pg.Client({ connectionString: at(name) })
  await client.connect()
  let before: Shape | undefined
  for (const file of globSync('migrations/*.sql').sort()) {
    await client.query(readFileSync(file, 'utf8'))
    const after = await shapeOf(client)
    if (before) shrinking.set(basename(file), whatShrinks(before, after))
    before = after
  }
})
afterAll(() => client.end())

const files = globSync('migrations/*.sql')
  .sort()
  .map((file) => basename(file))
  .slice(1)

test.each(files)('%s leaves what the release before uses', (file) => {
  const settled = lookedAt[file] ?? []
  const found = shrinking.get(file)!
  expect(found.filter((finding) => !settled.some((one) => one.test(finding)))).toEqual([])
  expect(settled.filter((one) => !found.some((finding) => one.test(finding)))).toEqual([])
})

describe('a migration that would stop an older worker is told, with what to do instead', () => {
  test.each([
    ['drop table delivery.attempt', 'delivery.attempt is gone or has another name: leave it'],
    ['alter table delivery.campaign rename to shipment', 'delivery.campaign is gone or has another name'],
    ['alter table delivery.campaign drop column reference', 'delivery.campaign.reference is gone'],
    ['alter table delivery.campaign rename reference to subject', 'delivery.campaign.reference is gone'],
    ['alter table delivery.attempt alter code type varchar(9)', 'delivery.attempt.code was text and is'],
    [
      'alter table delivery.attempt alter code set not null',
      'delivery.attempt.code may not be empty any more',
    ],
    ['alter table delivery.attempt add host text not null', 'delivery.attempt.host is asked of rows'],
    [
      'alter table delivery.attempt add check (attempt < 9)',
      'is a new rule over what the release before writes',
    ],
    [
      'create unique index one on delivery.campaign (municipality_id, reference)',
      'delivery.one is a new rule',
    ],
    [
      `alter table delivery.campaign add host text default '', add unique (municipality_id, host)`,
      'is a new rule over what the release before writes',
    ],
    ['drop function voters.is_purged cascade', 'voters.is_purged(uuid) is gone or takes other arguments'],
    ['revoke update on delivery.downtime from kiesloket_app', 'may not “update delivery.downtime” any more'],
  ])('%s', async (statement, told) => {
    expect((await shrinkingBy(statement)).join('\n')).toContain(told)
  })

  test.each([
    'alter table delivery.attempt add host text',
    `alter table delivery.attempt add host text not null default '' check (host <> '?')`,
    'alter table delivery.campaign add host text, add unique (municipality_id, host)',
    'create table delivery.extra (municipality_id integer primary key)',
    'create index on delivery.campaign (reference)',
    'alter table delivery.campaign alter reference drop not null',
  ])('and this is none: %s', async (statement) => {
    expect(await shrinkingBy(statement)).toEqual([])
  })
})

/** On the form of today, and taken back. */
async function shrinkingBy(statement: string): Promise<string[]> {
  const before = await shapeOf(client)
  await client.query(`begin; ${statement}`)
  const after = await shapeOf(client)
  await client.query('rollback')
  return whatShrinks(before, after)
}
