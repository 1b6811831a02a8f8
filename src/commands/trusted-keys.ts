import { readKeySet } from '../platform/key-set.ts'
import { type Result, refused } from '../platform/result.ts'
import type { Options } from './command.ts'
import { readJson } from './find.ts'

/** The keys that whoever verifies says to trust; none when nothing was said. */
export async function trustedKeys({ key, keys }: Options): Promise<Result<{ trustedKeys?: string[] }>> {
  if (typeof key === 'string') return { ok: true, trustedKeys: [key] }
  if (typeof keys !== 'string') return { ok: true }
  const read = await readJson(keys)
  if (!read.ok) return read
  const set = readKeySet(JSON.stringify(read.document))
  return set ? { ok: true, trustedKeys: set.keys.map(({ kid }) => kid) } : refused('no-keys', keys)
}
