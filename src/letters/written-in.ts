import { hostname } from 'node:os'
import { resolve } from 'node:path'

/** Which folder of which machine something is written in, for who looks for it later from elsewhere. */
export function writtenIn(folder: string): string {
  return `${hostname()}:${resolve(folder)}`
}
