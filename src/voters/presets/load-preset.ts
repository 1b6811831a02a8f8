import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NotValid, parseJson } from '../../platform/document.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Preset } from './preset.ts'
import { checkPresetFile } from './preset-file.ts'

const folder = join(import.meta.dirname, 'shipped')

/** The presets that ship, by name: each is a file of `shipped/`. */
export function listPresets(): Preset[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const checked = checkPresetFile(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      if (!checked.ok) throw new Error(`${name}: ${JSON.stringify(checked.faults)}`)
      return checked.preset
    })
}

/** A preset that ships by its name, or any other by its file: read anew each time, so it can change while we run. */
export function loadPreset(
  nameOrFile: string,
): { ok: true; preset: Preset } | NotValid | Exclude<Result<object, 'no-such-preset'>, { ok: true }> {
  const shipped = listPresets().find(({ name }) => name === nameOrFile)
  if (shipped) return { ok: true, preset: shipped }
  let text: string
  try {
    text = readFileSync(nameOrFile, 'utf8')
  } catch {
    const names = listPresets().map(({ name }) => name)
    return refused('no-such-preset', `${nameOrFile} is no file, and none of: ${names.join(', ')}`)
  }
  const json = parseJson(text)
  return json.ok ? checkPresetFile(json.document) : json
}
