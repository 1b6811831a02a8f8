import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { manifestName, type PrintFileFacts } from '../../letters/index.ts'

interface Kind {
  readonly ending: string
  readonly type: string
  /** Absent of what changes with the files beside it, and is in no book: it holds no letter and no address. */
  readonly hashIn?: (file: PrintFileFacts) => string | undefined
}

const kinds: readonly Kind[] = [
  { ending: '.cover.pdf', type: 'application/pdf' },
  { ending: '.pdf', type: 'application/pdf', hashIn: ({ sha256 }) => sha256 },
  { ending: '.index.csv', type: 'text/csv; charset=utf-8', hashIn: ({ indexSha256 }) => indexSha256 },
  {
    ending: '.addresses.csv',
    type: 'text/csv; charset=utf-8',
    hashIn: ({ addressesSha256 }) => addressesSha256,
  },
]

/** What a name stands for, when it is of a file in the books, or the manifest of those. */
export function wantedOf(asked: string, known: readonly PrintFileFacts[]) {
  if (asked === manifestName)
    return known.length > 0 ? { type: 'application/json', isBooked: false, sha256: undefined } : undefined
  for (const { ending, type, hashIn } of kinds) {
    const file = known.find(({ name }) => name + ending === asked)
    if (file) return { type, isBooked: hashIn !== undefined, sha256: hashIn?.(file) }
  }
  return undefined
}

export async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return hash.digest('hex')
}

/** Whether a file is here and, where the books have its hash, is what was written. */
export async function isAsBooked(
  folder: string,
  name: string,
  known: readonly PrintFileFacts[],
): Promise<boolean> {
  const wanted = wantedOf(name, known)
  const sha256 = await sha256Of(join(folder, name))
  return sha256 !== undefined && (!wanted?.isBooked || sha256 === wanted.sha256)
}
