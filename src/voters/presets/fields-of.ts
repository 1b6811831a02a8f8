import type { FieldSource, Preset } from './preset.ts'

/** A field of the main file, or of a joined one. */
export interface FieldPlace {
  readonly file: string | undefined
  readonly field: string
}

/** The fields that fill a column; `NAME.FIELD` names a joined file only where the preset has one of that name. */
export function fieldsOf(
  { from }: FieldSource,
  { joined = [] }: Pick<Preset, 'joined'>,
): readonly FieldPlace[] {
  return [from].flat().map((text) => {
    const dot = text.indexOf('.')
    const file = joined.find(({ name }) => name === text.slice(0, dot))?.name
    return file === undefined ? { file, field: text } : { file, field: text.slice(dot + 1) }
  })
}
