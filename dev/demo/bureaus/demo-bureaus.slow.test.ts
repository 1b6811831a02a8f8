import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../../../src/app.ts'
import {
  documentsOf,
  type Headline,
  headlineCounts,
  keptBureaus,
  listExcuses,
  listTrainings,
  planGround,
  showSeating,
  volunteerCounts,
  volunteerFiles,
} from '../../../src/bureaus/index.ts'
import { paths } from '../../../src/desk/paths.ts'
import { visitorWith } from '../../../src/desk/testing.ts'
import { listElections } from '../../../src/elections/index.ts'
import { findMunicipality, logIn } from '../../../src/municipalities/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { createWeb } from '../../../src/server.ts'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { type EboxRoad, eboxRoad } from '../../../test/ebox.ts'
import { magistratesPassphrase } from '../../acm/people.ts'
import { court } from '../demo-data.ts'
import { demoBureaus } from './demo-bureaus.ts'
import { bureausSender } from './town.ts'

/** What a newcomer finds after `npm start`: forty bureaus, with somebody in every state that comes before polling day. */

const issuer = 'https://inloggen.example/op'
const identities = {
  // The account by which the login service tells of her, not that of the person.
  magistrate: [`marie.magistraat|${court.enterpriseNumber}`, court.enterpriseNumber, 'magistraat'],
  clerk: ['stef.sterrendorp', Object.keys(bureausSender)[0]!, 'stembureaus'],
  operator: ['omer.uitbater', Object.keys(bureausSender)[0]!, 'uitbater'],
} as const
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
    acm: {
      issuer,
      addCitizens: (people: readonly { readonly shows: string }[]) => void told.push(...people),
    },
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
      const { placeCodes: codes } = await planGround(db, election!)
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
    { kind: 'MAIN', many: 2 },
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

test('some of the requests that wait have a document, which the magistrate opens and clerk and operator do not', async () => {
  const town = (await findMunicipality(app.database, 'sterrendorp'))!
  const { election, papers } = await app.database.inScope(staffOf(town.municipalityId), async (db) => {
    const [first] = await listElections(db, town.municipalityId)
    const open = await listExcuses(db, first!, { areOpen: true })
    const { excuseId } = open.find(({ documents }) => documents > 0)!
    return { election: first!, papers: { excuseId, documents: await documentsOf(db, first!, excuseId) } }
  })
  const web = createWeb(app)
  const become = async (who: keyof typeof identities) => {
    const [subject, organisation, role] = identities[who]
    const identity = {
      ...{ issuer, subject, name: who, organisation, targetGroup: 'LB', authenticatedAt: app.clock.now() },
      roles: [{ role, organisations: [organisation] }],
    }
    const limits = { idle: 60, whole: 600 }
    const entered = await logIn(app, { identity, limits, operator: organisation, wasIn: town.municipalityId })
    if (!entered.ok) throw new Error(entered.because)
    return visitorWith(web, app.vault, entered)
  }
  const address = paths.openEvidence({ election: election.code, excuse: papers.excuseId })
  const fields = { stuk: papers.documents[0]!.evidenceId, wachtzin: magistratesPassphrase }
  const opened = await (await become('magistrate')).post(address, fields)
  expect([opened.status, opened.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  expect(Buffer.from(await opened.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-/)
  for (const who of ['clerk', 'operator'] as const) {
    const refused = await (await become(who)).post(address, fields)
    expect([refused.status, await refused.text()], who).toEqual([403, expect.not.stringContaining('%PDF-')])
  }
})
