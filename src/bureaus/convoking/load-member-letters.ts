import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ruleset } from '../../elections/index.ts'
import { type MemberLetters, memberLettersSchema } from './member-letter-file.ts'

/** Read once: every letter asks for them. */
const known = new Map<Ruleset['regime'], MemberLetters>()

/** The words of the letters to members of bureaus under this regime. Throws when the shipped file is not right. */
export function loadMemberLetters({ regime }: Pick<Ruleset, 'regime'>): MemberLetters {
  const before = known.get(regime)
  if (before) return before
  const file = join(import.meta.dirname, 'letters', `${regime.toLowerCase()}.json`)
  const letters = memberLettersSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (letters.regime !== regime) throw new Error(`${file} says it is ${letters.regime}`)
  known.set(regime, letters)
  return letters
}
