import type { MunicipalitySettings } from '../../municipalities/index.ts'
import type { Desk } from '../desk.ts'

/** The largest part of a file is a coat of arms, of which the schema bounds the size. */
export const maxFileBytes = 2_000_000

/** The municipality file as a person reads it and as the program takes it in again. */
export function fileTextOf(settings: MunicipalitySettings): string {
  return `${JSON.stringify(settings, undefined, 2)}\n`
}

/** Gives the file to keep. */
export function sendFile({ context }: Pick<Desk, 'context'>, settings: MunicipalitySettings): Response {
  return context.body(fileTextOf(settings), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${settings.slug}.json"`,
    'X-Content-Type-Options': 'nosniff',
  })
}
