import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { quickestFolder } from './database-server.ts'
import { startNode } from './start-node.ts'

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** A fresh installation in a folder of its own, driven as a person would: through the command line. */
export interface Installation {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  run(...args: string[]): Promise<Ran>
  /** The last line of standard output, read as JSON. */
  json(...args: string[]): Promise<Record<string, never> & { [name: string]: unknown }>
  remove(): Promise<void>
}

export async function freshInstallation(extra: NodeJS.ProcessEnv = {}): Promise<Installation> {
  const folder = await mkdtemp(join(await quickestFolder(), 'kiesloket-e2e-'))
  await chmod(folder, 0o711)
  const env = { ...process.env, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'warn', ...extra }
  const run = (...args: string[]) => runKiesloket(args, env)
  return {
    folder,
    env,
    run,
    async json(...args) {
      const { status, stdout, stderr } = await run(...args, '--json')
      if (status !== 0)
        throw new Error(`kiesloket ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`)
      return JSON.parse(stdout.trimEnd().split('\n').at(-1)!)
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

const door = resolve('bin/kiesloket.js')

/** Starts it and leaves it running; only what it complains of is shown. */
export function startKiesloket(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return startNode([door, ...args], env)
}

/** Runs it to its end, from this folder or from another one. */
export function runKiesloket(args: readonly string[], env: NodeJS.ProcessEnv, cwd = '.'): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [door, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (text) => {
        output[name] += text
      })
    child.once('error', reject)
    child.once('close', (status) => resolve({ status: status ?? -1, ...output }))
  })
}
