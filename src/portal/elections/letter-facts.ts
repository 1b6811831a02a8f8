import { assembliesFor, explainedAssembly, hourText } from '../../elections/index.ts'
import type { MyLetter } from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import { type Language, langOf } from '../language.ts'
import { texts } from './texts.ts'

/**
 * What the letter says, for a page in a language. In the letter's own language it is word for word what the letter says.
 * `lang` marks what stays in the letter's language on any page: names, and what the municipality wrote.
 */
export function letterFacts({ election, form }: Pick<MyLetter, 'election' | 'form'>, language: Language) {
  const { bureau, room, weekday, day, hours, language: written } = form.data
  const lang = langOf(written, language)
  if (!lang) return { bureau, day: `${weekday} ${day}`, hours, room, lang }
  const words = texts[language]
  return {
    bureau: words.bureau(room.bureau),
    day: longDate(election.pollingDay, language),
    hours: words.hours(hourText(room.opens, language), hourText(room.closes, language)),
    room,
    lang,
  }
}

/** What this voter votes for; in the letter's language where it is not known any more which list they are on. */
export function assembliesIn({ election, form, category, section }: MyLetter, language: Language) {
  const { assemblies, language: written } = form.data
  const lang = langOf(written, language)
  if (!lang || !category) return { items: assemblies, lang }
  const items = assembliesFor(election, category, section?.district).map((assembly) =>
    explainedAssembly(election, assembly, language),
  )
  return { items, lang: undefined }
}
