import type { LetterState, MyLetter } from '../../letters/index.ts'
import type { Language } from '../language.ts'
import { texts } from './texts.ts'

interface OldLettersProps {
  readonly old: readonly MyLetter[]
  readonly language: Language
}

/** What somebody was sent and does not count any more: that it is so, and not what it said. */
export function OldLetters({ old, language }: OldLettersProps) {
  if (old.length === 0) return null
  const { title, text } = texts[language].old
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <ul>
        {old.map(({ letter: { state, version } }) => (
          <li>{wordsOf(state, language)(version)}</li>
        ))}
      </ul>
    </>
  )
}

function wordsOf(state: LetterState, language: Language) {
  const { superseded, withdrawn, otherRoom } = texts[language].old
  if (state === 'superseded') return superseded
  return state === 'withdrawn' ? withdrawn : otherRoom
}
