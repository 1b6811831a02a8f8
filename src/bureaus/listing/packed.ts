import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Vault } from '../../platform/vault.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** A file as it is kept: packed, and sealed by the vault. */
export async function sealFile(vault: Pick<Vault, 'seal'>, bytes: Uint8Array): Promise<Buffer> {
  return vault.seal((await pack(bytes, { level: 1 })).toString('base64'))
}

export async function openFile(vault: Pick<Vault, 'open'>, sealed: Buffer): Promise<Buffer> {
  return unpack(Buffer.from(vault.open(sealed), 'base64'))
}
