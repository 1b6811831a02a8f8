import { type ExplainedStatement, explainedStatements, type Situation } from '../../elections/index.ts'
import type { MyLetter } from '../../letters/index.ts'
import type { Language } from '../language.ts'

/** What decides what is said to this voter on a phone; nothing for who is not on the list any more. */
export function situationOf({ letter, category }: MyLetter): Situation | undefined {
  return category && { where: 'phone', category, correction: letter.version > 1 }
}

/** What the ruleset says on a phone to this voter, in its order and in the language of the page. */
export function myStatements(mine: MyLetter, language: Language): ExplainedStatement[] {
  const situation = situationOf(mine)
  if (!situation) return []
  return explainedStatements(mine.election, mine.municipality, situation, language)
}
