import { createHash } from 'node:crypto'
import { createTypesetter, type Typesetter, type TypstSource } from './typesetter.ts'

/**
 * One typesetter for the tests of a process. What was typeset is kept: the same source gives the same bytes, so a
 * plate that one test had made need not be made again for the next. Tests of that very promise make their own.
 */
export const testTypesetter: Typesetter = rememberingTypesetter()

function rememberingTypesetter(): Typesetter {
  const made = new Map<string, Uint8Array>()
  let typesetter: Typesetter | undefined
  return {
    async typeset(source) {
      const name = digestOf(source)
      typesetter ??= createTypesetter()
      const pdf = made.get(name) ?? (await typesetter.typeset(source))
      made.set(name, pdf)
      return Buffer.from(pdf)
    },
  }
}

function digestOf({ main, inputs, files = {} }: TypstSource): string {
  const hash = createHash('sha256').update(JSON.stringify([main, inputs, Object.keys(files)]))
  for (const bytes of Object.values(files)) hash.update(bytes)
  return hash.digest('hex')
}
