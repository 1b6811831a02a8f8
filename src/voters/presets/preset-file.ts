import { z } from 'zod'
import { givenEncodings } from '../../platform/csv/strict-decoder.ts'
import { checkDocument, type DocumentFault, type NotValid, notValid } from '../../platform/document.ts'
import { type ColumnName, listColumns } from '../list-format.ts'
import { isShortYear } from './date-reader.ts'
import { fieldsOf } from './fields-of.ts'
import type { ColumnSource, Preset, TableFormat } from './preset.ts'

const fieldName = z.string().min(1).max(120)
const encoding = z
  .enum(givenEncodings)
  .optional()
  .describe(
    '"utf-8", "windows-1252", "iso-8859-15" or "cp850"; without it the bytes tell which of the first two',
  )
const skipLines = z
  .int()
  .min(0)
  .max(1000)
  .optional()
  .describe('how many lines above the table are not looked at')
const passOver = z
  .array(z.strictObject({ field: fieldName.optional(), match: z.string().min(1).max(200) }))
  .min(1)
  .optional()
  .describe('rows that are no voters: {"match": "^Afgedrukt op"}, or {"field": "STATUS", "match": "^X$"}')
const fields = z
  .array(fieldName)
  .min(1)
  .optional()
  .describe('names by position, when no line names the columns')

const tableFormat = z
  .discriminatedUnion('format', [
    z.strictObject({
      format: z.literal('delimited'),
      encoding,
      skipLines,
      passOver,
      delimiter: z.string().length(1).describe('one character between cells, such as ";"; "\\t" for a tab'),
      quote: z.enum(['"', "'", 'none']).optional().describe('what stands around a cell; "none" for nothing'),
      fields,
    }),
    z.strictObject({
      format: z.literal('xlsx'),
      sheet: z
        .union([z.string().min(1).max(31), z.int().min(1).max(1000)])
        .optional()
        .describe('name of the sheet, or its number from 1'),
      hiddenRows: z
        .enum(['read', 'pass-over'])
        .optional()
        .describe('"read" or "pass-over"; without it a hidden row refuses the list'),
      skipLines,
      passOver,
      fields,
    }),
    z.strictObject({
      format: z.literal('fixed-length'),
      encoding,
      skipLines,
      passOver,
      fields: z
        .array(
          z.strictObject({
            name: fieldName,
            from: z.int().min(1).describe('place of the first character, from 1'),
            length: z.int().min(1).max(4000).describe('how many characters'),
          }),
        )
        .min(1)
        .describe('the fields of a line, each with its place and length'),
    }),
  ])
  .describe('how the file is cut into rows and cells: "delimited", "fixed-length" or "xlsx"')

const dateLayout = z
  .string()
  .regex(/^(?:SERIAL|(?=[^D]*DD[^D]*$)(?=[^M]*MMM?[^M]*$)(?=[^Y]*(?:YYYY|YY)[^Y]*$)[DMY./ -]{6,14})$/)
  .describe(
    'DD, MM (or MMM for jan, feb …) and YYYY (or YY), with . / - or a space between, or nothing; or SERIAL',
  )

const columnSource = z
  .union([
    z.strictObject({ value: z.string().max(120) }),
    z.strictObject({
      from: z.union([fieldName, z.array(fieldName).min(1)]),
      between: z.string().max(10).optional(),
      firstFilled: z.boolean().optional(),
      match: z.string().min(1).max(200).optional(),
      empty: z.array(z.string()).optional(),
      map: z.record(z.string(), z.string()).optional(),
      date: z.union([dateLayout, z.array(dateLayout).min(1)]).optional(),
      latestYear: z.int().min(1900).max(2200).optional(),
      digits: z.int().min(1).max(20).optional(),
    }),
  ])
  .describe(
    'either {"value": "a fixed text"} or {"from": "FIELD", …} with between, match, map, date or digits',
  )

/** The preset file; published as `docs/schemas/preset.schema.json`. */
export const presetSchema: z.ZodType<Preset> = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,62}$/)
      .describe('short name for commands: a-z, 0-9 and -'),
    title: z.string().min(1).max(200).describe('which export this reads'),
    file: tableFormat,
    joined: z
      .array(
        z.strictObject({
          name: z
            .string()
            .regex(/^[a-z][a-z0-9_]*$/)
            .describe('short name of the other file: a-z, 0-9 and _'),
          file: tableFormat,
          on: z
            .strictObject({ here: fieldName, there: fieldName, digits: z.int().min(1).max(20).optional() })
            .describe('the field of the main file and that of this file that are equal'),
        }),
      )
      .optional(),
    columns: z.partialRecord(
      z.enum(listColumns.map(({ name }) => name) as [ColumnName, ...ColumnName[]]),
      columnSource,
    ),
  })
  .describe('How a supplier’s export is read as a voters list.')

/** Checks a preset: its form, and that each column comes from a field that can be there. */
export function checkPresetFile(document: unknown): { ok: true; preset: Preset } | NotValid {
  const checked = checkDocument(presetSchema, document)
  if (!checked.ok) return checked
  const faults = [...faultsOf(checked.value)]
  return faults.length > 0 ? notValid(faults) : { ok: true, preset: checked.value }
}

function* faultsOf(preset: Preset): Generator<DocumentFault> {
  for (const { name, required } of listColumns)
    if (required && !preset.columns[name]) {
      const remedy = 'Say which field of the export fills it'
      yield { path: `columns.${name}`, wrong: 'is missing, and our format needs it', remedy }
    }
  for (const [column, source] of Object.entries(preset.columns)) yield* faultsOfColumn(preset, column, source)
  yield* faultsOfPassOver('file', preset.file)
  for (const [place, { name, on, file }] of (preset.joined ?? []).entries()) {
    yield* faultsOfPassOver(`joined.${place}.file`, file)
    const there = namedFields(file)
    if (there && !there.includes(on.there)) yield unknownField(`joined.${name}.on.there`, on.there, there)
    const here = namedFields(preset.file)
    if (here && !here.includes(on.here)) yield unknownField(`joined.${name}.on.here`, on.here, here)
  }
}

function* faultsOfPassOver(path: string, format: TableFormat): Generator<DocumentFault> {
  const known = namedFields(format)
  for (const [place, { field, match }] of (format.passOver ?? []).entries()) {
    if (known && field !== undefined && !known.includes(field))
      yield unknownField(`${path}.passOver.${place}.field`, field, known)
    const wrong = faultOfPattern(match)
    if (wrong) yield { path: `${path}.passOver.${place}.match`, wrong, remedy: patternRemedy }
  }
}

const patternRemedy = 'Write a regular expression as JavaScript knows them'

function faultOfPattern(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u')
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

function* faultsOfColumn(preset: Preset, column: string, source: ColumnSource): Generator<DocumentFault> {
  if ('value' in source) return
  for (const { file, field } of fieldsOf(source, preset)) {
    const format = file === undefined ? preset.file : preset.joined!.find(({ name }) => name === file)!.file
    const known = namedFields(format)
    if (known && !known.includes(field)) yield unknownField(`columns.${column}.from`, field, known)
  }
  if (
    [source.date].flat().some((layout) => layout && isShortYear(layout)) &&
    source.latestYear === undefined
  ) {
    const remedy = 'Say the last year that two digits can mean: 2013 makes 13 2013, and 14 1914'
    yield { path: `columns.${column}.latestYear`, wrong: 'is missing, for years of two digits', remedy }
  }
  if (source.match === undefined) return
  const path = `columns.${column}.match`
  const wrong = faultOfPattern(source.match)
  if (wrong) yield { path, wrong, remedy: patternRemedy }
  else if (new RegExp(`${source.match}|`, 'u').exec('')!.length === 1)
    yield { path, wrong: 'has no group', remedy: 'Put ( ) around the part to take' }
}

/** The names that a file is known to have; of a file with a header line they are known when it is read. */
function namedFields(format: TableFormat): readonly string[] | undefined {
  return format.format === 'fixed-length' ? format.fields.map(({ name }) => name) : format.fields
}

function unknownField(path: string, field: string, known: readonly string[]): DocumentFault {
  return {
    path,
    wrong: `names ${field}, which the file does not have`,
    remedy: `Use one of: ${known.join(', ')}`,
  }
}
