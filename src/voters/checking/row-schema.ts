import { type ListColumn, listColumns } from '../list-format.ts'

/**
 * The JSON Schema of one row, made from the columns; published as docs/schemas/voters-list-row.schema.json. It
 * says what each cell looks like; what takes more than one cell or the election stands in the format page.
 */
export function rowSchema(): object {
  const columns: readonly ListColumn[] = listColumns
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Row of a voters list',
    description:
      'One voter, as docs/formats/voters-list.md describes it. Every value is text, as in the CSV.',
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])),
    required: columns.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

function cellSchema({ meaning, maxLength, pattern, required }: ListColumn): object {
  const filled = pattern?.source.replace(/^\^|\$$/g, '')
  return {
    type: 'string',
    description: meaning,
    ...(required && { minLength: 1 }),
    maxLength,
    ...(filled && { pattern: required ? `^(?:${filled})$` : `^(?:${filled})?$` }),
  }
}
