import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { enqueueBatches } from '../src/delivery/index.ts'
import { aCampaign } from '../src/delivery/testing.ts'
import { mapWithLimit } from '../src/platform/concurrency.ts'
import type { DocumentId, MunicipalityId } from '../src/platform/ids.ts'
import type { BenchDeps } from './delivery.ts'
import { cpuSecondsOf, postgresProcessor } from './processor-time.ts'
import { documentOf, openRoad, type Road, truthOf } from './road.ts'
import { startWorkerProcess, type WorkerProcess, type WorkerStart } from './worker-process.ts'

export interface MunicipalitiesBench {
  /** Letters of each municipality, the largest first. */
  readonly sizes: readonly number[]
  readonly together: Sending
  /** As many letters of one municipality, by the same workers. */
  readonly alone: Sending
  /** Together beside alone: CPU of all senders and of PostgreSQL for as many letters. */
  readonly cpuRatio: number
  /** When they were through, as parts of the whole time: half of them, and all but the largest. */
  readonly through: { readonly half: number; readonly allButLargest: number }
  /** What one sweep over all of them costs. */
  readonly sweep: Readonly<Record<'everythingToDo' | 'nothingToDo', Sweep>>
}

export interface Sending {
  readonly letters: number
  readonly seconds: number
  readonly cpu: { readonly senders: number; readonly postgres: number }
  /** What the stand-in accepted: messages, people, and second messages for one of them. */
  readonly accepted: Readonly<Record<'messages' | 'people' | 'doubles', number>>
  /** Seconds until the last letter of each municipality had its outcome. */
  readonly throughAfter: ReadonlyMap<MunicipalityId, number>
}

export interface Sweep {
  readonly milliseconds: number
  readonly postgresMilliseconds: number
  /** Batches that it wakes. */
  readonly batches: number
}

export interface MunicipalitiesFacts {
  /** The settings by which a process opens this database, with the key of these deps. */
  readonly env: Readonly<Record<string, string>>
  readonly sizes: readonly number[]
  readonly bytesEach?: number
}

const workers = 2
const sweeps = 20

/**
 * Voters of 285 municipalities, the largest first: three cities, and from there on what falls off by the rank; most of
 * them between 5,000 and 30,000. Invented, in the proportions of Flanders.
 */
export function municipalitySizes(dividedBy: number, count = 285): number[] {
  const cities = [400_000, 200_000, 100_000]
  const others = Array.from({ length: count }, (_, rank) => 60_000 * Math.exp(-rank / 80))
  return [...cities, ...others].slice(0, count).map((voters) => Math.max(1, Math.round(voters / dividedBy)))
}

/**
 * Two worker processes that take jobs, as `work` does: first for many municipalities that all start at once, then for
 * one with as many letters. Adds municipalities to the database, and leaves them there.
 */
export async function benchMunicipalities(
  deps: BenchDeps,
  { env, sizes, bytesEach = 60_000 }: MunicipalitiesFacts,
): Promise<MunicipalitiesBench> {
  const ids = await addMunicipalities(deps, sizes.length + 1)
  const [alone, ...many] = ids as [MunicipalityId, ...MunicipalityId[]]
  const make = (id: DocumentId) => documentOf(id, bytesEach)
  const { vault, database } = deps
  const letters = sizes.reduce((sum, size) => sum + size, 0)
  const send = async (municipalities: readonly MunicipalityId[]) => {
    const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
    const road = await openRoad(folder)
    const start = { env: { ...env, ...road.settings, KIESLOKET_DATA_DIR: folder }, municipalities }
    try {
      return await sendAll(deps, road, { ...start, made: { bytesEach, client: road.client } }, letters)
    } finally {
      road.standIn.stop()
      await rm(folder, { recursive: true })
    }
  }
  let firstPerson = 0
  await mapWithLimit(many, 4, async (municipalityId) => {
    const size = sizes[many.indexOf(municipalityId)]!
    firstPerson += size
    await aCampaign(database, municipalityId, size, { vault, make, firstPerson: firstPerson - size })
  })
  const everythingToDo = await measureSweep(deps, many)
  const together = await send(many)
  const nothingToDo = await measureSweep(deps, many)
  await aCampaign(database, alone, letters, { vault, make })
  const one = await send([alone])
  const times = [...together.throughAfter].sort(([, one], [, other]) => one - other).map(([, after]) => after)
  const largest = together.throughAfter.get(many[0]!)!
  return {
    ...{ sizes, together, alone: one, cpuRatio: cpuOf(together) / cpuOf(one) },
    through: {
      half: times[Math.floor(times.length / 2)]! / together.seconds,
      allButLargest: Math.max(...times.filter((after) => after !== largest)) / together.seconds,
    },
    sweep: { everythingToDo, nothingToDo },
  }
}

function cpuOf({ cpu }: Sending): number {
  return cpu.senders + cpu.postgres
}

/** Of nobody: numbers that no municipality has. */
async function addMunicipalities({ database }: BenchDeps, count: number): Promise<MunicipalityId[]> {
  const ids = Array.from({ length: count }, (_, n) => (1001 + n) as MunicipalityId)
  await database.inScope({ staff: ids }, (db) =>
    sql`insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
        select id, 'bench-' || id, 'Gemeente ' || id, (96000 + id)::text, (1998000000 + id)::text
        from unnest(${ids}::integer[]) as id`.execute(db),
  )
  return ids
}

async function sendAll(
  { database }: BenchDeps,
  road: Road,
  start: WorkerStart & { readonly municipalities: readonly MunicipalityId[] },
  letters: number,
): Promise<Sending> {
  const processes: WorkerProcess[] = []
  try {
    while (processes.length < workers) processes.push(await startWorkerProcess(start))
    const postgres = await postgresProcessor(database)
    const cpu = async () => ({
      senders: await summed(processes.map(({ pid }) => cpuSecondsOf(pid))),
      postgres: (await postgres()) ?? 0,
    })
    const before = await cpu()
    const startedAt = Date.now()
    const runs = processes.map((worker) => worker.run())
    await Promise.race([Promise.all(runs), untilAccepted(road, letters)])
    const throughAfter = await untilThrough(database, start.municipalities, { letters, startedAt })
    const after = await cpu()
    for (const worker of processes) worker.stop()
    await Promise.all(runs)
    const { accepted: messages, distinctRecipients: people, duplicates } = await truthOf(road)
    return {
      letters,
      seconds: Math.max(...throughAfter.values()),
      cpu: { senders: after.senders - before.senders, postgres: after.postgres - before.postgres },
      accepted: { messages, people, doubles: duplicates.byRecipientAndType + duplicates.byKey },
      throughAfter,
    }
  } finally {
    await Promise.all(processes.map((worker) => worker.end()))
  }
}

async function summed(values: readonly Promise<number | undefined>[]): Promise<number> {
  return (await Promise.all(values)).reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

async function untilAccepted(road: Road, letters: number): Promise<void> {
  while ((await truthOf(road)).accepted < letters) await sleep(200)
}

/** Waits until every letter has its outcome; answers when each municipality was through. */
async function untilThrough(
  database: BenchDeps['database'],
  municipalities: readonly MunicipalityId[],
  { letters, startedAt }: { letters: number; startedAt: number },
): Promise<Map<MunicipalityId, number>> {
  for (;;) {
    const rows = await database.inScope({ staff: municipalities }, async (db) => {
      const { rows } = await sql<{ municipalityId: MunicipalityId; published: number; at: Date }>`
        select d.municipality_id as "municipalityId", max(d.finished_at) as at,
               count(*) filter (where d.state in ('delivered', 'inactive'))::integer as published
        from delivery.delivery d group by d.municipality_id`.execute(db)
      return rows
    })
    if (rows.reduce((sum, { published }) => sum + published, 0) === letters)
      return new Map(
        rows.map(({ municipalityId, at }) => [municipalityId, (at.getTime() - startedAt) / 1000]),
      )
    await sleep(200)
  }
}

async function measureSweep(
  { database, clock }: BenchDeps,
  municipalities: readonly MunicipalityId[],
): Promise<Sweep> {
  const jobs = { send: async () => {}, work: async () => {}, stop: async () => {} }
  const sweep = () => enqueueBatches({ database, clock, jobs }, municipalities)
  const batches = await sweep() // a connection's first look at the tables is slower
  const postgres = await postgresProcessor(database)
  const before = (await postgres()) ?? 0
  const start = performance.now()
  for (let n = 0; n < sweeps; n++) await sweep()
  return {
    batches,
    milliseconds: (performance.now() - start) / sweeps,
    postgresMilliseconds: ((((await postgres()) ?? 0) - before) * 1000) / sweeps,
  }
}
