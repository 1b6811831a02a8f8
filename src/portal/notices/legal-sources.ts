import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const sourced = z.strictObject({
  value: z.strictObject({ nl: z.string(), fr: z.string(), de: z.string(), en: z.string() }),
  source: z.string(),
  mark: z.enum(['L', 'S', 'I', 'NV']),
  readOn: z.iso.date(),
})
const names = [
  ...['norm', 'accessibilityLaw', 'accessibilityForm', 'accessibilityComplaint'],
  ...['privacyLaw', 'basis', 'controller', 'authority'],
] as const

export type LegalName = (typeof names)[number]

/** What the notices say of the law, in each language, each with its source and how sure it is. */
export const legalSources = z
  .record(z.enum(names), sourced)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'legal-sources.json'), 'utf8')))
