import type { TextDifference } from '../../municipalities/index.ts'
import { texts } from './texts.nl.ts'

type Consequence = keyof typeof texts.confirm.consequences

/** What a change means, by the parts of the file that it touches. */
const parts: readonly (readonly [RegExp, Consequence])[] = [
  [/^(name|contact|duplicateDesk|practicalInfo|sender|french|arms)\b/, 'letters'],
  [/^enterpriseNumber$/, 'enterpriseNumber'],
  [/^languageRegime$/, 'languageRegime'],
  [/^(districts|postcodes)$/, 'lists'],
  [/^ebox\.(?!limits)/, 'ebox'],
  [/^ebox\.limits/, 'limits'],
  [/^(theme|arms)\b/, 'look'],
  [/^pageLanguages$/, 'pageLanguages'],
  [/^notices\b/, 'notices'],
  [/^reminder\b/, 'reminder'],
  [/^advisedHour\b/, 'advisedHour'],
  [/^seal\b/, 'seal'],
  [/^slug$/, 'slug'],
]

export function consequencesOf(changed: readonly TextDifference[]): readonly string[] {
  return parts
    .filter(([part]) => changed.some(({ path }) => part.test(path)))
    .map(([, consequence]) => texts.confirm.consequences[consequence])
}
