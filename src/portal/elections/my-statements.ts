import { type Statement, statements } from '../../elections/index.ts'
import type { MyLetter } from '../../letters/index.ts'

/** What the ruleset says on a phone to this voter, in its order. */
export function myStatements({ election, municipality, letter, category }: MyLetter): Statement[] {
  if (!category) return []
  return statements(election, municipality, {
    ...{ where: 'phone', category },
    correction: letter.version > 1,
  })
}
