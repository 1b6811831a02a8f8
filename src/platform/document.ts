import { z } from 'zod'
import type { Refused } from './result.ts'

/** One fault of a file that a person wrote: where it stands, what is wrong, what to do. */
export interface DocumentFault {
  /** `contact.address.postcode`, `duplicateDesk.hours.2`; `(file)` for the whole. */
  readonly path: string
  readonly wrong: string
  readonly remedy: string
  /** Which fault it is, for who says it in another language; and the day that it is about. */
  readonly because?: string
  readonly day?: string
  /** What may stand there instead. */
  readonly known?: readonly string[]
}

export interface NotValid extends Refused<'not-valid'> {
  readonly faults: readonly DocumentFault[]
}

/** Reads a JSON text. A text that is no JSON has one fault. */
export function parseJson(text: string): { ok: true; document: unknown } | NotValid {
  try {
    return { ok: true, document: JSON.parse(text) }
  } catch (error) {
    const wrong = error instanceof Error ? error.message : 'is not JSON'
    return notValid([
      { path: '(file)', wrong, remedy: 'write the file as JSON; an editor that knows JSON shows the place' },
    ])
  }
}

/**
 * Checks a document against its schema and answers every fault. The remedy is the description that the schema
 * gives of the field, so the published JSON Schema and the error message never say two things.
 */
export function checkDocument<Document>(
  schema: z.ZodType<Document>,
  document: unknown,
): { ok: true; value: Document } | NotValid {
  const parsed = schema.safeParse(document)
  if (parsed.success) return { ok: true, value: parsed.data }
  const published = z.toJSONSchema(schema, { io: 'input' }) as PublishedSchema
  return notValid(parsed.error.issues.flatMap((issue) => faultsOf(issue, published)))
}

export function notValid(faults: readonly DocumentFault[]): NotValid {
  const detail = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  return { ok: false, because: 'not-valid', detail, faults }
}

interface PublishedSchema {
  readonly description?: string
  readonly properties?: Readonly<Record<string, PublishedSchema>>
  readonly additionalProperties?: PublishedSchema | boolean
  readonly items?: PublishedSchema
}

function faultsOf(issue: z.core.$ZodIssue, root: PublishedSchema): DocumentFault[] {
  const place = issue.path.reduce<PublishedSchema | undefined>(step, root)
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(place?.properties ?? {}).join(', ')
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      wrong: 'is not a field of this file',
      remedy: known ? `Remove it, or mend the spelling; known here: ${known}` : 'Remove it',
    }))
  }
  const remedy = place?.description ? `Give: ${place.description}` : 'See the published schema of this file'
  return [{ path: pathText(issue.path), wrong: wrongText(issue), remedy }]
}

function step(schema: PublishedSchema | undefined, key: PropertyKey): PublishedSchema | undefined {
  if (typeof key === 'number') return schema?.items
  const other = schema?.additionalProperties
  return schema?.properties?.[String(key)] ?? (typeof other === 'object' ? other : undefined)
}

function wrongText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && /received undefined$/.test(issue.message)) return 'is missing'
  if (issue.code === 'invalid_type' && /received NaN$/.test(issue.message)) return 'is not a number'
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number') return 'is empty'
  return issue.message.replace(/^Invalid (input|string|option): /, '')
}

function pathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(file)' : path.map(String).join('.')
}
