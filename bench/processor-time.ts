import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from '../src/platform/db/database.ts'

/** Of Linux on every machine that Node runs on: what /proc counts in. */
const ticksPerSecond = 100

/** CPU seconds that a process has used so far; `undefined` where there is no /proc. */
export async function cpuSecondsOf(pid: number): Promise<number | undefined> {
  const stat = await statOf(pid)
  return stat && (stat.own + stat.ended) / ticksPerSecond
}

/**
 * Counts the CPU seconds of a PostgreSQL on this machine, with all its processes, those that ended too. Counts
 * nothing where there is no /proc, or where the server runs elsewhere.
 */
export async function postgresProcessor(database: Database): Promise<() => Promise<number | undefined>> {
  const pid = await database.inScope({ directory: true }, async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    return rows[0]!.pid
  })
  const backend = await statOf(pid)
  const isPostgres = backend?.name === 'postgres'
  return async () => {
    if (!isPostgres) return undefined
    const all = await allStats()
    const server = all.find(({ pid }) => pid === backend.parent)
    if (!server) return undefined
    const children = all.filter(({ parent }) => parent === server.pid)
    const ticks = children.reduce((sum, { own, ended }) => sum + own + ended, server.own + server.ended)
    return ticks / ticksPerSecond
  }
}

async function allStats(): Promise<Stat[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => statOf(Number(pid))))
  return stats.filter((stat) => stat !== undefined)
}

interface Stat {
  readonly pid: number
  readonly name: string
  readonly parent: number
  /** Ticks of the process itself, and of its children that ended. */
  readonly own: number
  readonly ended: number
}

async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')) // may hold spaces itself
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (number: number) => Number(fields[number - 3]) // numbered as in proc(5)
  return { pid, name, parent: field(4), own: field(14) + field(15), ended: field(16) + field(17) }
}
