import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createLogger } from '../../platform/log.ts'
import { listsOf } from '../list-store.ts'
import { anElection, aRow, csvOf, testDeps } from '../testing.ts'
import { claimReading, findUpload } from './read-upload.ts'
import { receiveList } from './receive-list.ts'
import { takeOverReadings, watchReadings } from './watch-readings.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a list whose process is killed while it reads is read by another, once', async () => {
  const election = await anElection(database, firstMunicipality)
  const deps = testDeps(database)
  const log = createLogger('silent')
  const rows = Array.from({ length: 50 }, (_, n) => aRow(n))
  const stream = Readable.from([Buffer.from(csvOf(rows))])
  await receiveList(deps, { election, name: 'kiezers.csv', stream, by: 'clerk' })
  const claim = await claimReading(deps, { election, preset: undefined, by: 'clerk' })
  if (!claim.ok) throw new Error(claim.because)
  const reader = await aReader(claim.claimed.key.uploadId)
  await sleep(3500) // quiet, and still held
  await takeOverReadings({ ...deps, log }, [firstMunicipality])
  expect((await findUpload(deps, election))?.state).toBe('reading')

  reader.kill('SIGKILL')
  await once(reader, 'exit')
  const municipalities = async () => [firstMunicipality]
  const watches = [1, 2].map(() => watchReadings({ ...deps, log }, { municipalities, lookEveryMs: 100 }))
  while ((await findUpload(deps, election))?.state === 'reading') await sleep(50)
  await Promise.all(watches.map((watch) => watch.stop()))
  expect(await findUpload(deps, election)).toMatchObject({ state: 'imported' })
  const lists = await database.inScope(staffOf(firstMunicipality), (db) =>
    listsOf(db, firstMunicipality, election.electionId),
  )
  expect(lists).toMatchObject([{ state: 'imported', voterCount: 50 }])
})

/** Another process that holds the lock of a reading, as one does in the middle of it. */
async function aReader(uploadId: string) {
  const code = `
    import { openDatabase } from './src/platform/db/database.ts'
    const database = openDatabase(process.env.DATABASE_URL)
    await database.whileLocked('reading ${firstMunicipality} ${uploadId}', () => {
      console.log('held')
      return new Promise(() => {})
    })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
