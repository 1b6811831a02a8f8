import type { Hono } from 'hono'
import { demoMunicipality } from '../dev/demo/demo-data.ts'
import type { App } from '../src/app.ts'
import { sessionLimits } from '../src/desk/desk-deps.ts'
import { deskRoutes } from '../src/desk/index.ts'
import { type Election, getSections } from '../src/elections/index.ts'
import { releasesOf } from '../src/letters/index.ts'
import { lettersOfListNumber } from '../src/letters/letter-store.ts'
import { getSettings, logIn, type StaffRole, staffRoles } from '../src/municipalities/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb } from '../src/server.ts'
import { expectOk } from '../test/expect-ok.ts'
import { printedTown } from './printed-town.ts'
import type { TellStep } from './released-letters.ts'

export interface PageTimes {
  /** The address, with names for what stands in it. */
  readonly path: string
  /** Milliseconds of each time it was asked for, to the end of the answer; ascending. */
  readonly small: readonly number[]
  readonly large: readonly number[]
}

export interface DeskPages {
  readonly pages: readonly PageTimes[]
  /** What is no page in such a town, for what it shows is not there, or it sends on to another: not measured. */
  readonly leftOut: readonly string[]
}

interface Asked {
  readonly small: number
  readonly large: number
  /** How often each page is asked for, unless that takes longer than ten seconds. */
  readonly times: number
  /** Absent: all of them. */
  readonly only?: readonly string[]
  readonly tell?: TellStep
}

const mostSeconds = 10

/**
 * Every page of the desk that one can look at, of a small town and of a large one in the same campaign, in turns and one at a
 * time. In this process and without a network: what a page takes is what it asks of PostgreSQL and what it makes of that.
 */
export async function benchDeskPages(
  app: App,
  { small, large, times, only, tell }: Asked,
): Promise<DeskPages> {
  const towns = { small: await printedTown(app, small, tell), large: await printedTown(app, large, tell) }
  const web = createWeb(app)
  const headers = { Cookie: await sessionOf(app) }
  const values = { small: await valuesOf(app, towns.small), large: await valuesOf(app, towns.large) }
  const pages: PageTimes[] = []
  const leftOut: string[] = []
  const all = deskRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const paths = all.filter((path) => !only || only.includes(path))
  for (const [place, path] of paths.entries()) {
    const ask = (town: 'small' | 'large') => timeOf(web, addressOf(path, values[town]), headers)
    // Code that runs for the first time is slow.
    const statuses = [(await ask('small')).status, (await ask('large')).status]
    if (statuses.some((status) => status >= 500)) throw new Error(`${path} answered ${statuses.join(', ')}`)
    if (statuses.some((status) => status !== 200)) {
      leftOut.push(path)
      continue
    }
    const took = { small: [] as number[], large: [] as number[] }
    const started = performance.now()
    for (let time = 0; time < times && performance.now() - started < mostSeconds * 1000; time++)
      for (const town of ['small', 'large'] as const) took[town].push((await ask(town)).ms)
    pages.push({ path, small: took.small.sort(ascending), large: took.large.sort(ascending) })
    tell?.('Pages', place + 1, paths.length)
  }
  return { pages, leftOut }
}

const ascending = (one: number, other: number) => one - other

/** Which of the times so large a share stays within: 0.99 for the hundredth part that waits longest. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.ceil(sorted.length * share), sorted.length) - 1]!
}

async function sessionOf(app: App): Promise<string> {
  const { settings } = await demoMunicipality(app)
  const organisation = settings.enterpriseNumber
  const roles = (Object.keys(staffRoles) as StaffRole[]).map((role) => ({
    role,
    organisations: [organisation],
  }))
  const now = app.clock.now()
  const who = { issuer: 'bench', subject: 'bench', name: 'Bench', authenticatedAt: now }
  const identity = { ...who, targetGroup: 'LB', organisation, roles }
  const { token } = expectOk(
    await logIn(app, { identity, limits: sessionLimits(app), operator: organisation }),
  )
  return `kiesloket=${token}`
}

/** What stands in the addresses of a town: those of a letter that was made as letters are. */
async function valuesOf(app: App, election: Election): Promise<Readonly<Record<string, string>>> {
  const { municipalityId, electionId, code } = election
  return app.database.inScope(staffOf(municipalityId), async (db) => {
    const [release] = await releasesOf(db, municipalityId, electionId)
    const [letter] = await lettersOfListNumber(db, municipalityId, electionId, 1)
    const { nisCode } = await getSettings(db, municipalityId)
    const [first] = await getSections(db, municipalityId, electionId)
    const ids = { campaign: release!.campaignId!, letter: letter!.letter_id, voter: letter!.voter_id }
    const names = { election: code, nisCode, place: first!.place.code, table: 'stemafdeling.csv' }
    return { ...ids, ...names, typed: 'nu', page: '1', section: '1', category: 'BELGIAN', language: 'nl' }
  })
}

function addressOf(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)/g, (_, name) => values[name] ?? '018f3d5e-0000-7000-8000-000000000000')
}

async function timeOf(web: Hono, address: string, headers: Record<string, string>) {
  const start = performance.now()
  const answer = await web.request(address, { headers })
  if (answer.headers.get('Content-Type')?.includes('event-stream')) {
    const reader = answer.body!.getReader()
    await reader.read()
    const ms = performance.now() - start
    await reader.cancel()
    return { status: answer.status, ms }
  }
  await answer.arrayBuffer()
  return { status: answer.status, ms: performance.now() - start }
}
