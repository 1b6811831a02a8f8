import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** What each file needs when it runs; types are gone by then and may look at each other. */
const needs = new Map(
  globSync('{src,dev}/**/*.{ts,tsx}')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => [file, neededBy(file)] as const),
)

function neededBy(file: string): string[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(?!type\b)([^;'"]*?)\s*from\s*'(\.[^']+)'/gm,
  )
  return [...statements]
    .filter(([, names]) => !isTypesOnly(names!))
    .map(([, , path]) => join(dirname(file), path!).replaceAll('\\', '/'))
}

function isTypesOnly(names: string): boolean {
  const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]
  const each = inBraces?.split(',').map((name) => name.trim())
  return each?.filter((name) => name !== '').every((name) => name.startsWith('type ')) ?? false
}

/** The first way found that leads back to a file it came through. */
function circle(): string[] | undefined {
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const next of needs.get(file) ?? []) {
      const found = walk(next, [...way, file])
      if (found) return found
    }
    done.add(file)
    return undefined
  }
  for (const file of needs.keys()) {
    const found = walk(file, [])
    if (found) return found
  }
  return undefined
}

test('no file needs itself by way of others: each can be read, and loaded, before who uses it', () => {
  expect([...needs.values()].flat().length).toBeGreaterThan(1000)
  expect(circle()).toBeUndefined()
})
