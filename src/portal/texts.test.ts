import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type InEachLanguage, languages } from '../platform/language.ts'
import { legalSources } from './notices/legal-sources.ts'

/** Every text that a citizen reads is there in each language. That no key is missing is checked when it is compiled. */

const folders = globSync('**/texts.nl.ts', { cwd: import.meta.dirname }).map((path) => dirname(path))

/** The same in Dutch and in another language: names, and words that both have. */
const sameInBoth = new Set([
  ...['Open data', 'Privacy', 'Name', 'Nummer', 'Code', 'Wo', 'WCAG 2.2, niveau AA', 'de', 'c'],
  // Kinds of a document, a bureau with its number, and how a message left.
  ...['PDF', 'Foto', 'Reserve ⟦0⟧', 'per SMS'],
  'Ja',
  // Of a text that is empty until something is filled in.
  '',
])

/** Each text with its place; what is filled in is a sign that says which it is. */
function textsUnder(node: unknown, at = ''): { at: string; text: string; filled: number }[] {
  if (typeof node === 'string') return [{ at, text: node, filled: 0 }]
  if (typeof node === 'function') {
    const signs = Array.from({ length: node.length }, (_, place) => `⟦${place}⟧`)
    return [{ at, text: node(...signs), filled: node.length }]
  }
  return Object.entries(node as object).flatMap(([key, child]) => textsUnder(child, `${at}.${key}`))
}

const signsIn = (text: string) => [...new Set(text.match(/⟦\d⟧/g) ?? [])].sort()

test('there are texts in many folders, and each has every language beside it', () => {
  expect(folders.length).toBeGreaterThanOrEqual(8)
  for (const folder of folders)
    for (const language of ['fr', 'de', 'en'])
      expect(
        existsSync(join(import.meta.dirname, folder, `texts.${language}.ts`)),
        `${folder} ${language}`,
      ).toBe(true)
})

describe.each(folders)('the texts of %s', async (folder) => {
  const { texts } = (await import(join(import.meta.dirname, folder, 'texts.ts'))) as {
    texts: InEachLanguage<object>
  }
  const dutch = textsUnder(texts.nl)

  test.each(languages)('are all there in %s', (language) => {
    const own = textsUnder(texts[language])
    expect(own.map(({ at }) => at)).toEqual(dutch.map(({ at }) => at))
    for (const { at, text } of own) expect(text.trim(), at).not.toBe('')
  })

  test.each(['fr', 'de', 'en'] as const)('are translated in %s, with the same facts', (language) => {
    for (const [place, { at, text }] of textsUnder(texts[language]).entries()) {
      const original = dutch[place]!.text
      expect(signsIn(text), at).toEqual(signsIn(original))
      if (!sameInBoth.has(text)) expect(text, at).not.toBe(original)
    }
  })
})

test('what the notices say of the law is there in each language', () => {
  for (const [name, { value }] of Object.entries(legalSources))
    for (const language of languages) expect(value[language].trim(), `${name} ${language}`).not.toBe('')
})

test('a page takes its texts in the language that is asked for, and not the Dutch ones by name', () => {
  const pages = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname })
  const direct = pages.filter(
    (path) =>
      !/texts(\.\w+)?(\.test)?\.ts$/.test(path) &&
      /from '[^']*\/texts\.nl\.ts'/.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
  )
  expect(direct).toEqual([])
})
