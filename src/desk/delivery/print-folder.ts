import { join } from 'node:path'
import type { ElectionDesk } from '../desk.ts'

/** Where the print files of this election lie; the command line uses the same folder. */
export function printFolder({ deps, municipality, election }: ElectionDesk): string {
  return join(deps.config.KIESLOKET_DATA_DIR, 'print', municipality.slug, election.code)
}
