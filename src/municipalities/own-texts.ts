import type { z } from 'zod'
import type { MunicipalitySettings } from './municipality.ts'
import { municipalitySchema } from './municipality-file.ts'
import { unprintable } from './printed-line.ts'

/** What a municipality says of itself on the letter, and may word as it likes. All else on it is law or facts. */
export type OwnTexts = Pick<MunicipalitySettings, 'contact' | 'duplicateDesk' | 'sender' | 'french'>

/** These texts of the settings, and nothing else of them. */
export function ownTextsOf({ contact, duplicateDesk, sender, french }: OwnTexts): OwnTexts {
  return { contact, duplicateDesk, sender, ...(french && { french }) }
}

/** One fault of the texts, at the place where it stands in the file: `contact.address.postcode`, `duplicateDesk.hours.2`. */
export interface TextFault {
  readonly path: string
  readonly because: 'missing' | 'too-long' | 'too-many-lines' | 'unprintable' | 'wrong-form'
  /** Characters of a line or lines of a text, where there are too many. */
  readonly most?: number
  /** What no letter can print, as it was typed. */
  readonly characters?: string
}

/**
 * The settings with these texts in them, through the checks of the municipality file and no others. Answers every
 * fault at once, of the texts and of what else the file has.
 */
export function withOwnTexts(
  settings: MunicipalitySettings,
  texts: OwnTexts,
): { ok: true; settings: MunicipalitySettings } | { ok: false; faults: readonly TextFault[] } {
  const document = { ...settings, ...texts }
  const parsed = municipalitySchema.safeParse(document)
  if (parsed.success) return { ok: true, settings: parsed.data }
  return { ok: false, faults: parsed.error.issues.map((issue) => faultOf(issue, document)) }
}

function faultOf(issue: z.core.$ZodIssue, document: unknown): TextFault {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'too_small' || issue.code === 'invalid_type') return { path, because: 'missing' }
  if (issue.code === 'too_big')
    return {
      path,
      because: issue.origin === 'array' ? 'too-many-lines' : 'too-long',
      most: Number(issue.maximum),
    }
  const value = issue.path.reduce<unknown>(
    (within, key) => (within as Record<PropertyKey, unknown> | undefined)?.[key],
    document,
  )
  const characters = unprintable(String(value ?? ''))
  return characters ? { path, because: 'unprintable', characters } : { path, because: 'wrong-form' }
}

/** One text that is worded otherwise; absent where it is not there. */
export interface TextDifference {
  /** Its place in the file; of a text of several lines the place of the whole. */
  readonly path: string
  readonly was?: string
  readonly is?: string
}

/** Which texts differ, in the order of the file. Lines of one text are compared as one, `\n` between them. */
export function textDifferences(before: OwnTexts, after: OwnTexts): TextDifference[] {
  const [was, is] = [textsByPath(before), textsByPath(after)]
  const paths = [...new Set([...is.keys(), ...was.keys()])]
  return paths
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({
      path,
      ...(was.has(path) && { was: was.get(path)! }),
      ...(is.has(path) && { is: is.get(path)! }),
    }))
}

/** Every text by its place in the file; lines of one text with `\n` between them. */
export function textsByPath(texts: OwnTexts): ReadonlyMap<string, string> {
  return flat(ownTextsOf(texts))
}

function flat(value: object, above = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([key, one]: [string, unknown]): [string, string][] => {
      const path = above ? `${above}.${key}` : key
      if (one === undefined) return []
      if (Array.isArray(one)) return [[path, one.join('\n')]]
      return typeof one === 'object' && one !== null ? [...flat(one, path)] : [[path, String(one)]]
    }),
  )
}
