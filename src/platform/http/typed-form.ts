import type { Context } from 'hono'
import { withoutNul } from './without-nul.ts'

type Fields = Readonly<Record<string, readonly string[]>>

/**
 * What was typed in a form: of a POST what was sent, of a GET nothing, or what was kept for who was logged out
 * meanwhile. A page fills its fields from it, so both come out the same.
 */
export class TypedForm {
  readonly fields: Fields
  readonly #asked = new Set<string>()

  constructor(fields: Fields = {}) {
    const entries = Object.entries(fields)
    this.fields = Object.fromEntries(entries.map(([name, values]) => [name, values.map(withoutNul)]))
  }

  /** Without the spaces around it; empty when the field is not there. */
  text(name: string): string {
    this.#asked.add(name)
    return this.fields[name]?.[0]?.trim() ?? ''
  }

  /** Every value of a field that may be there more than once. */
  all(name: string): readonly string[] {
    this.#asked.add(name)
    return this.fields[name] ?? []
  }

  has(name: string): boolean {
    return name in this.fields
  }

  /** What was typed in fields that nobody asked for until now: a page that shows this form again has no place for it. */
  get notAskedFor(): readonly string[] {
    const others = Object.entries(this.fields).filter(([name]) => !this.#asked.has(name))
    return others.flatMap(([, values]) => values.map((value) => value.trim())).filter(Boolean)
  }

  get isEmpty(): boolean {
    return Object.keys(this.fields).length === 0
  }

  without(name: string): TypedForm {
    return new TypedForm(Object.fromEntries(Object.entries(this.fields).filter(([field]) => field !== name)))
  }
}

/** More than any form of ours needs. */
export const maxFormBytes = 500_000

/** Reads the fields of a form; files are left out. `undefined` when it is larger than a form is. */
export async function readForm(context: Context): Promise<TypedForm | undefined> {
  const length = Number(context.req.header('Content-Length') ?? 0)
  if (length > maxFormBytes) return undefined
  const body = await limited(context)
  if (!body) return undefined
  const type = context.req.header('Content-Type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return new TypedForm()
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (!Object.hasOwn(fields, name)) fields[name] = []
    fields[name]!.push(value)
  }
  return new TypedForm(fields)
}

async function limited(context: Context): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxFormBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
