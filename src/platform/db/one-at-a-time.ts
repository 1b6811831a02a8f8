import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigError } from '../config-error.ts'

const lookEveryMs = 100
/** Longer than a server takes that has to be made, or to recover, on a machine that is busy. */
const patienceMs = 300_000

/**
 * Does work that one process of a machine may do at a time; others wait for it. The file says who is at it: one of a process that is
 * gone counts for nothing. Throws a `ConfigError` when somebody is at it for too long.
 */
export async function oneAtATime<T>(file: string, work: () => Promise<T>, patience = patienceMs): Promise<T> {
  await take(file, Date.now() + patience)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string, until: number): Promise<void> {
  while (!(await isTaken(file))) {
    const holder = await holderOf(file)
    if (holder === 'gone') await rm(file, { force: true })
    else if (Date.now() > until) throw tooLong(file, holder)
    else await sleep(lookEveryMs)
  }
}

async function isTaken(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The process that is at it. A file that is empty for a moment is being written. */
async function holderOf(file: string): Promise<number | 'gone' | 'unknown'> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid < 1) return 'unknown'
  try {
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'gone' : pid
  }
}

function tooLong(file: string, holder: number | string): ConfigError {
  return new ConfigError([
    {
      path: 'DATABASE_URL',
      wrong: `another process (${holder}) is starting or stopping the embedded database, and does not finish`,
      remedy: `Wait until it is done, or end it, and try again; when no such process is there, remove ${file}`,
    },
  ])
}
