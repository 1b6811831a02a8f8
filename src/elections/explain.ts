import type { MunicipalitySettings } from '../municipalities/index.ts'
import type { Language } from '../platform/language.ts'
import type { ElectedAssembly, Election } from './election.ts'
import type { ExplainedText, ExplainedTopic } from './explanation.ts'
import { letterWords } from './letter-words.ts'
import { explanationOf } from './load-explanation.ts'
import type { LetterLanguage } from './ruleset.ts'
import { doesHold, fillSlots, type Situation, slotsOf, statementKeys, type TextPart } from './statements.ts'

/** A statement as it is explained. */
export interface ExplainedStatement {
  readonly key: string
  readonly title?: string | undefined
  readonly parts: readonly TextPart[]
}

/** The statements that hold in this situation, explained in a language, in the order of the ruleset. */
export function explainedStatements(
  election: Election,
  settings: MunicipalitySettings,
  situation: Situation,
  language: Language,
): ExplainedStatement[] {
  const keys = statementKeys(election, settings, situation)
  return explainStatements(election, settings, keys, language, situation)
}

/** These statements of the ruleset, explained in a language, every slot filled in. Throws on a key that has no explanation. */
export function explainStatements(
  election: Election,
  settings: MunicipalitySettings,
  keys: readonly string[],
  language: Language,
  situation: Pick<Situation, 'supersededOn'> = {},
): ExplainedStatement[] {
  const own: LetterLanguage = language === 'fr' && settings.french ? 'fr' : 'nl'
  const slots = slotsOf(election, settings, situation, { language, own })
  return keys.map((key) => {
    const { title, text } = wordsOf(election, key, language)
    return { key, title, parts: fillSlots(text, slots, election, language) }
  })
}

function wordsOf({ ruleset }: Election, key: string, language: Language): ExplainedText {
  const explained = explanationOf(ruleset).statements[key]?.[language]
  if (explained) return explained
  if (language === 'nl' || language === 'fr') return letterWords(ruleset, language).statement(key)
  throw new Error(`${ruleset.id} explains no statement “${key}” in language ${language}`)
}

const of: Readonly<Record<Language, string>> = { nl: 'van', fr: 'de', de: 'von', en: 'of' }

/** What is elected, as it stands in a list under “you elect”. */
export function explainedAssembly(
  { ruleset }: Election,
  { code, of: place }: ElectedAssembly,
  language: Language,
): string {
  if (language === 'nl' || language === 'fr') return letterWords(ruleset, language).assembly(code, place)
  const name = explanationOf(ruleset).assemblies[code]?.[language]
  if (!name) throw new Error(`${ruleset.id} has no name of ${code} in language ${language}`)
  return place ? `${name} ${of[language]} ${place}` : name
}

/** What the letter does not say and people ask, where it holds. */
export function explainedTopics(election: Election, situation: Situation): ExplainedTopic[] {
  const { topics } = explanationOf(election.ruleset)
  return topics.filter(({ condition }) => doesHold(condition, election, situation))
}
