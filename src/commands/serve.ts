import type { Command } from 'commander'
import { startServer } from '../server.ts'
import { done, verb } from './command.ts'
import { untilStopped } from './until-stopped.ts'

export function serveCommand(program: Command, summary: string): void {
  const description = {
    name: 'serve',
    summary,
    examples: ['serve', 'PORT=8090 npx kiesloket serve'],
  }
  verb(program, description, async (app) => {
    const serving = await startServer(app)
    console.error(`Pages: ${serving.url}   Health and metrics: ${serving.operationsUrl}   Stop with Ctrl+C.`)
    await untilStopped()
    await serving.close()
    return done({ stopped: true }, 'Stopped.')
  })
}
