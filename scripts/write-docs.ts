import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawExample } from './draw-example.ts'
import { publishedSchemas } from './published-schemas.ts'
import { rulesetPages } from './ruleset-pages.ts'
import { signOffList } from './sign-off-list.ts'

/** Writes the pages and schemas that follow from the code. Tests say when this has to be run again. */
const root = join(import.meta.dirname, '..')
for (const [name, schema] of Object.entries(publishedSchemas()))
  writeFileSync(join(root, `docs/schemas/${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
writeFileSync(join(root, 'docs/rulesets-to-sign-off.md'), signOffList())
writeFileSync(join(root, 'docs/examples/draw.json'), `${JSON.stringify(drawExample(), null, 2)}\n`)
mkdirSync(join(root, 'docs/rulesets'), { recursive: true })
for (const [name, page] of Object.entries(rulesetPages()))
  writeFileSync(join(root, 'docs/rulesets', name), page)
execFileSync(
  join(root, 'node_modules/.bin/biome'),
  ['format', '--write', 'docs/schemas', 'docs/examples/draw.json'],
  { cwd: root },
)
