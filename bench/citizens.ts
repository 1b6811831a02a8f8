import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { sql } from 'kysely'
import type { App } from '../src/app.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { type Answered, type Browser, openBrowser, type Step, steps, type Visitor } from './citizen-visits.ts'
import { startQuickLogin } from './citizens-login.ts'
import { type PagesProcess, startPagesProcess } from './pages-process.ts'
import { cpuSecondsOf, postgresProcessor } from './processor-time.ts'

/** What one kind of page cost, beside as many bytes from a bare server in the same run. */
export interface Measured {
  readonly step: Step
  readonly count: number
  readonly bytes: number
  readonly perSecond: number
  readonly barePerSecond: number
  readonly p50: number
  readonly p99: number
  /** Of the process that serves; of PostgreSQL; of the bare server. `undefined` where nobody counts it. */
  readonly cpuMs: Readonly<Record<'pages' | 'postgres' | 'bare', number | undefined>>
}

/** Many at once, with somebody among them who hammers at the door. */
export interface Spike {
  readonly visitors: number
  /** Within so many seconds they all come. */
  readonly withinSeconds: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
  readonly statuses: Readonly<Record<string, number>>
  readonly refusedVisitors: number
  readonly abuser: { readonly tried: number; readonly refused: number; readonly mostPerMinute: number }
}

export interface CitizensBench {
  readonly voters: number
  readonly measured: readonly Measured[]
  readonly spike: Spike
}

interface Facts {
  readonly election: Election
  readonly voters: number
  /** Citizens who come; each does every step once. */
  readonly visitors: number
  /** At once, where the question is how many there are in a second. */
  readonly concurrency?: number
  readonly spike: { readonly visitors: number; readonly withinSeconds: number; readonly abuses: number }
}

const clientId = 'kiesloket-bench'
const mostPerMinute = 60

/**
 * Measures a citizen's evening against a process that serves the pages and one that serves as many bytes from memory. Each kind of page by
 * itself, so that what the processor did can be said of it; then a spike of whole visits.
 */
export async function benchCitizens(
  app: App,
  { election, voters, visitors, concurrency = 16, spike }: Facts,
): Promise<CitizensBench> {
  const people = await someVoters(app, election, visitors + spike.visitors)
  const login = await startQuickLogin(clientId)
  const port = await freePort()
  const pages = await startPagesProcess({ env: settingsOf(app, login.issuer, port) })
  const bare = await startPagesProcess({})
  const sites = { pages: pages.url, bare: bare.url, login, election: election.electionId }
  const browser = openBrowser(sites, concurrency)
  const crowd = openBrowser(sites, spike.visitors)
  try {
    const [first, second] = [people.slice(0, visitors), people.slice(visitors)]
    const postgres = await postgresProcessor(app.database)
    const counted = { browser, pages, bare, postgres, concurrency }
    for (const step of steps) await atOnce(first.slice(0, 100), concurrency, (one) => browser.take(step, one))
    const measured: Measured[] = []
    for (const step of steps) measured.push(await measureStep(counted, step, first))
    return { voters, measured, spike: await measureSpike(crowd, second, spike) }
  } finally {
    await Promise.all([browser.close(), crowd.close()])
    await Promise.all([pages.end(), bare.end(), login.close()])
  }
}

interface Counted {
  readonly browser: Browser
  readonly pages: PagesProcess
  readonly bare: PagesProcess
  readonly postgres: () => Promise<number | undefined>
  readonly concurrency: number
}

/** Half of the bare server's before and half after, so that what else this machine does falls on both sides. */
async function measureStep(
  { browser, pages, bare, postgres, concurrency }: Counted,
  step: Step,
  visitors: readonly Visitor[],
): Promise<Measured> {
  const bytes = (await browser.take(step, visitors[0]!)).bytes
  const half = visitors.slice(0, Math.ceil(visitors.length / 2))
  const cpu = async () => ({
    pages: await cpuSecondsOf(pages.pid),
    postgres: await postgres(),
    bare: await cpuSecondsOf(bare.pid),
  })
  const askBare = () => timed(half, concurrency, () => browser.bare(bytes))
  const before = await cpu()
  const bareBefore = await askBare()
  const ours = await timed(visitors, concurrency, (visitor) => browser.take(step, visitor))
  const wrong = ours.answers.filter(({ status }) => status !== 200)
  if (wrong.length > 0) throw new Error(`${step}: ${wrong.length} answers of ${wrong[0]!.status}`)
  const bareAfter = await askBare()
  const after = await cpu()
  const bareCount = 2 * half.length
  const each = (name: keyof typeof after, count: number) =>
    after[name] === undefined || before[name] === undefined
      ? undefined
      : ((after[name] - before[name]) * 1000) / count
  const times = ours.answers.map(({ milliseconds }) => milliseconds)
  return {
    ...{ step, count: visitors.length, bytes },
    perSecond: visitors.length / ours.seconds,
    barePerSecond: bareCount / (bareBefore.seconds + bareAfter.seconds),
    ...{ p50: share(times, 0.5), p99: share(times, 0.99) },
    cpuMs: {
      pages: each('pages', visitors.length),
      postgres: each('postgres', visitors.length),
      bare: each('bare', bareCount),
    },
  }
}

/** Everybody comes within some seconds, whether those before them are served or not, and reads four pages. */
async function measureSpike(
  browser: Browser,
  visitors: readonly Visitor[],
  { withinSeconds, abuses }: Facts['spike'],
): Promise<Spike> {
  const start = performance.now()
  const visits = visitors.map(async (visitor, number) => {
    await pause((number * withinSeconds * 1000) / visitors.length)
    const answers = [await browser.take('login', visitor)]
    if (answers[0]!.status !== 200) return answers
    for (const step of ['elections', 'election', 'letter'] as const)
      answers.push(await browser.take(step, visitor))
    return answers
  })
  const abuse = Array.from({ length: abuses }, async (_, number) => {
    await pause((number * withinSeconds * 1000) / abuses)
    return browser.knock('198.51.100.66')
  })
  const answers = (await Promise.all(visits)).flat()
  const seconds = (performance.now() - start) / 1000
  const tries = await Promise.all(abuse)
  const statuses: Record<string, number> = {}
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1
  const times = answers.map(({ milliseconds }) => milliseconds)
  return {
    ...{ visitors: visitors.length, withinSeconds, seconds, statuses },
    ...{ p50: share(times, 0.5), p99: share(times, 0.99) },
    refusedVisitors: answers.filter(({ status }) => status === 429).length,
    abuser: { tried: abuses, refused: tries.filter(({ status }) => status === 429).length, mostPerMinute },
  }
}

async function timed(
  visitors: readonly Visitor[],
  concurrency: number,
  take: (visitor: Visitor) => Promise<Answered>,
): Promise<{ seconds: number; answers: readonly Answered[] }> {
  const start = performance.now()
  const answers = await atOnce(visitors, concurrency, take)
  return { seconds: (performance.now() - start) / 1000, answers }
}

/** So many at a time, the next as soon as one is there. */
async function atOnce<T, R>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const left = items.values()
  const one = async () => {
    for (const item of left) results.push(await work(item))
  }
  await Promise.all(Array.from({ length: concurrency }, one))
  return results
}

function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

function settingsOf(app: App, issuer: string, port: number): Readonly<Record<string, string>> {
  const { DATABASE_URL, KIESLOKET_DATA_KEY, KIESLOKET_DATA_DIR, EBOX_PRIVATE_KEY_FILE } = app.config
  return {
    ...{ DATABASE_URL, KIESLOKET_DATA_KEY, KIESLOKET_DATA_DIR, LOG_LEVEL: 'error' },
    ...{ PORT: String(port), METRICS_PORT: '0', PORTAL_URL: `http://127.0.0.1:${port}`, PROXY_HOPS: '1' },
    ...{
      ACM_ISSUER: issuer,
      ACM_CITIZEN_CLIENT_ID: clientId,
      CITIZEN_LOGINS_PER_MINUTE: String(mostPerMinute),
    },
    // Any RSA key of ours will do for a service that knows nobody.
    ACM_PRIVATE_KEY_FILE: EBOX_PRIVATE_KEY_FILE,
  }
}

async function someVoters(
  app: App,
  { municipalityId, electionId }: Election,
  count: number,
): Promise<Visitor[]> {
  const sealed = await app.database.inScope(staffOf(municipalityId), async (db) => {
    const { rows } = await sql<{ sealed: Buffer }>`
      select v.nrn_cipher as sealed from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
      order by md5(v.voter_id::text) limit ${count}`.execute(db)
    return rows
  })
  if (sealed.length < count) throw new Error(`there are ${sealed.length} voters, and ${count} are to come`)
  return sealed.map(({ sealed: number }, place) => ({
    nationalNumber: app.vault.open(number),
    address: `203.0.${113 + Math.floor(place / 250)}.${place % 250}`,
    cookie: '',
  }))
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}
