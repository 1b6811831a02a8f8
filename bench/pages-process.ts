import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a server process of the benchmark is told on its first line. */
export interface PagesStart {
  /** Settings of the installation that it opens. Absent: it is the bare server. */
  readonly env?: Readonly<Record<string, string>>
}

export interface PagesProcess {
  readonly pid: number
  readonly url: string
  end(): Promise<void>
}

/** Starts the pages as a process of their own; resolves when they are served. */
export async function startPagesProcess(start: PagesStart): Promise<PagesProcess> {
  const args = ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'pages-server.ts')]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  child.stdin.write(`${JSON.stringify(start)}\n`)
  const first = createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  const said = await Promise.race([first, exited.then(() => undefined)])
  if (typeof said?.value !== 'string') throw new Error('a server of the benchmark did not start')
  return {
    pid: child.pid!,
    url: said.value,
    async end() {
      child.stdin.end()
      await exited
    },
  }
}
