import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../../../src/app.ts'
import {
  type Headline,
  headlineCounts,
  keptBureaus,
  listTrainings,
  placeCodesOf,
  showSeating,
  volunteerCounts,
  volunteerFiles,
} from '../../../src/bureaus/index.ts'
import { listElections } from '../../../src/elections/index.ts'
import { findMunicipality } from '../../../src/municipalities/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { type EboxRoad, eboxRoad } from '../../../test/ebox.ts'
import { demoBureaus } from './demo-bureaus.ts'
import { bureausSender } from './town.ts'

/** What a newcomer finds after `npm start`: forty bureaus, with somebody in every state that comes before polling day. */

let database: TestDatabase
let road: EboxRoad
let folder: string
let app: App
const told: { readonly shows: string }[] = []

beforeAll(async () => {
  database = await testDatabase()
  road = await eboxRoad('federal-v3', { mayRepresent: Object.keys(bureausSender) })
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-demo-'))
  const env = { ...process.env, ...road.env, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' }
  app = await openApp({ ...env, DATABASE_URL: database.url })
  const standIns = {
    standIn: { seedCitizens: async () => {} },
    acm: { addCitizens: (people: readonly { readonly shows: string }[]) => void told.push(...people) },
  }
  await demoBureaus(app, standIns, new AbortController().signal)
})
afterAll(async () => {
  await app?.close()
  await road?.close()
  await database?.close()
  await rm(folder, { recursive: true })
})

test('of its trainings one was held, and the other is full with people who wait', async () => {
  const town = (await findMunicipality(app.database, 'sterrendorp'))!
  const trainings = await app.database.inScope(staffOf(town.municipalityId), async (db) => {
    const [election] = await listElections(db, town.municipalityId)
    return listTrainings(db, election!)
  })
  expect(trainings).toMatchObject([
    { enrolled: 8, waiting: 0, present: 7, unnoted: 0 },
    { enrolled: 6, capacity: 6, waiting: 3, present: 0 },
  ])
})

test('a town with forty bureaus is in the middle of the work', async () => {
  const town = (await findMunicipality(app.database, 'sterrendorp'))!
  const { counts, bureaus, volunteers, seating, unplaced } = await app.database.inScope(
    staffOf(town.municipalityId),
    async (db) => {
      const [election] = await listElections(db, town.municipalityId)
      const { rows } = await sql<{ kind: string; many: number }>`
      select kind, count(*)::integer as many from bureaus.bureau group by kind order by kind`.execute(db)
      const codes = await placeCodesOf(db, election!)
      const kept = (await keptBureaus(db, election!)).filter(
        ({ kind }) => kind === 'COUNTING' || kind === 'MAIN',
      )
      return {
        unplaced: kept.filter(({ placeCode }) => !placeCode || !codes.has(placeCode)),
        counts: await headlineCounts(db, election!),
        bureaus: rows,
        volunteers: await volunteerCounts(db, election!),
        seating: await showSeating(db, election!),
      }
    },
  )
  expect(bureaus).toEqual([
    { kind: 'COUNTING', many: 16 },
    { kind: 'MAIN', many: 1 },
    { kind: 'POLLING', many: 24 },
    { kind: 'RESERVE', many: 2 },
  ])
  expect(unplaced).toEqual([])
  expect(seating.division?.bureaus.map(({ bureau }) => bureau.number)).toEqual(
    expect.arrayContaining(['24', 'RP', 'RC']),
  )
  const wanted: readonly Headline[] = [
    ...(['PROPOSED', 'DESIGNATED', 'UNDELIVERED', 'ACKNOWLEDGED', 'NO_REPLY'] as const),
    ...(['EXCUSE_PENDING', 'CONFIRMED', 'EXCUSED', 'REVOKED'] as const),
  ]
  expect(wanted.filter((state) => !counts.get(state))).toEqual([])
  expect(volunteerFiles.filter((file) => !volunteers[file])).toEqual([])
  expect(told.length).toBeGreaterThan(4)
})
