import { z } from 'zod'
import { electionSchema } from '../src/elections/election-file.ts'
import { municipalitySchema } from '../src/municipalities/municipality-file.ts'
import { rowSchema } from '../src/voters/checking/row-schema.ts'
import { presetSchema } from '../src/voters/presets/preset-file.ts'

/** The JSON Schemas of the files that people write, as `docs/schemas/` publishes them. */
export function publishedSchemas() {
  return {
    municipality: published('Municipality', municipalitySchema),
    election: published('Election', electionSchema),
    preset: published('Preset', presetSchema),
    'voters-list-row': rowSchema(),
  }
}

function published(title: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return { $schema, title, ...rest }
}
