import type { z } from 'zod'
import { brokenRule } from './file-rules.ts'
import type { MunicipalitySettings } from './municipality.ts'
import { municipalitySchema } from './municipality-file.ts'
import { unprintable } from './printed-line.ts'
import type { SvgFault } from './svg-safety.ts'

/** One fault of a municipality file, for a form: at the place where it stands, `contact.address.postcode`, `duplicateDesk.hours.2`. */
export interface TextFault {
  readonly path: string
  readonly because: 'missing' | 'too-long' | 'too-many-lines' | 'unprintable' | 'unknown-field' | 'wrong-form'
  /** Characters of a line or lines of a text, where there are too many. */
  readonly most?: number
  /** What no letter can print, as it was typed. */
  readonly characters?: string
  /** What the check itself says, where it says more than a code: of a field that is not known. */
  readonly says?: string
  /** Why a drawing is refused. */
  readonly drawing?: SvgFault
}

/** Reads a municipality file and answers every fault at once, each with a code for which a page has a sentence. */
export function readSettings(
  document: unknown,
): { ok: true; settings: MunicipalitySettings } | { ok: false; faults: readonly TextFault[] } {
  const parsed = municipalitySchema.safeParse(document)
  if (parsed.success) return { ok: true, settings: parsed.data }
  return { ok: false, faults: parsed.error.issues.map((issue) => faultOf(issue, document)) }
}

function faultOf(issue: z.core.$ZodIssue, document: unknown): TextFault {
  const path = issue.path.map(String).join('.')
  const value = issue.path.reduce<unknown>(
    (within, key) => (within as Record<PropertyKey, unknown> | undefined)?.[key],
    document,
  )
  if (issue.code === 'unrecognized_keys')
    return { path, because: 'unknown-field', says: issue.keys.join(', ') }
  if (issue.code === 'custom') {
    const drawing = brokenRule(issue)?.drawing
    return { path, because: 'wrong-form', says: issue.message, ...(drawing && { drawing }) }
  }
  if (value === undefined || (issue.code === 'too_small' && issue.origin !== 'number'))
    return { path, because: 'missing' }
  if (issue.code === 'too_big' && issue.origin !== 'number')
    return {
      path,
      because: issue.origin === 'array' ? 'too-many-lines' : 'too-long',
      most: Number(issue.maximum),
    }
  const characters = typeof value === 'string' && issue.code === 'invalid_format' ? unprintable(value) : ''
  return characters ? { path, because: 'unprintable', characters } : { path, because: 'wrong-form' }
}
