import { advisedHour, assembliesFor, explainedAssembly, hourText } from '../../elections/index.ts'
import type { WhereToVote } from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import { type Language, langOf } from '../language.ts'
import { texts } from './texts.ts'

/**
 * What the letter says, for a page in a language. In the letter's own language it is word for word what the letter says.
 * `lang` marks what stays in the letter's language on any page: names, and what the municipality wrote.
 */
export function letterFacts({ election, form }: Pick<WhereToVote, 'election' | 'form'>, language: Language) {
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
export function assembliesIn({ election, form, voter, section }: WhereToVote, language: Language) {
  const { assemblies, language: written } = form.data
  const lang = langOf(written, language)
  if (!lang || !voter) return { items: assemblies, lang }
  const items = assembliesFor(election, voter.category, section?.district).map((assembly) =>
    explainedAssembly(election, assembly, language),
  )
  return { items, lang: undefined }
}

/**
 * Where one goes in, in the language of the page where the municipality wrote it in that one too; absent: the letter names no entrance.
 * `lang`: of what stays in another language than the page.
 */
export function entranceIn({ form, section }: Pick<WhereToVote, 'form' | 'section'>, language: Language) {
  const { room, language: written } = form.data
  const said = room.entrance
  if (!said) return undefined
  const { entrance, french } = section?.place.details ?? {}
  const isDutch = said === entrance
  // Of an entrance that was renamed since, only the words of the letter are known to mean the same door.
  const inOthers = isDutch || said === french?.entrance ? { nl: entrance, fr: french?.entrance } : {}
  const text = language === 'nl' || language === 'fr' ? inOthers[language] : undefined
  return text ? { text, lang: undefined } : { text: said, lang: langOf(isDutch ? 'nl' : written, language) }
}

/** The part of polling day that the municipality advises this voter, in hours as they are said; absent where it advises none. */
export function advisedTo(
  { municipality, form }: Pick<WhereToVote, 'municipality' | 'form'>,
  language: Language,
) {
  const { opens: open, closes: close } = form.data.room
  const part = advisedHour(municipality.advisedHour, form.voter.listNumber, { open, close })
  return part && { from: hourText(part.from, language), until: hourText(part.until, language) }
}
