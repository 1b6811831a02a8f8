import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import type { Detached } from './read-seal.ts'

const run = promisify(execFile)

/** What `openssl cms -verify` says: `undefined` when all is well. On a machine without it the test is skipped, and says so. */
export async function faultByOpenssl(
  context: TestContext,
  { cms, signed }: Detached,
  root: string,
): Promise<string | undefined> {
  await needs(context, 'openssl', ['version'])
  return inFolder(async (folder) => {
    const files = { cms, signed, root: Buffer.from(root) }
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
    const at = (name: keyof typeof files) => join(folder, name)
    const { stderr, code } = await run('openssl', [
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', at('cms'), '-content', at('signed')],
      ...['-CAfile', at('root'), '-purpose', 'any', '-cades', '-out', join(folder, 'out')],
    ]).then(
      ({ stderr }) => ({ stderr, code: 0 }),
      (error: { stderr: string; code: number }) => error,
    )
    return code === 0 && /Verification successful/.test(stderr) ? undefined : stderr
  })
}

/** What Poppler's `pdfsig` says of a PDF; the same of a machine without it. */
export async function saidByPdfsig(context: TestContext, pdf: Uint8Array): Promise<string> {
  await needs(context, 'pdfsig', ['-v'])
  return inFolder(async (folder) => {
    const file = join(folder, 'sealed.pdf')
    await writeFile(file, pdf)
    const { stdout } = await run('pdfsig', ['-nocert', file]).catch((error: { stdout: string }) => error)
    return stdout
  })
}

async function needs(context: TestContext, program: string, asked: readonly string[]): Promise<void> {
  const found = await run(program, [...asked]).catch(() => undefined)
  if (found) return
  console.warn(`not verified by ${program}: it is not on this machine`)
  context.skip(`${program} is not on this machine`)
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'seal-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
