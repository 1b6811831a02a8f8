import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'hono'
import { asset, fontFiles } from '../../platform/http/assets.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { paths } from '../paths.ts'

/** The scripts of a counter without network, as they are: a browser takes modules. */
const names = [
  ...[
    'ask-standing.js',
    'counter.js',
    'duties.js',
    'fold.js',
    'opened-pack.js',
    'pack-frames.js',
    'pack-key.js',
  ],
  ...[
    'page.js',
    'store.js',
    'take-pack.js',
    'typed-code.js',
    'voter-index.js',
    'voter-lines.js',
    'voter-parts.js',
  ],
  'worker.js',
] as const
type ScriptName = (typeof names)[number]

/** Codes are made and read on the server as well. */
const shared = new Set(['typed-code.js'])
const folderOf = (name: string) => (shared.has(name) ? '../../platform' : 'browser')
const read = (name: string) => readFileSync(join(import.meta.dirname, folderOf(name), name), 'utf8')
const scripts = new Map<string, string>(names.map((name) => [name, read(name)]))
const serviceWorker = read('service-worker.js')
const noNetworkWorker = read('no-network-worker.js')

/** Another release, another page: what it is made of decides, its texts among it. */
const version = [
  ...scripts.values(),
  ...[serviceWorker, noNetworkWorker],
  asset('style.css'),
  ...['shell-page.tsx', 'no-network-page.tsx', 'texts.nl.ts'].map(source),
]
  .reduce((hash, text) => hash.update(text), createHash('sha256'))
  .digest('base64url')
  .slice(0, 16)

function source(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
}

const folder = `/assets/zonder-netwerk/${version}`

export function script(name: ScriptName): string {
  return `${folder}/${name}`
}

const look = (['style.css', 'favicon.svg', 'desk.js', ...fontFiles] as const).map(asset)

/** What a browser keeps. Nothing else: no page of the desk, no list. */
const kept = [
  paths.offlineCounter(),
  ...look,
  ...names.filter((name) => !['counter.js', 'take-pack.js'].includes(name)).map(script),
]

/** Every page of an election, for a registration has one beginning; it answers for those of the counter only. */
const pagesOfElections = paths.election({ election: '' })
const pagesOfCounter = `^${paths.duplicates.pattern.replace(':election', '[^/]+')}(/|$)`

/** What is registered when a pack is taken: the script, and the addresses that it answers for. */
export const serviceWorkers = [
  { script: paths.offlineServiceWorker(), scope: paths.offlineCounter() },
  { script: paths.noNetworkServiceWorker(), scope: pagesOfElections },
] as const

/** The scripts load each other and nothing else. The worker that holds the voters has no way to the network at all. */
const policy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"

export const shellFileRoutes: readonly Route[] = [
  get('/assets/zonder-netwerk/:version/:name', 'public', (context) => {
    const { version: asked, name } = context.req.param() as { version: string; name: string }
    const text = scripts.get(name)
    // A page of an earlier release has kept its own.
    if (text === undefined || asked !== version) return context.notFound()
    return context.body(text, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': policy,
    })
  }),
  // Its scope is the one page, which stands a step above it.
  get(paths.offlineServiceWorker, 'public', (context) =>
    sendWorker(context, serviceWorker, { scope: paths.offlineCounter(), facts: { version, files: kept } }),
  ),
  get(paths.noNetworkServiceWorker, 'public', (context) => {
    const page = paths.noNetwork()
    const facts = { version, page, files: [page, ...look], counter: pagesOfCounter }
    return sendWorker(context, noNetworkWorker, { scope: pagesOfElections, facts })
  }),
]

interface WorkerFacts {
  readonly scope: string
  /** What the script finds as constants of these names. */
  readonly facts: Readonly<Record<string, unknown>>
}

function sendWorker(context: Context, code: string, { scope, facts }: WorkerFacts) {
  const lines = Object.entries(facts).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  return context.body(lines.join('') + code, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': `${policy}; connect-src 'self'`,
    'Service-Worker-Allowed': scope,
  })
}
