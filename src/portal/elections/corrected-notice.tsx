import { Inset } from '../../platform/http/components/index.ts'
import type { Language } from '../language.ts'
import { texts } from './texts.ts'

/** For who had another letter before: the place below this holds, not the one on that letter. */
export function CorrectedNotice({ language }: { language: Language }) {
  const { title, text } = texts[language].changed
  return (
    <Inset>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
    </Inset>
  )
}
