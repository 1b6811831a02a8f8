import type { Choice } from '../platform/http/components/index.ts'
import type { TypedForm } from '../platform/http/typed-form.ts'

/** A field that fills a place in a JSON file. Its name in the form is that place: `contact.address.street`. */
export interface DocumentField {
  readonly path: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'email' | 'tel' | 'url'
  readonly width?: 5 | 10 | 20
  /** It has a line for each of several things. */
  readonly lines?: number
  /** One text of several lines. */
  readonly rows?: number
  readonly isOptional?: boolean
  /** One of these, instead of typing. */
  readonly choices?: readonly Choice[]
  /** What stands in the file is no text. */
  readonly is?: 'number' | 'boolean'
}

export interface DocumentPart {
  readonly fields: readonly DocumentField[]
  /** Left out of the file as a whole when none of it is filled in. */
  readonly leftOut?: string | undefined
}

/**
 * The document with what was typed in it; what has no field stays as it is. Nothing is judged here: a number that is none
 * stays text, for the check of the file to refuse.
 */
export function filledIn(
  form: Pick<TypedForm, 'text'>,
  parts: readonly DocumentPart[],
  document: object,
): object {
  const filled = structuredClone(document)
  for (const { fields, leftOut } of parts) {
    if (leftOut && fields.every(({ path }) => form.text(path) === '')) put(filled, leftOut, undefined)
    else for (const field of fields) put(filled, field.path, typedValue(field, form.text(field.path)))
  }
  return filled
}

function typedValue({ lines, isOptional, is }: DocumentField, text: string): unknown {
  if (text === '' && isOptional) return undefined
  if (lines) return linesOf(text)
  if (is === 'boolean') return text === 'true'
  if (is === 'number' && text !== '') {
    const number = Number(text.replace(',', '.'))
    return Number.isNaN(number) ? text : number
  }
  return text
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What is undefined is taken out, as a file leaves it out; and so is what holds nothing any more. */
function put(within: object, path: string, value: unknown): void {
  const [key = '', ...rest] = path.split('.')
  const place = within as Record<string, unknown>
  if (rest.length === 0) {
    if (value === undefined) delete place[key]
    else place[key] = value
    return
  }
  const inner = (place[key] ?? {}) as object
  put(inner, rest.join('.'), value)
  if (Object.keys(inner).length > 0) place[key] = inner
  else delete place[key]
}
