import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { get, type Route } from './route.ts'

/**
 * Style sheets, script, fonts and icons of the pages, under an address with the hash of all of them: a
 * browser keeps them for a year and asks again only after a new release. Made once, when the program starts.
 */

const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
const ours = (name: string) => readFileSync(join(import.meta.dirname, 'assets', name))
const ourText = (name: string) => ours(name).toString('utf8')
const withoutComments = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '')

const font = 'Atkinson Hyperlegible Next'
const fontFolder = folderOf('@fontsource/atkinson-hyperlegible-next')

/** The package's own rules: rarer letters are a file apart, which a browser asks for when a page has one of them. */
const fontFaces = ['400.css', '700.css']
  .map((name) => withoutComments(readFileSync(join(fontFolder, name), 'utf8')))
  .join('\n')
  .replaceAll(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
  .replaceAll('url(./files/', 'url(')

/** What the style sheets ask for by name. */
export const fontFiles = [...fontFaces.matchAll(/url\(([^)]+)\)/g)].map(([, name]) => name as FontFile)
type FontFile = `${string}.woff2`

/** What a design system ships, with our font instead of the one that only GOV.UK may use, and icons beside it. */
function adapted(css: string): string {
  return withoutComments(css)
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport', `"${font}"`)
    .replaceAll('url(/assets/images/', 'url(')
}

const read = (name: string, file: string) => readFileSync(join(folderOf(name), file), 'utf8')

const govuk = adapted(read('govuk-frontend', 'dist/govuk/govuk-frontend.min.css'))
const moj = adapted(read('@ministryofjustice/frontend', 'moj/moj-frontend.min.css'))
const ofAll = ['flanders.css', 'text.css', 'layout.css', 'parts.css']

/** That of the staff's pages. */
function staffStyle(): string {
  return [fontFaces, govuk, moj, ...[...ofAll, 'sheets.css', 'charts.css', 'print.css'].map(ourText)].join(
    '\n',
  )
}

/** Parts of the design system that no page of a citizen has; a test looks at each page. */
export const partsOfStaff = [
  ...['accordion', 'breadcrumbs', 'character-count', 'cookie-banner', 'exit-this-page', 'feedback'],
  ...['file-upload', 'footer', 'generic-header', 'header', 'language-navigation', 'logo-dot', 'pagination'],
  ...['panel', 'password-input', 'phase-banner', 'service-navigation', 'tabs', 'task-list'],
  ...['body', 'caption', 'grid', 'heading', 'main-wrapper', 'section-break', 'summary-card'],
  ...['clearfix', 'width-container'],
] as const

/** Without what only the staff's pages have, for a phone that opens one for the first time. */
function citizenStyle(): string {
  const sheets = [...ofAll, 'portal.css', 'dark.css', 'print.css'].map(ourText)
  return [fontFaces, without(partsOfStaff, govuk), ...sheets.map(withoutComments)].join('\n')
}

/** Leaves out rules that are for these parts alone, and those that nudge one element, which no page of ours has. */
function without(parts: readonly string[], css: string): string {
  const isOfPart = new RegExp(`\\.govuk-((${parts.join('|')})(?![a-z])|\\\\!)`)
  return css.replaceAll(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
    selectors.split(',').every((selector) => isOfPart.test(selector)) ? '' : rule,
  )
}

/** What the map library ships, without the pictures of parts that no page of ours has. */
function leafletStyle(): string {
  return read('leaflet', 'dist/leaflet.css').replaceAll(/url\([^)]*\)/g, 'none')
}

const icon = (name: string) =>
  readFileSync(join(folderOf('@ministryofjustice/frontend'), 'moj/assets/images', name))

const types = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', svg: 'image/svg+xml' } as const

function allFiles(): Map<string, Buffer> {
  const files = new Map<string, Buffer>([
    ['style.css', Buffer.from(staffStyle())],
    ['citizen.css', Buffer.from(citizenStyle())],
    ['desk.js', Buffer.concat(['desk.js', 'session.js', 'live.js', 'preview.js'].map(ours))],
    ['session.js', ours('session.js')],
    ['map.js', ours('map.js')],
    ['leaflet.js', readFileSync(join(folderOf('leaflet'), 'dist/leaflet.js'))],
    ['leaflet.css', Buffer.from(leafletStyle())],
    ['favicon.svg', ours('favicon.svg')],
  ])
  for (const name of ['icon-tag-remove-cross.svg', 'icon-tag-remove-cross-white.svg', 'icon-document.svg'])
    files.set(name, icon(name))
  for (const name of fontFiles) files.set(name, readFileSync(join(fontFolder, 'files', name)))
  return files
}

const files = allFiles()
const hash = createHash('sha256')
for (const [name, content] of files) hash.update(name).update(content)
const version = hash.digest('base64url').slice(0, 16)
/** Fonts are packed as they are. */
const packed = new Map(
  [...files]
    .filter(([name]) => !name.endsWith('.woff2'))
    .map(([name, content]) => [name, gzipSync(content, { level: 9 })]),
)

export type AssetName =
  | 'style.css'
  | 'citizen.css'
  | 'desk.js'
  | 'session.js'
  | 'favicon.svg'
  | 'map.js'
  | 'leaflet.js'
  | 'leaflet.css'
  | FontFile

/** Where a file of the look is served. */
export function asset(name: AssetName): string {
  return `/assets/${version}/${name}`
}

/** An address of an earlier release gets what there is now, to be asked for again the next time. */
export const assetRoute: Route = get('/assets/:version/:name', 'public', (context) => {
  const { version: asked, name } = context.req.param() as { version: string; name: string }
  const whole = files.get(name)
  if (!whole) return context.notFound()
  const takesPacked = /\bgzip\b/.test(context.req.header('Accept-Encoding') ?? '')
  const small = takesPacked ? packed.get(name) : undefined
  const body = small ?? whole
  return context.body(new Uint8Array(body), 200, {
    'Content-Type': types[name.split('.').at(-1) as keyof typeof types],
    'Cache-Control': asked === version ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(small && { 'Content-Encoding': 'gzip' }),
  })
})
