import { z } from 'zod'

interface PublishedValue {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly default?: unknown
}

/** The setting with the description that becomes the remedy: which values it takes, and what it is for. */
export function describedBy(schema: z.ZodType, help: string): z.ZodType {
  return schema.describe([allowedValues(schema), help].filter(Boolean).join('. '))
}

/** What a setting takes, in words, from its schema: `a whole number from 1, or nothing for 16`; empty where any text will do. */
export function allowedValues(schema: z.ZodType): string {
  const value = z.toJSONSchema(schema, { io: 'input' }) as PublishedValue
  const kind = kindOf(value)
  if (!kind) return ''
  return value.default === undefined ? kind : `${kind}, or nothing for ${String(value.default)}`
}

function kindOf(value: PublishedValue): string | undefined {
  if (value.enum) return `one of ${value.enum.join(', ')}`
  if (value.type === 'integer' || value.type === 'number') return numberText(value)
  if (value.format === 'uri') return 'an address that starts with https:// or http://'
  if (value.pattern) return `a text like ${value.pattern}`
  if (value.maxLength !== undefined) return `a text of at most ${value.maxLength} characters`
  return undefined
}

function numberText({ type, minimum, exclusiveMinimum, maximum = Number.MAX_SAFE_INTEGER }: PublishedValue) {
  const least = Math.max(
    minimum ?? Number.MIN_SAFE_INTEGER,
    (exclusiveMinimum ?? Number.NEGATIVE_INFINITY) + 1,
  )
  const bounds = [
    ...(least > Number.MIN_SAFE_INTEGER ? [`from ${least}`] : []),
    ...(maximum < Number.MAX_SAFE_INTEGER ? [`to ${maximum}`] : []),
  ]
  return [type === 'integer' ? 'a whole number' : 'a number', ...bounds].join(' ')
}
