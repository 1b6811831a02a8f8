import type { AwaitedLetter } from '../../letters/index.ts'
import type { Language } from '../language.ts'
import { type Texts, texts } from './texts.ts'

/** What to say to who waits for a letter: who was sent none yet has no old one. */
export function wordsOf({ because }: Pick<AwaitedLetter, 'because'>, language: Language): Texts {
  const words = texts[language]
  return because === 'not-sent' ? { ...words, ...words.first } : words
}
