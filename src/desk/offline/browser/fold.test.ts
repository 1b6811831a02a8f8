import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../../test/database.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { folded, isNear, joined, sounding } from './fold.js'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const names = [
  ...[
    'Van de Velde',
    "D'Hondt",
    'De Backer-Claes',
    'Ångström',
    'Łukasz',
    'Đorđević',
    'Strauß',
    'Æbeltoft',
    'Œuvrard',
  ],
  ...[
    'Nguyễn Thị',
    'Öztürk',
    'IJsselstein',
    'van den Bossche',
    'Ten Haaf',
    'El Amrani',
    "O'Brien",
    'Øster',
    'ıİ Ħal',
  ],
  ...[
    'Sint-Pieterskaai',
    "Rue de l'Église",
    'Xhoffraix',
    'Quaegebeur',
    'Thijs',
    'Ghijselinck',
    'Schmidt',
    '',
    '  12 A ',
  ],
]

test('folds words as the database does for the desk', async () => {
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql<{ plain: string; joined: string; sound: string }>`
      select f.plain, f.joined, f.plain_sound as sound
      from unnest(${names}::text[]) with ordinality as n (name, place), voters.folded_question(n.name) f
      order by n.place`.execute(db),
  )
  const ours = names.map((name) => {
    const plain = folded(name)
    return { plain, joined: joined(plain), sound: sounding(plain) }
  })
  expect(ours).toEqual(rows)
})

test('a slip is a letter too many, too few, another, or two swapped', () => {
  for (const other of ['peters', 'peeterss', 'peetars', 'peetres', 'peeters'])
    expect(isNear('peeters', other, 1)).toBe(true)
  for (const other of ['petars', 'pieter', 'jansens']) expect(isNear('peeters', other, 1)).toBe(false)
  expect(isNear('vandevelde', 'vandenvelden', 2)).toBe(true)
  expect(isNear('vandevelde', 'vanderveldens', 2)).toBe(false)
})
