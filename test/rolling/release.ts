import { type ChildProcess, execFile } from 'node:child_process'
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { startNode } from '../start-node.ts'

/** A release of the program on disk: this one, or an earlier one out of the history. */
export interface Release {
  readonly folder: string
  /** Runs it to its end and answers the JSON that it prints; throws when it is refused. */
  json(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Record<string, unknown>>
  start(env: NodeJS.ProcessEnv, ...args: readonly string[]): ChildProcess
}

const run = promisify(execFile)
const git = async (...args: string[]) => (await run('git', args)).stdout.trim()

export function releaseAt(folder: string): Release {
  const door = join(folder, 'bin/kiesloket.js')
  return {
    folder,
    async json(env, ...args) {
      const { stdout } = await run(process.execPath, [door, ...args, '--json'], { env, maxBuffer: 2 ** 26 })
      return JSON.parse(stdout.trimEnd().split('\n').at(-1)!)
    },
    start: (env, ...args) => startNode([door, ...args], env),
  }
}

export const thisRelease = releaseAt(resolve('.'))

/**
 * The newest commit that lacks a migration of today and has every other in the same form: as a release before this one
 * would. A migration may still change until it is released.
 */
export async function beforeNewestMigration(): Promise<string> {
  const commits = (await git('log', '--format=%h~1', '--', 'migrations')).split('\n')
  for (const commit of commits) {
    const changes = await git('diff', '--name-status', commit, '--', 'migrations')
    if (changes.split('\n').every((change) => change.startsWith('A'))) return commit
  }
  throw new Error('no commit has only some of the migrations of today')
}

/** An earlier release beside this one, with what it needs installed; `remove` takes it away again. */
export async function checkOut(
  revision: string,
): Promise<Release & { readonly commit: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'kiesloket-earlier-'))
  await chmod(parent, 0o711)
  const folder = join(parent, 'release')
  const commit = await git('rev-parse', '--short', `${revision}^{commit}`)
  await git('worktree', 'add', '--detach', folder, commit)
  const remove = async () => {
    await git('worktree', 'remove', '--force', folder)
    await rm(parent, { recursive: true, force: true })
  }
  try {
    await install(commit, folder)
  } catch (error) {
    await remove()
    throw error
  }
  return { ...releaseAt(folder), commit, remove }
}

/** Its own packages; those that are here when they are the same. */
async function install(commit: string, folder: string): Promise<void> {
  const changed = await git('diff', '--name-only', commit, '--', 'package-lock.json')
  if (changed === '') return symlink(resolve('node_modules'), join(folder, 'node_modules'))
  await cp('.npmrc', join(folder, '.npmrc')).catch(() => {})
  await run('npm', ['ci'], { cwd: folder })
}
