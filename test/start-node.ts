import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const endsWithItsParent = pathToFileURL(join(import.meta.dirname, 'ends-with-its-parent.ts')).href

/** Arguments for Node, before the others, and the standard input that goes with them. */
export const endingWithUs = { args: ['--import', endsWithItsParent], stdin: 'pipe' } as const

/** Starts Node as a process that ends with this one, whatever becomes of this one: a test that is given up halfway as well. */
export function startNode(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdout: 'ignore' | 'inherit' = 'ignore',
): ChildProcess {
  return spawn(process.execPath, [...endingWithUs.args, ...args], {
    env,
    stdio: [endingWithUs.stdin, stdout, 'inherit'],
  })
}
