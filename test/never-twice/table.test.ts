import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The page that says who tries which failure names tests: they have to be there. */
const page = readFileSync('docs/never-twice.md', 'utf8')
const rows = [...page.matchAll(/^\| (.+?) \| `(test|src)(\/[\w/.-]+)`: (.+?) \| (?:yes|no) \|$/gm)]

test('every row of the table is read', () => {
  const lines = page.split('\n').filter((line) => line.startsWith('| '))
  expect(rows).toHaveLength(lines.length - 2)
})

test.each(rows.map(([, what, top, path, name]) => [what!, top! + path!, name!]))(
  '%s',
  (_what, file, name) => {
    expect(existsSync(file), file).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(`'${name}`)
  },
)
