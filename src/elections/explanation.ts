import type { LanguageRegime } from '../municipalities/index.ts'
import type { InEachLanguage, Language } from '../platform/language.ts'
import type { Assembly, Marked, StatementCondition } from './ruleset.ts'

/**
 * What a ruleset and its letter come down to, in each language of the citizen's pages: explanation beside the letter, which says
 * the law in the language of the law. It has no legal force, so it may be bettered while an election uses the ruleset.
 */
export interface Explanation {
  readonly version: number
  /** How sure the wording is, of all that has no mark of its own. */
  readonly wording: Marked & { readonly source: string }
  /** The letter's name as it is known in the language. */
  readonly letterName: InEachLanguage<string>
  /** Which law says in which language the letter is, by the municipality's regime. The ruleset's `languages` has its mark. */
  readonly languageLaw: Readonly<Record<LanguageRegime, InEachLanguage<string>>>
  /** As they stand in a list under “you elect”. Dutch and French are in the ruleset. */
  readonly assemblies: Readonly<Partial<Record<Assembly, Readonly<Partial<Record<Language, string>>>>>>
  /** By the key of the ruleset's statement, which says when it holds. What is absent stands in the ruleset or in its French. */
  readonly statements: Readonly<Record<string, Readonly<Partial<Record<Language, ExplainedText>>>>>
  /** What the letter does not say, and people ask. */
  readonly topics: readonly ExplainedTopic[]
  /** The texts of the law on the letter in plain words, by the key of the ruleset's. */
  readonly law: Readonly<Record<string, InEachLanguage<string>>>
}

export interface ExplainedText {
  readonly title?: string | undefined
  /** With the `{slots}` of the ruleset's own. */
  readonly text: string
}

export interface ExplainedTopic extends Marked {
  readonly key: string
  readonly condition: StatementCondition
  /** Where it was read. */
  readonly source: string
  readonly words: InEachLanguage<ExplainedText & { readonly title: string }>
  /** The official page with the form that it takes. */
  readonly form?: OfficialForm | undefined
}

export interface OfficialForm extends Marked {
  readonly url: string
  readonly source: string
}
