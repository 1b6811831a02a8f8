import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { get, type Route } from './route.ts'

/**
 * Style sheets, script, fonts and icons of the staff's pages, under an address with the hash of all of them: a
 * browser keeps them for a year and asks again only after a new release. Made once, when the program starts.
 */

const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
const ours = (name: string) => readFileSync(join(import.meta.dirname, 'assets', name))

const font = 'Atkinson Hyperlegible Next'
const weights = [
  ['400Regular', 400],
  ['700Bold', 700],
] as const

const fontFaces = weights
  .map(
    ([name, weight]) =>
      `@font-face{font-family:"${font}";font-style:normal;font-weight:${weight};font-display:swap;src:url(${name}.ttf) format("truetype")}`,
  )
  .join('')

/** What a design system ships, with our font instead of the one that only GOV.UK may use, and icons beside it. */
function adapted(css: string): string {
  return css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport', `"${font}"`)
    .replaceAll('url(/assets/images/', 'url(')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
}

const read = (name: string, file: string) => readFileSync(join(folderOf(name), file), 'utf8')

function styleSheet(): string {
  return [
    fontFaces,
    adapted(read('govuk-frontend', 'dist/govuk/govuk-frontend.min.css')),
    adapted(read('@ministryofjustice/frontend', 'moj/moj-frontend.min.css')),
    ...[
      'flanders.css',
      'text.css',
      'layout.css',
      'parts.css',
      'sheets.css',
      'charts.css',
      'portal.css',
      'print.css',
    ].map((name) => ours(name).toString('utf8')),
  ].join('\n')
}

/** What the map library ships, without the pictures of parts that no page of ours has. */
function leafletStyle(): string {
  return read('leaflet', 'dist/leaflet.css').replaceAll(/url\([^)]*\)/g, 'none')
}

const icon = (name: string) =>
  readFileSync(join(folderOf('@ministryofjustice/frontend'), 'moj/assets/images', name))

const types = { css: 'text/css', js: 'text/javascript', ttf: 'font/ttf', svg: 'image/svg+xml' } as const

function allFiles(): Map<string, Buffer> {
  const files = new Map<string, Buffer>([
    ['style.css', Buffer.from(styleSheet())],
    ['desk.js', Buffer.concat([ours('desk.js'), ours('live.js')])],
    ['map.js', ours('map.js')],
    ['leaflet.js', readFileSync(join(folderOf('leaflet'), 'dist/leaflet.js'))],
    ['leaflet.css', Buffer.from(leafletStyle())],
    ['favicon.svg', ours('favicon.svg')],
  ])
  for (const name of ['icon-tag-remove-cross.svg', 'icon-tag-remove-cross-white.svg', 'icon-document.svg'])
    files.set(name, icon(name))
  const fonts = folderOf('@expo-google-fonts/atkinson-hyperlegible-next')
  for (const [name] of weights)
    files.set(`${name}.ttf`, readFileSync(join(fonts, name, `AtkinsonHyperlegibleNext_${name}.ttf`)))
  return files
}

const files = allFiles()
const hash = createHash('sha256')
for (const [name, content] of files) hash.update(name).update(content)
const version = hash.digest('base64url').slice(0, 16)
const packed = new Map([...files].map(([name, content]) => [name, gzipSync(content, { level: 9 })]))

export type AssetName =
  | 'style.css'
  | 'desk.js'
  | 'favicon.svg'
  | 'map.js'
  | 'leaflet.js'
  | 'leaflet.css'
  | '400Regular.ttf'
  | '700Bold.ttf'

/** Where a file of the look is served. */
export function asset(name: AssetName): string {
  return `/assets/${version}/${name}`
}

/** An address of an earlier release gets what there is now, to be asked for again the next time. */
export const assetRoute: Route = get('/assets/:version/:name', 'public', (context) => {
  const { version: asked, name } = context.req.param() as { version: string; name: string }
  const whole = files.get(name)
  if (!whole) return context.notFound()
  const isPacked = /\bgzip\b/.test(context.req.header('Accept-Encoding') ?? '')
  const body = isPacked ? packed.get(name)! : whole
  return context.body(new Uint8Array(body), 200, {
    'Content-Type': types[name.split('.').at(-1) as keyof typeof types],
    'Cache-Control': asked === version ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(isPacked && { 'Content-Encoding': 'gzip' }),
  })
})
