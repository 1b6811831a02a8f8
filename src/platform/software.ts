import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  name: string
  version: string
}

/** Name and version of this program, as documents name their maker. */
export const software = `${manifest.name} ${manifest.version}`
