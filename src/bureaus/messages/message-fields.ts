/** What a clerk may put between braces. The words are what they type, so they are Dutch. */
export const messageFields = [
  'voornaam',
  'functie',
  'bureau',
  'plaats',
  'adres',
  'dag',
  'uur',
  'verkiezing',
  'gemeente',
  'telefoon',
  'link',
] as const
export type MessageField = (typeof messageFields)[number]
export type MessageValues = Readonly<Record<MessageField, string>>

/** What is wrong between braces, and where: the line and the column of the brace, from 1. */
export interface FieldFault {
  readonly because: 'no-such-field' | 'brace-open' | 'brace-alone'
  readonly field: string
  readonly line: number
  readonly column: number
}

const known = new Set<string>(messageFields)
const braces = /\{([^{}\n]*)\}|[{}]/g

/** Every field that does not exist and every brace that stands alone, in the order of the text. */
export function faultsOfFields(text: string): FieldFault[] {
  return [...text.matchAll(braces)].flatMap(({ 0: found, 1: field, index }) => {
    if (field !== undefined && known.has(field)) return []
    const before = text.slice(0, index)
    const place = { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
    const alone = found === '{' ? 'brace-open' : 'brace-alone'
    return [{ because: field === undefined ? alone : 'no-such-field', field: field ?? '', ...place } as const]
  })
}

/** The text with its fields. Throws at a field that does not exist: such a wording was never kept. */
export function fillFields(text: string, values: MessageValues): string {
  return text.replaceAll(/\{([^{}\n]*)\}/g, (_, field: string) => {
    if (!known.has(field)) throw new Error(`a wording asks for {${field}}, which is no field`)
    return values[field as MessageField]
  })
}
