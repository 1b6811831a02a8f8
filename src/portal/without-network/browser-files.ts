import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { asset, fontFiles } from '../../platform/http/assets.ts'
import { get, type Route } from '../../platform/http/route.ts'

/** Folders with what runs in a citizen's browser; the pages work without it. */
const folders = [
  'without-network',
  'polling-desk',
  'bureau-day',
  'letter-check',
  'way-there',
  'embedding',
] as const
type ScriptName = `${(typeof folders)[number]}/browser/${string}.js`

/** Libraries as they are, by the names under which our scripts import them. */
const libraries = { '@noble/ed25519': 'index.js' } as const

function allScripts(): Map<string, string> {
  const scripts = new Map<string, string>()
  for (const folder of folders) {
    const from = join(import.meta.dirname, '..', folder, 'browser')
    for (const name of globSync('*.js', { cwd: from }))
      scripts.set(`${folder}/browser/${name}`, withoutComments(read(join(from, name))))
  }
  for (const [library, entry] of Object.entries(libraries)) {
    const from = dirname(fileURLToPath(import.meta.resolve(library)))
    for (const name of reachable(from, entry)) scripts.set(`${library}/${name}`, read(join(from, name)))
  }
  return scripts
}

/** A phone has no use for them, and they are a third of what it would fetch. A comment of ours has a line of its own. */
function withoutComments(script: string): string {
  return script.replaceAll(/^[ \t]*(\/\*\*[\s\S]*?\*\/|\/\/.*)\n/gm, '')
}

/** A file of a library with all that it imports: the rest of the library is not served. */
function reachable(folder: string, entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found
  found.add(entry)
  for (const [, path] of read(join(folder, entry)).matchAll(/\bfrom ['"](\.[^'"]+)['"]/g))
    reachable(folder, join(dirname(entry), path!).replaceAll('\\', '/'), found)
  return found
}

const read = (path: string) => readFileSync(path, 'utf8')
const scripts = allScripts()
const serviceWorker = read(join(import.meta.dirname, 'service-worker.js'))

const version = [...scripts]
  .reduce((hash, [name, text]) => hash.update(name).update(text), createHash('sha256'))
  .digest('base64url')
  .slice(0, 16)
const packed = new Map([...scripts].map(([name, text]) => [name, gzipSync(text, { level: 9 })]))

/** Where a script of these pages is served. */
export function script(name: ScriptName): string {
  return addressOf(name)
}

const addressOf = (name: string) => `/assets/portaal/${version}/${name}`

/** Where a browser finds the libraries that our scripts import. */
export const importMap = JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(libraries).map(([library, entry]) => [library, addressOf(`${library}/${entry}`)]),
  ),
})

/**
 * What a page asks for without naming it in its own HTML: fonts, and what its scripts import. Not the fonts with rarer letters, which weigh
 * a quarter of a page: without network a name with one of them has it from the phone's own font.
 */
export function unnamedFiles(
  ...names: readonly ((typeof folders)[number] | keyof typeof libraries)[]
): string[] {
  const fonts = fontFiles.filter((name) => !name.includes('-latin-ext-')).map(asset)
  const imported = [...scripts.keys()].filter((name) => names.some((one) => name.startsWith(`${one}/`)))
  return [...fonts, ...imported.map(addressOf)]
}

const policy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"

/** An address of an earlier release gets what there is now, to be asked for again the next time. */
export const scriptRoute: Route = get('/assets/portaal/:version/:name{.+}', 'public', (context) => {
  const { version: asked, name } = context.req.param() as { version: string; name: string }
  const text = scripts.get(name)
  if (text === undefined) return context.notFound()
  const isPacked = /\bgzip\b/.test(context.req.header('Accept-Encoding') ?? '')
  return context.body(isPacked ? new Uint8Array(packed.get(name)!) : text, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': asked === version ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': policy,
    Vary: 'Accept-Encoding',
    ...(isPacked && { 'Content-Encoding': 'gzip' }),
  })
})

interface WorkerFacts {
  /** Where the page's script keeps what this worker shows. */
  readonly cacheName: string
  /** The page, as HTML, that stands in for one whose last moment is past. */
  readonly closed?: string
  /** The page, as HTML, for who has to log in while a copy is needed: it leads to `SCREEN`, as the server has it, or to `COPY`. */
  readonly door?: string
  /** It may work for pages below this address only. */
  readonly scope: string
}

/** A service worker for one page: it shows what was kept of that page, and touches no other. */
export function sendServiceWorker(
  context: Context,
  { cacheName, closed = '', door = '', scope }: WorkerFacts,
) {
  const facts = [
    ['cacheName', cacheName],
    ['closed', closed],
    ['door', door],
  ].map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  return context.body(facts.join('') + serviceWorker, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    // A worker has a policy of its own: what it asks the server is not what the page may ask.
    'Content-Security-Policy': `${policy}; connect-src 'self'`,
    'Service-Worker-Allowed': scope,
  })
}
