import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '..')
const packed = join(root, 'node_modules/@sparticuz/chromium')

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A headless Chromium that needs nothing from the machine: on Linux x64 the one inside an npm package, together with
 * the few libraries (NSS, expat) and fonts that a bare machine lacks. Elsewhere a Chromium or Chrome that is there.
 */
export async function launchBrowser(): Promise<Browser> {
  // Its sandbox works for no administrator, and wants a helper that an npm package can't bring.
  const args = [...quiet, '--no-sandbox']
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const installed = findInstalled()
    return chromium.launch(installed ? { args, executablePath: installed } : { args, channel: 'chrome' })
  }
  const home = await unpacked()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
    FONTCONFIG_FILE: join(home, 'fonts.conf'),
  }
  return chromium.launch({ args, executablePath: join(home, 'chromium'), env })
}

/** What axe finds wrong on the page, one line per rule, by all of its rules or by these; nothing is what we want. */
export async function axeViolations(page: Page, ...rules: readonly string[]): Promise<string[]> {
  // Not as a script tag: a page's own security policy may forbid those.
  await page.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'))
  const options = JSON.stringify(rules.length > 0 ? { runOnly: rules } : {})
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(`axe.run(${options})`)
  return violations.map(({ id, help, nodes }) => {
    return `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`
  })
}

/** Unpacks the browser once. Test files run side by side: each fills a folder of its own, and the first one stays. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string }
  const caches = join(root, 'node_modules/.cache')
  const home = join(caches, `chromium-${version}`)
  if (existsSync(home)) return home
  await mkdir(caches, { recursive: true })
  const folder = await mkdtemp(join(caches, 'unpacking-'))
  await inflateInto(folder)
  await writeFile(join(folder, 'fonts.conf'), fontsOf(home))
  await rename(folder, home).catch(async (error: unknown) => {
    await rm(folder, { recursive: true })
    if (!existsSync(home)) throw error
  })
  return home
}

/** The package unpacks into the temporary folder and nowhere else, so for a moment that is ours. */
async function inflateInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']
    await Promise.all(archives.map((archive) => inflate(join(packed, 'bin', archive))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

function fontsOf(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>${join(root, 'node_modules/dejavu-fonts-ttf/ttf')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

function findInstalled(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path))
}
