import type { Command } from 'commander'
import { startWorker } from '../worker.ts'
import { done, verb } from './command.ts'
import { untilStopped } from './until-stopped.ts'

export function workCommand(program: Command, summary: string): void {
  const description = {
    name: 'work',
    summary,
    examples: ['work', 'EBOX_CONCURRENCY=32 npx kiesloket work'],
  }
  verb(program, description, async (app) => {
    const worker = await startWorker(app)
    console.error(
      `Working. Health and metrics: ${worker.operationsUrl}   Stop with Ctrl+C: what is under way is finished first.`,
    )
    await untilStopped()
    await worker.stop()
    return done({ stopped: true }, 'Stopped.')
  })
}
