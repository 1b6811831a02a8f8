import type { ColumnName } from '../list-format.ts'
import type { Preset } from './preset.ts'
import { type ExportFiles, readWithPreset } from './read-with-preset.ts'

/** A row as a preset understands it: only the columns that hold something. */
export interface UnderstoodRow {
  readonly row: number
  readonly columns: Readonly<Partial<Record<ColumnName, string>>>
  readonly damage?: 'too-few-fields' | 'too-many-fields' | undefined
}

/** Reads the first rows of a sample and no more. Throws a `CsvFault` when the files are not what the preset says. */
export async function checkSample(
  preset: Preset,
  files: ExportFiles,
  rows: number,
): Promise<UnderstoodRow[]> {
  const understood: UnderstoodRow[] = []
  for await (const { row, fields, damage } of readWithPreset(preset, files)) {
    const filled = Object.entries(fields).filter(([, text]) => text !== '')
    understood.push({ row, columns: Object.fromEntries(filled), damage })
    if (understood.length === rows) break
  }
  return understood
}
