import type { Mention } from '../src/elections/ruleset.ts'
import type { LetterData, VoterFacts } from '../src/letters/letter-template/letter-template.ts'

/** What each mention that the law wants comes down to on one letter, as words to look for. */
export function mentionWords(data: LetterData, voter: VoterFacts): Record<Mention, readonly string[]> {
  const { room, statements, clauses } = data
  const refund = [
    ...statements.filter(({ key }) => key === 'st.travel'),
    ...clauses.filter(({ text }) => /reiskosten|frais de (?:déplacement|voyage)/.test(text)),
  ]
  return {
    'last-name': [voter.fullName],
    'first-names': [voter.fullName],
    'main-residence': [voter.listAddressLine],
    'list-number': [String(voter.listNumber)],
    'polling-day': [`${data.weekday} ${data.day}`],
    room: [room.name, room.place, ...room.addressLines, data.bureau],
    hours: [data.hours],
    assemblies: data.assemblies,
    'travel-refund': [refund[0]?.text ?? 'nothing on the refund of travel costs'],
    'statutory-texts': clauses.flatMap(({ title, text, source }) => [title ?? '', text, source ?? '']),
  }
}

/** The mentions of the law that this text lacks, with the words that are not there. Spaces and line ends do not count. */
export function missingMentions(
  text: string,
  wanted: readonly Mention[],
  words: Record<Mention, readonly string[]>,
): string[] {
  const said = squeezed(text)
  const missing = wanted.flatMap((mention) =>
    words[mention].filter((one) => !said.includes(squeezed(one))).map((one) => `${mention}: ${one}`),
  )
  const empty = wanted.filter((mention) => words[mention].length === 0)
  return [...missing, ...empty.map((mention) => `${mention}: no words`)]
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
