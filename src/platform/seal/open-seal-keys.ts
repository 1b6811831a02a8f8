import { readFile } from 'node:fs/promises'
import { type SealKey, type SealKeys, SealNotReady } from './seal-key.ts'
import { createSoftwareKey } from './software-key.ts'

/** Where an owner's key and certificate lie. */
export interface SealFiles {
  /** Certificates in PEM, that of the key first. */
  readonly certificateFile: string
  /** PKCS#8 PEM. */
  readonly privateKeyFile: string
}

/**
 * The keys that lie in files, by what each owner's settings say at that moment: a certificate that was renewed is used from the
 * next seal on, without a new start.
 */
export function openSealKeys<Owner>(
  filesOf: (owner: Owner) => Promise<SealFiles | undefined>,
): SealKeys<Owner> {
  const opened = new Map<string, SealKey>()
  return {
    async keyFor(owner) {
      const files = await filesOf(owner)
      if (!files) return undefined
      const certificates = await read('certificate', files.certificateFile)
      const privateKey = await read('private key', files.privateKeyFile)
      const content = certificates + privateKey
      const key = opened.get(content) ?? open(files, { certificates, privateKey })
      opened.set(content, key)
      return key
    },
  }
}

async function read(what: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new SealNotReady(`the ${what} of the seal can't be read from ${file}: ${reason}`)
  }
}

function open({ certificateFile }: SealFiles, content: Parameters<typeof createSoftwareKey>[0]): SealKey {
  try {
    return createSoftwareKey(content)
  } catch (error) {
    throw new SealNotReady(`the seal of ${certificateFile} can't be used: ${(error as Error).message}`)
  }
}
