import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'

/** What large elections stand on in the database: partitions that hold nobody up, and their statistics. */

const id = (n: number) => `0198b7a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const city = 1
const village = 2
const inScope = (municipality: number) => `set local kiesloket.municipalities = '${municipality}'`

let database: TestDatabase
let owner: pg.Client
const sessions: pg.Client[] = []

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`set kiesloket.municipalities = '${city}'`)
  await owner.query(`insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
    select n, 'm' || n, 'M', '1000' || n, '099999999' || n from generate_series(1, 2) n on conflict do nothing`)
  for (const number of [11, 21, 41, 51, 52, 55, 58, 59, 60, 65, 66]) await addElection(city, id(number))
  await addElection(village, id(31))
})
afterAll(async () => {
  for (const session of sessions) await session.end()
  await owner.end()
  await database.close()
})

/** An election and a campaign of the same id. */
async function addElection(municipality: number, election: string): Promise<void> {
  await owner.query(`insert into elections.election (municipality_id, election_id, code, name, ruleset_id, polling_day,
      voting_mode, settings, created_by)
    values (${municipality}, '${election}', 'e${election.slice(-3)}', 'x', 'x', '2029-06-10', 'PAPER', '{}', 'test')`)
  await owner.query(`insert into delivery.campaign (municipality_id, campaign_id, document_kind, reference, message, opened_by)
    values (${municipality}, '${election}', 'election-letter', '${election}', '{}', 'test')`)
}

/** A session of the application, at work for the city, that does not wait for anybody. */
async function application(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url })
  sessions.push(client)
  await client.connect()
  await client.query(`set lock_timeout = '250ms'; set kiesloket.municipalities = '${city}'`)
  return client
}

describe('while a city is at work', () => {
  test.each([
    ['voters', 'voters.voter'],
    ['letters', 'letters.letter'],
    ['delivery', 'delivery.delivery'],
  ])('reads and writes of others go on beside a new partition of %s', async (schema, parent) => {
    const busy = await application()
    await busy.query(`begin; select ${schema}.add_partition('${id(11)}')`)
    const other = await application()
    await other.query(`begin; ${inScope(village)}`)
    await other.query(`select count(*) from ${parent}`)
    await other.query(`update ${parent} set municipality_id = municipality_id`)
    await other.query('rollback')
    await busy.query('rollback')
  })

  test('a village makes room for its election and takes in its list, from the first row to the last', async () => {
    const [importing, small] = [await application(), await application()]
    await importing.query(`select voters.add_partition('${id(21)}')`)
    await importing.query(`begin; ${inScope(city)}`)
    await importing.query(`select voters.open_list(${city}, '${id(21)}', '${id(22)}')`)
    await importing.query(`select voters.attach_list(${city}, '${id(21)}', '${id(22)}')`)
    await importing.query(`select voters.drop_list(${city}, '${id(22)}')`)
    await importing.query(`select voters.open_list(${city}, '${id(21)}', '${id(23)}')`)
    await importing.query(`select voters.attach_list(${city}, '${id(21)}', '${id(23)}')`)

    await small.query(`begin; ${inScope(village)}`)
    await small.query(`select voters.add_partition('${id(31)}')`)
    await small.query(`select voters.open_list(${village}, '${id(31)}', '${id(32)}')`)
    await small.query(`select voters.attach_list(${village}, '${id(31)}', '${id(32)}')`)
    await small.query(
      `select count(*) from voters.voter where election_id = '${id(31)}' and list_id = '${id(32)}'`,
    )
    await small.query('commit')
    await importing.query('commit')
  })

  test('two sessions that make room for one election make it once', async () => {
    const [first, second] = [await application(), await application()]
    await second.query(`set lock_timeout = '10s'`)
    for (const schema of ['voters', 'letters', 'delivery']) {
      await first.query('begin')
      await first.query(`select ${schema}.add_partition('${id(41)}')`)
      const waiting = second.query(`select ${schema}.add_partition('${id(41)}')`)
      await first.query('commit')
      await waiting
    }
    const { rows } = await owner.query(
      `select count(*)::int as n from pg_class where relname like '%${id(41).replaceAll('-', '')}' and relkind in ('r', 'p')`,
    )
    expect(rows[0].n).toBe(5)
  })
})

describe('statistics', () => {
  const refresh = {
    letters: ['letters.letter', 'letters.paper_letter'],
    delivery: ['delivery.delivery'],
  } as const

  test('are there at once, for the partition that was asked for and no other', async () => {
    const app = await application()
    for (const [schema, parents] of Object.entries(refresh)) {
      for (const key of [id(51), id(52)]) await app.query(`select ${schema}.add_partition('${key}')`)
      await app.query(`select ${schema}.refresh_statistics('${id(51)}')`)
      for (const parent of parents) {
        const { rows } = await owner.query(
          `select right(c.relname, 2) as part, c.reltuples >= 0 as known from pg_inherits i
           join pg_class c on c.oid = i.inhrelid where i.inhparent = '${parent}'::regclass
             and c.relname like '%05_' order by 1`,
        )
        expect(rows, parent).toEqual([
          { part: '51', known: true },
          { part: '52', known: false },
        ])
      }
    }
  })

  test('letters have them from the first page on, and are not looked at again for every page', async () => {
    const app = await application()
    await app.query(`select letters.add_partition('${id(55)}')`)
    const look = async (letters: number) => {
      await owner.query(
        `insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
           person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes)
         select 1, '${id(55)}', gen_random_uuid(), gen_random_uuid(), 1, 'composed', 1, n, '', '', '{}', '', '', 1
         from generate_series(1, ${letters}) n`,
      )
      await app.query(`select letters.ensure_statistics('${id(55)}')`)
      const { rows } = await owner.query(
        `select reltuples as known from pg_class where relname = 'letter_${id(55).replaceAll('-', '')}'`,
      )
      return rows[0].known
    }
    expect([await look(100), await look(50)]).toEqual([100, 100])
    await app.query(`select letters.refresh_statistics('${id(55)}')`)
    expect(await look(0)).toBe(150)
  })

  test('of bureaus are looked at by one at a time, and nobody stands in line for it', async () => {
    const [one, other] = [await application(), await application()]
    await one.query('begin; select bureaus.refresh_statistics()')
    await other.query('select bureaus.refresh_statistics()')
    await one.query('commit')
    const { rows } = await owner.query(
      `select reltuples >= 0 as known from pg_class where oid = 'bureaus.seat'::regclass`,
    )
    expect(rows).toEqual([{ known: true }])
  })

  test('without a partition of letters there is nothing to look at', async () => {
    const app = await application()
    await app.query(`select letters.ensure_statistics('${id(58)}')`)
  })

  test.each(Object.keys(refresh))('the way to them in %s reaches nothing but partitions', async (schema) => {
    const app = await application()
    await expect(app.query(`select ${schema}.refresh_statistics('${id(59)}')`)).rejects.toThrow(
      'no partition',
    )
    await expect(
      app.query(`select ${schema}.refresh_statistics($1)`, ['x; drop table voters.voter']),
    ).rejects.toThrow('invalid input syntax for type uuid')
    // a table that bears the name of a partition and is none
    const name = { letters: 'letter', delivery: 'delivery' }[schema]
    await owner.query(`create table ${schema}.${name}_${id(60).replaceAll('-', '')} (x int)`)
    await expect(app.query(`select ${schema}.refresh_statistics('${id(60)}')`)).rejects.toThrow(
      'no partition',
    )
  })

  const rooms = ['voters', 'letters', 'delivery'].map((schema) => `${schema}.add_partition`)
  const looks = ['letters.refresh_statistics', 'letters.ensure_statistics', 'delivery.refresh_statistics']

  test.each([...rooms, ...looks])(
    '%s is for elections and campaigns of the own municipality',
    async (deed) => {
      const app = await application()
      const key = id(53 + [...rooms, ...looks].indexOf(deed) * 100)
      await addElection(village, key)
      const parts = async () =>
        (
          await owner.query(
            `select count(*)::int as n from pg_class where relname like '%${key.replaceAll('-', '')}'`,
          )
        ).rows[0].n
      for (const scope of [`'${city}'`, `''`, `'${city},99'`]) {
        await app.query(`set kiesloket.municipalities = ${scope}`)
        await expect(app.query(`select ${deed}('${key}')`), `scope ${scope}`).rejects.toThrow('in this scope')
      }
      expect(await parts()).toBe(0)
      await app.query(`set kiesloket.municipalities = '${village}'`)
      await app.query(`select ${deed.split('.')[0]}.add_partition('${key}')`)
      await app.query(`select ${deed}('${key}')`)
      expect(await parts()).toBeGreaterThan(0)
    },
  )

  test('a list is attached to an election of its own municipality', async () => {
    const app = await application()
    await app.query(`begin; select voters.add_partition('${id(52)}')`)
    await app.query(`select voters.open_list(${city}, '${id(31)}', '${id(54)}')`)
    await expect(app.query(`select voters.attach_list(${city}, '${id(31)}', '${id(54)}')`)).rejects.toThrow(
      'no such election in this scope',
    )
    await app.query('rollback')
  })

  test('what the application may run as the owner is short, pinned to its search path and has no text of its own', async () => {
    const { rows } = await owner.query(
      `select p.oid::regprocedure::text as signature, p.proconfig::text as config
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'jobs') order by 1`,
    )
    expect(rows.map(({ signature }) => signature)).toEqual([
      'bureaus.refresh_statistics()',
      'delivery.add_partition(uuid)',
      'delivery.refresh_statistics(uuid)',
      'letters.add_partition(uuid)',
      'letters.ensure_statistics(uuid)',
      'letters.refresh_statistics(uuid)',
      'portal.block_mail(bytea,date,date)',
      'portal.count_mail(bytea,date,integer)', // the key is a keyed hash: whoever asks learns of nobody
      'portal.sweep_citizen_sessions()',
      'retention.begin_purge(integer,uuid)',
      'retention.campaigns_of(integer,uuid)',
      'retention.delete_ended_letters(integer,uuid)',
      'retention.delete_rows(integer,uuid,regclass)',
      'retention.drop_partitions(integer,uuid,text)', // the text is one of five names of tables
      'retention.empty_samples(integer,uuid)',
      'retention.lock_election(integer,uuid)',
      'retention.replace_certificate(integer,uuid,uuid,text)',
      'voters.add_partition(uuid)',
      'voters.attach_list(integer,uuid,uuid)',
      'voters.doubles_on_list(integer,uuid,text)',
      'voters.drop_list(integer,uuid)',
      'voters.find_on_list(integer,uuid,tsquery,date,integer,integer)', // the question is a value, never part of a statement
      'voters.index_for_search(integer,uuid)',
      'voters.is_purged(uuid)',
      'voters.open_list(integer,uuid,uuid)',
      'voters.open_rows_set_aside(integer,uuid)',
      'voters.set_doubles_aside(integer,uuid)',
    ])
    for (const { signature, config } of rows) expect(config, signature).toMatch('search_path=pg_catalog')
  })

  test('the procedures behind them are the owner’s alone', async () => {
    const app = await application()
    for (const deed of [
      `call platform.analyze_partition('letters.letter', '${id(51)}', 'state')`,
      `call platform.ensure_partition('letters.letter', '${id(51)}')`,
      `call elections.require_in_scope('${id(51)}')`,
      `call delivery.require_in_scope('${id(51)}')`,
      `select voters.list_table(1, '${id(51)}')`,
      'select voters.rows_set_aside()',
      `select retention.begin_purge(1, '${id(51)}')`,
      `select retention.campaigns_of(1, '${id(51)}')`,
    ])
      await expect(app.query(deed), deed).rejects.toThrow('permission denied')
  })
})

test('a letter has an end exactly when it is nobody’s current letter any more', async () => {
  await owner.query(`select letters.add_partition('${id(65)}')`)
  const letter = (state: string, endedAt: string) =>
    owner.query(
      `insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
         person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes, ended_at)
       values (1, '${id(65)}', gen_random_uuid(), gen_random_uuid(), 1, '${state}', 1, 1, '', '', '{}', '', '', 1, ${endedAt})`,
    )
  for (const state of ['composed', 'released']) {
    await letter(state, 'null')
    await expect(letter(state, 'now()'), state).rejects.toThrow('current_until_it_ends')
  }
  for (const state of ['superseded', 'withdrawn']) {
    await letter(state, 'now()')
    await expect(letter(state, 'null'), state).rejects.toThrow('current_until_it_ends')
  }
})

test('a release of all letters touches no index', async () => {
  await owner.query(`select letters.add_partition('${id(66)}')`)
  await owner.query(
    `insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
       person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes)
     select 1, '${id(66)}', gen_random_uuid(), gen_random_uuid(), 1, 'composed', 1, n, sha256(n::text::bytea), sha256('p'),
       jsonb_build_object('qrText', repeat(md5(n::text), 15)), sha256('f'), sha256('d'), 1 from generate_series(1, 500) n`,
  )
  await owner.query(
    `update letters.letter set state = 'released', release_id = gen_random_uuid() where election_id = '${id(66)}'`,
  )
  await owner.query('select pg_stat_force_next_flush()')
  const { rows } = await owner.query(
    `select n_tup_upd::int as changed, n_tup_hot_upd::int as in_place from pg_stat_all_tables
     where relname = 'letter_${id(66).replaceAll('-', '')}'`,
  )
  expect(rows[0]).toEqual({ changed: 500, in_place: 500 })
})

test('lists from before there was a table for each get theirs, with every row and the same guards', async () => {
  const before = await testDatabase()
  const client = new pg.Client({ connectionString: before.ownerUrl })
  await client.connect()
  await downTo(client, '0007')
  await client.query(`insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
    select n, 'm' || n, 'M', '1000' || n, '099999999' || n from generate_series(1, 2) n`)
  for (const [municipality, election, lists] of [
    [city, id(71), [id(72), id(73)]],
    [village, id(81), [id(82)]],
    [village, id(91), []],
  ] as const) {
    await client.query(`select voters.add_partition('${election}')`)
    for (const list of lists)
      await client.query(`insert into voters.voter (municipality_id, election_id, list_id, voter_id, list_number, nrn_cipher,
          nrn_index, category, last_name, first_names, section, list_address, added_late)
        select ${municipality}, '${election}', '${list}', gen_random_uuid(), n, '\\x01', sha256(n::text::bytea), 'BELGIAN',
          'Peeters', 'Lotte', 1, '{"street": "Kersenlaan"}', n = 3 from generate_series(1, 3) n`)
  }
  const content = `select md5(string_agg((to_jsonb(v) - 'source_row')::text, '' order by v.list_id, v.list_number)) as content
    from voters.voter v`
  const had = (await client.query(content)).rows
  await client.query(await readFile('migrations/0007_large_elections.sql', 'utf8'))
  expect((await client.query(content)).rows).toEqual(had)
  const { rows } = await client.query(
    `select (select count(*)::int from pg_class where relname like 'voter_list_%' and relkind = 'r') as lists,
       (select count(*)::int from pg_inherits where inhparent = 'voters.voter'::regclass) as elections,
       to_regclass('voters.before_0007') as old`,
  )
  expect(rows[0]).toEqual({ lists: 3, elections: 3, old: null })
  await client.query(`set kiesloket.municipalities = '1'; select voters.drop_list(1, '${id(72)}')`)
  await expect(client.query(`select voters.drop_list(1, '${id(82)}')`)).rejects.toThrow('in this scope')
  await client.end()
  await before.close()
})

test('no policy looks into a divided table: all its parts would be planned with every question, also of staff', async () => {
  const { rows } = await owner.query(
    `select p.polrelid::regclass::text as table, p.polname as policy, d.refobjid::regclass::text as "looksInto"
     from pg_policy p
     join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_class'::regclass
     join pg_class c on c.oid = d.refobjid and c.relkind = 'p'
     where d.refobjid <> p.polrelid and not c.relispartition`,
  )
  expect(rows).toEqual([])
})

/** Empties the database and brings it to where it stood before a migration. */
async function downTo(client: pg.Client, migration: string): Promise<void> {
  await client.query(
    `drop schema if exists platform, municipalities, elections, voters, delivery, letters cascade`,
  )
  for (const file of (await readdir('migrations')).sort())
    if (file < migration) await client.query(await readFile(`migrations/${file}`, 'utf8'))
}

/** Read in the order of the index, for a whole election; or of so few rows that it is the same how they are found. */
const forAnElection = [
  ...[
    'bureau_municipality_id_election_id_bureau_id_code_key',
    'one_bureau_of_a_number',
    'one_reserve_of_a_kind',
  ],
  ...[
    'one_polling_bureau_of_a_section',
    'drawn_person_in_order',
    'excuse_by_moment',
    'listed_person_by_name',
  ],
  ...[
    'one_access_of_a_holder',
    'one_composition_of_a_version',
    'one_draw_that_counts',
    'one_open_convocation',
  ],
  ...[
    'one_open_seating',
    'one_choice_of_a_person_for_a_seat',
    'one_kept_in_a_seat',
    'one_seat_kept_for_a_person',
  ],
  ...['one_accepted_volunteer', 'one_member_on_a_place', 'one_turn_in_the_queue'],
  'training_municipality_id_election_id_training_id_capacity_key',
]

test('a table of bureaus is found by what a row is about, and by its key alone from the election on', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'bureaus'::regnamespace and not i.indisprimary
      and pg_get_indexdef(c.oid, 1, true) = 'municipality_id' and pg_get_indexdef(c.oid, 2, true) = 'election_id'`)
  expect(rows.map(({ name }) => name).sort()).toEqual(forAnElection.toSorted())
})
