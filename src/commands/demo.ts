import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from 'commander'
import { type Result, refused } from '../platform/result.ts'
import { wholeNumber } from './arguments.ts'
import { bareVerb, done } from './command.ts'

const entry = join(import.meta.dirname, '../../dev/demo/demo.ts')

/** The demo lives in dev/, with the stand-ins: an installation that ships without them has no demo. */
export function demoCommand(program: Command, summary: string): void {
  const description = {
    name: 'demo',
    summary,
    examples: ['demo', 'demo --once --voters 5000 --json'],
    options: [
      ['--once', 'end after the certificate instead of serving'],
      ['--voters N', 'how many voters the invented municipality has', '2000'],
    ] as const,
  }
  bareVerb(program, description, async (_, options) => {
    if (!existsSync(entry)) return refused('no-demo', 'This installation ships without the stand-ins.')
    const demo = (await import(pathToFileURL(entry).href)) as {
      runDemo(options: { once: boolean; voters: number }): Promise<Result<{ summary: object }>>
    }
    const voters = wholeNumber(options.voters, '--voters', 500_000)
    const result = await demo.runDemo({ once: options.once === true, voters })
    return result.ok ? done(result.summary) : result
  })
}
