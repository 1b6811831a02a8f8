import { z } from 'zod'
import { brokenRule, type FileRule } from './file-rules.ts'
import { municipalitySchema } from './municipality-file.ts'
import { isOfPrinting, unprintable } from './printed-line.ts'
import type { SvgFault } from './svg-safety.ts'

/** What stands in a place of a JSON file. */
export type JsonKind = 'text' | 'number' | 'whole-number' | 'yes-or-no' | 'group' | 'list' | 'nothing'

/** What is wrong in a place of the file, as facts for a sentence in any language. */
export type WhatIsWrong =
  | { readonly because: 'missing'; readonly needed: readonly string[] }
  | { readonly because: 'empty' }
  | { readonly because: 'wrong-kind'; readonly expected: JsonKind; readonly found: JsonKind }
  | { readonly because: 'not-one-of'; readonly allowed: readonly string[] }
  | { readonly because: 'too-long' | 'too-many'; readonly most: number; readonly has: number }
  | { readonly because: 'too-small' | 'too-big'; readonly bound: number }
  | { readonly because: 'unprintable'; readonly characters: string }
  | { readonly because: 'wrong-form' }
  | { readonly because: 'unknown-field'; readonly known: readonly string[] }
  | {
      readonly because: 'rule'
      readonly rule: FileRule
      readonly drawing?: SvgFault
      readonly nearest?: string
    }

/** One fault of a file: at `contact.address.postcode`, `duplicateDesk.hours.2`; an empty path is the whole. */
export type FileFault = { readonly path: string } & WhatIsWrong

/** Every fault of a municipality file, without a word of any language; none when it is right. */
export function faultsOfMunicipalityFile(document: unknown): readonly FileFault[] {
  return faultsOfFile(municipalitySchema, document)
}

/** The same of a file with any schema, such as that of an election. */
export function faultsOfFile(schema: z.ZodType, document: unknown): readonly FileFault[] {
  const { error } = schema.safeParse(document)
  if (!error) return []
  const root = published.get(schema) ?? (z.toJSONSchema(schema, { io: 'input' }) as PublishedSchema)
  published.set(schema, root)
  return error.issues.flatMap((issue) => faultsOf(issue, document, root))
}

const published = new WeakMap<z.ZodType, PublishedSchema>()

interface PublishedSchema {
  readonly properties?: Readonly<Record<string, PublishedSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: PublishedSchema | boolean
  readonly items?: PublishedSchema
}

function faultsOf(issue: z.core.$ZodIssue, document: unknown, root: PublishedSchema): FileFault[] {
  const place = issue.path.reduce<PublishedSchema | undefined>(step, root)
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(place?.properties ?? {})
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      because: 'unknown-field',
      known,
    }))
  }
  const value = issue.path.reduce<unknown>((within, key) => (within as never)?.[key], document)
  return [{ path: issue.path.join('.'), ...whatIsWrong(issue, value, place?.required ?? []) }]
}

function step(within: PublishedSchema | undefined, key: PropertyKey): PublishedSchema | undefined {
  if (typeof key === 'number') return within?.items
  const other = within?.additionalProperties
  return within?.properties?.[String(key)] ?? (typeof other === 'object' ? other : undefined)
}

function whatIsWrong(issue: z.core.$ZodIssue, value: unknown, needed: readonly string[]): WhatIsWrong {
  const broken = brokenRule(issue)
  if (broken) return { because: 'rule', ...broken }
  if (value === undefined) return { because: 'missing', needed }
  switch (issue.code) {
    case 'invalid_type':
      return { because: 'wrong-kind', expected: kindExpected(issue.expected), found: kindOf(value) }
    case 'invalid_value':
      return typeof value === 'string'
        ? { because: 'not-one-of', allowed: issue.values.map(String) }
        : { because: 'wrong-kind', expected: 'text', found: kindOf(value) }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { because: 'empty' }
        : { because: 'too-small', bound: Number(issue.minimum) }
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? {
            because: issue.origin === 'array' ? 'too-many' : 'too-long',
            most: Number(issue.maximum),
            has: (value as string | readonly unknown[]).length,
          }
        : { because: 'too-big', bound: Number(issue.maximum) }
    default: {
      const isPrinted = issue.code === 'invalid_format' && isOfPrinting(issue.pattern)
      return isPrinted
        ? { because: 'unprintable', characters: unprintable(String(value)) }
        : { because: 'wrong-form' }
    }
  }
}

const expectedKinds: Readonly<Record<string, JsonKind>> = {
  ...{ string: 'text', number: 'number', int: 'whole-number', boolean: 'yes-or-no' },
  ...{ object: 'group', array: 'list' },
}

function kindExpected(expected: string): JsonKind {
  return expectedKinds[expected] ?? 'text'
}

function kindOf(value: unknown): JsonKind {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return (
    ({ string: 'text', number: 'number', boolean: 'yes-or-no' } as const)[typeof value as string] ?? 'group'
  )
}
