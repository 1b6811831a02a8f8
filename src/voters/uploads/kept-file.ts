import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { Vault } from '../../platform/vault.ts'
import { insertPart, partOf, type UploadKey } from './upload-store.ts'
import type { UploadedFile } from './uploaded-list.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)
const partBytes = 2 ** 20

type KeepDeps = { readonly database: Database; readonly vault: Vault }

/**
 * Keeps a file in the database as it comes in: packed and sealed, a part of a megabyte at a time, each in a transaction
 * of its own. Answers its length in bytes. `onPart` hears how many there are so far, and may throw to end it.
 */
export async function keepFile(
  deps: KeepDeps,
  { key, file }: { key: UploadKey; file: UploadedFile },
  source: AsyncIterable<Uint8Array | string>,
  onPart: (bytes: number) => Promise<void> = async () => {},
): Promise<number> {
  let held: Buffer[] = []
  let heldBytes = 0
  let bytes = 0
  let number = 0
  const keep = async () => {
    const sealed = deps.vault.seal((await pack(Buffer.concat(held), { level: 1 })).toString('base64'))
    held = []
    heldBytes = 0
    const part = { file, number: number++, sealed }
    await deps.database.inScope(staffOf(key.municipalityId), (db) => insertPart(db, key, part))
    await onPart(bytes)
  }
  for await (const chunk of source) {
    const piece = Buffer.from(chunk as Uint8Array)
    held.push(piece)
    heldBytes += piece.length
    bytes += piece.length
    if (heldBytes >= partBytes) await keep()
  }
  if (heldBytes > 0) await keep()
  return bytes
}

/** The file again, from its beginning, one part in memory. */
export async function* openKept(
  { database, vault }: KeepDeps,
  { key, file }: { key: UploadKey; file: UploadedFile },
): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const sealed = await database.inScope(staffOf(key.municipalityId), (db) => partOf(db, key, file, number))
    if (!sealed) return
    yield await unpack(Buffer.from(vault.open(sealed), 'base64'))
  }
}
