import { nearWords } from './near-words.ts'
import type { Closeness } from './question.ts'

/** Words as they were typed, folded by the database in the way of its index; `…Sound`: as they sound. */
export interface FoldedWords {
  readonly plain: string
  /** With particles joined to the word behind them. */
  readonly joined: string
  readonly plainSound: string
  readonly joinedSound: string
}

export interface FoldedQuestion {
  readonly name: FoldedWords
  readonly street: FoldedWords
  readonly houseNumber: FoldedWords
}

const leastForErrors = 4
const leastForBeginning = 3
const mostWords = 8
/** A longer word is looked for as it sounds: typing errors in it are too many to ask for, and hardly anybody has such a name. */
const mostForErrors = 30
/** Letters of all words together for which typing errors are asked; each is some 54 terms. */
const mostLettersForErrors = 120

/**
 * The text search that a question is (`tsquery`), or nothing when nothing is asked. Each word has to be there, in any order. In
 * the index `=` marks a word of the name, `~` the same as it sounds, `@` a word of the street, `#` the house number.
 */
export function searchTerms(
  { name, street, houseNumber }: FoldedQuestion,
  how: Closeness,
): string | undefined {
  const withErrors = errorsWithin(mostLettersForErrors)
  const exact = nameWords(name).map(({ joined }) => [term('=', joined)])
  const near = how === 'exact' ? exact : nameWords(name).map((word) => nearName(word, withErrors))
  const places = [
    ...wordsOf(street.plainSound)
      .slice(0, mostWords)
      .map((sound) => nearStreet(sound, withErrors)),
    ...(houseNumber.plain ? [[term('#', houseNumber.plain.replaceAll(' ', ''))]] : []),
  ]
  const all = (groups: readonly (readonly string[])[]) =>
    groups.map((alternatives) => `(${alternatives.join(' | ')})`).join(' & ')
  if (near.length + places.length === 0) return undefined
  if (how === 'exact') return all([...exact, ...places])
  return near.length === 0 ? undefined : `${all([...near, ...places])} & !(${all(exact)})`
}

interface NameWord {
  readonly joined: string
  /** Without the particles before it. */
  readonly bare: string
  readonly joinedSound: string
  readonly bareSound: string
}

/** The words of a name; single letters are initials, which nobody is found by. */
function nameWords(name: FoldedWords): NameWord[] {
  const [plain, plainSound] = [wordsOf(name.plain), wordsOf(name.plainSound)]
  const joinedSound = wordsOf(name.joinedSound)
  let taken = 0
  return wordsOf(name.joined)
    .slice(0, mostWords)
    .map((joined, place) => {
      for (let length = 0; length < joined.length; taken++) length += plain[taken]!.length
      const last = taken - 1
      return { joined, bare: plain[last]!, joinedSound: joinedSound[place]!, bareSound: plainSound[last]! }
    })
    .filter(({ joined }) => joined.length > 1)
}

type WithErrors = (word: string) => readonly string[]

function nearName({ joined, bare, joinedSound, bareSound }: NameWord, withErrors: WithErrors): string[] {
  const spellings = [...new Set([joinedSound, bareSound])]
  return [
    ...new Set([
      joined.length < leastForBeginning ? term('=', joined) : `${term('=', joined)}:*`,
      term('=', bare),
      ...spellings.flatMap(withErrors).map((word) => term('~', word)),
    ]),
  ]
}

function nearStreet(sound: string, withErrors: WithErrors): string[] {
  const beginning = sound.length < leastForBeginning ? term('@', sound) : `${term('@', sound)}:*`
  return [beginning, ...withErrors(sound).map((word) => term('@', word))]
}

/** A short word is another word with every letter that changes. `left`: letters for which errors may still be asked. */
function errorsWithin(left: number): WithErrors {
  return (word) => {
    if (word.length < leastForErrors || word.length > Math.min(mostForErrors, left)) return [word]
    left -= word.length
    return nearWords(word)
  }
}

function wordsOf(folded: string): string[] {
  return folded.split(' ').filter(Boolean)
}

/** Folded words hold small letters and digits only, so nothing in them needs an escape. */
function term(mark: string, word: string): string {
  return `'${mark}${word}'`
}
