import {
  type ExplainedStatement,
  explainedStatements,
  type Situation,
  unsignedValues,
} from '../../elections/index.ts'
import type { MyLetter, WhereToVote } from '../../letters/index.ts'
import type { Language } from '../language.ts'

/** Somebody who votes, with the letter that holds, where there is one. */
export type Told = WhereToVote & Partial<Pick<MyLetter, 'letter'>>

/** What decides what is said to this voter on a phone; nothing for who is not on the list any more. */
export function situationOf({ letter, voter }: Told): Situation | undefined {
  const correction = letter !== undefined && letter.version > 1
  return voter && { where: 'phone', category: voter.category, correction }
}

/** What the ruleset says on a phone to this voter, in its order and in the language of the page. */
export function myStatements(mine: Told, language: Language): ExplainedStatement[] {
  const situation = situationOf(mine)
  if (!situation) return []
  return explainedStatements(mine.election, mine.municipality, situation, language)
}

/** Whether somebody vouched for what the ruleset says about showing a phone at the bureau. */
export function isPhoneViewVouchedFor({
  election,
  municipality,
}: Pick<MyLetter, 'election' | 'municipality'>): boolean {
  return !unsignedValues(election, municipality).some(({ path }) => path === 'phoneView')
}
