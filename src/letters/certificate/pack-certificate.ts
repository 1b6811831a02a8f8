import { join } from 'node:path'
import { packFiles } from '../../platform/pack-files.ts'
import { fileNames } from './certificate.ts'

/** The files of a certificate in one ZIP, as it is read: a city's leaves are never whole in memory. */
export function packCertificate(folder: string): AsyncGenerator<Uint8Array, void> {
  return packFiles(Object.values(fileNames).map((name) => ({ name, path: join(folder, name) })))
}
