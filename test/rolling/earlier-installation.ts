import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { placesCsv, sectionNumbers } from '../../dev/demo/places.ts'
import { generateVoters } from '../../dev/demo/voters-generator.ts'
import { ensureDatabase } from '../../src/platform/db/embedded-server.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'
import type { Release } from './release.ts'

export interface EarlierInstallation {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly road: EboxRoad
  readonly owner: pg.Client
  close(): Promise<void>
}

/** A database as an earlier release makes it, and a stand-in of the e-Box. */
export async function installEarlier(earlier: Release): Promise<EarlierInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-rolling-'))
  const name = `test_rolling_${Date.now()}`
  const at = (url: string, database: string) => url.replace(/DATABASE$/, database)
  await ensureDatabase(at(inject('ownerUrl'), 'postgres'), name)
  const ownerUrl = at(inject('ownerUrl'), name)
  const road = await eboxRoad('federal-v3', { faults: { rules: [{ kind: 'slow-reply', delayMs: 20 }] } })
  const env = {
    ...{ ...process.env, ...road.env, KIESLOKET_DATA_DIR: folder, METRICS_PORT: '0', LOG_LEVEL: 'error' },
    ...{ DATABASE_URL: at(inject('applicationUrl'), name), DATABASE_MIGRATION_URL: ownerUrl },
    ...{ EBOX_RATE_PER_SECOND: '40', EBOX_CONCURRENCY: '8' },
  }
  await earlier.json(env, 'migrate')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  return {
    ...{ folder, env, road, owner },
    async close() {
      await owner.end()
      await road.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Everything up to the release of the letters, by the earlier release's own commands. */
export async function releaseLettersOf(
  earlier: Release,
  { env, folder }: EarlierInstallation,
  voters: number,
): Promise<void> {
  const kiesloket = (...args: string[]) => earlier.json(env, ...args)
  const file = (name: string) => join(folder, name)
  const sections = sectionNumbers(voters)
  const where = { postcode: '9999', city: 'Zonnedorp' }
  await writeFile(file('places.csv'), placesCsv(sections, where.postcode, where.city))
  const facts = { seed: 2029, voters, sections, pollingDay: '2029-06-10', ...where }
  await writeFile(file('voters.csv'), generateVoters({ ...facts, categories: ['BELGIAN'] }))

  await kiesloket('municipality', 'add', join(earlier.folder, 'dev/demo/municipality.json'))
  const person = (email: string, name: string, right: string) =>
    kiesloket('staff', 'add', email, name, '--rights', right, '--out', file(`${name}.credential`))
  await person('an@zonnedorp.example', 'An', 'letters.request-release')
  await person('bo@zonnedorp.example', 'Bo', 'letters.release')
  await kiesloket('election', 'add', join(earlier.folder, 'dev/demo/election-2029.json'))
  await kiesloket('places', 'import', file('places.csv'))
  await kiesloket('voters', 'import', file('voters.csv'))
  await kiesloket('voters', 'accept')
  await kiesloket('voters', 'close')
  await kiesloket('letters', 'compose')
  await kiesloket('letters', 'sample', '--out', file('sample'))
  const asked = await kiesloket('letters', 'release', '--request', '--credential', file('An.credential'))
  const confirm = ['--confirm', String(asked.sample), '--credential', file('Bo.credential')]
  await kiesloket('letters', 'release', ...confirm)
}
