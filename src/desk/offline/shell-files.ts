import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
    'shift-code.js',
    'store.js',
    'take-pack.js',
    'voter-index.js',
    'voter-lines.js',
    'voter-parts.js',
  ],
  'worker.js',
] as const
type ScriptName = (typeof names)[number]

const read = (name: string) => readFileSync(join(import.meta.dirname, 'browser', name), 'utf8')
const scripts = new Map<string, string>(names.map((name) => [name, read(name)]))
const serviceWorker = read('service-worker.js')

/** Another release, another page: what it is made of decides, its texts among it. */
const version = [
  ...scripts.values(),
  serviceWorker,
  asset('style.css'),
  ...['shell-page.tsx', 'texts.nl.ts'].map(source),
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

/** What a browser keeps. Nothing else: no page of the desk, no list. */
const kept = [
  paths.offlineCounter(),
  ...(['style.css', 'favicon.svg', 'desk.js', ...fontFiles] as const).map(asset),
  ...names.filter((name) => !['counter.js', 'take-pack.js'].includes(name)).map(script),
]

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
  get(paths.offlineServiceWorker, 'public', (context) => {
    const facts = `const version = ${JSON.stringify(version)}\nconst files = ${JSON.stringify(kept)}\n`
    return context.body(facts + serviceWorker, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': `${policy}; connect-src 'self'`,
      // Its scope is the one page, which stands a step above it.
      'Service-Worker-Allowed': paths.offlineCounter(),
    })
  }),
]
