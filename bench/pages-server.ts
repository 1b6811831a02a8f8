import { createInterface } from 'node:readline'
import { Hono } from 'hono'
import { openApp } from '../src/app.ts'
import { listen } from '../src/platform/http/listen.ts'
import { startServer } from '../src/server.ts'
import type { PagesStart } from './pages-process.ts'

// Serves the pages of an installation, or, as the bare server, so many bytes to whoever asks `/so-many/BYTES`; ends with its input.
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const { env } = JSON.parse(String((await lines.next()).value)) as PagesStart
const close = env ? await servePages(env) : await serveBare()
await lines.next()
await close()

async function servePages(settings: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  const app = await openApp({ ...process.env, ...settings })
  const serving = await startServer(app)
  console.log(serving.url)
  return async () => {
    await serving.close()
    await app.close()
  }
}

/** The same framework and the same port to the network, and nothing behind it. */
async function serveBare(): Promise<() => Promise<void>> {
  const bodies = new Map<string, Uint8Array<ArrayBuffer>>()
  const web = new Hono().get('/so-many/:bytes', (context) => {
    const asked = context.req.param('bytes')
    const body = bodies.get(asked) ?? new Uint8Array(Number(asked)).fill(0x61)
    bodies.set(asked, body)
    return context.body(body, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    })
  })
  const listening = await listen(web, { setting: 'PORT', port: 0, movable: true })
  console.log(listening.url)
  return listening.close
}
