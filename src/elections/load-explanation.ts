import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { languages } from '../platform/language.ts'
import type { Explanation } from './explanation.ts'
import { assemblies, marks, type Ruleset, statementConditions } from './ruleset.ts'

const folder = join(import.meta.dirname, 'rulesets/explanations')
const cache = new Map<string, Explanation>()

const text = z.string().trim().min(1)
const explained = z.strictObject({ title: text.optional(), text })
const inEach = <T>(one: z.ZodType<T>) => z.strictObject({ nl: one, fr: one, de: one, en: one })
const sourced = {
  ...{ source: text, mark: z.enum(marks), note: text.optional() },
  ...{ checkedBy: text.optional(), checkedAt: z.iso.date().optional() },
}

const explanationFile: z.ZodType<Explanation> = z.strictObject({
  version: z.int().min(1),
  wording: z.strictObject(sourced),
  letterName: inEach(text),
  languageLaw: z.strictObject({ nl: inEach(text), rand: inEach(text), taalgrens: inEach(text) }),
  assemblies: z.partialRecord(z.enum(assemblies), z.partialRecord(z.enum(languages), text)),
  statements: z.record(z.string(), z.partialRecord(z.enum(languages), explained)),
  topics: z.array(
    z.strictObject({
      key: text,
      condition: z.enum(statementConditions),
      ...sourced,
      words: inEach(z.strictObject({ title: text, text })),
      form: z.strictObject({ url: z.url({ protocol: /^https$/ }), ...sourced }).optional(),
    }),
  ),
  law: z.record(z.string(), inEach(text)),
})

/**
 * The explanation that ships with a ruleset: that of the law it extends, with over it what it says otherwise itself. Throws when
 * there is none.
 */
export function explanationOf({ id, extends: base }: Pick<Ruleset, 'id' | 'extends'>): Explanation {
  const known = cache.get(id)
  if (known) return known
  const whole = read(base ?? id)
  const own = base === undefined ? {} : read(id)
  const statements = { ...whole.statements, ...own.statements }
  const explanation = explanationFile.parse({ ...whole, ...own, statements })
  cache.set(id, explanation)
  return explanation
}

function read(id: string): Partial<Explanation> {
  const path = join(folder, `${id}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}
