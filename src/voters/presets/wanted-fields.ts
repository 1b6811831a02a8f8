import { fieldsOf } from './fields-of.ts'
import type { Preset } from './preset.ts'

/** The fields that a preset reads of its main file, or of a joined one: by them its header is found. */
export function wantedFields(preset: Preset, file?: string): readonly string[] {
  const wanted = new Set<string>()
  for (const source of Object.values(preset.columns))
    if ('from' in source)
      for (const place of fieldsOf(source, preset)) if (place.file === file) wanted.add(place.field)
  for (const { name, on } of preset.joined ?? []) {
    if (file === undefined) wanted.add(on.here)
    if (file === name) wanted.add(on.there)
  }
  return [...wanted]
}
