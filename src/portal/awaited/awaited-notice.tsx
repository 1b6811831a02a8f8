import type { AwaitedLetter } from '../../letters/index.ts'
import { Inset } from '../../platform/http/components/index.ts'
import type { Language } from '../language.ts'
import { wordsOf } from './words-of.ts'

/** That another letter has to come, and that nobody loses a vote by it. */
export function AwaitedNotice({ awaited, language }: { awaited: AwaitedLetter; language: Language }) {
  const { title, because, onList } = wordsOf(awaited, language)
  return (
    <Inset>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{because[awaited.because]}</p>
      <p>{onList}</p>
    </Inset>
  )
}
