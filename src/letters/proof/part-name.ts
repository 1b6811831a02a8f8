import type { Election } from '../../elections/index.ts'
import { statementName, word } from './proof-texts.nl.ts'

/** The key of the ruleset's statement that a part of a letter is, such as `st.correction` of `text st.correction`. */
function statementKeyOf(part: string): string | undefined {
  return /^(?:text|statement) (.+)$/.exec(part)?.[1]
}

/**
 * What people call a part of a letter. A statement is named by the title it has in Dutch, and one without a title by its text; one that
 * the ruleset of this election no longer has, by its key.
 */
export function partName({ ruleset }: Pick<Election, 'ruleset'>, part: string): string {
  const key = statementKeyOf(part)
  const statement = ruleset.statements.find((one) => one.key === key)
  return statement ? statementName(statement.title ?? statement.text) : word(part)
}
