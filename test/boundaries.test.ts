import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may use whom: the table of ARCHITECTURE.md. An order, so that modules cannot form a cycle. */
const base = ['platform', 'municipalities', 'elections', 'voters', 'delivery']
const mayUse: Record<string, readonly string[]> = {
  platform: [],
  municipalities: ['platform'],
  elections: ['platform', 'municipalities'],
  voters: ['platform', 'municipalities', 'elections'],
  delivery: ['platform', 'municipalities'],
  letters: base,
  bureaus: base,
  retention: [...base, 'letters', 'bureaus'],
  papers: [...base, 'letters'],
  oversight: [...base, 'letters'],
  connectors: ['platform', 'voters', 'delivery'],
  desk: [...base, 'letters', 'bureaus', 'oversight'],
  api: [...base, 'letters', 'bureaus'],
  portal: ['platform', 'municipalities', 'elections', 'voters', 'letters', 'bureaus'],
}
const everything = ['commands', 'composition']
/** A test of a page may ask the whole application for it. */
const doorsOfAll = ['src/app.ts', 'src/server.ts']

const files = globSync('src/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) =>
    join(dirname(file), match[1]!).replaceAll('\\', '/'),
  )
}

describe('who may use whom', () => {
  for (const file of files.filter((path) => path.split('/').length > 2)) {
    const from = file.split('/')[1]!
    if (everything.includes(from)) continue
    const isTest = /\.test\.tsx?$/.test(file) || /\/testing\.ts$/.test(file)
    for (const target of importsOf(file)) {
      const [top, to] = target.split('/') as [string, string]
      if (isTest && (top !== 'src' || doorsOfAll.includes(target))) continue
      test(`${file} uses ${target}`, () => {
        expect(top, 'src uses neither dev nor test: what ships stands on its own').toBe('src')
        if (from === to) return
        expect(mayUse[from], `${from} may not use ${to}: see the table in ARCHITECTURE.md`).toContain(to)
        const doors = [`src/${to}/index.ts`, ...(isTest ? [`src/${to}/testing.ts`] : [])]
        if (to !== 'platform') expect(doors, `use ${to} through its door`).toContain(target)
      })
    }
  }

  test('every folder of src has a row in the table', () => {
    const folders = new Set(
      files.filter((path) => path.split('/').length > 2).map((path) => path.split('/')[1]!),
    )
    for (const folder of folders) expect([...Object.keys(mayUse), ...everything]).toContain(folder)
  })
})

describe('SQL stands where it belongs', () => {
  const allowed = /(-store|-overview)\.ts$|^src\/platform\/(db\/|audit|jobs)/
  for (const file of files.filter((path) => !allowed.test(path) && !/\.test\.tsx?$|testing\.ts$/.test(path)))
    test(file, () => {
      const statement =
        /\b(select\s[\s\S]{0,400}?\bfrom\s+\w+\.\w+|insert into\s+\w+\.\w+|update\s+\w+\.\w+\s+set|delete from\s+\w+\.\w+)/
      expect(readFileSync(file, 'utf8'), 'move the statement to a *-store.ts or *-overview.ts').not.toMatch(
        statement,
      )
    })
})

describe('sizes', () => {
  for (const file of [...files, ...globSync('{dev/**/*.{ts,tsx},{src,dev}/**/*.{typ,css}}')])
    test(file, () => {
      expect(readFileSync(file, 'utf8').split('\n').length, 'a file is one room: cut it').toBeLessThanOrEqual(
        300,
      )
    })
})
